package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.design.VpnConnection;

/** PATH-05: a static VPN beside Direct Connect at a VGW, which ranks them as one would wish. */
final class Path05 extends Rule {

  Path05() {
    super("PATH-05");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    for (Gateway gateway : situation.gateways("aws.vgw")) {
      List<Id> vpns =
          circuitry.links(gateway.id(), VpnConnection.class).stream()
              .filter(v -> v.routing() == Routing.STATIC)
              .map(VpnConnection::id)
              .toList();
      List<Id> circuits =
          situation.circuits("aws.direct-connect").stream()
              .map(Circuit::id)
              .filter(
                  c ->
                      circuitry.networks(c).stream()
                          .anyMatch(circuitry.networks(gateway.id())::contains))
              .toList();
      if (!vpns.isEmpty() && !circuits.isEmpty()) {
        found.add(found(situation, gateway, vpns, circuits));
      }
    }
    return found;
  }

  private Finding found(Situation situation, Gateway gateway, List<Id> vpns, List<Id> circuits) {
    String name = situation.name(gateway.id());
    return finding(gateway.id())
        .showing(vpns)
        .showing(circuits)
        .title(
            name
                + " takes "
                + situation.name(vpns.getFirst())
                + " only while Direct Connect is down")
        .text(
            "A VGW ranks what Direct Connect tells by BGP before static VPN routes, so the VPN is the"
                + " backup that it looks like. At a Transit Gateway it would be the other way round.")
        .done();
  }
}
