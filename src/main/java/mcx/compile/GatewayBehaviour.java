package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import mcx.catalog.Fact;
import mcx.catalog.GatewayRole;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.catalog.RouteSource;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.inet.Asn;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.Sharing;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway of a vendor acts: how it chooses among routes, what it passes on, what it changes
 * on routes that arrive. The plain one, for a product that nothing else is known of: it ends
 * circuits and VPN, forwards, and passes everything on.
 */
class GatewayBehaviour {

  /** This behaviour with what is set of the gateway. */
  GatewayBehaviour of(Gateway gateway, @Nullable Product product) {
    return this;
  }

  /**
   * What a circuit or VPN counts as at the gateway.
   *
   * @param circuit the circuit; null for a VPN
   * @param usual what it is without any switch
   */
  Side side(Context c, Gateway gateway, @Nullable Circuit circuit, Side usual) {
    return usual;
  }

  /** What the gateway counts as at the edge of a circuit. */
  Side sideAtEdge() {
    return Side.GATEWAY;
  }

  /** The AS number that it speaks with; null where the customer has yet to choose one. */
  @Nullable Asn asn(Gateway gateway, @Nullable Product product) {
    Fact<Long> fact = product == null ? null : product.asn();
    if (gateway.asn() != null && (product == null || fact == null || !product.asnFixed())) {
      return gateway.asn();
    }
    return fact == null ? null : Asn.of(fact.value());
  }

  boolean forwards(@Nullable Product product) {
    return product == null || !product.has(GatewayRole.EXCHANGES_ROUTES);
  }

  List<Key> selection() {
    return Vrf.BGP_DECISION;
  }

  /** How many equally good routes share the traffic; all where the vendor names no number. */
  Sharing sharing(Context c, Gateway gateway, @Nullable Product product) {
    OptionalLong most =
        product == null ? OptionalLong.empty() : product.number(Quantity.EQUAL_PATHS);
    return most.isPresent() ? Sharing.paths((int) most.getAsLong()) : Sharing.ALL;
  }

  /** Whether it serves one virtual network and no more. */
  boolean servesOneNetwork() {
    return false;
  }

  /** Whether its route tables take references to prefix lists. */
  boolean takesPrefixLists() {
    return false;
  }

  /** Whether attachments may have route tables of their own. */
  boolean hasRouteTables() {
    return false;
  }

  TransitRules transit() {
    return TransitRules.ALL;
  }

  /** Whether inner routes from one of its circuits go to its other circuits. */
  boolean joinsCircuits() {
    return false;
  }

  /** What is changed on a route that arrives from this source, and how far it ranks. */
  Change arriving(RouteSource source, @Nullable Product product) {
    return Policies.distance(distance(source, product));
  }

  /** The administrative distance of routes from this source. */
  int distance(RouteSource source, @Nullable Product product) {
    return source == RouteSource.NETWORK ? Distances.NETWORK : Distances.LEARNED;
  }

  /** The distance of a VPN's static route. */
  int staticVpnDistance(@Nullable Product product) {
    return Distances.STATIC;
  }

  /** What is changed on routes that the virtual network gets from it. */
  Change towardsNetwork(@Nullable Product product) {
    return Change.NONE;
  }

  /** The same, with what else is drawn beside the gateway. */
  Change towardsNetwork(Context c, GatewayEnd gateway) {
    return towardsNetwork(gateway.product());
  }

  /** What is changed on routes that the other side of a circuit or VPN gets from it. */
  Change towardsCustomer(@Nullable Product product) {
    return Change.NONE;
  }

  /** Joins this gateway, as the one nearer to the customer, with another of its cloud. */
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    Associations.exchange(c, link, near, far, Policy.PERMIT, Policy.PERMIT);
  }

  /** Adds what depends on all edges of the gateway being known. */
  void complete(Context c, Gateways all, GatewayEnd gateway) {}

  /**
   * Tells the gateway's circuits that some of its routes are a second choice, so that an edge keeps
   * to what its own customer tells, as the gateway does itself.
   */
  static void tellAsSecondChoice(
      Context c, GatewayEnd gateway, Set<Learned> learned, Set<String> from) {
    List<Statement> statements = new ArrayList<>();
    if (!learned.isEmpty()) {
      statements.add(Policies.secondChoice(learned, Set.of()));
    }
    if (!from.isEmpty()) {
      statements.add(Policies.secondChoice(Set.of(), from));
    }
    for (Side side : List.of(Side.CIRCUIT, Side.INTERCONNECT)) {
      for (String session : c.net.entries(gateway.table(), side)) {
        c.net.exportFirst(session, gateway.table(), statements);
      }
    }
  }

  /** Whether the gateway takes part in BGP with a peer of its own AS number. */
  boolean acceptsOwnAsn() {
    return true;
  }

  /** Whether its limit on what it learns counts all routes of its table, its own among them. */
  boolean limitCountsTable() {
    return false;
  }

  /** Whether the tunnels of one instance fall with it, and no other instance takes them over. */
  boolean instancesFailAlone(Gateway gateway) {
    return true;
  }

  /** The rule that a refused AS number of the other side breaks; empty where none is known. */
  String refusedAsnRule() {
    return "";
  }

  /** The place of a source in the product's order of preference; the last where it is not named. */
  static int place(RouteSource source, @Nullable Product product) {
    Fact<List<RouteSource>> order = product == null ? null : product.preference();
    if (order == null) {
      return 0;
    }
    int place = order.value().indexOf(source);
    if (place < 0 && source == RouteSource.VPN_PRIVATE) {
      place = order.value().indexOf(RouteSource.VPN_BGP);
    }
    if (place < 0
        && (source == RouteSource.VPN_BGP
            || source == RouteSource.VPN_PRIVATE
            || source == RouteSource.VPN_STATIC)) {
      place = order.value().indexOf(RouteSource.VPN);
    }
    return place < 0 ? order.value().size() : place;
  }
}
