package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.CircuitPeering;
import mcx.design.Cloud;
import mcx.design.Components;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Link;
import mcx.design.ListName;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.PeeringType;
import mcx.design.PrefixListRoute;
import mcx.design.PrefixLists;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.Region;
import mcx.design.RoutePolicy;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.StaticRoute;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.inet.AsPath;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Solution;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A small design in few words, compiled with the built-in catalog, and questions to the outcome.
 */
final class Sketch {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final List<Element> elements = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<Id, List<PrefixListRoute>> listRoutes = new TreeMap<>();
  private PrefixLists lists = PrefixLists.NONE;
  private final Failures failures;

  Sketch(Object... failed) {
    failures = failed.length == 0 ? Failures.NONE : Failures.of(failed);
  }

  Sketch add(Element element) {
    elements.add(element);
    return this;
  }

  Sketch add(Link link) {
    links.add(link);
    return this;
  }

  /** A datacenter {@code id} with a router {@code id-r}. */
  Sketch site(String id, long asn, String... prefixes) {
    return add(new Premises(Id.of(id), id, null, PremisesKind.DATACENTER, null, ranges(prefixes)))
        .add(Router.of(Id.of(id + "-r"), id + "-r", Id.of(id), Asn.of(asn)));
  }

  /** Sets a component of an element that was added before. */
  Sketch change(String id, String component, Object value) {
    elements.replaceAll(e -> e.id().value().equals(id) ? Components.with(e, component, value) : e);
    return this;
  }

  Sketch cloud(String vendor) {
    return add(new Cloud(Id.of(vendor), vendor, null, vendor));
  }

  Sketch network(String cloud, String id, String... prefixes) {
    return add(VirtualNetwork.of(Id.of(id), id, Id.of(cloud), prefixes));
  }

  Sketch gateway(String cloud, String id, String product, @Nullable Long asn) {
    return gateway(cloud, id, product, null, asn, false);
  }

  Sketch gateway(
      String cloud,
      String id,
      String product,
      @Nullable String sku,
      @Nullable Long asn,
      boolean activeActive) {
    return add(
        new Gateway(
            Id.of(id),
            id,
            Id.of(cloud),
            product,
            sku,
            asn == null ? null : Asn.of(asn),
            activeActive,
            List.of(),
            List.of(),
            Set.of()));
  }

  Sketch serve(String network, String gateway) {
    return add(
        new NetworkAttachment(Id.of(network + "-" + gateway), "", Id.of(network), Id.of(gateway)));
  }

  Sketch peer(String hub, String spoke, boolean transit) {
    return add(
        new NetworkPeering(
            Id.of(hub + "-" + spoke), "", Id.of(hub), Id.of(spoke), transit, transit));
  }

  /** A circuit with one direct connection to the router of each site, joined to a gateway. */
  Sketch circuit(String cloud, String id, String product, String gateway, String... sites) {
    add(new Circuit(Id.of(id), id, Id.of(cloud), product, null, 1000, null));
    for (int i = 0; i < sites.length; i++) {
      connect(id, sites[i], i == 0 ? ConnectionRole.PRIMARY : ConnectionRole.SECONDARY);
    }
    return attach(id, gateway, 0);
  }

  Sketch attach(String circuit, String gateway, int weight) {
    return add(
        new CircuitAttachment(
            Id.of(circuit + "-" + gateway), "", Id.of(circuit), Id.of(gateway), weight));
  }

  Sketch connect(String circuit, String site, ConnectionRole role) {
    return connect(circuit, site, role, PeeringType.PRIVATE);
  }

  Sketch connect(String circuit, String site, ConnectionRole role, PeeringType peering) {
    return add(
        new CircuitConnection(
            Id.of(circuit + "-" + site + "-" + role.name().charAt(0) + peering.name().charAt(0)),
            "",
            Id.of(circuit),
            Id.of(site + "-r"),
            role,
            peering,
            0,
            null,
            null,
            null,
            BgpSettings.DEFAULT));
  }

  Sketch associate(String near, String far, String... allowed) {
    return add(
        new GatewayAssociation(
            Id.of(near + "-" + far),
            "",
            Id.of(near),
            Id.of(far),
            Arrays.stream(allowed).map(Prefix::of).toList()));
  }

  Sketch join(String circuit, String other) {
    return add(new CircuitPeering(Id.of(circuit + "-" + other), "", Id.of(circuit), Id.of(other)));
  }

  /** A GRE tunnel with BGP, without IPsec. */
  Sketch gre(String id, String a, String b) {
    return vpn(id, a, b, Routing.BGP, null, VpnMode.GRE, 1);
  }

  /** A VPN with one route-based tunnel. */
  Sketch vpn(String id, String a, String b, Routing routing) {
    return vpn(id, a, b, routing, null, VpnMode.ROUTE_BASED, 1);
  }

  Sketch vpn(
      String id,
      String a,
      String b,
      Routing routing,
      @Nullable IkeVersion ike,
      VpnMode mode,
      int tunnels) {
    List<VpnConnection.Tunnel> all = new ArrayList<>();
    for (int i = 1; i <= tunnels; i++) {
      all.add(new VpnConnection.Tunnel("tunnel-" + i, null, 0, 0, BgpSettings.DEFAULT));
    }
    return add(
        new VpnConnection(
            Id.of(id), id, Id.of(a), Id.of(b), null, ike, mode, Set.of(), Set.of(), routing,
            List.of(), List.of(), all));
  }

  Sketch region(String cloud, String id) {
    return add(new Region(Id.of(id), id, Id.of(cloud), id));
  }

  /** A route table of a gateway or network, with what is associated and what propagates. */
  Sketch table(String parent, String id, String associations, String propagations) {
    return add(
        new RouteTable(
            Id.of(id), id, Id.of(parent), ids(associations), ids(propagations), List.of()));
  }

  /** Adds a route to a route table; via nothing to discard. */
  Sketch route(String table, String prefix, @Nullable String via) {
    elements.replaceAll(
        e ->
            e instanceof RouteTable t && t.id().value().equals(table)
                ? Components.with(t, "routes", more(t.routes(), prefix, via))
                : e);
    return this;
  }

  /** Adds a prefix list of its own, and a reference to it, to a route table. */
  Sketch list(String table, String name, @Nullable String via, RoutePolicy.PrefixMatch... entries) {
    ListName list = new ListName(name);
    lists = lists.with(list, List.of(entries));
    listRoutes
        .computeIfAbsent(Id.of(table), t -> new ArrayList<>())
        .add(new PrefixListRoute(list, via == null ? null : Id.of(via)));
    return this;
  }

  private static List<StaticRoute> more(
      List<StaticRoute> routes, String prefix, @Nullable String via) {
    List<StaticRoute> all = new ArrayList<>(routes);
    all.add(new StaticRoute(Prefix.of(prefix), via == null ? null : Id.of(via), true));
    return all;
  }

  private static Set<Id> ids(String blankSeparated) {
    Set<Id> ids = new java.util.LinkedHashSet<>();
    for (String id : blankSeparated.split(" ", -1)) {
      if (!id.isEmpty()) {
        ids.add(Id.of(id));
      }
    }
    return ids;
  }

  /** Sets something of an element or link that was added before. */
  Sketch set(String id, Setting setting, Object value) {
    elements.replaceAll(
        e ->
            e.id().value().equals(id)
                ? (Element) Components.with(e, "settings", e.settings().with(setting, value))
                : e);
    links.replaceAll(
        l ->
            l.id().value().equals(id)
                ? (Link) Components.with(l, "settings", l.settings().with(setting, value))
                : l);
    return this;
  }

  /** The router of a site prepends its own number on a circuit's session this many times. */
  Sketch prepend(String link, int times) {
    return export(link, new RoutePolicy.Change(null, null, times, List.of(), List.of(), null));
  }

  /** What end b of a circuit's session changes on all that it sends. */
  Sketch export(String link, RoutePolicy.Change change) {
    RoutePolicy policy =
        new RoutePolicy(
            List.of(new RoutePolicy.Term("", List.of(), List.of(), null, null, true, change)),
            true);
    return changeLink(
        link,
        "session",
        new BgpSettings(BgpEnd.DEFAULT, BgpEnd.DEFAULT.with("exportPolicy", policy)));
  }

  /** What the router at end b of a VPN changes on all that it sends over the tunnels. */
  Sketch exportTunnel(String vpn, RoutePolicy.Change change) {
    RoutePolicy policy =
        new RoutePolicy(
            List.of(new RoutePolicy.Term("", List.of(), List.of(), null, null, true, change)),
            true);
    BgpSettings session =
        new BgpSettings(BgpEnd.DEFAULT, BgpEnd.DEFAULT.with("exportPolicy", policy));
    links.replaceAll(
        l ->
            l instanceof VpnConnection v && v.id().value().equals(vpn)
                ? Components.with(
                    v,
                    "tunnels",
                    v.tunnels().stream().map(t -> Components.with(t, "session", session)).toList())
                : l);
    return this;
  }

  /** Sets a component of a link that was added before. */
  Sketch changeLink(String id, String component, Object value) {
    links.replaceAll(l -> l.id().value().equals(id) ? Components.with(l, component, value) : l);
    return this;
  }

  Design design() {
    Design plain = Design.of("sketch", elements, links, List.of()).withPrefixLists(lists);
    List<Element> tables = new ArrayList<>();
    listRoutes.forEach(
        (table, routes) ->
            tables.add(
                Components.with(
                    Objects.requireNonNull(plain.element(table)), "listRoutes", routes)));
    return plain.with(tables, List.of());
  }

  Outcome outcome() {
    Analysis analysis = Analyzer.analyze(design(), CATALOG, failures);
    return new Outcome(analysis.compiled(), analysis.solution());
  }

  private static List<PrefixRange> ranges(String... prefixes) {
    return Arrays.stream(prefixes).map(PrefixRange::of).toList();
  }

  /** The compiled network and its solution. */
  record Outcome(Compiled compiled, Solution solution) {

    Network network() {
      return compiled.network();
    }

    /** The path of the best route at a node is exactly this. */
    Outcome path(String node, String prefix, String asPath) {
      assertEquals(
          AsPath.parse(asPath), entry(node, prefix).first().asPath(), node + " to " + prefix);
      return this;
    }

    /** A table: of a node, or one of several, as in {@code tgw:red}. */
    private static VrfId table(String node) {
      int colon = node.indexOf(':');
      return colon < 0
          ? VrfId.of(node)
          : new VrfId(node.substring(0, colon), node.substring(colon + 1));
    }

    RibEntry entry(String node, String prefix) {
      RibEntry entry = solution.entry(table(node), Prefix.of(prefix));
      assertNotNull(
          entry, () -> node + " lacks " + prefix + ": " + solution.rib(table(node)).keySet());
      return Objects.requireNonNull(entry);
    }

    Outcome none(String node, String prefix) {
      assertNull(solution.entry(table(node), Prefix.of(prefix)), node + " should lack " + prefix);
      return this;
    }

    /** What the best route came in by. */
    Outcome via(String node, String prefix, String edge) {
      assertEquals(edge, entry(node, prefix).first().via(), node + " to " + prefix);
      return this;
    }

    /** How a table shares what it has for an address, by the segment that is crossed. */
    Map<String, Double> shares(String node, String address) {
      Map<String, Double> shares = new TreeMap<>();
      solution
          .spread(table(node), IpAddress.of(address))
          .places()
          .getFirst()
          .branches()
          .forEach(b -> shares.merge(String.valueOf(b.hop().segment()), b.share(), Double::sum));
      return shares;
    }

    /** Packets between the two sites arrive along these nodes. */
    Outcome goes(String from, String to, String nodes) {
      Prefix prefix = Objects.requireNonNull(network().vrf(VrfId.of(to))).originated().getFirst();
      Trace trace = solution.trace(VrfId.of(from), prefix.host(1));
      assertTrue(trace.arrived(), () -> from + " to " + to + ": " + trace.reason());
      assertEquals(
          nodes, String.join(" ", trace.hops().stream().map(h -> h.table().node()).toList()));
      return this;
    }

    Outcome isolated(String from, String to) {
      Prefix prefix = Objects.requireNonNull(network().vrf(VrfId.of(to))).originated().getFirst();
      Trace trace = solution.trace(VrfId.of(from), prefix.host(1));
      assertTrue(!trace.arrived(), () -> from + " should not reach " + to + ": " + trace.hops());
      return this;
    }

    Session session(String id) {
      Session session = network().session(id);
      assertNotNull(
          session,
          () -> "no " + id + " in " + network().sessions().stream().map(Session::id).toList());
      return Objects.requireNonNull(session);
    }

    /** The rules of the errors and warnings that were noted, without those that have none. */
    Set<String> rules() {
      Set<String> rules = new TreeSet<>();
      for (Note note : compiled.notes()) {
        if (note.severity() != Note.Severity.INFO && !note.rule().isEmpty()) {
          rules.add(note.rule());
        }
      }
      return rules;
    }

    /** Nothing worse than information was noted. */
    Outcome clean() {
      assertEquals(
          List.of(),
          compiled.notes().stream()
              .filter(n -> n.severity() != Note.Severity.INFO)
              .map(Note::text)
              .toList());
      return this;
    }

    /** Something was noted that holds these words. */
    Outcome notes(String words) {
      assertTrue(
          compiled.notes().stream().anyMatch(n -> n.text().contains(words)),
          () -> "no note with “" + words + "”: " + compiled.notes());
      return this;
    }
  }
}
