package mcx.analysis;

import java.util.List;
import mcx.compile.Note.Severity;
import mcx.design.Id;

/**
 * Something worth telling the architect.
 *
 * @param rule the rule's id, such as {@code ASN-13}; empty for a plain note
 * @param severity how bad
 * @param title one sentence that a colleague would say
 * @param text what happens and why, in plain words
 * @param remedies ways to mend it, the usual one first
 * @param evidence the elements and links it speaks of, the most telling first
 * @param source the catalog key or standard it rests on
 */
public record Finding(
    String rule,
    Severity severity,
    String title,
    String text,
    List<String> remedies,
    List<Id> evidence,
    String source) {

  public Finding {
    remedies = List.copyOf(remedies);
    evidence = List.copyOf(evidence);
  }
}
