package mcx.analysis.rule.transit;

import java.util.List;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.compile.Note;
import mcx.design.Id;
import mcx.design.NetworkPeering;

/** TRN-06: a peered network is to use the gateways of another and has one of its own. */
final class Trn06 extends NotedRule {

  Trn06() {
    super("TRN-06");
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    Id peering = note.subjects().getFirst();
    if (situation.design().link(peering) instanceof NetworkPeering p) {
      String spoke = situation.name(p.b());
      draft
          .text(
              "A network uses either its own gateways or those of one that it is peered with. Azure"
                  + " refuses the peering as it is drawn, and what is behind "
                  + situation.name(p.a())
                  + " stays unknown to "
                  + spoke
                  + ".")
          .remedy("Let " + spoke + " keep its own gateway, and not use the remote one.")
          .remedy("Remove the gateway of " + spoke + ", and use the remote one.")
          .fix(
              "Let " + spoke + " keep its own gateway",
              (design, catalog) ->
                  Edits.component(design, List.of(peering), "remoteGateway", false));
    }
  }
}
