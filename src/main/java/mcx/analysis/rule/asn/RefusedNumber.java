package mcx.analysis.rule.asn;

import java.util.List;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Situation;
import mcx.compile.Note;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Router;

/**
 * ASN-01 (ExpressRoute), ASN-02 (Azure VPN gateway), ASN-05 (AWS), ASN-09 (IBM) and ASN-10
 * (Oracle): the cloud's product refuses the number on the customer's side.
 */
final class RefusedNumber extends NotedRule {

  RefusedNumber(String id) {
    super(id);
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    Id link = note.subjects().getFirst();
    Id speaker = note.subjects().getLast();
    draft
        .text("The session stays down, so neither side learns the routes of the other over it.")
        .remedy(
            "Give "
                + situation.name(speaker)
                + " another AS number, throughout its autonomous system.")
        .remedy("Or let it speak with another number on this session only (local-as).");
    OtherNumber.offer(draft, situation, speaker, link);
  }

  /** ASN-03: both ends of a VPN at an Azure VPN gateway have one number. */
  static final class Equal extends NotedRule {

    Equal() {
      super("ASN-03");
    }

    @Override
    protected void complete(Situation situation, Note note, FindingDraft draft) {
      List<Id> subjects = note.subjects();
      Id link = subjects.getFirst();
      Id gateway = subjects.get(1);
      Id peer = subjects.get(2);
      draft.remedy(
          "Give "
              + situation.name(peer)
              + " another AS number; that of the gateway must stay as it is beside ExpressRoute.");
      if (situation.design().element(peer) instanceof Router
          || situation.design().element(peer) instanceof Gateway) {
        OtherNumber.offer(draft, situation, peer, link);
      }
      Gateway own = situation.design().element(gateway, Gateway.class);
      if (own != null) {
        draft.remedy("Or give " + situation.name(gateway) + " another, where it stands alone.");
      }
    }
  }
}
