package mcx.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mcx.design.AccessLink;
import mcx.design.BgpPeering;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.CircuitPeering;
import mcx.design.Cloud;
import mcx.design.CloudInterconnect;
import mcx.design.Components;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.PeeringLocation;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.PrivateLink;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.RouterKind;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.design.Vrf;
import org.jspecify.annotations.Nullable;

/**
 * The names that kinds of elements, or of links, have in a file. They are part of the format: a
 * renamed class keeps its name here.
 *
 * @param byName each kind by its name
 */
record Kinds<T>(Map<String, Kind<T>> byName) {

  /**
   * One kind.
   *
   * @param name its name in files
   * @param form how its fields stand in files
   * @param variant what its component {@code kind} holds, where the name says that too
   */
  record Kind<T>(String name, RecordForm<? extends T> form, @Nullable Enum<?> variant) {}

  static final Kinds<Element> ELEMENTS =
      new Builder<Element>()
          .variants(Premises.class, PremisesKind.values())
          .variants(Router.class, RouterKind.values())
          .kind("layer3-provider", Layer3Provider.class)
          .kind("point-of-presence", PointOfPresence.class)
          .kind("provider-edge", ProviderEdge.class)
          .kind("vrf", Vrf.class)
          .kind("layer2-provider", Layer2Provider.class)
          .kind("port", Port.class)
          .kind("peering-location", PeeringLocation.class)
          .kind("cloud", Cloud.class)
          .kind("region", Region.class)
          .kind("virtual-network", VirtualNetwork.class)
          .kind("circuit", Circuit.class)
          .kind("gateway", Gateway.class)
          .kind("route-table", RouteTable.class)
          .kind("internet", Internet.class)
          .build();

  static final Kinds<Link> LINKS =
      new Builder<Link>()
          .kind("access-link", AccessLink.class)
          .kind("circuit-connection", CircuitConnection.class)
          .kind("circuit-attachment", CircuitAttachment.class)
          .kind("gateway-association", GatewayAssociation.class)
          .kind("network-attachment", NetworkAttachment.class)
          .kind("network-peering", NetworkPeering.class)
          .kind("circuit-peering", CircuitPeering.class)
          .kind("cloud-interconnect", CloudInterconnect.class)
          .kind("private-link", PrivateLink.class)
          .kind("bgp-peering", BgpPeering.class)
          .kind("vpn-connection", VpnConnection.class)
          .build();

  /** The kind with this name; null where this version knows none. */
  @Nullable Kind<T> named(String name) {
    return byName.get(name);
  }

  /** The kind of an element or link. */
  Kind<T> of(T value) {
    for (Kind<T> kind : byName.values()) {
      if (kind.form().type().isInstance(value)
          && (kind.variant() == null || kind.variant() == Components.get(value, "kind"))) {
        return kind;
      }
    }
    throw new IllegalStateException("no kind for " + value.getClass());
  }

  /** An enum's constant as it stands in files: {@code route-based} for {@code ROUTE_BASED}. */
  static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final class Builder<T> {
    private final List<Kind<T>> kinds = new ArrayList<>();

    <R extends Record> Builder<T> kind(String name, Class<? extends R> type) {
      kinds.add(new Kind<>(name, form(type), null));
      return this;
    }

    Builder<T> variants(Class<? extends Record> type, Enum<?>[] variants) {
      RecordForm<? extends T> form = form(type);
      for (Enum<?> variant : variants) {
        kinds.add(new Kind<>(text(variant), form, variant));
      }
      return this;
    }

    @SuppressWarnings("unchecked")
    private RecordForm<? extends T> form(Class<? extends Record> type) {
      return (RecordForm<? extends T>) Forms.record(type);
    }

    Kinds<T> build() {
      Map<String, Kind<T>> byName = new LinkedHashMap<>();
      kinds.forEach(k -> byName.put(k.name(), k));
      return new Kinds<>(byName);
    }
  }
}
