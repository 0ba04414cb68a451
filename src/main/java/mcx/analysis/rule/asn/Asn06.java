package mcx.analysis.rule.asn;

import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Situation;
import mcx.compile.Note;
import mcx.design.Gateway;

/** ASN-06: a Direct Connect gateway and an associated Transit Gateway have one AS number. */
final class Asn06 extends NotedRule {

  Asn06() {
    super("ASN-06");
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    draft.remedy(
        "Give the Direct Connect gateway a number of its own; AWS gives both the same by default,"
            + " and neither can be changed later.");
    Gateway near = situation.design().element(note.subjects().get(1), Gateway.class);
    if (near != null) {
      OtherNumber.offer(draft, situation, near);
    }
  }
}
