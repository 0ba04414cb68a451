package mcx.analysis.rule;

import java.util.List;
import mcx.analysis.Finding;
import mcx.design.Id;

/** One thing that a reviewer looks for. Immutable, and without any state of its own. */
public abstract class Rule {

  private final RuleTable.Row row;

  /**
   * @param id the rule's id, such as {@code ASN-13}; empty for what the engine finds by itself
   */
  protected Rule(String id) {
    row = id.isEmpty() ? RuleTable.Row.NONE : RuleTable.row(id);
  }

  /** What no list of rules has, such as the architect's own intents. */
  Rule(RuleTable.Row row) {
    this.row = row;
  }

  public final String id() {
    return row.id();
  }

  /** How bad what it finds is, where nothing makes it milder. */
  protected final RuleTable.Row row() {
    return row;
  }

  /** What the rule finds, in a fixed order. The analysis in the situation has no findings yet. */
  public abstract List<Finding> check(Situation situation);

  /**
   * Begins a finding.
   *
   * @param subjects what it is about, the most telling first; they are its evidence too
   */
  protected final FindingDraft finding(Id... subjects) {
    return new FindingDraft(row, List.of(subjects));
  }

  /** Begins a finding about these. */
  protected final FindingDraft finding(List<Id> subjects) {
    return new FindingDraft(row, subjects);
  }
}
