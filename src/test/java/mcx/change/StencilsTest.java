package mcx.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.NetworkAttachment;
import mcx.design.PointOfPresence;
import mcx.design.Premises;
import mcx.design.PrivateLink;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.design.Vrf;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StencilsTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  static Stream<Stencil> all() {
    return Stencils.all(CATALOG).stream();
  }

  @Test
  void standInTheirSections() {
    assertEquals(
        List.of("Sites", "Providers", "Clouds", "In a cloud", "In a provider"),
        all().map(Stencil::group).distinct().toList());
    assertEquals(all().count(), all().map(Stencil::key).distinct().count());
    assertEquals(
        List.of(
            "Azure",
            "AWS",
            "Google Cloud",
            "Oracle Cloud",
            "IBM Cloud",
            "Alibaba Cloud",
            "Other cloud"),
        all().filter(s -> s.group().equals("Clouds")).map(Stencil::label).toList());
  }

  @Test
  void haveAPictogramOfTheSet() {
    Set<String> drawn =
        Set.of(
            "datacenter",
            "branch",
            "router",
            "appliance",
            "firewall",
            "nat",
            "layer3-provider",
            "layer2-provider",
            "peering-location",
            "internet",
            "cloud-azure",
            "cloud-aws",
            "cloud-google",
            "cloud-oracle",
            "cloud-ibm",
            "cloud-alibaba",
            "cloud-other",
            "region",
            "virtual-network",
            "circuit",
            "gateway",
            "vpn-gateway",
            "transit-hub",
            "pop",
            "provider-edge",
            "vrf",
            "port",
            "route-table");
    all().forEach(s -> assertTrue(drawn.contains(s.icon()), s.key()));
  }

  /** Every stencil can be placed twice on an empty canvas, or in the cloud or provider it needs. */
  @ParameterizedTest
  @MethodSource("all")
  void canBePlaced(Stencil stencil) {
    Canvas canvas = new Canvas();
    Id holder = null;
    if (stencil.group().equals("In a cloud")) {
      holder = canvas.place("cloud.azure");
      if (stencil.key().equals("route-table")) {
        holder = canvas.design.children(holder).getFirst().id();
      }
    } else if (stencil.key().equals("port")) {
      holder = canvas.place("layer2-provider");
    } else if (stencil.group().equals("In a provider")) {
      holder = canvas.place("layer3-provider");
    }
    Set<Id> before = ids(canvas.design);
    Change first = Stencils.place(canvas.design, CATALOG, stencil, holder);
    Change second = Stencils.place(first.design(), CATALOG, stencil, holder);
    for (Change c : List.of(first, second)) {
      Element main = c.design().element(c.main());
      assertNotNull(main);
      assertEquals(holder, main.parent());
      assertFalse(main.name().isBlank());
      assertTrue(c.created().contains(c.main()));
    }
    Set<Id> after = ids(first.design());
    assertTrue(after.containsAll(before));
    after.removeAll(before);
    assertEquals(after, new HashSet<>(first.created()));
    assertNotEquals(name(first), name(second), "two of a kind can be told apart");
    assertEquals(first, Stencils.place(canvas.design, CATALOG, stencil, holder), "deterministic");
  }

  private static @Nullable String name(Change change) {
    Element main = change.design().element(change.main());
    return main == null ? null : main.name();
  }

  private static Set<Id> ids(Design design) {
    Set<Id> ids = new HashSet<>(design.elements().keySet());
    ids.addAll(design.links().keySet());
    return ids;
  }

  @Test
  void aDatacenterArrivesWithARouterAndANetwork() {
    Canvas canvas = new Canvas();
    Id first = canvas.place("datacenter");
    Id second = canvas.place("datacenter");
    assertEquals("dc1", first.value());
    Premises dc = canvas.design.element(first, Premises.class);
    assertNotNull(dc);
    assertEquals("Datacenter 1", dc.name());
    assertEquals(List.of(PrefixRange.of("10.10.0.0/16")), dc.networks());
    Premises other = canvas.design.element(second, Premises.class);
    assertNotNull(other);
    assertEquals(List.of(PrefixRange.of("10.11.0.0/16")), other.networks());
    assertEquals(
        List.of(Asn.of(65010), Asn.of(65020)),
        canvas.design.all(Router.class).stream().map(Router::asn).toList());
    assertEquals(
        List.of("CE 1", "CE 2"),
        canvas.design.all(Router.class).stream().map(Router::name).toList());
  }

  @Test
  void asNumbersAvoidWhatVendorsRefuse() {
    Canvas canvas = new Canvas();
    for (int i = 0; i < 60; i++) {
      canvas.place("router");
    }
    List<Asn> asns = canvas.design.all(Router.class).stream().map(Router::asn).toList();
    assertEquals(60, new HashSet<>(asns).size());
    for (Product p : CATALOG.products().values()) {
      for (Asn asn : asns) {
        assertTrue(asn != null && asn.isPrivate());
        assertFalse(p.refuses(asn), () -> p.key() + " refuses " + asn);
      }
    }
  }

  @Test
  void aSecondRouterOfASiteSharesItsAsNumberAndIsJoinedToTheFirst() {
    Canvas canvas = new Canvas();
    Id dc = canvas.place("datacenter");
    Id second = canvas.place("router", dc);
    Router router = canvas.design.element(second, Router.class);
    assertNotNull(router);
    assertEquals(Asn.of(65010), router.asn());
    PrivateLink link = canvas.design.allLinks(PrivateLink.class).getFirst();
    assertTrue(link.joins(second));
    assertEquals(mcx.design.Routing.BGP, link.routing());
  }

  @Test
  void aLayer3ProviderArrivesWhole() {
    Canvas canvas = new Canvas();
    Id id = canvas.place("layer3-provider");
    Layer3Provider provider = canvas.design.element(id, Layer3Provider.class);
    assertNotNull(provider);
    assertEquals(Asn.of(64900), provider.asn());
    assertEquals(1, canvas.design.all(PointOfPresence.class).size());
    assertEquals(2, canvas.design.all(ProviderEdge.class).size());
    assertEquals(1, canvas.design.all(Vrf.class).size());
    canvas.place("layer3-provider");
    assertEquals(
        List.of(Asn.of(64900), Asn.of(64910)),
        canvas.design.all(Layer3Provider.class).stream().map(Layer3Provider::asn).toList());
  }

  @Test
  void cloudsArriveWithFreeAddressRanges() {
    Canvas canvas = new Canvas();
    for (String vendor : CATALOG.vendors().keySet()) {
      canvas.place("cloud." + vendor);
      canvas.place("cloud." + vendor);
    }
    List<Prefix> all =
        canvas.design.all(VirtualNetwork.class).stream()
            .flatMap(n -> n.prefixes().stream().flatMap(PrefixRange::stream))
            .toList();
    assertEquals(14, all.size());
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertFalse(all.get(i).overlaps(all.get(j)), all.get(i) + " and " + all.get(j));
      }
    }
  }

  @Test
  void addressRangesAvoidRangesOfMany() {
    Canvas canvas = new Canvas();
    Id dc = canvas.place("datacenter");
    Premises old = canvas.design.element(dc, Premises.class);
    assertNotNull(old);
    canvas.design =
        canvas.design.with(
            new Premises(
                old.id(),
                old.name(),
                null,
                old.kind(),
                null,
                List.of(PrefixRange.of("10.5.0.0/16-10.29.0.0/16"))));
    Id azure = canvas.place("cloud.azure");
    VirtualNetwork vnet = (VirtualNetwork) canvas.design.children(azure).getFirst();
    assertEquals(List.of(PrefixRange.of("10.30.0.0/16")), vnet.prefixes());
  }

  @ParameterizedTest
  @CsvSource({
    "azure, circuit, azure.expressroute", "azure, private-gateway, azure.er-gateway",
    "azure, vpn-gateway, azure.vpn-gateway", "azure, transit-hub, azure.vwan-hub",
    "aws, circuit, aws.direct-connect", "aws, private-gateway, aws.dxgw",
    "aws, vpn-gateway, aws.vgw", "aws, transit-hub, aws.tgw",
    "google, circuit, google.partner-interconnect", "google, private-gateway, google.cloud-router",
    "google, vpn-gateway, google.ha-vpn", "oracle, circuit, oracle.fastconnect",
    "oracle, vpn-gateway, oracle.drg", "oracle, transit-hub, oracle.drg",
    "ibm, circuit, ibm.direct-link", "ibm, transit-hub, ibm.transit-gateway",
    "alibaba, private-gateway, alibaba.vbr", "alibaba, transit-hub, alibaba.transit-router",
    "other, circuit, other.circuit", "other, vpn-gateway, other.vpn-gateway",
    "other, transit-hub, other.gateway",
  })
  void becomeTheProductOfTheirCloud(String vendor, String stencil, String product) {
    Canvas canvas = new Canvas();
    Id cloud = canvas.place("cloud." + vendor);
    Element made = canvas.make(Element.class, stencil, cloud);
    String key =
        switch (made) {
          case Circuit c -> c.product();
          case Gateway g -> g.product();
          default -> throw new AssertionError(made);
        };
    assertEquals(product, key);
  }

  @Test
  void aCircuitArrivesWithItsGatewayAndNetworks() {
    Canvas canvas = new Canvas();
    Id aws = canvas.place("cloud.aws");
    Id circuit = canvas.place("circuit", aws);
    CircuitAttachment at = canvas.design.allLinks(CircuitAttachment.class).getFirst();
    assertEquals(circuit, at.a());
    GatewayAssociation association = canvas.design.allLinks(GatewayAssociation.class).getFirst();
    assertEquals(at.b(), association.a());
    NetworkAttachment network = canvas.design.allLinks(NetworkAttachment.class).getFirst();
    assertEquals(association.b(), network.b(), "the VPC stands behind the VGW");
    assertEquals("aws-dx", circuit.value());
  }

  @Test
  void gatewaysOfOneNumberAreToldApart() {
    Canvas canvas = new Canvas();
    Id azure = canvas.place("cloud.azure");
    Id second = canvas.place("cloud.azure");
    canvas.place("private-gateway", azure);
    Gateway one = canvas.make(Gateway.class, "vpn-gateway", azure);
    Gateway two = canvas.make(Gateway.class, "vpn-gateway", second);
    assertTrue(one != null && two != null);
    assertNull(one.asn(), "beside an ExpressRoute gateway it keeps 65515");
    assertNotNull(two.asn());
  }

  @Test
  void gatewaysAvoidNumbersThatACloudOfTheDesignRefuses() {
    Canvas canvas = new Canvas();
    canvas.place("cloud.ibm");
    Id aws = canvas.place("cloud.aws");
    Gateway dxgw = canvas.make(Gateway.class, "private-gateway", aws);
    assertTrue(dxgw != null && dxgw.asn() != null, "64512 is refused by IBM");
  }

  @Test
  void regionsTakeTheVendorsCodesInTurn() {
    Canvas canvas = new Canvas();
    Id azure = canvas.place("cloud.azure");
    Region first = canvas.make(Region.class, "region", azure);
    Region second = canvas.make(Region.class, "region", azure);
    assertTrue(first != null && second != null);
    assertEquals("westeurope", first.code());
    assertEquals("northeurope", second.code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "region",
        "virtual-network",
        "circuit",
        "private-gateway",
        "vpn-gateway",
        "transit-hub",
        "route-table",
        "pop",
        "provider-edge",
        "vrf",
        "port"
      })
  void whatNeedsAHolderSaysSo(String key) {
    Canvas canvas = new Canvas();
    String refusal = Stencils.refusal(Design.EMPTY, CATALOG, canvas.stencil(key), null);
    assertTrue(refusal != null && refusal.endsWith("."), key);
    assertThrows(
        IllegalArgumentException.class,
        () -> Stencils.place(Design.EMPTY, CATALOG, canvas.stencil(key), null));
  }

  @Test
  void aGatewayInADatacenterIsRefusedWithTheWayOut() {
    Canvas canvas = new Canvas();
    Id dc = canvas.place("datacenter");
    String refusal = Stencils.refusal(canvas.design, CATALOG, canvas.stencil("vpn-gateway"), dc);
    assertTrue(refusal != null && refusal.contains("cloud"), refusal);
  }

  @Test
  void aUsersOwnCloudStandsInThePalette(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("acme" + CatalogLoader.FILE_SUFFIX),
        """
        { "vendors": { "acme": { "name": "Acme Cloud", "defaultPrefix": "10.99.0.0/16",
            "usualCircuit": "other.circuit", "usualCircuitGateway": "other.gateway",
            "usualVpnGateway": "other.vpn-gateway" } } }
        """);
    CatalogLoader.Result read = CatalogLoader.withUserFiles(folder);
    assertEquals(List.of(), read.problems());
    List<Stencil> clouds =
        Stencils.all(read.catalog()).stream().filter(s -> s.group().equals("Clouds")).toList();
    Stencil acme = clouds.get(clouds.size() - 2);
    assertEquals("cloud.acme", acme.key());
    assertEquals("cloud-other", acme.icon());
    Change placed = Stencils.place(Design.EMPTY, read.catalog(), acme, null);
    assertEquals(
        List.of(PrefixRange.of("10.99.0.0/16")),
        placed.design().all(VirtualNetwork.class).getFirst().prefixes());
  }

  @Test
  void aCloudOfAnUnknownVendorIsToldThatItHasNoProducts() {
    Canvas canvas = new Canvas();
    Id cloud = Id.of("lost");
    canvas.design = canvas.design.with(new Cloud(cloud, "Lost", null, "lost"));
    canvas.place("virtual-network", cloud);
    String refusal = Stencils.refusal(canvas.design, CATALOG, canvas.stencil("circuit"), cloud);
    assertTrue(refusal != null && refusal.contains("“lost”"), refusal);
    Id provider = canvas.place("layer3-provider");
    assertEquals(refusal, canvas.between(provider, cloud).refusal());
  }
}
