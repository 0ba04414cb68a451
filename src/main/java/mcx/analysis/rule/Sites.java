package mcx.analysis.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.analysis.SessionFlow;
import mcx.change.Behind;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;
import org.jspecify.annotations.Nullable;

/**
 * Which sites stand behind what: those that a cloud hears of over a circuit or a tunnel, and those
 * that a gateway serves. Worked out when first asked, and kept.
 */
public final class Sites {

  private final Situation situation;
  private final Map<VrfId, Id> siteOf = new HashMap<>();
  private final Map<Id, SortedSet<Id>> behindCircuit = new HashMap<>();
  private final Map<Id, Map<Id, SortedSet<Id>>> heardOverVpn = new HashMap<>();
  private final Map<Id, SortedSet<Id>> served = new HashMap<>();
  private final Map<Id, SortedSet<Id>> attached = new HashMap<>();
  private final Map<Id, SortedSet<Id>> gatewaysOf = new HashMap<>();

  Sites(Situation situation) {
    this.situation = situation;
    siteOf.putAll(situation.analysis().compiled().siteOf());
  }

  /** The site that a table belongs to; null for one of a provider or cloud. */
  public @Nullable Id of(VrfId table) {
    Id site = siteOf.get(table);
    if (site != null) {
      return site;
    }
    Id element = situation.elementOf(table);
    Premises premises = situation.design().within(element, Premises.class);
    return premises == null ? null : premises.id();
  }

  /** The sites whose prefixes the cloud accepts over the connections of a circuit. */
  public SortedSet<Id> behind(Circuit circuit) {
    return behindCircuit.computeIfAbsent(
        circuit.id(),
        id -> {
          SortedSet<Id> sites = new TreeSet<>();
          for (CircuitConnection c : situation.links(CircuitConnection.class)) {
            if (c.a().equals(id)) {
              situation.flows(c.id()).stream()
                  .filter(f -> f.facesCloud() != null)
                  .forEach(f -> heard(f, sites));
            }
          }
          return sites;
        });
  }

  /**
   * The places of the customer's own that the cloud is told of over a circuit, whether it takes
   * that or not: a peering for public services takes nothing into a table that is drawn.
   */
  public SortedSet<Id> premisesTold(Circuit circuit) {
    SortedSet<Id> sites = new TreeSet<>();
    for (CircuitConnection c : situation.links(CircuitConnection.class)) {
      if (c.a().equals(circuit.id())) {
        for (SessionFlow f : situation.flows(c.id())) {
          if (f.facesCloud() != null) {
            for (AdvertisementGroup g : f.routes().groups()) {
              Id site = g.outcome().sent() ? of(g.source()) : null;
              if (site != null) {
                sites.add(site);
              }
            }
          }
        }
      }
    }
    return premises(sites);
  }

  /** The places of the customer's own that the cloud hears of over a circuit. */
  public SortedSet<Id> premisesBehind(Circuit circuit) {
    return premises(behind(circuit));
  }

  /**
   * The sites that one end of a VPN reaches over it: by BGP those whose prefixes it accepts, by
   * static routing the far end's own.
   */
  public SortedSet<Id> behind(VpnConnection vpn, Id end) {
    return heardOverVpn
        .computeIfAbsent(vpn.id(), id -> new HashMap<>())
        .computeIfAbsent(
            end,
            e -> {
              SortedSet<Id> sites = new TreeSet<>();
              if (vpn.routing() == Routing.STATIC) {
                own(vpn.other(e), sites);
              } else {
                for (SessionFlow f : situation.flows(vpn.id())) {
                  if (e.equals(situation.elementOf(f.to()))) {
                    heard(f, sites);
                  }
                }
              }
              return sites;
            });
  }

  /** The places of the customer's own that one end of a VPN reaches over it. */
  public SortedSet<Id> premisesBehind(VpnConnection vpn, Id end) {
    return premises(behind(vpn, end));
  }

  private SortedSet<Id> premises(Collection<Id> sites) {
    return sites.stream()
        .filter(s -> situation.design().element(s, Premises.class) != null)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void heard(SessionFlow flow, Set<Id> into) {
    for (AdvertisementGroup g : flow.routes().groups()) {
      if (g.outcome() == Advertisement.Outcome.ACCEPTED) {
        Id site = of(g.source());
        if (site != null) {
          into.add(site);
        }
      }
    }
  }

  private void own(Id end, Set<Id> into) {
    if (situation.design().element(end, Router.class) != null) {
      Premises premises = situation.design().within(end, Premises.class);
      VirtualNetwork network = situation.design().within(end, VirtualNetwork.class);
      if (premises != null) {
        into.add(premises.id());
      }
      if (network != null) {
        into.add(network.id());
      }
    } else {
      into.addAll(served(end));
    }
  }

  /**
   * The virtual networks that a gateway serves, or a circuit by its gateways: attached, peered, or
   * by associated gateways.
   */
  public SortedSet<Id> served(Id gatewayOrCircuit) {
    return served.computeIfAbsent(
        gatewayOrCircuit, id -> ids(Behind.networks(situation.design(), situation.catalog(), id)));
  }

  /** The virtual networks that a gateway stands in, or that are attached to it. */
  public SortedSet<Id> attached(Id gateway) {
    return attached.computeIfAbsent(
        gateway,
        id -> {
          Gateway drawn = situation.design().element(id, Gateway.class);
          return drawn == null ? new TreeSet<>() : ids(Behind.homes(situation.design(), drawn));
        });
  }

  private static SortedSet<Id> ids(Collection<VirtualNetwork> networks) {
    return networks.stream().map(VirtualNetwork::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The gateways that a virtual network is attached to, or that stand in it. */
  public SortedSet<Id> gateways(Id network) {
    return gatewaysOf.computeIfAbsent(
        network,
        id ->
            situation.all(Gateway.class).stream()
                .map(Gateway::id)
                .filter(g -> attached(g).contains(id))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The gateways that a circuit is joined to. */
  public SortedSet<Id> gateways(Circuit circuit) {
    return situation.links(CircuitAttachment.class).stream()
        .filter(l -> l.joins(circuit.id()))
        .map(l -> l.other(circuit.id()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The pairs of a site of the one set and a different one of the other. */
  public SitePairs pairs(Collection<Id> one, Collection<Id> other) {
    return SitePairs.of(situation, one, other);
  }
}
