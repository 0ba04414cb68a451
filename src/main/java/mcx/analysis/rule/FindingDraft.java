package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.Fix;
import mcx.compile.Note.Severity;
import mcx.design.Id;

/** A finding in the making. */
public final class FindingDraft {

  private final RuleTable.Row row;
  private final List<Id> subjects;
  private final SequencedSet<Id> evidence;
  private final List<String> remedies = new ArrayList<>();
  private final List<Fix> fixes = new ArrayList<>();
  private Severity severity;
  private boolean decided = true;
  private String title = "";
  private String text = "";
  private String source;

  FindingDraft(RuleTable.Row row, List<Id> subjects) {
    this.row = row;
    this.subjects = new ArrayList<>(subjects);
    this.evidence = new LinkedHashSet<>(subjects);
    this.severity = row.severity();
    this.source = row.source();
  }

  /** One sentence that a colleague would say, with the names of the things; no full stop. */
  public FindingDraft title(String sentence) {
    title = sentence;
    return this;
  }

  /** What happens and why, in plain words. */
  public FindingDraft text(String sentences) {
    text = sentences;
    return this;
  }

  /** A way to mend it; the usual one first. */
  public FindingDraft remedy(String sentence) {
    remedies.add(sentence);
    return this;
  }

  /** An edit that mends it. */
  public FindingDraft fix(String title, Fix.Repair repair) {
    fixes.add(new Fix(title, repair));
    return this;
  }

  /** An edit that mends it, where the condition holds. */
  public FindingDraft fixWhere(boolean condition, String title, Fix.Repair repair) {
    return condition ? fix(title, repair) : this;
  }

  /** More that shows it on the canvas. */
  public FindingDraft showing(Collection<Id> things) {
    evidence.addAll(things);
    return this;
  }

  /** What tells the finding from others about the same things, and is not drawn itself. */
  public FindingDraft toldApartBy(Id id) {
    subjects.add(id);
    return this;
  }

  /** Another severity than the rule's. */
  public FindingDraft severity(Severity other) {
    severity = other;
    return this;
  }

  /** Only information, where {@code condition} holds: what no intent asks for, for one. */
  public FindingDraft infoIf(boolean condition) {
    return condition ? severity(Severity.INFO) : this;
  }

  /** The design does not say enough to tell; the text says what is missing. */
  public FindingDraft undecided() {
    decided = false;
    return this;
  }

  /** Another source than the rule's. */
  public FindingDraft source(String keys) {
    source = keys;
    return this;
  }

  public Finding done() {
    return new Finding(
        row.id(),
        severity,
        decided,
        title,
        text,
        remedies,
        new TreeSet<>(subjects),
        List.copyOf(evidence),
        source,
        fixes);
  }
}
