package mcx.analysis.rule.vpn;

import java.util.List;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Situation;
import mcx.compile.Note;
import mcx.design.Id;

/** VPN-02: the gateway of a cloud speaks only IKEv1. */
final class Vpn02 extends NotedRule {

  Vpn02() {
    super("VPN-02");
  }

  @Override
  protected List<Id> subjects(Situation situation, Note note) {
    return note.subjects();
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    String gateway = situation.name(note.subjects().getLast());
    draft
        .remedy("End the VPN at a router appliance in the cloud of " + gateway + ".")
        .remedy(
            "Ask the cloud for a gateway with IKEv2; until then set the connection to IKEv1 where"
                + " the other end takes that.");
  }
}
