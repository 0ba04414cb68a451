package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Behind;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import org.jspecify.annotations.Nullable;

/** The subnets that Azure's gateways stand in. */
final class AzureSubnets {

  /** The name that the subnet of ExpressRoute and VPN gateways must have (ER-GW). */
  static final String GATEWAYS = "GatewaySubnet";

  /** The name that the subnet of a Route Server must have (ARS). */
  static final String ROUTE_SERVER = "RouteServerSubnet";

  private AzureSubnets() {}

  /**
   * A virtual network with gateways of these products.
   *
   * @param network the virtual network
   * @param gateways those that stand in it
   */
  record Home(VirtualNetwork network, List<Gateway> gateways) {

    /** The greatest length that the subnet may have; empty for any. */
    OptionalLong mostLength(Situation situation) {
      Stream<OptionalLong> all = gateways.stream().map(g -> most(situation, g, isShared()));
      return all.filter(OptionalLong::isPresent).mapToLong(OptionalLong::getAsLong).min();
    }

    /** Whether gateways of several products stand in it. */
    boolean isShared() {
      return gateways.stream().map(Gateway::product).distinct().count() > 1;
    }

    List<Id> ids() {
      return gateways.stream().map(Gateway::id).toList();
    }
  }

  private static OptionalLong most(Situation situation, Gateway gateway, boolean shared) {
    Product product = situation.catalog().of(gateway);
    if (product == null) {
      return OptionalLong.empty();
    }
    long circuits =
        situation.links(CircuitAttachment.class).stream()
            .filter(l -> l.joins(gateway.id()))
            .count();
    OptionalLong full = product.number(Quantity.FULL_SUBNET_LENGTH);
    OptionalLong most = product.number(Quantity.MAX_CIRCUITS);
    if (full.isPresent() && most.isPresent() && circuits >= most.getAsLong()) {
      return full;
    }
    return shared
        ? product.number(Quantity.SHARED_SUBNET_LENGTH)
        : product.number(Quantity.SUBNET_LENGTH);
  }

  /** All virtual networks with gateways of these products, in the order of their ids. */
  static List<Home> homes(Situation situation, String... products) {
    Map<Id, LinkedHashSet<Gateway>> found = new TreeMap<>();
    for (String product : products) {
      for (Gateway gateway : situation.gateways(product)) {
        for (VirtualNetwork network : Behind.homes(situation.design(), gateway)) {
          found.computeIfAbsent(network.id(), k -> new LinkedHashSet<>()).add(gateway);
        }
      }
    }
    List<Home> homes = new ArrayList<>();
    found.forEach(
        (id, gateways) -> {
          VirtualNetwork network = network(situation, id);
          if (network != null) {
            homes.add(new Home(network, List.copyOf(gateways)));
          }
        });
    return homes;
  }

  private static @Nullable VirtualNetwork network(Situation situation, Id id) {
    return situation.design().element(id, VirtualNetwork.class);
  }
}
