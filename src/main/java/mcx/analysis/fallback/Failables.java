package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Names;
import mcx.design.AccessLink;
import mcx.design.BgpPeering;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Cloud;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.PeeringLocation;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.design.Vrf;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Origin;

/**
 * What can fail: every element and link that some part of the network depends on and that is not
 * down already, and places that fail together. A part of a link counts where the link has several
 * (tunnels, VLANs, paths), and so does an instance of a gateway; what has but one part fails as a
 * whole.
 */
public final class Failables {

  private final Design design;
  private final SortedSet<Id> needed = new TreeSet<>();

  private Failables(Design design, Network network, Failures already) {
    this.design = design;
    SortedSet<Origin> all = new TreeSet<>();
    network.nodes().values().forEach(n -> all.addAll(n.dependsOn()));
    network.segments().forEach(s -> all.addAll(s.dependsOn()));
    network.sessions().forEach(s -> all.addAll(s.dependsOn()));
    network.propagations().forEach(p -> all.addAll(p.dependsOn()));
    network.vpnDomains().forEach(d -> all.add(d.origin()));
    all.removeAll(already.down());
    all.forEach(o -> needed.add(Id.of(o.id())));
  }

  /** All, in the order of their ids. */
  public static List<Failable> of(Design design, Network network, Failures already) {
    Failables all = new Failables(design, network, already);
    List<Failable> found = new ArrayList<>();
    for (Id id : all.needed) {
      if (id.owner().equals(id) || all.failsAlone(id)) {
        found.add(all.alone(id));
      }
    }
    all.together(found);
    found.sort(null);
    return List.copyOf(found);
  }

  private Failable alone(Id id) {
    return new Failable(
        id, Names.of(design, id), kind(id), new TreeSet<>(Set.of(id)), isLogical(id));
  }

  /** What an id of the design, or of places that fail together, is as something that fails. */
  public static Failable one(Design design, Id id) {
    Failable group = Together.of(design, id);
    if (group != null) {
      return group;
    }
    return new Failables(
            design,
            new Network(new TreeMap<>(), List.of(), List.of(), List.of(), List.of()),
            Failures.NONE)
        .alone(id);
  }

  private Failable.Kind kind(Id id) {
    if (!id.owner().equals(id)) {
      return Failable.Kind.PART;
    }
    return switch (design.element(id)) {
      case Router r -> Failable.Kind.CUSTOMER_ROUTER;
      case Premises p -> Failable.Kind.PREMISES;
      case Layer3Provider p -> Failable.Kind.PROVIDER;
      case Layer2Provider p -> Failable.Kind.PROVIDER;
      case PointOfPresence p -> Failable.Kind.POINT_OF_PRESENCE;
      case ProviderEdge p -> Failable.Kind.PROVIDER_EDGE;
      case PeeringLocation p -> Failable.Kind.PEERING_LOCATION;
      case Port p -> Failable.Kind.PORT;
      case Circuit c -> Failable.Kind.CIRCUIT;
      case Gateway g -> Failable.Kind.GATEWAY;
      case Cloud c -> Failable.Kind.CLOUD;
      case Region r -> Failable.Kind.REGION;
      case VirtualNetwork n -> Failable.Kind.VIRTUAL_NETWORK;
      case Vrf v -> Failable.Kind.VRF;
      case Internet i -> Failable.Kind.INTERNET;
      case null -> Failable.Kind.LINK;
      default -> Failable.Kind.ELEMENT;
    };
  }

  private boolean failsAlone(Id part) {
    return switch (design.link(part.owner())) {
      case AccessLink l -> l.vlans().size() > 1;
      case VpnConnection l -> l.tunnels().size() > 1;
      case CloudInterconnect l -> l.paths().size() > 1;
      case null -> instances(part.owner()) > 1;
      default -> false;
    };
  }

  /** How many instances of a gateway end tunnels; 0 for anything else. */
  private long instances(Id gateway) {
    Set<Integer> ends = new HashSet<>();
    for (VpnConnection vpn : design.allLinks(VpnConnection.class)) {
      for (VpnConnection.Tunnel tunnel : vpn.tunnels()) {
        if (vpn.a().equals(gateway)) {
          ends.add(tunnel.instanceA());
        }
        if (vpn.b().equals(gateway)) {
          ends.add(tunnel.instanceB());
        }
      }
    }
    Gateway drawn = design.element(gateway, Gateway.class);
    return drawn == null ? 0 : drawn.activeActive() ? Math.max(2, ends.size()) : ends.size();
  }

  /** Whether it exists in configuration only, so that it never breaks by itself. */
  private boolean isLogical(Id failed) {
    return switch (design.link(failed)) {
      case BgpPeering l -> true;
      case CircuitAttachment l -> true;
      case NetworkAttachment l -> true;
      case GatewayAssociation l -> true;
      case NetworkPeering l -> true;
      case null -> design.element(failed, Vrf.class) != null;
      default -> false;
    };
  }

  /** Places that fail together; the same ones as another group are told once. */
  private void together(List<Failable> found) {
    for (Failable group : Together.of(design, place -> needed.contains(place))) {
      if (found.stream().noneMatch(f -> f.down().equals(group.down()))) {
        found.add(group);
      }
    }
  }

  /** All failures by id. */
  public static Map<Id, Failable> byId(List<Failable> all) {
    Map<Id, Failable> byId = new TreeMap<>();
    all.forEach(f -> byId.put(f.id(), f));
    return byId;
  }
}
