package mcx.compile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.PeeringType;
import mcx.design.Router;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.inet.PrefixRange;
import mcx.network.Propagation;
import mcx.network.Session;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * The limits of gateways that are counted over more than one session, once all edges are known: on
 * all they learn or advertise, on each network, circuit or VPN at them.
 */
final class GatewayLimits {

  private static final List<Side> CIRCUITS = List.of(Side.CIRCUIT, Side.LINKED, Side.INTERCONNECT);

  /** Where routes come from that a gateway did not have from its own networks. */
  private static final List<Side> OUTSIDE =
      List.of(
          Side.CIRCUIT,
          Side.LINKED,
          Side.INTERCONNECT,
          Side.VPN,
          Side.LINKED_VPN,
          Side.UPSTREAM,
          Side.PEER_GATEWAY);

  private final Context c;
  private final Gateways gateways;

  GatewayLimits(Context c, Gateways gateways) {
    this.c = c;
    this.gateways = gateways;
  }

  void compile() {
    for (GatewayEnd end : gateways.all()) {
      facts(end, Direction.IN, Scope.GATEWAY).forEach(f -> learned(end, f));
      facts(end, Direction.IN, Scope.ALLOCATED).forEach(f -> allotted(end, f));
      facts(end, Direction.OUT, Scope.GATEWAY).forEach(f -> advertised(end, f));
      facts(end, Direction.IN, Scope.NETWORK).forEach(f -> networks(end, f));
      facts(end, Direction.IN, Scope.ATTACHMENT).forEach(f -> circuits(end, f));
      LimitFacts.of(end.product(), end.gateway().sku(), Direction.IN, Scope.SESSION, "APPLIANCE")
          .stream()
          .filter(f -> f.peering() != null)
          .forEach(f -> appliances(end, f));
      facts(end, Direction.OUT, Scope.ENTERED).forEach(f -> noteEntered(end, f));
      sent(end, "VPN").forEach(f -> vpns(end, f, false));
      sent(end, VpnConnections.CONNECT).stream()
          .filter(f -> f.peering() != null)
          .forEach(f -> vpns(end, f, true));
    }
  }

  private static List<PrefixLimitFact> sent(GatewayEnd end, String peering) {
    return LimitFacts.of(end.product(), end.gateway().sku(), Direction.OUT, Scope.SESSION, peering);
  }

  private static List<PrefixLimitFact> facts(GatewayEnd end, Direction direction, Scope scope) {
    return LimitFacts.of(
        end.product(), end.gateway().sku(), direction, scope, "PRIVATE", "TRANSIT", "VPN");
  }

  private void learned(GatewayEnd end, PrefixLimitFact fact) {
    Id id = end.gateway().id();
    if (end.behaviour().limitCountsTable()) {
      new LimitDraft(c, id, "", fact, "Routes in the table of " + c.label(id))
          .all(end.table())
          .granted(end.gateway().settings().number(Setting.PREFIX_QUOTA))
          .add();
      return;
    }
    LimitDraft limit = new LimitDraft(c, id, "", fact, "Prefixes that " + c.label(id) + " learns");
    entries(end, OUTSIDE).forEach(edge -> limit.received(edge, end.table()));
    limit.add();
  }

  private void allotted(GatewayEnd end, PrefixLimitFact fact) {
    Id id = end.gateway().id();
    LimitDraft limit =
        new LimitDraft(c, id, "", fact, "Prefixes allotted to the interfaces at " + c.label(id));
    Set<Id> circuits = new TreeSet<>();
    entries(end, CIRCUITS).forEach(edge -> circuits.add(circuit(edge)));
    for (CircuitConnection link : c.links(CircuitConnection.class)) {
      Session session = c.net.session(link.id().value());
      boolean isPool =
          link.peering() == PeeringType.PRIVATE || link.peering() == PeeringType.TRANSIT;
      if (session != null && isPool && circuits.contains(link.a())) {
        limit.received(session.id(), session.a());
      }
    }
    limit.add();
  }

  /**
   * What a gateway's own networks put on its circuits, or what it sends there in summaries; or, for
   * one without circuits, all that goes out on those of the gateways that it exchanges routes with.
   */
  private void advertised(GatewayEnd end, PrefixLimitFact fact) {
    Id id = end.gateway().id();
    Set<String> own = exits(end);
    if (!own.isEmpty()) {
      LimitDraft limit =
          new LimitDraft(c, id, "", fact, "Prefixes of the virtual networks behind " + c.label(id));
      if (AzureSummaries.of(c, end.gateway()).isEmpty()) {
        entries(end, List.of(Side.NETWORK)).forEach(edge -> limit.received(edge, end.table()));
      } else {
        own.forEach(session -> limit.sent(session, end.table()));
      }
      own.forEach(limit::falls);
      limit.add();
      return;
    }
    for (GatewayEnd other : associated(end)) {
      Id sender = other.gateway().id();
      LimitDraft limit =
          new LimitDraft(
              c,
              id,
              sender.value(),
              fact,
              "Prefixes that " + c.label(sender) + " sends to its circuits");
      for (String session : exits(other)) {
        limit.sent(session, other.table()).falls(session);
      }
      limit.add();
    }
  }

  private Set<GatewayEnd> associated(GatewayEnd end) {
    Set<GatewayEnd> others = new LinkedHashSet<>();
    for (GatewayAssociation link : c.links(GatewayAssociation.class)) {
      if (link.joins(end.gateway().id())) {
        GatewayEnd other = gateways.get(link.other(end.gateway().id()));
        if (other != null) {
          others.add(other);
        }
      }
    }
    return others;
  }

  private void networks(GatewayEnd end, PrefixLimitFact fact) {
    for (String edge : entries(end, List.of(Side.NETWORK))) {
      Propagation propagation = c.net.propagation(edge);
      if (propagation != null) {
        Id network = Id.of(propagation.from().node());
        new LimitDraft(
                c,
                end.gateway().id(),
                network.value(),
                fact,
                "Prefixes of " + c.label(network) + " at " + c.label(end.gateway().id()))
            .received(edge, end.table())
            .add();
      }
    }
  }

  /** What each appliance in the network of a route server tells it; none in its spokes. */
  private void appliances(GatewayEnd end, PrefixLimitFact fact) {
    Set<Id> networks = new TreeSet<>();
    for (String edge : entries(end, List.of(Side.NETWORK))) {
      Propagation propagation = c.net.propagation(edge);
      boolean attached =
          propagation != null
              && c.design.link(Id.of(propagation.origin().id())) instanceof NetworkAttachment;
      if (propagation != null && attached) {
        networks.add(Id.of(propagation.from().node()));
      }
    }
    for (Router router : c.elements(Router.class)) {
      Id network = router.parent();
      if (router.asn() != null && network != null && networks.contains(network)) {
        VrfId table = VrfId.of(network.value());
        String told = VirtualNetworks.toldByAppliance(router, table);
        new LimitDraft(
                c,
                end.gateway().id(),
                router.id().value(),
                fact,
                "Prefixes that " + c.label(router.id()) + " tells " + c.label(end.gateway().id()))
            .received(told, table)
            .fallsEdge(told)
            .add();
      }
    }
  }

  private void circuits(GatewayEnd end, PrefixLimitFact fact) {
    Map<Id, LimitDraft> byCircuit = new LinkedHashMap<>();
    for (String edge : entries(end, CIRCUITS)) {
      Id circuit = circuit(edge);
      byCircuit
          .computeIfAbsent(
              circuit,
              k ->
                  new LimitDraft(
                      c,
                      end.gateway().id(),
                      k.value(),
                      fact,
                      "Prefixes of " + c.label(k) + " at " + c.label(end.gateway().id())))
          .received(edge, end.table());
    }
    byCircuit.values().forEach(LimitDraft::add);
  }

  /** The circuit that a session belongs to; its link where that has none. */
  private Id circuit(String session) {
    Link link = link(session);
    if (link instanceof CircuitConnection connection) {
      return connection.a();
    }
    if (link == null) {
      return Id.of(session).owner();
    }
    return c.design.element(link.a(), Circuit.class) != null
        ? link.a()
        : c.design.element(link.b(), Circuit.class) != null ? link.b() : link.id();
  }

  private @Nullable Link link(String session) {
    Session found = c.net.session(session);
    return found == null ? null : c.design.link(Id.of(found.origin().id()).owner());
  }

  /**
   * What is sent over each VPN.
   *
   * @param plain whether it is about those without IPsec
   */
  private void vpns(GatewayEnd end, PrefixLimitFact fact, boolean plain) {
    Map<Id, LimitDraft> byVpn = new LinkedHashMap<>();
    for (String session : c.net.exits(end.table(), Side.VPN)) {
      Link link = link(session);
      if (link instanceof VpnConnection vpn && (vpn.mode() == VpnMode.GRE) == plain) {
        byVpn
            .computeIfAbsent(
                link.id(),
                k ->
                    new LimitDraft(
                        c,
                        end.gateway().id(),
                        k.value(),
                        fact,
                        "Prefixes from " + c.label(end.gateway().id()) + " over " + c.label(k)))
            .sent(session, end.table());
      }
    }
    byVpn.values().forEach(LimitDraft::add);
  }

  private Set<String> entries(GatewayEnd end, List<Side> sides) {
    Set<String> all = new LinkedHashSet<>();
    sides.forEach(side -> all.addAll(c.net.entries(end.table(), side)));
    return all;
  }

  /** The sessions by which its routes go out to circuits. */
  private Set<String> exits(GatewayEnd end) {
    Set<String> all = new LinkedHashSet<>();
    CIRCUITS.forEach(side -> all.addAll(c.net.exits(end.table(), side)));
    return all;
  }

  /** What is entered by hand is refused at once where it is too much. */
  private void noteEntered(GatewayEnd end, PrefixLimitFact fact) {
    Id id = end.gateway().id();
    long entered = end.gateway().advertised().stream().mapToLong(PrefixRange::count).sum();
    if (entered > fact.max()) {
      c.notes.error(
          c.vendor(id).equals("google") ? "PFX-17" : "",
          fact.source(),
          c.label(id)
              + " has "
              + entered
              + " prefixes to advertise by hand; it takes "
              + fact.max()
              + " on a session and refuses more. Summarise them.",
          id);
    }
  }
}
