package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.catalog.RouteSource;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
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
  private final Gateways gateways;
  private final GatewayEnd gateway;

  OracleRemotePeering(Context c, Gateways gateways, GatewayEnd gateway) {
    this.c = c;
    this.gateways = gateways;
    this.gateway = gateway;
  }

  void compile() {
    Product product = gateway.product();
    int ways =
        product == null ? 1 : (int) product.number(Quantity.MAX_GATEWAYS_IN_A_ROW).orElse(2) - 1;
    for (GatewayAssociation link : peerings()) {
      VrfId from = gateway.tables().lookup(link.id());
      Change ranked =
          Change.weight(weight(gateway.behaviour().arriving(RouteSource.GATEWAY_PEERING, product)));
      for (VrfId to : tables(link).entries(link.id())) {
        for (int way = 1; way <= ways; way++) {
          String id = id(link, from, to, way);
          Associations.hand(
              c, link, id, from, to, policy(from, way, ways, ranked), Distances.LEARNED);
          c.net.door(from, Side.PEER_GATEWAY, null, id);
          c.net.door(to, Side.PEER_GATEWAY, id, null);
        }
      }
    }
  }

  /** The tables of the DRG at the other end. */
  private AttachmentTables tables(GatewayAssociation link) {
    GatewayEnd other = gateways.get(link.other(gateway.gateway().id()));
    return other == null ? gateway.tables() : other.tables();
  }

  private static int weight(Change change) {
    Integer weight = change.weight();
    return weight == null ? 0 : weight;
  }

  private Policy policy(VrfId from, int way, int ways, Change ranked) {
    if (way > 1) {
      // With no other peering into the table, nothing goes this way.
      if (entries(from, way - 1).isEmpty()) {
        return Policies.nothing("No other DRG tells this table anything");
      }
      return Policies.onlyFrom(entries(from, way - 1), ranked);
    }
    List<Statement> first = new ArrayList<>();
    if (entries(from, ways).isEmpty()) {
      return Policies.alsoSet(Policy.PERMIT, ranked);
    }
    first.add(
        Policies.denyFrom(
            "Remote peering passes " + (ways + 1) + " DRGs at most (OCI-DRG)",
            entries(from, ways)));
    for (int before = 1; before < ways; before++) {
      first.add(
          Policies.denyFrom(
              "What another DRG told is passed on by itself (OCI-DRG)", entries(from, before)));
    }
    return Policies.first(first, Policies.alsoSet(Policy.PERMIT, ranked));
  }

  /** By what routes come into a table that another DRG sent on this way. */
  private Set<String> entries(VrfId table, int way) {
    Set<String> ids = new LinkedHashSet<>();
    for (GatewayAssociation link : peerings()) {
      if (gateway.tables().entries(link.id()).contains(table)) {
        ids.add(id(link, tables(link).lookup(link.id()), table, way));
      }
    }
    return ids;
  }

  private List<GatewayAssociation> peerings() {
    Id own = gateway.gateway().id();
    List<GatewayAssociation> peerings = new ArrayList<>();
    for (GatewayAssociation link : c.links(GatewayAssociation.class)) {
      GatewayEnd other = link.joins(own) ? gateways.get(link.other(own)) : null;
      if (other != null && other.behaviour() instanceof OracleDrg) {
        peerings.add(link);
      }
    }
    return peerings;
  }

  private static String id(GatewayAssociation link, VrfId from, VrfId to, int way) {
    return link.id() + ":" + from + ">" + to + (way == 1 ? "" : ":" + way);
  }
}
