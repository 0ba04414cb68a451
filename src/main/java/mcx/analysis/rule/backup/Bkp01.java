package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.PeeringType;
import mcx.design.VpnConnection;

/** BKP-01: a VPN is to back up Microsoft peering, which it cannot. */
final class Bkp01 extends Rule {

  Bkp01() {
    super("BKP-01");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Circuit circuit : situation.circuits("azure.expressroute")) {
      SortedSet<Id> microsoft = new TreeSet<>();
      boolean priv = false;
      for (CircuitConnection c : situation.links(CircuitConnection.class)) {
        if (c.a().equals(circuit.id())) {
          priv |= c.peering() == PeeringType.PRIVATE;
          if (c.peering() == PeeringType.MICROSOFT) {
            microsoft.add(c.id());
          }
        }
      }
      if (!microsoft.isEmpty()) {
        for (VpnConnection vpn : situation.links(VpnConnection.class)) {
          boolean meant = isMeant(situation, circuit.id(), microsoft, priv, vpn.id());
          if (meant || (!priv && standsBeside(situation, circuit, vpn))) {
            found.add(found(situation, circuit, vpn, microsoft, meant));
          }
        }
      }
    }
    return found;
  }

  /** Whether an intent prefers the Microsoft peering, and the VPN where that is down. */
  private static boolean isMeant(
      Situation situation, Id circuit, SortedSet<Id> microsoft, boolean priv, Id vpn) {
    for (Intent intent : situation.design().intents().values()) {
      if (intent.kind() == IntentKind.PREFER
          && intent.over().stream().anyMatch(o -> o.owner().equals(vpn))
          && intent.through().stream()
              .anyMatch(t -> microsoft.contains(t) || (!priv && t.equals(circuit)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a VPN leads from a site behind the circuit into the circuit's cloud. */
  private static boolean standsBeside(Situation situation, Circuit circuit, VpnConnection vpn) {
    for (Id end : List.of(vpn.a(), vpn.b())) {
      if (situation.vendor(end).equals("azure")) {
        SortedSet<Id> sites = new TreeSet<>(situation.sites().premisesBehind(vpn, end));
        sites.retainAll(situation.sites().premisesTold(circuit));
        return !sites.isEmpty();
      }
    }
    return false;
  }

  private Finding found(
      Situation situation,
      Circuit circuit,
      VpnConnection vpn,
      SortedSet<Id> microsoft,
      boolean meant) {
    return finding(circuit.id(), vpn.id())
        .showing(microsoft)
        .infoIf(!meant)
        .title(
            situation.name(vpn.id())
                + " does not back up the Microsoft peering of "
                + situation.name(circuit.id()))
        .text(
            "A VPN gateway leads to virtual networks only. Microsoft's public services, which the"
                + " Microsoft peering is for, are not reached by it; while the peering is down,"
                + " they are reached over the Internet.")
        .remedy("Let the Internet be the fallback for Microsoft's services.")
        .remedy("Order a second circuit with Microsoft peering at another location.")
        .done();
  }
}
