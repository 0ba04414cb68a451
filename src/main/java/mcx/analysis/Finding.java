package mcx.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.compile.Note.Severity;
import mcx.design.Id;

/**
 * Something worth telling the architect.
 *
 * @param rule the rule's id, such as {@code ASN-13}; empty for a plain note
 * @param severity how bad
 * @param decided whether it is so; false where the design does not say enough to tell, and the text
 *     says what is missing
 * @param title one sentence that a colleague would say
 * @param text what happens and why, in plain words
 * @param remedies ways to mend it, the usual one first
 * @param subjects what it is about, parts of links included, and of a broken intent {@code intent/}
 *     and its id: with the rule they tell this finding from all others, also after an edit
 * @param evidence the elements and links that show it on the canvas, the most telling first
 * @param source the keys of the catalog sources it rests on, between commas, or a standard
 * @param fixes edits that mend it, the usual one first
 */
public record Finding(
    String rule,
    Severity severity,
    boolean decided,
    String title,
    String text,
    List<String> remedies,
    Set<Id> subjects,
    List<Id> evidence,
    String source,
    List<Fix> fixes) {

  public Finding {
    remedies = List.copyOf(remedies);
    subjects = java.util.Collections.unmodifiableSet(new TreeSet<>(subjects));
    evidence = List.copyOf(evidence);
    fixes = List.copyOf(fixes);
  }

  /** One about the first thing that shows it, without fixes. */
  public Finding(
      String rule,
      Severity severity,
      String title,
      String text,
      List<String> remedies,
      List<Id> evidence,
      String source) {
    this(
        rule,
        severity,
        true,
        title,
        text,
        remedies,
        evidence.isEmpty() ? Set.of() : Set.of(evidence.getFirst()),
        evidence,
        source,
        List.of());
  }

  /** Those findings that are not among the others, in their order. */
  public static List<Finding> without(List<Finding> all, List<Finding> others) {
    Set<Key> keys = new HashSet<>();
    others.forEach(f -> keys.add(f.key()));
    return all.stream().filter(f -> !keys.contains(f.key())).toList();
  }

  /** What tells it from all others; equal for the same finding in an edited design. */
  public Key key() {
    return new Key(rule.isEmpty() ? title : rule, subjects);
  }

  /** The keys of its sources, in order. */
  public List<String> sources() {
    return source.isEmpty() ? List.of() : List.of(source.split(",\\s*", -1));
  }

  /**
   * What tells a finding from all others.
   *
   * @param rule the rule's id, or the title of a plain note
   * @param subjects what it is about
   */
  public record Key(String rule, Set<Id> subjects) {}
}
