package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Behind;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import org.jspecify.annotations.Nullable;

/** The subnets that Azure's gateways stand in. */
public final class AzureSubnets {

  /** The name that the subnet of ExpressRoute and VPN gateways must have (ER-GW). */
  public static final String GATEWAYS = "GatewaySubnet";

  /** The name that the subnet of a Route Server must have (ARS). */
  public static final String ROUTE_SERVER = "RouteServerSubnet";

  private AzureSubnets() {}

  /**
   * A virtual network with gateways of these products.
   *
   * @param network the virtual network
   * @param gateways those that stand in it
   */
  public record Home(VirtualNetwork network, List<Gateway> gateways) {

    /** The greatest length that the subnet of one of the gateways may have; empty for any. */
    public OptionalLong mostLength(Situation situation) {
      return least(gateways.stream().map(g -> most(situation, g)));
    }

    /** The greatest length that lets the gateways stand side by side; empty for any. */
    public OptionalLong mostSharedLength(Situation situation) {
      return least(
          gateways.stream()
              .map(g -> number(situation.catalog().of(g), Quantity.SHARED_SUBNET_LENGTH)));
    }

    private static OptionalLong least(Stream<OptionalLong> lengths) {
      return lengths.filter(OptionalLong::isPresent).mapToLong(OptionalLong::getAsLong).min();
    }

    /** Whether gateways of several products stand in it. */
    public boolean isShared() {
      return gateways.stream().map(Gateway::product).distinct().count() > 1;
    }

    public List<Id> ids() {
      return gateways.stream().map(Gateway::id).toList();
    }
  }

  private static OptionalLong most(Situation situation, Gateway gateway) {
    Product product = situation.catalog().of(gateway);
    long circuits =
        situation.links(CircuitAttachment.class).stream()
            .filter(l -> l.joins(gateway.id()))
            .count();
    OptionalLong full = number(product, Quantity.FULL_SUBNET_LENGTH);
    OptionalLong most = number(product, Quantity.MAX_CIRCUITS);
    return full.isPresent() && most.isPresent() && circuits >= most.getAsLong()
        ? full
        : number(product, Quantity.SUBNET_LENGTH);
  }

  private static OptionalLong number(@Nullable Product product, Quantity quantity) {
    return product == null ? OptionalLong.empty() : product.number(quantity);
  }

  /** All virtual networks with gateways of these products, in the order of their ids. */
  public static List<Home> homes(Situation situation, String... products) {
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
