package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.change.fix.MoreTunnels;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import org.jspecify.annotations.Nullable;

/** RED-07: a VPN connection of a cloud that gives two tunnels, with one of them in use. */
final class Red07 extends Rule {

  Red07() {
    super("RED-07");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      if (vpn.tunnels().size() != 1) {
        continue;
      }
      Gateway gateway = twoEnded(situation, vpn);
      if (gateway != null && !hasTwin(situation, vpn, gateway)) {
        found.add(found(situation, vpn, gateway));
      }
    }
    return found;
  }

  /** The end that offers two tunnels for each connection; null where neither does. */
  private static @Nullable Gateway twoEnded(Situation situation, VpnConnection vpn) {
    for (Id end : List.of(vpn.a(), vpn.b())) {
      Gateway gateway = situation.design().element(end, Gateway.class);
      Ike ike = gateway == null ? null : ike(situation, gateway);
      if (ike != null && ike.tunnelsPerConnection() > 1) {
        return gateway;
      }
    }
    return null;
  }

  private static @Nullable Ike ike(Situation situation, Gateway gateway) {
    Product product = situation.catalog().of(gateway);
    return product == null ? null : product.ike(gateway.sku());
  }

  /** Whether the two ends are joined by another connection, which elsewhere than at AWS will do. */
  private static boolean hasTwin(Situation situation, VpnConnection vpn, Gateway gateway) {
    return !gateway.product().startsWith("aws.")
        && situation.links(VpnConnection.class).stream()
            .anyMatch(v -> !v.equals(vpn) && v.joins(vpn.a()) && v.joins(vpn.b()));
  }

  private Finding found(Situation situation, VpnConnection vpn, Gateway gateway) {
    String name = situation.name(vpn.id());
    String at = situation.name(gateway.id());
    boolean aws = gateway.product().startsWith("aws.");
    Ike ike = java.util.Objects.requireNonNull(ike(situation, gateway));
    FindingDraft draft =
        finding(vpn.id())
            .showing(List.of(gateway.id()))
            .source(aws ? row().source() : ike.source())
            .title(name + " uses one of the two tunnels that " + at + " has for it")
            .text(
                (aws
                        ? "AWS works on the two endpoints of a connection in turn and counts on the"
                            + " other tunnel meanwhile. "
                        : "The two tunnels end at devices of their own. ")
                    + "With one tunnel, each such work is an outage.")
            .remedy("Set up the second tunnel as well.");
    if (vpn.mode() == VpnMode.ROUTE_BASED) {
      Id id = vpn.id();
      Id end = gateway.id();
      draft.fix(
          "Set up the second tunnel of " + name,
          (design, catalog) -> MoreTunnels.second(design, id, end));
    }
    return draft.done();
  }
}
