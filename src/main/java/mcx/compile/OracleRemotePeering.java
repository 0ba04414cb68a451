package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.catalog.RouteSource;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Statement;
import mcx.network.VrfId;

/**
 * Remote peerings of a DRG with others of its kind: routes pass a limited number of DRGs (OCI-DRG).
 * A peering has one way for routes of the DRG itself, one for those that came from a neighbour, and
 * so on; what came by the last goes no further.
 */
final class OracleRemotePeering {

  private final Context c;
  private final GatewayEnd gateway;

  OracleRemotePeering(Context c, GatewayEnd gateway) {
    this.c = c;
    this.gateway = gateway;
  }

  void compile() {
    Product product = gateway.product();
    int ways =
        product == null ? 1 : (int) product.number(Quantity.MAX_GATEWAYS_IN_A_ROW).orElse(2) - 1;
    VrfId from = gateway.table();
    for (GatewayAssociation link : peerings()) {
      VrfId to = VrfId.of(link.other(gateway.gateway().id()).value());
      Change ranked =
          Change.weight(weight(gateway.behaviour().arriving(RouteSource.GATEWAY_PEERING, product)));
      for (int way = 1; way <= ways; way++) {
        String id = id(link, from, to, way);
        Associations.hand(c, link, id, from, to, policy(way, ways, ranked), Distances.LEARNED);
        c.net.door(from, Side.PEER_GATEWAY, null, id);
        c.net.door(to, Side.PEER_GATEWAY, id, null);
      }
    }
  }

  private static int weight(Change change) {
    Integer weight = change.weight();
    return weight == null ? 0 : weight;
  }

  private Policy policy(int way, int ways, Change ranked) {
    if (way > 1) {
      return Policies.onlyFrom(entries(way - 1), ranked);
    }
    List<Statement> first = new ArrayList<>();
    first.add(
        Policies.denyFrom(
            "Remote peering passes " + (ways + 1) + " DRGs at most (OCI-DRG)", entries(ways)));
    for (int before = 1; before < ways; before++) {
      first.add(
          Policies.denyFrom(
              "What another DRG told is passed on by itself (OCI-DRG)", entries(before)));
    }
    return Policies.first(first, Policies.alsoSet(Policy.PERMIT, ranked));
  }

  /** By what routes come in that another DRG sent on this way. */
  private Set<String> entries(int way) {
    Set<String> ids = new LinkedHashSet<>();
    for (GatewayAssociation link : peerings()) {
      VrfId other = VrfId.of(link.other(gateway.gateway().id()).value());
      ids.add(id(link, other, gateway.table(), way));
    }
    return ids;
  }

  private List<GatewayAssociation> peerings() {
    return c.links(GatewayAssociation.class).stream()
        .filter(l -> l.joins(gateway.gateway().id()))
        .filter(
            l -> {
              Gateway other = c.design.element(l.other(gateway.gateway().id()), Gateway.class);
              return other != null && Behaviours.gateway(c.catalog.of(other)) instanceof OracleDrg;
            })
        .toList();
  }

  private static String id(GatewayAssociation link, VrfId from, VrfId to, int way) {
    return link.id() + ":" + from + ">" + to + (way == 1 ? "" : ":" + way);
  }
}
