package mcx.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import mcx.catalog.Catalog;
import mcx.catalog.Vendor;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import org.jspecify.annotations.Nullable;

/** Which sites something leads to, as drawn: what a router stands in, what a gateway serves. */
public final class Behind {

  private Behind() {}

  /** The sites behind an element, in order of finding; a site is behind itself. */
  public static List<Id> sites(Design design, Catalog catalog, Id element) {
    SequencedSet<Id> sites = new LinkedHashSet<>();
    collect(design, catalog, element, sites, new LinkedHashSet<>());
    return List.copyOf(sites);
  }

  /**
   * The virtual networks that a gateway serves, through associated gateways too, and those that use
   * it as a remote gateway: peering goes no further than one step.
   */
  public static List<VirtualNetwork> networks(Design design, Catalog catalog, Id gateway) {
    SequencedSet<VirtualNetwork> networks = new LinkedHashSet<>();
    sites(design, catalog, gateway).forEach(s -> add(design, s, networks));
    return List.copyOf(networks);
  }

  /** Whether a virtual network uses the gateways of one that it is peered with. */
  static boolean usesOthersGateways(Design design, Id network) {
    return design.allLinks(NetworkPeering.class).stream()
        .anyMatch(p -> p.b().equals(network) && p.gatewayTransit() && p.remoteGateway());
  }

  /** The virtual networks that a gateway stands in or is attached to, without peered ones. */
  public static List<VirtualNetwork> homes(Design design, Gateway gateway) {
    SequencedSet<VirtualNetwork> homes = new LinkedHashSet<>();
    add(design, gateway.parent(), homes);
    for (NetworkAttachment link : design.allLinks(NetworkAttachment.class)) {
      if (link.joins(gateway.id())) {
        add(design, link.other(gateway.id()), homes);
      }
    }
    return List.copyOf(homes);
  }

  private static void add(Design design, @Nullable Id id, SequencedSet<VirtualNetwork> homes) {
    VirtualNetwork network = design.element(id, VirtualNetwork.class);
    if (network != null) {
      homes.add(network);
    }
  }

  private static void collect(
      Design design, Catalog catalog, Id id, SequencedSet<Id> sites, SequencedSet<Id> seen) {
    Element element = design.element(id);
    if (element == null || !seen.add(id)) {
      return;
    }
    switch (element) {
      case VirtualNetwork n -> network(design, catalog, n, sites);
      case Premises p -> sites.add(p.id());
      case Router r -> {
        Premises premises = design.within(id, Premises.class);
        VirtualNetwork network = design.within(id, VirtualNetwork.class);
        if (premises != null) {
          sites.add(premises.id());
        } else if (network != null) {
          sites.add(network.id());
        }
      }
      case Circuit c -> {
        for (CircuitAttachment link : design.allLinks(CircuitAttachment.class)) {
          if (link.joins(id)) {
            collect(design, catalog, link.other(id), sites, seen);
          }
        }
      }
      case Gateway g -> {
        homes(design, g).forEach(n -> network(design, catalog, n, sites));
        for (GatewayAssociation link : design.allLinks(GatewayAssociation.class)) {
          if (link.a().equals(id)) {
            collect(design, catalog, link.b(), sites, seen);
          }
        }
      }
      default -> {}
    }
  }

  private static void network(
      Design design, Catalog catalog, VirtualNetwork network, SequencedSet<Id> sites) {
    sites.add(network.id());
    Cloud cloud = design.within(network.id(), Cloud.class);
    Vendor vendor = cloud == null ? null : catalog.vendor(cloud.vendor());
    if (vendor != null && !vendor.gatewayTransit()) {
      return;
    }
    for (Link link : design.linksOf(network.id())) {
      if (link instanceof NetworkPeering p
          && p.a().equals(network.id())
          && p.gatewayTransit()
          && p.remoteGateway()
          && !hasGateway(design, p.b())) {
        sites.add(p.b());
      }
    }
  }

  /** Whether a gateway stands in the network or is attached to it. */
  private static boolean hasGateway(Design design, Id network) {
    return design.all(Gateway.class).stream().anyMatch(g -> network.equals(g.parent()))
        || design.linksOf(network).stream()
            .anyMatch(
                l ->
                    l instanceof NetworkAttachment
                        && design.element(l.other(network), Gateway.class) != null);
  }
}
