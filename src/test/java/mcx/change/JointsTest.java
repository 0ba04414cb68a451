package mcx.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mcx.change.Joints.Answer;
import mcx.change.Joints.Offer;
import mcx.design.AccessLink;
import mcx.design.AccessLink.Vlan;
import mcx.design.BgpPeering;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.CircuitPeering;
import mcx.design.CloudInterconnect;
import mcx.design.Components;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.PeeringType;
import mcx.design.Port;
import mcx.design.PrivateLink;
import mcx.design.ProviderEdge;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.design.Vrf;
import org.junit.jupiter.api.Test;

class JointsTest {

  private final Canvas canvas = new Canvas();

  private <L extends Link> L link(Id id, Class<L> kind) {
    return kind.cast(canvas.design.link(id));
  }

  private <E extends Element> List<E> in(Id holder, Class<E> kind) {
    Set<Id> below = canvas.design.descendants(holder);
    return canvas.design.all(kind).stream().filter(e -> below.contains(e.id())).toList();
  }

  /** A canvas with one of everything, in every cloud. */
  private Canvas everything() {
    Canvas c = new Canvas();
    Id dc = c.place("datacenter");
    c.place("branch");
    Id dc2 = c.place("datacenter");
    c.place("router", dc2);
    for (String s :
        List.of("router", "firewall", "nat", "layer2-provider", "peering-location", "internet")) {
      c.place(s);
    }
    Id provider = c.place("layer3-provider");
    c.place("vrf", provider);
    for (String vendor : List.of("azure", "aws")) {
      Id cloud = c.place("cloud." + vendor);
      c.place("circuit", cloud);
      c.place("vpn-gateway", cloud);
      c.place("transit-hub", cloud);
      Id network = c.place("virtual-network", cloud);
      c.place("appliance", network);
      c.place("route-table", network);
    }
    c.place("region", c.place("cloud.google"));
    c.place("vpn-gateway", c.place("cloud.oracle"));
    c.place("cloud.ibm");
    c.place("cloud.alibaba");
    assertNotNull(dc);
    return c;
  }

  @Test
  void everyOrderedPairHasAnOfferOrARefusalAndEveryOfferCanBeTaken() {
    Canvas c = everything();
    int joined = 0;
    Map<List<Id>, Set<String>> seen = new HashMap<>();
    for (Id a : c.design.elements().keySet()) {
      for (Id b : c.design.elements().keySet()) {
        Answer answer = c.between(a, b);
        String pair = a + "–" + b;
        Set<String> keys = new HashSet<>(answer.offers().stream().map(Offer::key).toList());
        Set<String> back = seen.put(List.of(a, b), keys) == null ? seen.get(List.of(b, a)) : null;
        assertTrue(back == null || back.equals(keys), () -> pair + " differs from its reverse");
        assertEquals(answer.offers().isEmpty(), !answer.refusal().isEmpty(), pair);
        if (answer.offers().isEmpty()) {
          assertTrue(answer.refusal().endsWith("."), pair + ": " + answer.refusal());
        }
        assertEquals(answer.offers().size(), keys.size(), pair);
        for (Offer offer : answer.offers()) {
          joined++;
          Change change = Joints.join(c.design, c.catalog, a, b, offer);
          assertFalse(offer.label().isBlank(), pair);
          if (offer.warning()) {
            assertTrue(offer.detail().endsWith("."), pair);
          }
          Design after = change.design();
          assertTrue(
              after.element(change.main()) != null || after.link(change.main()) != null, pair);
          Set<Id> fresh = new TreeSet<>(after.elements().keySet());
          fresh.addAll(after.links().keySet());
          fresh.removeAll(c.design.elements().keySet());
          fresh.removeAll(c.design.links().keySet());
          assertEquals(fresh, new TreeSet<>(change.created()), pair);
          assertFalse(after.equals(c.design), () -> pair + ": " + offer);
          for (Id id : change.created()) {
            Element made = after.element(id);
            if (made != null) {
              assertNull(
                  Nesting.refusal(c.design, c.catalog, made, made.parent()),
                  () -> pair + ": " + made);
            }
          }
        }
      }
    }
    assertTrue(joined > 1000, "joined " + joined);
  }

  @Test
  void datacenterToLayer3Provider() {
    Id dc = canvas.place("datacenter");
    Id provider = canvas.place("layer3-provider");
    AccessLink link = link(canvas.join(dc, provider), AccessLink.class);
    assertEquals(dc, canvas.design.element(link.a(), Router.class).parent());
    assertTrue(canvas.design.element(link.b()) instanceof ProviderEdge);
    assertEquals(1, link.vlans().size());
    assertEquals(Routing.BGP, link.vlans().getFirst().routing());
    assertEquals(in(provider, Vrf.class).getFirst().id(), link.vlans().getFirst().vrf());
  }

  @Test
  void aVlanForEachVrf() {
    Id dc = canvas.place("datacenter");
    Id provider = canvas.place("layer3-provider");
    Id second = canvas.place("vrf", provider);
    AccessLink link = link(canvas.join(provider, dc), AccessLink.class);
    assertEquals(2, link.vlans().size());
    assertEquals(2, link.vlans().stream().map(Vlan::tag).distinct().count());
    AccessLink only = link(canvas.join(dc, provider, "access." + second), AccessLink.class);
    assertEquals(List.of(second), only.vlans().stream().map(Vlan::vrf).toList());
    AccessLink toVrf = link(canvas.join(dc, second), AccessLink.class);
    assertEquals(List.of(second), toVrf.vlans().stream().map(Vlan::vrf).toList());
  }

  @Test
  void aDatacenterWithTwoRoutersIsJoinedToTwoEdges() {
    Id dc = canvas.place("datacenter");
    canvas.place("router", dc);
    Id provider = canvas.place("layer3-provider");
    canvas.join(dc, provider);
    List<AccessLink> links = canvas.design.allLinks(AccessLink.class);
    assertEquals(2, links.size());
    assertEquals(2, links.stream().map(AccessLink::a).distinct().count());
    assertEquals(2, links.stream().map(AccessLink::b).distinct().count());
    canvas.join(dc, provider);
    assertEquals(3, canvas.design.allLinks(AccessLink.class).size(), "then one at a time");
  }

  @Test
  void anEmptyDatacenterIsGivenARouter() {
    Id dc = canvas.place("datacenter");
    canvas.design = canvas.design.without(List.of(in(dc, Router.class).getFirst().id()));
    Id internet = canvas.place("internet");
    AccessLink link = link(canvas.join(dc, internet), AccessLink.class);
    assertEquals(internet, link.b());
    assertEquals(List.of(), link.vlans());
    assertEquals(1, in(dc, Router.class).size());
  }

  @Test
  void layer3ProviderToCloudBringsEverythingAlong() {
    Id provider = canvas.place("layer3-provider");
    Id azure = canvas.place("cloud.azure");
    Offer offer = canvas.between(provider, azure).offers().getFirst();
    assertEquals("ExpressRoute circuit", offer.label());
    assertTrue(offer.detail().contains("ER gateway"), offer.detail());
    assertTrue(offer.detail().contains("2 × circuit connection"), offer.detail());
    assertFalse(offer.warning());
    Id id = canvas.join(provider, azure);
    Circuit circuit = canvas.design.element(id, Circuit.class);
    assertNotNull(circuit);
    assertEquals("az-er", id.value());
    List<CircuitConnection> connections = canvas.design.allLinks(CircuitConnection.class);
    assertEquals(2, connections.size());
    assertEquals(
        List.of(ConnectionRole.PRIMARY, ConnectionRole.SECONDARY),
        connections.stream().map(CircuitConnection::role).toList());
    assertEquals(2, connections.stream().map(CircuitConnection::b).distinct().count());
    assertEquals(1, canvas.design.allLinks(CircuitAttachment.class).size());
    assertEquals(1, canvas.design.allLinks(NetworkAttachment.class).size());
  }

  @Test
  void aSecondCircuitUsesTheGatewayThatIsThere() {
    Id provider = canvas.place("layer3-provider");
    Id azure = canvas.place("cloud.azure");
    canvas.join(provider, azure);
    canvas.join(provider, azure);
    assertEquals(2, canvas.design.all(Circuit.class).size());
    assertEquals(1, canvas.design.all(Gateway.class).size());
    List<CircuitConnection> connections = canvas.design.allLinks(CircuitConnection.class);
    for (Id edge : connections.stream().map(CircuitConnection::b).distinct().toList()) {
      List<Integer> tags =
          connections.stream()
              .filter(x -> x.b().equals(edge))
              .map(CircuitConnection::vlan)
              .toList();
      assertEquals(tags.size(), new HashSet<>(tags).size(), "tags are free at " + edge);
    }
  }

  @Test
  void awsGetsOneVirtualInterfaceAndAVgwBehindItsGateway() {
    Id provider = canvas.place("layer3-provider");
    Id aws = canvas.place("cloud.aws");
    canvas.join(provider, aws);
    assertEquals(1, canvas.design.allLinks(CircuitConnection.class).size());
    assertEquals(
        List.of("aws.dxgw", "aws.vgw"),
        canvas.design.all(Gateway.class).stream().map(Gateway::product).sorted().toList());
    assertEquals(1, canvas.design.allLinks(GatewayAssociation.class).size());
  }

  @Test
  void aCircuitToATransitGatewayGoesThroughADirectConnectGateway() {
    Id provider = canvas.place("layer3-provider");
    Id aws = canvas.place("cloud.aws");
    Id tgw = canvas.place("transit-hub", aws);
    canvas.join(provider, tgw);
    GatewayAssociation association = canvas.design.allLinks(GatewayAssociation.class).getFirst();
    assertEquals(tgw, association.b());
    assertEquals(1, association.allowedPrefixes().size(), "the list is what is advertised");
    assertEquals(
        PeeringType.TRANSIT, canvas.design.allLinks(CircuitConnection.class).getFirst().peering());
  }

  @Test
  void googlesRouterHasTheNumberOfPartnerInterconnect() {
    Id provider = canvas.place("layer3-provider");
    Id google = canvas.place("cloud.google");
    canvas.join(provider, google);
    Gateway router = canvas.design.all(Gateway.class).getFirst();
    assertEquals(mcx.inet.Asn.of(16550), router.asn());
  }

  @Test
  void aVrfForEachCloud() {
    Id dc = canvas.place("datacenter");
    Id provider = canvas.place("layer3-provider");
    canvas.join(dc, provider);
    Id azure = canvas.place("cloud.azure");
    Offer own = canvas.offer(provider, azure, "circuit-own-vrf");
    assertTrue(own.detail().contains("VLAN"), own.detail());
    canvas.join(provider, azure, "circuit-own-vrf");
    List<Vrf> vrfs = in(provider, Vrf.class);
    assertEquals(2, vrfs.size());
    assertEquals(2, canvas.design.allLinks(AccessLink.class).getFirst().vlans().size());
    Id aws = canvas.place("cloud.aws");
    List<String> keys = canvas.between(provider, aws).offers().stream().map(Offer::key).toList();
    assertEquals(
        List.of("circuit." + vrfs.get(0).id(), "circuit." + vrfs.get(1).id(), "circuit-own-vrf"),
        keys);
    canvas.join(provider, aws, keys.get(1));
    assertEquals(
        vrfs.get(1).id(),
        canvas.design.allLinks(CircuitConnection.class).stream()
            .filter(x -> x.id().value().startsWith("aws"))
            .findFirst()
            .orElseThrow()
            .vrf());
  }

  @Test
  void aCircuitTakesItsConnectionsOnceAndWarnsOfMore() {
    Id provider = canvas.place("layer3-provider");
    Id azure = canvas.place("cloud.azure");
    Id circuit = canvas.place("circuit", azure);
    assertFalse(canvas.between(circuit, provider).offers().getFirst().warning());
    assertEquals(circuit, canvas.join(circuit, provider));
    assertEquals(2, canvas.design.allLinks(CircuitConnection.class).size());
    Offer more = canvas.between(circuit, provider).offers().getFirst();
    assertTrue(more.warning());
    assertTrue(more.detail().contains("two connections"), more.detail());
    canvas.join(circuit, provider);
    assertEquals(3, canvas.design.allLinks(CircuitConnection.class).size());
  }

  @Test
  void layer2ProviderCarriesCircuitsToTheRouters() {
    Id dc = canvas.place("datacenter");
    canvas.place("router", dc);
    Id exchange = canvas.place("layer2-provider");
    canvas.join(dc, exchange);
    Id azure = canvas.place("cloud.azure");
    canvas.join(exchange, azure);
    Id aws = canvas.place("cloud.aws");
    canvas.join(exchange, aws);
    checkCarried(exchange, 3);
    List<CircuitConnection> azureSide =
        canvas.design.allLinks(CircuitConnection.class).stream()
            .filter(c -> c.a().value().equals("az-er"))
            .toList();
    assertEquals(
        2,
        azureSide.stream().map(c -> routerBehind(exchange, c)).distinct().count(),
        "primary and secondary end at different routers");
  }

  @Test
  void layer2ProviderWorksInAnyOrder() {
    Id exchange = canvas.place("layer2-provider");
    Id azure = canvas.place("cloud.azure");
    canvas.join(azure, exchange);
    Id dc = canvas.place("datacenter");
    canvas.join(exchange, dc);
    checkCarried(exchange, 2);
  }

  @Test
  void whatIsSetStaysWhenMoreIsJoined() {
    Id exchange = canvas.place("layer2-provider");
    Id dc = canvas.place("datacenter");
    canvas.join(exchange, dc);
    Id provider = canvas.place("layer3-provider");
    canvas.join(dc, provider);
    Settings slow = Settings.of(Setting.LATENCY_MILLIS, 9);
    Settings big = Settings.of(Setting.MTU, 9000);
    canvas.design.allLinks(AccessLink.class).forEach(l -> set(l, slow));
    Layer2Provider drawn = canvas.design.element(exchange, Layer2Provider.class);
    canvas.design = canvas.design.with(Components.with(drawn, "settings", big));
    canvas.join(exchange, canvas.place("cloud.azure"));
    canvas.join(provider, canvas.place("cloud.aws"), "circuit-own-vrf");
    Layer2Provider after = canvas.design.element(exchange, Layer2Provider.class);
    assertFalse(after.crossConnects().isEmpty());
    assertEquals(big, after.settings());
    List<AccessLink> links = canvas.design.allLinks(AccessLink.class);
    assertEquals(2, links.size());
    for (AccessLink l : links) {
      assertEquals(2, l.vlans().size(), l.id().value());
      assertEquals(slow, l.settings(), l.id().value());
    }
  }

  private void set(AccessLink link, Settings settings) {
    canvas.design = canvas.design.with(Components.with(link, "settings", settings));
  }

  private void checkCarried(Id exchange, int connections) {
    List<CircuitConnection> all = canvas.design.allLinks(CircuitConnection.class);
    assertEquals(connections, all.size());
    for (CircuitConnection c : all) {
      assertNotNull(routerBehind(exchange, c), c.id().value());
    }
    for (AccessLink l : canvas.design.allLinks(AccessLink.class)) {
      assertEquals(l.vlans().size(), l.vlans().stream().map(Vlan::tag).distinct().count());
    }
  }

  private Id routerBehind(Id exchange, CircuitConnection c) {
    Layer2Provider p = canvas.design.element(exchange, Layer2Provider.class);
    assertNotNull(p);
    Layer2Provider.CrossConnect cross =
        p.crossConnects().stream()
            .filter(x -> x.portB().equals(c.b()) && x.vlanB() == c.vlan())
            .findFirst()
            .orElseThrow(() -> new AssertionError(c.id() + " leads nowhere"));
    AccessLink access =
        canvas.design.allLinks(AccessLink.class).stream()
            .filter(l -> l.b().equals(cross.portA()))
            .findFirst()
            .orElseThrow();
    assertTrue(access.vlans().stream().anyMatch(v -> v.tag() == cross.vlanA()));
    return access.a();
  }

  @Test
  void twoRoutersMayHaveASessionBesideTheirLink() {
    Id dc = canvas.place("datacenter");
    Id near = in(dc, Router.class).getFirst().id();
    Id second = canvas.place("router", dc);
    Id far = canvas.place("router");
    List<String> keys = canvas.between(near, far).offers().stream().map(Offer::key).toList();
    assertEquals("private-link", keys.getFirst());
    assertTrue(keys.contains("bgp-peering"), keys.toString());
    Offer outer = canvas.offer(near, far, "bgp-peering");
    assertEquals("BGP session", outer.label());
    assertTrue(outer.detail().contains("several hops"), outer.detail());
    assertFalse(outer.warning());
    BgpPeering session = link(canvas.join(near, far, "bgp-peering"), BgpPeering.class);
    assertEquals(near, session.a());
    assertEquals(far, session.b());
    assertEquals(BgpSettings.DEFAULT, session.session());
    assertTrue(
        canvas.between(far, near).offers().stream().noneMatch(o -> o.key().equals("bgp-peering")),
        "one session between two loopbacks");

    Offer inner = canvas.offer(near, second, "bgp-peering");
    assertTrue(inner.detail().contains("inside AS 65010"), inner.detail());
    session = link(canvas.join(near, second, "bgp-peering"), BgpPeering.class);
    assertTrue(session.session().a().nextHopSelf() && session.session().b().nextHopSelf());
  }

  @Test
  void aRouterHasAGreTunnelToATransitGatewayThatEndsSuch() {
    Id dc = canvas.place("datacenter");
    Id router = in(dc, Router.class).getFirst().id();
    Id tgw = Id.of("tgw");
    Id vgw = Id.of("vgw");
    Id aws = canvas.place("cloud.aws");
    canvas.design =
        canvas
            .design
            .with(Gateway.of(tgw, "Hub", aws, "aws.tgw"))
            .with(Gateway.of(vgw, "VPN", aws, "aws.vgw"));
    List<String> keys = canvas.between(router, tgw).offers().stream().map(Offer::key).toList();
    assertTrue(keys.containsAll(List.of("vpn", "gre")), keys.toString());
    assertTrue(canvas.offer(tgw, router, "gre").detail().contains("Nothing is encrypted"));
    VpnConnection tunnel = link(canvas.join(router, tgw, "gre"), VpnConnection.class);
    assertEquals(VpnMode.GRE, tunnel.mode());
    assertTrue(canvas.between(router, vgw).offers().stream().noneMatch(o -> o.key().equals("gre")));
  }

  @Test
  void aSessionNeedsANumberAtEachEnd() {
    Id speaker = canvas.place("router");
    Id silent = Id.of("silent");
    canvas.design = canvas.design.with(Router.of(silent, "Silent", null, null));
    Offer offer = canvas.offer(speaker, silent, "bgp-peering");
    assertTrue(offer.warning());
    assertTrue(offer.detail().contains("“Silent” has no AS number"), offer.detail());
    assertTrue(
        canvas.between(canvas.place("datacenter"), speaker).offers().stream()
            .noneMatch(o -> o.key().equals("bgp-peering")),
        "a session is between routers");
  }

  @Test
  void portsOfOneExchangeAreCrossConnected() {
    Id exchange = canvas.place("layer2-provider");
    List<Port> ports = in(exchange, Port.class);
    assertEquals(exchange, canvas.join(ports.get(0).id(), ports.get(1).id()));
    Layer2Provider p = canvas.design.element(exchange, Layer2Provider.class);
    assertTrue(p != null && p.crossConnects().size() == 1);
  }

  @Test
  void datacenterToCloudIsADirectCircuitOrAVpn() {
    Id dc = canvas.place("datacenter");
    Id azure = canvas.place("cloud.azure");
    assertEquals(
        List.of("direct-circuit", "vpn"),
        canvas.between(dc, azure).offers().stream().map(Offer::key).toList());
    canvas.join(dc, azure);
    for (CircuitConnection c : canvas.design.allLinks(CircuitConnection.class)) {
      assertTrue(canvas.design.element(c.b()) instanceof Router);
    }
  }

  @Test
  void aRouterWhoseNumberTheVendorRefusesIsOfferedWithAWarning() {
    Id router = canvas.place("router");
    canvas.design = canvas.design.with(Router.of(router, "R", null, mcx.inet.Asn.of(65515)));
    Id azure = canvas.place("cloud.azure");
    assertTrue(canvas.between(router, azure).offers().getFirst().warning());
  }

  @Test
  void cloudToCloudByVpn() {
    Id azure = canvas.place("cloud.azure");
    Id aws = canvas.place("cloud.aws");
    Offer offer = canvas.between(azure, aws).offers().getFirst();
    assertEquals("vpn", offer.key());
    assertTrue(offer.detail().contains("Internet"), offer.detail());
    VpnConnection vpn = link(canvas.join(azure, aws), VpnConnection.class);
    assertEquals(Routing.BGP, vpn.routing());
    assertEquals(VpnMode.ROUTE_BASED, vpn.mode());
    assertEquals(4, vpn.tunnels().size(), "two instances at each end, each joined to each");
    assertEquals(
        4, vpn.tunnels().stream().map(t -> t.instanceA() + "-" + t.instanceB()).distinct().count());
    assertEquals(canvas.design.all(Internet.class).getFirst().id(), vpn.underlay());
    assertEquals(2, canvas.design.allLinks(NetworkAttachment.class).size());
    canvas.join(azure, canvas.place("cloud.google"), "vpn");
    assertEquals(1, canvas.design.all(Internet.class).size(), "the Internet is one");
  }

  @Test
  void azureToOracleIsADirectInterconnectFirst() {
    Id azure = canvas.place("cloud.azure");
    Id oracle = canvas.place("cloud.oracle");
    List<Offer> offers = canvas.between(oracle, azure).offers();
    assertEquals(List.of("interconnect", "vpn"), offers.stream().map(Offer::key).toList());
    assertFalse(offers.getFirst().warning());
    CloudInterconnect link = link(canvas.join(azure, oracle), CloudInterconnect.class);
    assertEquals(2, link.paths().size());
    assertEquals(2, canvas.design.all(Circuit.class).size());
    assertEquals(2, canvas.design.allLinks(CircuitAttachment.class).size());
  }

  @Test
  void vpnBetweenAzureAndOracleGetsAPfsGroupThatBothTake() {
    Id azure = canvas.place("cloud.azure");
    Id oracle = canvas.place("cloud.oracle");
    VpnConnection vpn = link(canvas.join(azure, oracle, "vpn"), VpnConnection.class);
    assertEquals(Set.of(), vpn.pfsGroupsA());
    assertEquals(Set.of(14), vpn.pfsGroupsB());
    VpnConnection back = link(canvas.join(oracle, azure, "vpn"), VpnConnection.class);
    assertEquals(Set.of(14), back.pfsGroupsA());
  }

  @Test
  void aGatewayThatSpeaksOnlyIkev1IsOfferedAsTheVendorWouldAct() {
    Id azure = canvas.place("cloud.azure");
    Id other = canvas.place("cloud.other");
    Id old = canvas.design.freeId("old");
    canvas.design = canvas.design.with(Gateway.of(old, "Old", other, "other.vpn-gateway-ikev1"));
    VpnConnection vpn = link(canvas.join(azure, old), VpnConnection.class);
    assertEquals(VpnMode.POLICY_BASED, vpn.mode());
    assertEquals(Routing.STATIC, vpn.routing());
    assertEquals(1, vpn.tunnels().size());

    Id router = canvas.place("router");
    Router r = canvas.design.element(router, Router.class);
    assertNotNull(r);
    canvas.design =
        canvas.design.with(mcx.design.Components.with(r, "ikeVersions", Set.of(IkeVersion.IKEV2)));
    Offer refused = canvas.offer(router, old, "vpn");
    assertTrue(refused.warning());
    assertTrue(refused.detail().contains("IKEv1"), refused.detail());
    canvas.join(router, old, "vpn");
  }

  @Test
  void routersAreJoinedByPrivateLinksAndSitesThroughTheirs() {
    Id a = canvas.place("datacenter");
    Id b = canvas.place("datacenter");
    PrivateLink link = link(canvas.join(a, b), PrivateLink.class);
    assertEquals(Routing.BGP, link.routing());
    assertEquals(a, canvas.design.element(link.a(), Router.class).parent());
    assertEquals(b, canvas.design.element(link.b(), Router.class).parent());
  }

  @Test
  void withinACloud() {
    Id azure = canvas.place("cloud.azure");
    Id circuit = canvas.place("circuit", azure);
    Id second = canvas.place("private-gateway", azure);
    assertNotNull(link(canvas.join(circuit, second), CircuitAttachment.class));
    assertTrue(canvas.between(circuit, second).refusal().contains("already"));

    Id spoke = canvas.place("virtual-network", azure);
    Id hub =
        canvas.design.all(VirtualNetwork.class).stream()
            .map(VirtualNetwork::id)
            .filter(v -> !v.equals(spoke))
            .findFirst()
            .orElseThrow();
    NetworkPeering peering = link(canvas.join(spoke, hub), NetworkPeering.class);
    assertEquals(hub, peering.a());
    assertTrue(peering.gatewayTransit() && peering.remoteGateway());
    assertNotNull(link(canvas.join(spoke, second), NetworkAttachment.class));

    Id vpn = canvas.place("vpn-gateway", azure);
    Offer refused = canvas.offer(circuit, vpn, "attachment");
    assertTrue(refused.warning(), "a VPN gateway ends no circuits, but it may be drawn");

    Id other = canvas.place("circuit", azure);
    Offer reach = canvas.between(circuit, other).offers().getFirst();
    assertEquals("Global Reach", reach.label());
    assertNotNull(link(canvas.join(circuit, other), CircuitPeering.class));
  }

  @Test
  void anAssociationBeginsAtTheGatewayNearerToTheCustomer() {
    Id aws = canvas.place("cloud.aws");
    Id tgw = canvas.place("transit-hub", aws);
    Id dxgw = canvas.design.freeId("dxgw");
    canvas.design = canvas.design.with(Gateway.of(dxgw, "DX", aws, "aws.dxgw"));
    GatewayAssociation link = link(canvas.join(tgw, dxgw), GatewayAssociation.class);
    assertEquals(dxgw, link.a());
    assertEquals(tgw, link.b());
  }

  @Test
  void aCircuitMeetsAtAPeeringLocation() {
    Id azure = canvas.place("cloud.azure");
    Id circuit = canvas.place("circuit", azure);
    Id place = canvas.place("peering-location");
    canvas.join(place, circuit);
    Circuit c = canvas.design.element(circuit, Circuit.class);
    assertTrue(c != null && place.equals(c.peeringLocation()));
  }

  @Test
  void theMeaninglessIsRefusedInWords() {
    Id provider = canvas.place("layer3-provider");
    Id internet = canvas.place("internet");
    Id azure = canvas.place("cloud.azure");
    Id vrf = in(provider, Vrf.class).getFirst().id();
    assertRefused(vrf, internet, "Internet");
    assertRefused(azure, internet, "VPN");
    assertRefused(provider, canvas.place("layer2-provider"), "router");
    assertRefused(provider, vrf, "stands in");
    assertRefused(azure, azure, "itself");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Joints.join(
                canvas.design, canvas.catalog, vrf, internet, new Offer("vpn", "VPN", "", false)));
  }

  private void assertRefused(Id a, Id b, String word) {
    for (Answer answer : List.of(canvas.between(a, b), canvas.between(b, a))) {
      assertEquals(List.of(), answer.offers());
      assertTrue(answer.refusal().contains(word), answer.refusal());
    }
  }

  @Test
  void aProviderWithoutEdgesOrVrfsIsCompleted() {
    Id dc = canvas.place("datacenter");
    Id azure = canvas.place("cloud.azure");
    Id bare = Id.of("bare");
    canvas.design =
        canvas.design.with(
            new Layer3Provider(bare, "Bare", null, mcx.inet.Asn.of(64900), List.of()));
    canvas.join(dc, bare);
    canvas.join(bare, azure);
    assertEquals(1, in(bare, ProviderEdge.class).size());
    assertEquals(1, in(bare, Vrf.class).size());
  }
}
