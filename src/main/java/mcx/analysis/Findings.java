package mcx.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.RuleBook;
import mcx.analysis.rule.Situation;
import mcx.compile.Note;
import mcx.design.Mute;
import mcx.design.NaturalOrder;
import org.jspecify.annotations.Nullable;

/** All rules, and what compiling noticed, as one list with the worst first. */
final class Findings {

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(f -> f.rule().isEmpty())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::title, NaturalOrder.BY_NAME);

  /** How many rules are checked at the same time, where there are cores for it. */
  private static final int AT_ONCE = 2;

  private Findings() {}

  static Review of(Analysis analysis) {
    Set<String> ruled = RuleBook.all().stream().map(Rule::id).collect(Collectors.toSet());
    List<Finding> all = new ArrayList<>();
    for (Note note : analysis.compiled().notes()) {
      if (note.rule().isEmpty() || !ruled.contains(note.rule())) {
        all.add(of(note));
      }
    }
    checked(analysis).forEach(all::addAll);
    all.sort(WORST_FIRST);
    List<Finding> open = new ArrayList<>();
    List<Finding> undecided = new ArrayList<>();
    List<Review.Muted> muted = new ArrayList<>();
    for (Finding finding : all) {
      Mute mute = mute(analysis, finding);
      if (mute != null) {
        muted.add(new Review.Muted(finding, mute));
      } else if (finding.decided()) {
        open.add(finding);
      } else {
        undecided.add(finding);
      }
    }
    return new Review(open, undecided, muted);
  }

  /** What each rule finds, in the order of the rules; whoever is free takes the next rule. */
  private static List<List<Finding>> checked(Analysis analysis) {
    List<Rule> rules = RuleBook.all();
    List<List<Finding>> found = new ArrayList<>(Collections.nCopies(rules.size(), List.of()));
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, AT_ONCE)
        .parallel()
        .forEach(
            k -> {
              Situation situation = new Situation(analysis);
              for (int i = next.getAndIncrement(); i < rules.size(); i = next.getAndIncrement()) {
                found.set(i, rules.get(i).check(situation));
              }
            });
    return found;
  }

  private static @Nullable Mute mute(Analysis analysis, Finding finding) {
    Finding.Key key = finding.key();
    for (Mute mute : analysis.design().mutes().values()) {
      if (mute.rule().equals(key.rule()) && mute.subjects().equals(key.subjects())) {
        return mute;
      }
    }
    return null;
  }

  private static Finding of(Note note) {
    NoteText text = NoteText.of(note);
    return new Finding(
        note.rule(),
        note.severity(),
        text.title(),
        text.rest(),
        List.of(),
        note.subjects(),
        note.source());
  }
}
