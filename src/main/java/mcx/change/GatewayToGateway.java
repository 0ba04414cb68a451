package mcx.change;

import java.util.List;
import mcx.catalog.GatewayRole;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;

/** Associates two gateways of one cloud, the one nearer to the customer first. */
final class GatewayToGateway implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    if (!(pair.a() instanceof Gateway a)
        || !(pair.b() instanceof Gateway b)
        || !Joining.sameCloud(pair)
        || Joining.joined(pair, GatewayAssociation.class)) {
      return List.of();
    }
    Gateway near = nearness(pair, b) > nearness(pair, a) ? b : a;
    Gateway far = near.equals(a) ? b : a;
    return List.of(
        new Way(
            "association",
            Texts.get("joint.association"),
            warning(pair, near, far),
            draft -> new CloudParts(draft).associate(near, far).id()));
  }

  /** Gateways that end circuits stand before those that end VPNs, and these before hubs. */
  private static int nearness(Pair pair, Gateway gateway) {
    Product p = pair.catalog().of(gateway);
    if (p == null) {
      return 0;
    }
    if (!p.networksThrough().isEmpty()) {
      return 4;
    }
    int rank = p.has(GatewayRole.TRANSITS) || p.has(GatewayRole.EXCHANGES_ROUTES) ? 0 : 1;
    return p.has(GatewayRole.ENDS_CIRCUITS) ? rank + 2 : rank;
  }

  private static String warning(Pair pair, Gateway near, Gateway far) {
    Product a = pair.catalog().of(near);
    Product b = pair.catalog().of(far);
    if (a == null || b == null || a.vendor().equals("other")) {
      return "";
    }
    boolean hub =
        b.has(GatewayRole.TRANSITS)
            || b.has(GatewayRole.EXCHANGES_ROUTES)
            || a.has(GatewayRole.TRANSITS)
            || !(b.has(GatewayRole.ENDS_CIRCUITS) || b.has(GatewayRole.ENDS_VPN));
    boolean through = b.key().equals(a.networksThrough());
    return hub || through ? "" : Texts.get("warning.noAssociation", a.shortName(), b.shortName());
  }
}
