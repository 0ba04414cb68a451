package mcx.analysis.rule.vpn;

import java.util.List;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.Edits;
import mcx.compile.Note;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.VpnConnection;

/** VPN-07: a VPN between Azure and Oracle is set to IKEv1, which Oracle does not support there. */
final class Vpn07 extends NotedRule {

  Vpn07() {
    super("VPN-07");
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    Id id = note.subjects().getFirst();
    String name = situation.name(id);
    draft
        .remedy("Set " + name + " to IKEv2.")
        .fix("Set " + name + " to IKEv2", (design, catalog) -> ikev2(design, id));
  }

  private static Change ikev2(Design design, Id id) {
    Change change = Edits.component(design, List.of(id), "ike", IkeVersion.IKEV2);
    if (design.link(id) instanceof VpnConnection vpn) {
      for (Id end : List.of(vpn.a(), vpn.b())) {
        Gateway gateway = design.element(end, Gateway.class);
        if (gateway != null
            && !gateway.ikeVersions().isEmpty()
            && !gateway.ikeVersions().contains(IkeVersion.IKEV2)) {
          change =
              Edits.component(change.design(), List.of(end), "ikeVersions", java.util.Set.of());
        }
      }
    }
    return new Change(change.design(), List.of(), id);
  }
}
