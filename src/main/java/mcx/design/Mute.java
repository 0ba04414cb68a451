package mcx.design;

import java.util.Set;

/**
 * The architect's word that a finding is known and accepted, so that it is not shown again.
 *
 * @param id its own id, unique among the mutes
 * @param rule the rule's id, such as {@code RED-03}
 * @param subjects the elements and links that the finding is about, parts of links included, and of
 *     a broken intent {@code intent/} and its id; the mute holds for findings about exactly these
 * @param reason why it is accepted, in the architect's words; not empty
 */
public record Mute(Id id, String rule, Set<Id> subjects, String reason) {

  /**
   * @throws InvalidDesignException if no rule or no reason is given
   */
  public Mute {
    subjects = Checks.set(subjects);
    if (rule.isBlank()) {
      throw new InvalidDesignException("A mute names the rule it silences.");
    }
    if (reason.isBlank()) {
      throw new InvalidDesignException("Say why the finding is accepted.");
    }
  }

  /** Whether it speaks of the element or link, or a part of it. */
  public boolean names(Id thing) {
    return subjects.stream().anyMatch(s -> s.equals(thing) || s.owner().equals(thing));
  }
}
