package mcx.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.design.IkeVersion;
import mcx.design.PeeringType;
import mcx.inet.Asn;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.PrefixLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInCatalogTest {

  private final Catalog catalog = CatalogLoader.builtIn();

  @Test
  void isReadOnce() {
    assertSame(catalog, CatalogLoader.builtIn());
  }

  @Test
  void namesNothingThatDoesNotExist() {
    assertEquals(
        List.of(),
        CatalogReferences.check(
            catalog,
            new Catalog(
                new java.util.TreeMap<>(), new java.util.TreeMap<>(), new java.util.TreeMap<>())));
  }

  @Test
  void hasTheSevenClouds() {
    assertEquals(
        Set.of("azure", "aws", "google", "oracle", "ibm", "alibaba", "other"),
        catalog.vendors().keySet());
    long colors = catalog.vendors().values().stream().map(Vendor::color).distinct().count();
    assertEquals(7, colors);
    for (Vendor v : catalog.vendors().values()) {
      Product circuit = catalog.product(v.usualCircuit());
      Product gateway = catalog.product(v.usualCircuitGateway());
      Product vpn = catalog.product(v.usualVpnGateway());
      assertTrue(circuit != null && circuit.kind() == Product.Kind.CIRCUIT, v.key());
      assertTrue(gateway != null && gateway.has(GatewayRole.ENDS_CIRCUITS), v.key());
      assertTrue(vpn != null && vpn.has(GatewayRole.ENDS_VPN), v.key());
      Prefix.of(v.defaultPrefix());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azure.expressroute",
        "azure.er-gateway",
        "azure.vpn-gateway",
        "azure.route-server",
        "azure.vwan-hub",
        "aws.direct-connect",
        "aws.dxgw",
        "aws.vgw",
        "aws.tgw",
        "google.partner-interconnect",
        "google.dedicated-interconnect",
        "google.cloud-router",
        "google.ha-vpn",
        "oracle.fastconnect",
        "oracle.drg",
        "ibm.direct-link",
        "ibm.transit-gateway",
        "ibm.direct-link-connection",
        "ibm.vpn-gateway",
        "alibaba.express-connect",
        "alibaba.vbr",
        "alibaba.ecr",
        "alibaba.transit-router",
        "alibaba.vpn-gateway",
        "other.circuit",
        "other.gateway",
        "other.vpn-gateway",
        "other.vpn-gateway-ikev1"
      })
  void hasTheProduct(String key) {
    Product product = catalog.product(key);
    assertNotNull(product);
    assertEquals(key.substring(0, key.indexOf('.')), product.vendor());
    assertEquals(key, product.behaviour());
    assertFalse(product.name().isBlank());
    assertTrue(product.shortName().length() <= 20, product.shortName());
    assertNotNull(product.transit());
    if (product.kind() == Product.Kind.GATEWAY) {
      assertFalse(product.roles().isEmpty());
      assertEquals(product.has(GatewayRole.ENDS_VPN), !product.ike().isEmpty());
    }
    List<String> skus = product.skus();
    product.limits().forEach(l -> assertTrue(l.sku() == null || skus.contains(l.sku())));
    product.ike().forEach(i -> assertTrue(i.sku() == null || skus.contains(i.sku())));
  }

  /** The rows of the table of prefix limits, with the number of the row. */
  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "1, azure.expressroute, IN, SESSION, PRIVATE, Standard, V4, 4000, SESSION_DOWN_AUTO",
        "1, azure.expressroute, IN, SESSION, PRIVATE, Local, V4, 4000, SESSION_DOWN_AUTO",
        "2, azure.expressroute, IN, SESSION, PRIVATE, Premium, V4, 10000, SESSION_DOWN_AUTO",
        "3, azure.expressroute, IN, SESSION, PRIVATE, -, V6, 100, SESSION_DOWN_AUTO",
        "4, azure.er-gateway, OUT, GATEWAY, PRIVATE, -, V4, 1000, CONNECTION_DOWN",
        "5, azure.er-gateway, OUT, GATEWAY, PRIVATE, -, V6, 100, CONNECTION_DOWN",
        "6, azure.expressroute, IN, SESSION, MICROSOFT, -, V4, 200, SESSION_DOWN_AUTO",
        "6, azure.expressroute, IN, SESSION, MICROSOFT, -, V6, 200, SESSION_DOWN_AUTO",
        "7, azure.er-gateway, IN, GATEWAY, -, ErGw1Az, V4, 4000, UNKNOWN",
        "7, azure.er-gateway, IN, GATEWAY, -, ErGw2Az, V4, 9500, UNKNOWN",
        "7, azure.er-gateway, IN, GATEWAY, -, ErGw3Az, V4, 9500, UNKNOWN",
        "7, azure.er-gateway, IN, GATEWAY, -, ErGwScale, V4, 9500, UNKNOWN",
        "8, azure.vpn-gateway, IN, SESSION, VPN, -, -, 4000, SESSION_DOWN_AUTO",
        "9, azure.route-server, IN, SESSION, APPLIANCE, -, -, 1000, SESSION_DOWN_AUTO",
        "10, azure.route-server, OUT, GATEWAY, PRIVATE, -, -, 1000, CONNECTION_DOWN",
        "11, aws.direct-connect, IN, SESSION, PRIVATE, -, V4, 100, SESSION_IDLE",
        "11, aws.direct-connect, IN, SESSION, PRIVATE, -, V6, 100, SESSION_IDLE",
        "11, aws.direct-connect, IN, SESSION, TRANSIT, -, V4, 100, SESSION_IDLE",
        "11, aws.direct-connect, IN, SESSION, TRANSIT, -, V6, 100, SESSION_IDLE",
        "12, aws.direct-connect, IN, PORT, -, Dedicated, V4, 5000, REJECT_CONFIG",
        "12, aws.direct-connect, IN, PORT, -, Dedicated, V4, 30000, REJECT_CONFIG",
        "12, aws.direct-connect, IN, PORT, -, Dedicated, V6, 50000, REJECT_CONFIG",
        "13, aws.direct-connect, IN, SESSION, PUBLIC, -, V4, 1000, UNKNOWN",
        "14, aws.dxgw, OUT, ASSOCIATION, TRANSIT, -, -, 200, REJECT_CONFIG",
        "15, aws.vgw, IN, SESSION, VPN, -, -, 100, SESSION_IDLE",
        "16, aws.tgw, IN, SESSION, VPN, -, -, 1000, SESSION_IDLE",
        "17, aws.vgw, OUT, SESSION, VPN, -, -, 1000, UNKNOWN",
        "17, aws.tgw, OUT, SESSION, VPN, -, -, 5000, UNKNOWN",
        "18, aws.tgw, IN, SESSION, CONNECT, -, -, 1000, UNKNOWN",
        "18, aws.tgw, OUT, SESSION, CONNECT, -, -, 5000, UNKNOWN",
        "19, aws.tgw, IN, GATEWAY, -, -, -, 10000, UNKNOWN",
        "20, google.partner-interconnect, IN, SESSION, -, -, -, 5000, SESSION_DOWN_AUTO",
        "20, google.cloud-router, IN, SESSION, -, -, -, 5000, SESSION_DOWN_AUTO",
        "20, google.ha-vpn, IN, SESSION, -, -, -, 5000, SESSION_DOWN_AUTO",
        "21, google.cloud-router, IN, REGION, -, -, -, 250, DROP_EXCESS_ORDERED",
        "21, google.cloud-router, IN, OTHER_REGIONS, -, -, -, 250, DROP_EXCESS_ORDERED",
        "22, google.cloud-router, OUT, ENTERED, -, -, -, 200, REJECT_CONFIG",
        "23, oracle.fastconnect, IN, SESSION, PRIVATE, -, V4, 2000, UNKNOWN",
        "23, oracle.fastconnect, IN, SESSION, PRIVATE, -, V6, 500, UNKNOWN",
        "24, oracle.fastconnect, IN, SESSION, PUBLIC, -, -, 200, UNKNOWN",
        "26, ibm.direct-link, IN, SESSION, -, -, -, 200, UNKNOWN",
        "26, ibm.transit-gateway, IN, SESSION, -, -, -, 120, UNKNOWN",
        "27, ibm.transit-gateway, IN, NETWORK, -, -, -, 50, UNKNOWN",
        "27, ibm.transit-gateway, IN, ATTACHMENT, -, -, -, 120, UNKNOWN",
        "28, ibm.vpn-gateway, IN, SESSION, VPN, -, -, 120, SESSION_IDLE",
        "29, alibaba.vbr, IN, SESSION, -, -, -, 110, DROP_EXCESS",
        "30, alibaba.vpn-gateway, IN, SESSION, VPN, -, -, 50, UNKNOWN",
      })
  void knowsTheLimit(
      int row,
      String product,
      Direction direction,
      Scope scope,
      @Nullable String peering,
      @Nullable String sku,
      @Nullable Family family,
      int max,
      PrefixLimit.Beyond beyond) {
    List<PrefixLimitFact> found =
        known(product).limits().stream()
            .filter(
                l ->
                    l.direction() == direction
                        && l.scope() == scope
                        && java.util.Objects.equals(l.peering(), peering)
                        && java.util.Objects.equals(l.sku(), sku)
                        && l.family() == family
                        && l.max() == max)
            .toList();
    assertEquals(1, found.size(), "row " + row);
    assertEquals(beyond.name(), found.getFirst().beyond(), "row " + row);
    assertFalse(found.getFirst().source().isEmpty(), "row " + row);
  }

  @Test
  void everyLimitFitsTheNetworksWords() {
    Set<String> beyond =
        Arrays.stream(PrefixLimit.Beyond.values()).map(Enum::name).collect(Collectors.toSet());
    Set<String> peerings =
        EnumSet.allOf(PeeringType.class).stream().map(Enum::name).collect(Collectors.toSet());
    peerings.addAll(Set.of("VPN", "CONNECT", "APPLIANCE"));
    for (Product p : catalog.products().values()) {
      for (PrefixLimitFact l : p.limits()) {
        assertTrue(beyond.contains(l.beyond()), p.key());
        assertTrue(l.peering() == null || peerings.contains(l.peering()), p.key());
        assertTrue(
            l.beyond().equals("UNKNOWN") || !l.beyondSource().isEmpty(),
            () -> p.key() + " says what happens beyond a limit without a source");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "azure.expressroute, 12076, true",
    "azure.er-gateway, 65515, true",
    "azure.vpn-gateway, 65515, false",
    "azure.route-server, 65515, true",
    "aws.dxgw, 64512, false",
    "aws.vgw, 64512, false",
    "aws.tgw, 64512, false",
    "google.partner-interconnect, 16550, true",
    "oracle.fastconnect, 31898, true",
    "oracle.drg, 31898, true",
    "ibm.direct-link, 13884, true",
    "ibm.vpn-gateway, 64520, false",
    "alibaba.vbr, 45104, false",
  })
  void knowsTheAsNumber(String product, long asn, boolean fixed) {
    Fact<Long> known = known(product).asn();
    assertNotNull(known);
    assertEquals(asn, known.value());
    assertEquals(fixed, known(product).asnFixed());
    assertFalse(known.source().isEmpty());
  }

  @Test
  void keepsTheUnconfirmedAsSuch() {
    Fact<Long> ibm = known("ibm.direct-link").asn();
    assertTrue(ibm != null && !ibm.confirmed());
    assertFalse(known("alibaba.vpn-gateway").ike().getFirst().confirmed());
    assertTrue(known("azure.expressroute").asn() instanceof Fact<Long> f && f.confirmed());
  }

  @ParameterizedTest
  @CsvSource({
    "azure.er-gateway, ROUTE_WEIGHT, 32769",
    "azure.vpn-gateway, ROUTE_WEIGHT, 32768",
    "azure.er-gateway, EQUAL_PATHS, 4",
    "oracle.drg, ASNS_ADDED_TO_BGP_VPN, 1",
    "oracle.drg, ASNS_ADDED_TO_STATIC_VPN, 3",
    "oracle.drg, MAX_STATIC_ROUTES, 10",
    "aws.vgw, MAX_STATIC_ROUTES, 100",
    "google.cloud-router, BASE_PRIORITY, 100",
    "google.cloud-router, REGION_COST_MIN, 201",
    "google.cloud-router, REGION_COST_MAX, 9999",
    "alibaba.transit-router, ISOLATION_PRIORITY, 5000",
    "azure.route-server, MAX_PEER_ASN, 65535",
    "azure.route-server, SUBNET_LENGTH, 27",
    "azure.er-gateway, SHARED_SUBNET_LENGTH, 27",
    "azure.er-gateway, FULL_SUBNET_LENGTH, 26",
    "azure.expressroute, MAX_BLOCK_LENGTH, 30",
    "oracle.fastconnect, MIN_BLOCK_LENGTH, 28",
    "oracle.fastconnect, MAX_BLOCK_LENGTH, 31",
    "aws.tgw, TUNNEL_BLOCK_LENGTH, 30",
  })
  void knowsTheNumber(String product, Quantity quantity, long value) {
    assertEquals(value, known(product).number(quantity).orElseThrow());
  }

  @Test
  void ranksRoutesAsTheVendorsDo() {
    assertEquals(
        List.of(RouteSource.CIRCUIT, RouteSource.VPN_STATIC, RouteSource.VPN_BGP),
        preference("aws.vgw"));
    assertEquals(RouteSource.STATIC, preference("aws.tgw").getFirst());
    assertEquals(
        List.of(
            RouteSource.NETWORK, RouteSource.CIRCUIT, RouteSource.VPN, RouteSource.GATEWAY_PEERING),
        preference("oracle.drg"));
  }

  private List<RouteSource> preference(String product) {
    Fact<List<RouteSource>> fact = known(product).preference();
    assertNotNull(fact);
    return fact.value();
  }

  @ParameterizedTest
  @CsvSource({
    "azure.expressroute, 65515, true",
    "azure.expressroute, 65010, false",
    "azure.expressroute, 12076, true",
    "azure.route-server, 65518, true",
    "aws.vgw, 9059, false",
    "azure.vpn-gateway, 65516, false",
    "azure.vpn-gateway, 12076, true",
    "aws.vgw, 7224, true",
    "ibm.direct-link, 64512, true",
    "ibm.direct-link, 65200, false",
    "ibm.transit-gateway, 65200, true",
    "oracle.fastconnect, 65534, true",
  })
  void refusesAsNumbers(String product, long asn, boolean refused) {
    assertEquals(refused, known(product).refuses(Asn.of(asn)));
  }

  @Test
  void refusesSomeAsNumbersInOneRegionOnly() {
    assertEquals(List.of("eu-west-1"), known("aws.vgw").regionsThatRefuse(Asn.of(9059)));
    assertEquals(List.of("ap-northeast-1"), known("aws.tgw").regionsThatRefuse(Asn.of(10124)));
    assertEquals(List.of(), known("aws.tgw").regionsThatRefuse(Asn.of(7224)));
  }

  @Test
  void onlyLargerAzureGatewaysTranslateAddresses() {
    Product vpn = known("azure.vpn-gateway");
    for (String sku : vpn.skus()) {
      Ike ike = vpn.ike(sku);
      assertNotNull(ike);
      assertEquals(!sku.startsWith("VpnGw1") && !sku.equals("Basic"), ike.nat(), sku);
    }
  }

  @Test
  void knowsWhatAzureBasicGatewaysSpeak() {
    Product vpn = known("azure.vpn-gateway");
    List<Ike> basic = vpn.ikes("Basic");
    assertEquals(2, basic.size());
    assertEquals(Set.of(IkeVersion.IKEV1), basic.get(0).versions());
    assertEquals(1, basic.get(0).maxTunnels());
    assertEquals(Set.of(IkeVersion.IKEV2), basic.get(1).versions());
    assertTrue(basic.stream().noneMatch(Ike::bgp));
    Ike usual = vpn.ike(null);
    assertTrue(usual != null && "VpnGw1AZ".equals(usual.sku()));
    assertEquals(EnumSet.allOf(IkeVersion.class), usual.versions());
    assertEquals(new TreeSet<>(Set.of(0, 1, 2, 14, 24)), usual.pfsAccepted());
  }

  @Test
  void knowsWhereTunnelAddressesMayLie() {
    assertTrue(
        known("aws.vgw")
            .addresses(AddressSet.TUNNEL_RESERVED)
            .contains(Prefix.of("169.254.169.252/30")));
    assertEquals(
        List.of(Prefix.of("169.254.21.0/24"), Prefix.of("169.254.22.0/24")),
        known("azure.vpn-gateway").addresses(AddressSet.TUNNEL_INSIDE));
    assertTrue(
        known("alibaba.vpn-gateway")
            .addresses(AddressSet.NOT_ACCEPTED_EXACTLY)
            .contains(Prefix.DEFAULT_V4));
  }

  private Product known(String key) {
    Product product = catalog.product(key);
    assertNotNull(product, key);
    return product;
  }
}
