package mcx.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mcx.compile.Note.Severity;
import mcx.design.Id;

/** The notes made while compiling. */
final class Notes {

  private final List<Note> notes = new ArrayList<>();

  void error(String rule, String source, String text, Id... subjects) {
    add(Severity.ERROR, rule, source, text, subjects);
  }

  void warning(String rule, String source, String text, Id... subjects) {
    add(Severity.WARNING, rule, source, text, subjects);
  }

  void info(String rule, String source, String text, Id... subjects) {
    add(Severity.INFO, rule, source, text, subjects);
  }

  private void add(Severity severity, String rule, String source, String text, Id... subjects) {
    Note note = new Note(severity, rule, text, List.of(subjects), source);
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  /** Worst first; within a severity by what they speak of. */
  List<Note> sorted() {
    return notes.stream()
        .sorted(
            Comparator.comparing(Note::severity)
                .thenComparing(n -> n.subjects().isEmpty() ? "" : n.subjects().getFirst().value())
                .thenComparing(Note::rule)
                .thenComparing(Note::text))
        .toList();
  }
}
