package mcx.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mcx.compile.Note;

/** All rules, and what compiling noticed, as one list with the worst first. */
final class Findings {

  private static final List<Rule> RULES = List.of(new Asn13(), new LimitExceeded(), new Unstable());

  private Findings() {}

  static List<Finding> of(Analysis analysis) {
    List<Finding> all = new ArrayList<>();
    for (Note note : analysis.compiled().notes()) {
      all.add(of(note));
    }
    for (Rule rule : RULES) {
      all.addAll(rule.check(analysis));
    }
    all.sort(
        Comparator.comparing(Finding::severity)
            .thenComparing(f -> f.rule().isEmpty())
            .thenComparing(Finding::rule)
            .thenComparing(Finding::title));
    return List.copyOf(all);
  }

  /** The first sentence of a note is its title. */
  private static Finding of(Note note) {
    int end = note.text().indexOf(". ");
    String title = end < 0 ? note.text() : note.text().substring(0, end);
    String rest = end < 0 ? "" : note.text().substring(end + 2);
    if (title.endsWith(".")) {
      title = title.substring(0, title.length() - 1);
    }
    return new Finding(
        note.rule(), note.severity(), title, rest, List.of(), note.subjects(), note.source());
  }
}
