package mcx.bench;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.design.AccessLink;
import mcx.design.Aggregate;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Components;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Internet;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.PeeringType;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.PrivateLink;
import mcx.design.ProviderEdge;
import mcx.design.RoutePolicy;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.design.Vrf;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.diagram.Placements;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.inet.RouteTarget;
import mcx.network.Network;
import mcx.network.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Designs as architects draw them, of any size: premises with one router or two around a layer-3
 * provider that keeps partners apart from the rest, four clouds behind circuits in a VRF of their
 * own, and VPN over the Internet as backup. The same arguments give the same design, always.
 */
public final class Drawn {

  private static final Id PROVIDER = Id.of("meridian");

  private static final Id INTERNET = Id.of("internet");

  private static final List<String> VRFS = List.of("corporate", "partners", "clouds");

  private static final Prefix EVERYTHING = Prefix.of("10.0.0.0/8");

  private final SortedMap<Id, Element> elements = new TreeMap<>();
  private final SortedMap<Id, Link> links = new TreeMap<>();

  private final int edges;

  private Drawn(int edges) {
    this.edges = edges;
  }

  /** {@link #fiftySites} with a place for everything. */
  public static Document fiftySitesPlaced() {
    Design design = fiftySites();
    return Document.EMPTY
        .withDesign(design)
        .withDiagram(Placements.complete(design, Diagram.EMPTY));
  }

  /**
   * 50 sites with 20 prefixes each: 46 premises with two routers, ten of them of partners, and a
   * virtual network in each of four clouds; circuits to the clouds, and VPN from eight premises to
   * two of them. About 200 routers and VRFs.
   */
  public static Design fiftySites() {
    Drawn d = new Drawn(12);
    d.provider(VRFS);
    d.premises(46, 36, 46, 20);
    d.clouds(20);
    d.vpn(8);
    return d.design("50 sites, 4 clouds");
  }

  /** 150 elements and links that can fail, so 11,175 pairs of them. */
  public static Design pairs() {
    Drawn d = new Drawn(8);
    d.provider(VRFS);
    d.premises(18, 11, 11, 4);
    d.clouds(4);
    d.vpn(4);
    return d.design("150 things that can fail");
  }

  /** 50 sites of 2,000 prefixes each, joined by a layer-3 provider in one VRF. */
  public static Design hundredThousandPrefixes() {
    Drawn d = new Drawn(8);
    d.provider(VRFS.subList(0, 1));
    for (int i = 0; i < 50; i++) {
      Prefix first = new Prefix(EVERYTHING.host(2_000L * 64 * i), 26);
      Id site = d.premises(i, new PrefixRange(first, 2_000));
      d.access(d.router(site, i, 1), i, VRFS.getFirst());
    }
    return d.design("100,000 prefixes");
  }

  /** The design with one thing, named as in its record, changed on one element or link. */
  public static Design set(Design design, String id, String component, Object value) {
    Element element = design.element(Id.of(id));
    if (element != null) {
      return design.with(Components.with(element, component, value));
    }
    Link link = design.link(Id.of(id));
    return design.with(Components.with(Objects.requireNonNull(link), component, value));
  }

  /** The elements and links that some part of the network depends on: what can fail as a whole. */
  public static List<Origin> failable(Network network) {
    SortedSet<Origin> all = new TreeSet<>();
    network.nodes().values().forEach(n -> all.addAll(n.dependsOn()));
    network.segments().forEach(s -> all.addAll(s.dependsOn()));
    network.sessions().forEach(s -> all.addAll(s.dependsOn()));
    network.propagations().forEach(p -> all.addAll(p.dependsOn()));
    network.vpnDomains().forEach(v -> all.add(v.origin()));
    return all.stream().filter(o -> Id.of(o.id()).owner().equals(Id.of(o.id()))).toList();
  }

  private Design design(String name) {
    return Design.of(name, elements.values(), links.values(), List.of());
  }

  private Id add(Element element) {
    elements.put(element.id(), element);
    return element.id();
  }

  private Id add(Link link) {
    links.put(link.id(), link);
    return link.id();
  }

  // The provider

  /** Corporate and partners both see the clouds and the clouds see both, but not each other. */
  private void provider(List<String> vrfs) {
    add(new Layer3Provider(PROVIDER, "Meridian IP VPN", null, Asn.of(64_900), List.of()));
    for (int i = 0; i < edges; i++) {
      add(new ProviderEdge(edge(i), "PE " + (i + 1), PROVIDER));
    }
    for (String name : vrfs) {
      boolean clouds = name.equals("clouds");
      add(
          new Vrf(
              Id.of(name),
              name.toUpperCase(Locale.ROOT),
              PROVIDER,
              null,
              clouds
                  ? Set.of(target("corporate"), target("partners"), target("clouds"))
                  : Set.of(target(name), target("clouds")),
              Set.of(target(name)),
              null,
              0,
              false));
    }
  }

  private static RouteTarget target(String vrf) {
    return RouteTarget.of("64900:" + (1 + VRFS.indexOf(vrf)));
  }

  private Id edge(int number) {
    return Id.of("pe-" + (1 + number % edges));
  }

  // The customer

  /** Premises with so many prefixes each; the last ones are partners, or have one router only. */
  private void premises(int count, int corporate, int withTwoRouters, int prefixes) {
    for (int i = 0; i < count; i++) {
      Prefix first = new Prefix(EVERYTHING.host(65_536L * i), 24);
      Id site = premises(i, new PrefixRange(first, prefixes));
      String vrf = i < corporate ? "corporate" : "partners";
      Id one = router(site, i, 1);
      access(one, i, vrf);
      if (i < withTwoRouters) {
        Id other = router(site, i, 2);
        access(other, i + 3, vrf);
        inner(one, other, new Prefix(EVERYTHING.host(65_536L * i + 65_280), 30));
      }
    }
    // The first datacenter speaks for all to the clouds that take few prefixes.
    Router first = (Router) Objects.requireNonNull(elements.get(Id.of("ce-1-1")));
    add(Components.with((Element) first, "aggregates", List.of(new Aggregate(EVERYTHING, false))));
  }

  private Id premises(int number, PrefixRange networks) {
    return add(
        new Premises(
            Id.of("site-" + (number + 1)),
            "Site " + (number + 1),
            null,
            number < 4 ? PremisesKind.DATACENTER : PremisesKind.BRANCH,
            null,
            List.of(networks)));
  }

  private Id router(Id site, int number, int which) {
    Id id = Id.of("ce-" + (number + 1) + "-" + which);
    Router router =
        Router.of(id, "CE " + (number + 1) + "." + which, site, Asn.of(65_001L + number));
    IpAddress outside = IpAddress.of("198.51.0.0").plus(2L * number + which);
    return add(Components.with((Element) router, "publicAddress", outside));
  }

  private void access(Id router, int toEdge, String vrf) {
    add(
        new AccessLink(
            Id.of(router + "-access"),
            "",
            router,
            edge(toEdge),
            1_000,
            List.of(
                new AccessLink.Vlan(
                    10,
                    Id.of(vrf),
                    null,
                    Routing.BGP,
                    new BgpSettings(
                        BgpEnd.DEFAULT.with("importPolicy", RoutePolicy.localPreference(200)),
                        BgpEnd.DEFAULT)))));
  }

  private void inner(Id a, Id b, Prefix subnet) {
    BgpEnd self = BgpEnd.DEFAULT.with("nextHopSelf", true);
    add(
        new PrivateLink(
            Id.of(a + "-inner"),
            "",
            a,
            b,
            subnet,
            10_000,
            1,
            Routing.BGP,
            new BgpSettings(self, self)));
  }

  // The clouds

  private void clouds(int prefixes) {
    Id azure = cloud("azure", "Azure West Europe");
    Id erGateway = gateway("er-gw", azure, "azure.er-gateway", "ErGw2Az");
    network("vnet", azure, erGateway, 0, prefixes);
    Id er = circuit("er", azure, "azure.expressroute", erGateway);
    connection("er-primary", PRIMARY, er, 0, RoutePolicy.PERMIT_ALL);
    connection("er-secondary", SECONDARY, er, 1, RoutePolicy.PERMIT_ALL);

    Id aws = cloud("aws", "AWS Frankfurt");
    Id dxgw = asn(gateway("dxgw", aws, "aws.dxgw", null), 64_514);
    Id vgw = asn(gateway("vgw", aws, "aws.vgw", null), 64_512);
    Prefix vpc = new Prefix(inCloud(1, 0).address(), 16);
    network("vpc", aws, vgw, 1, prefixes);
    add(new GatewayAssociation(Id.of("dxgw-vgw"), "", dxgw, vgw, List.of(vpc)));
    connection("dx-1-vif", PRIMARY, circuit("dx-1", aws, "aws.direct-connect", dxgw), 2, summary());
    connection("dx-2-vif", PRIMARY, circuit("dx-2", aws, "aws.direct-connect", dxgw), 3, summary());

    Id google = cloud("google", "Google Cloud");
    Id cloudRouter = asn(gateway("cloud-router", google, "google.cloud-router", null), 16_550);
    network("gcp-vpc", google, cloudRouter, 2, prefixes);
    String partner = "google.partner-interconnect";
    connection("pi-1-vlan", PRIMARY, circuit("pi-1", google, partner, cloudRouter), 4, summary());
    connection("pi-2-vlan", PRIMARY, circuit("pi-2", google, partner, cloudRouter), 5, summary());

    Id oracle = cloud("oracle", "Oracle Cloud");
    Id drg = asn(gateway("drg", oracle, "oracle.drg", null), 31_898);
    network("vcn", oracle, drg, 3, prefixes);
    String fast = "oracle.fastconnect";
    connection("fc-1-vc", PRIMARY, circuit("fc-1", oracle, fast, drg), 6, RoutePolicy.PERMIT_ALL);
    connection("fc-2-vc", PRIMARY, circuit("fc-2", oracle, fast, drg), 7, RoutePolicy.PERMIT_ALL);
  }

  private Id cloud(String vendor, String name) {
    return add(new Cloud(Id.of(vendor), name, null, vendor));
  }

  private Id gateway(String id, Id cloud, String product, @Nullable String sku) {
    Gateway gateway = Gateway.of(Id.of(id), id, cloud, product);
    return add(sku == null ? gateway : Components.with((Element) gateway, "sku", sku));
  }

  private Id asn(Id gateway, long asn) {
    Element drawn = Objects.requireNonNull(elements.get(gateway));
    return add(Components.with(drawn, "asn", Asn.of(asn)));
  }

  private static Prefix inCloud(int cloud, int number) {
    return new Prefix(IpAddress.of("172.20.0.0").plus(65_536L * cloud + 256L * number), 24);
  }

  private void network(String id, Id cloud, Id gateway, int number, int prefixes) {
    Id network =
        add(
            new VirtualNetwork(
                Id.of(id),
                id,
                cloud,
                List.of(new PrefixRange(inCloud(number, 0), prefixes)),
                List.of(),
                Set.of()));
    add(new NetworkAttachment(Id.of(id + "-" + gateway), "", network, gateway));
  }

  private Id circuit(String id, Id cloud, String product, Id gateway) {
    Id circuit = add(new Circuit(Id.of(id), id, cloud, product, null, 1_000, null));
    add(new CircuitAttachment(Id.of(id + "-" + gateway), "", circuit, gateway, 0));
    return circuit;
  }

  private void connection(
      String id, ConnectionRole role, Id circuit, int toEdge, RoutePolicy toCloud) {
    add(
        new CircuitConnection(
            Id.of(id),
            "",
            circuit,
            edge(toEdge),
            role,
            PeeringType.PRIVATE,
            100 + toEdge,
            Id.of("clouds"),
            null,
            null,
            new BgpSettings(BgpEnd.DEFAULT, BgpEnd.DEFAULT.with("exportPolicy", toCloud))));
  }

  /** Towards clouds that take few prefixes. */
  private static RoutePolicy summary() {
    return RoutePolicy.only(List.of(EVERYTHING));
  }

  // The backup

  /** From the first premises to Azure, and of those every second to AWS too. */
  private void vpn(int premises) {
    add(new Internet(INTERNET, "Internet", null));
    Id gateway = gateway("vpn-gw", Id.of("azure"), "azure.vpn-gateway", "VpnGw2AZ");
    add(new NetworkAttachment(Id.of("vnet-vpn-gw"), "", Id.of("vnet"), gateway));
    for (int i = 0; i < premises; i++) {
      Id router = Id.of("ce-" + (i + 1) + "-1");
      add(new AccessLink(Id.of(router + "-internet"), "", router, INTERNET, 1_000, List.of()));
      vpn("vpn-azure-" + (i + 1), gateway, router, 1, RoutePolicy.PERMIT_ALL);
      if (i % 2 == 0) {
        vpn("vpn-aws-" + (i + 1), Id.of("vgw"), router, 2, summary());
      }
    }
  }

  private void vpn(String id, Id gateway, Id router, int tunnels, RoutePolicy toCloud) {
    List<VpnConnection.Tunnel> all = new ArrayList<>();
    BgpEnd last =
        BgpEnd.DEFAULT
            .with("importPolicy", RoutePolicy.localPreference(50))
            .with("exportPolicy", toCloud);
    for (int i = 0; i < tunnels; i++) {
      all.add(
          new VpnConnection.Tunnel(
              "tunnel-" + (i + 1), null, i, 0, new BgpSettings(BgpEnd.DEFAULT, last)));
    }
    add(
        new VpnConnection(
            Id.of(id),
            "",
            gateway,
            router,
            INTERNET,
            IkeVersion.IKEV2,
            VpnMode.ROUTE_BASED,
            Set.of(),
            Set.of(),
            Routing.BGP,
            List.of(),
            List.of(),
            all));
  }
}
