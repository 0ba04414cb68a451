package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.catalog.Vendor;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** Which networks a gateway or router serves. */
final class Served {

  private Served() {}

  /**
   * How a virtual network is joined to a gateway.
   *
   * @param network the virtual network
   * @param gateway the gateway
   * @param by the link that joins them; the gateway itself where it stands inside the network
   */
  record Joint(VirtualNetwork network, Gateway gateway, Id by) {}

  /** All virtual networks that gateways serve directly or as remote gateways, each pair once. */
  static List<Joint> joints(Context c) {
    Map<List<Id>, Joint> joints = new LinkedHashMap<>();
    for (NetworkAttachment link : c.links(NetworkAttachment.class)) {
      VirtualNetwork network = either(c, link.a(), link.b(), VirtualNetwork.class);
      Gateway gateway = either(c, link.a(), link.b(), Gateway.class);
      if (network != null && gateway != null) {
        joints.putIfAbsent(
            List.of(network.id(), gateway.id()), new Joint(network, gateway, link.id()));
      }
    }
    for (Gateway gateway : c.elements(Gateway.class)) {
      VirtualNetwork network = c.design.element(gateway.parent(), VirtualNetwork.class);
      if (network != null) {
        joints.putIfAbsent(
            List.of(network.id(), gateway.id()), new Joint(network, gateway, gateway.id()));
      }
    }
    List<Joint> direct = List.copyOf(joints.values());
    Set<Id> full = new LinkedHashSet<>();
    for (Joint joint : direct) {
      Gateway gateway = joint.gateway();
      if (Behaviours.gateway(c.catalog.of(gateway), gateway).servesOneNetwork()
          && !full.add(gateway.id())) {
        joints.remove(List.of(joint.network().id(), gateway.id()));
      }
    }
    for (NetworkPeering peering : c.links(NetworkPeering.class)) {
      VirtualNetwork spoke = c.design.element(peering.b(), VirtualNetwork.class);
      if (spoke == null || !usesRemoteGateway(c, peering)) {
        continue;
      }
      for (Joint joint : direct) {
        if (joint.network().id().equals(peering.a())) {
          joints.putIfAbsent(
              List.of(spoke.id(), joint.gateway().id()),
              new Joint(spoke, joint.gateway(), peering.id()));
        }
      }
    }
    return List.copyOf(joints.values());
  }

  /** Whether the spoke of a peering uses the hub's gateways. */
  static boolean usesRemoteGateway(Context c, NetworkPeering peering) {
    return peering.gatewayTransit()
        && peering.remoteGateway()
        && !refusesTransit(c, peering)
        && ownGateway(c, peering.b()) == null;
  }

  /** A gateway that is attached to the network, or stands in it; null if there is none. */
  static @Nullable Gateway ownGateway(Context c, Id network) {
    for (NetworkAttachment link : c.links(NetworkAttachment.class)) {
      if (link.joins(network)) {
        Gateway gateway = c.design.element(link.other(network), Gateway.class);
        if (gateway != null) {
          return gateway;
        }
      }
    }
    return c.elements(Gateway.class).stream()
        .filter(g -> network.equals(g.parent()))
        .findFirst()
        .orElse(null);
  }

  /** Whether the cloud has no such thing as using the gateways of a peered network. */
  static boolean refusesTransit(Context c, NetworkPeering peering) {
    Vendor vendor = c.catalog.vendor(c.vendor(peering.a()));
    return vendor != null && !vendor.gatewayTransit();
  }

  /** The prefixes of all virtual networks behind a gateway, through associated gateways too. */
  static List<Prefix> networks(Context c, Gateway gateway) {
    Set<Id> gateways = new LinkedHashSet<>();
    reach(c, gateway.id(), gateways);
    Set<Prefix> prefixes = new LinkedHashSet<>();
    for (Joint joint : c.joints()) {
      if (gateways.contains(joint.gateway().id())) {
        prefixes.addAll(of(c, joint.network()));
      }
    }
    return List.copyOf(prefixes);
  }

  private static void reach(Context c, Id gateway, Set<Id> into) {
    if (into.add(gateway)) {
      for (GatewayAssociation link : c.links(GatewayAssociation.class)) {
        if (link.a().equals(gateway)) {
          reach(c, link.b(), into);
        }
      }
    }
  }

  /**
   * The prefixes that a virtual network is advertised with: its subnets' in a cloud that advertises
   * those, else its own.
   */
  static List<Prefix> of(Context c, VirtualNetwork network) {
    if (NetworkTable.advertisesSubnets(c, network) && !network.subnets().isEmpty()) {
      return network.subnets().stream().map(VirtualNetwork.Subnet::prefix).distinct().toList();
    }
    return Context.prefixes(network.prefixes());
  }

  /** The prefixes of the router's own and of the place it stands in. */
  static List<Prefix> networks(Context c, Router router) {
    List<Prefix> prefixes = new ArrayList<>(Context.prefixes(router.networks()));
    Premises premises = c.design.within(router.id(), Premises.class);
    if (premises != null) {
      prefixes.addAll(Context.prefixes(premises.networks()));
    }
    VirtualNetwork network = c.design.within(router.id(), VirtualNetwork.class);
    if (network != null) {
      prefixes.addAll(of(c, network));
    }
    return prefixes.stream().distinct().toList();
  }

  private static <E extends mcx.design.Element> @Nullable E either(
      Context c, Id one, Id other, Class<E> kind) {
    E found = c.design.element(one, kind);
    return found != null ? found : c.design.element(other, kind);
  }
}
