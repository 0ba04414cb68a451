package mcx.compile;

import java.util.List;
import mcx.design.Id;

/**
 * Something that compiling noticed: what is incomplete, or what a vendor would refuse.
 *
 * @param severity how bad
 * @param rule the rule's id where it is one of the known rules, such as {@code VPN-06}; else empty
 * @param text what, why and what would mend it, in a sentence or two
 * @param subjects the elements and links it speaks of, the most telling first
 * @param source the key of the catalog source, or a standard; empty where none
 */
public record Note(Severity severity, String rule, String text, List<Id> subjects, String source) {

  public Note {
    subjects = List.copyOf(subjects);
  }

  /** How bad something is. */
  public enum Severity {
    ERROR,
    WARNING,
    INFO
  }
}
