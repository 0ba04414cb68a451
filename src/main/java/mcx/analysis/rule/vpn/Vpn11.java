package mcx.analysis.rule.vpn;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.NoteText;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.compile.Note;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;

/** VPN-11: an Azure VPN gateway has more tunnels than its variant ends. */
final class Vpn11 extends Rule {

  Vpn11() {
    super("VPN-11");
  }

  @Override
  public List<Finding> check(Situation situation) {
    SortedSet<Id> gateways = new TreeSet<>();
    List<Finding> found = new java.util.ArrayList<>();
    for (Note note : situation.analysis().compiled().notes()) {
      if (note.rule().equals(id()) && gateways.add(note.subjects().getFirst())) {
        found.add(found(situation, note));
      }
    }
    return found;
  }

  private Finding found(Situation situation, Note note) {
    Id id = note.subjects().getFirst();
    NoteText text = NoteText.of(note);
    int tunnels = 0;
    boolean policyBased = false;
    SortedSet<Id> connections = new TreeSet<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      if (vpn.joins(id)) {
        tunnels += vpn.tunnels().size();
        policyBased |= vpn.mode() == VpnMode.POLICY_BASED;
        connections.add(vpn.id());
      }
    }
    FindingDraft draft =
        finding(id)
            .showing(connections)
            .title(text.title() + ", and " + tunnels + " are drawn")
            .text("Azure refuses more. Those beyond stay down.")
            .remedy("Choose a larger variant, or end some of the VPNs at another gateway.");
    Gateway gateway = situation.design().element(id, Gateway.class);
    int needed = tunnels;
    boolean policy = policyBased;
    String sku =
        gateway == null
            ? null
            : VpnEnds.variant(
                situation,
                gateway,
                i -> i.maxTunnels() >= needed && i.routeBased() && (i.policyBased() || !policy));
    if (sku != null) {
      draft.fix(
          "Enlarge " + situation.name(id) + " to " + sku,
          (design, catalog) -> Edits.component(design, List.of(id), "sku", sku));
    }
    return draft.done();
  }
}
