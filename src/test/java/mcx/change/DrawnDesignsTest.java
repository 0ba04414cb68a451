package mcx.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import mcx.compile.Compiled;
import mcx.compile.Compiler;
import mcx.compile.Note;
import mcx.design.AccessLink;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.ProviderEdge;
import mcx.design.VirtualNetwork;
import mcx.design.Vrf;
import mcx.inet.AsPath;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Policy;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Routing;
import mcx.routing.Solution;
import mcx.routing.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn with the palette and by joining alone works as a network, without a word typed. */
class DrawnDesignsTest {

  private final Canvas canvas = new Canvas();

  static Stream<String> vendors() {
    return new Canvas().catalog.vendors().keySet().stream();
  }

  private record Outcome(Design design, Compiled compiled, Solution solution) {

    static Outcome of(Canvas canvas) {
      Compiled compiled = Compiler.compile(canvas.design, canvas.catalog);
      List<Note> errors =
          compiled.notes().stream().filter(n -> n.severity() == Note.Severity.ERROR).toList();
      assertEquals(List.of(), errors);
      return new Outcome(canvas.design, compiled, Routing.solve(compiled.network(), Failures.NONE));
    }

    Outcome failing(Id... ids) {
      return new Outcome(
          design, compiled, Routing.solve(compiled.network(), Failures.of(List.of(ids))));
    }

    boolean reaches(Id from, Id to) {
      VrfId table = compiled.sites().get(from);
      assertNotNull(table, from + " is no site");
      return solution.trace(table, prefix(to).host(1)).arrived();
    }

    void bothWays(Id a, Id b) {
      assertTrue(reaches(a, b), () -> a + " does not reach " + b + ": " + trace(a, b));
      assertTrue(reaches(b, a), () -> b + " does not reach " + a + ": " + trace(b, a));
    }

    private Trace trace(Id a, Id b) {
      VrfId table = compiled.sites().get(a);
      assertNotNull(table);
      return solution.trace(table, prefix(b).host(1));
    }

    Prefix prefix(Id site) {
      Element element = design.element(site);
      return switch (element) {
        case Premises p -> p.networks().getFirst().first();
        case VirtualNetwork n -> n.prefixes().getFirst().first();
        case null, default -> throw new AssertionError(site + " has no prefix");
      };
    }

    AsPath path(String node, Id site) {
      RibEntry entry = solution.entry(new VrfId(node, "default"), prefix(site));
      assertNotNull(entry, node + " has no route to " + site);
      return entry.first().asPath();
    }
  }

  private Id network(Id cloud) {
    return network(canvas, cloud);
  }

  private static Id network(Canvas canvas, Id cloud) {
    return canvas.design.all(VirtualNetwork.class).stream()
        .filter(n -> canvas.design.descendants(cloud).contains(n.id()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** S01 of the reference designs: a datacenter and three clouds in one VRF of a provider. */
  @Test
  void allCloudsInOneVrf() {
    Id dc = canvas.place("datacenter");
    Id provider = canvas.place("layer3-provider");
    canvas.join(dc, provider);
    Id azure = canvas.place("cloud.azure");
    Id aws = canvas.place("cloud.aws");
    Id google = canvas.place("cloud.google");
    Id er = canvas.join(provider, azure);
    Id dx = canvas.join(provider, aws);
    canvas.join(google, provider);
    Outcome outcome = Outcome.of(canvas);
    AsPath fromDc = AsPath.of(64900, 65010);
    assertEquals(fromDc, outcome.path(er + "/primary", dc));
    assertEquals(fromDc, outcome.path(er + "/secondary", dc));
    assertEquals(fromDc, outcome.path(dx + "/primary", dc));
    List<Id> sites = List.of(dc, network(azure), network(aws), network(google));
    for (Id a : sites) {
      for (Id b : sites) {
        if (!a.equals(b)) {
          assertTrue(outcome.reaches(a, b), a + " to " + b);
        }
      }
    }
    Id secondary = Id.of("az-er-secondary");
    outcome.failing(Id.of("az-er-primary")).bothWays(dc, network(azure));
    Outcome isolated = outcome.failing(Id.of("az-er-primary"), secondary);
    assertFalse(isolated.reaches(dc, network(azure)));
    isolated.bothWays(dc, network(aws));
  }

  /** S02: with a VRF for each cloud, every cloud reaches the datacenter and no other cloud. */
  @Test
  void aVrfForEachCloud() {
    Id dc = canvas.place("datacenter");
    Id provider = canvas.place("layer3-provider");
    canvas.join(dc, provider);
    Id azure = canvas.place("cloud.azure");
    canvas.join(provider, azure);
    Id aws = canvas.place("cloud.aws");
    canvas.join(provider, aws, "circuit-own-vrf");
    assertEquals(2, canvas.design.all(Vrf.class).size());
    Outcome outcome = Outcome.of(canvas);
    outcome.bothWays(dc, network(azure));
    outcome.bothWays(dc, network(aws));
    assertFalse(outcome.reaches(network(azure), network(aws)));
    assertFalse(outcome.reaches(network(aws), network(azure)));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void everyCloudThroughALayer3Provider(String vendor) {
    Id dc = canvas.place("datacenter");
    Id provider = canvas.place("layer3-provider");
    Id cloud = canvas.place("cloud." + vendor);
    canvas.join(cloud, provider);
    canvas.join(provider, dc);
    Outcome.of(canvas).bothWays(dc, network(cloud));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void everyCloudThroughALayer2Provider(String vendor) {
    Id dc = canvas.place("datacenter");
    canvas.place("router", dc);
    Id exchange = canvas.place("layer2-provider");
    Id cloud = canvas.place("cloud." + vendor);
    canvas.join(cloud, exchange);
    canvas.join(dc, exchange);
    Outcome.of(canvas).bothWays(dc, network(cloud));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void everyCloudOnDirectPorts(String vendor) {
    Id dc = canvas.place("datacenter");
    Id cloud = canvas.place("cloud." + vendor);
    canvas.join(dc, cloud, "direct-circuit");
    Outcome.of(canvas).bothWays(dc, network(cloud));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void everyCloudOverVpn(String vendor) {
    Id dc = canvas.place("datacenter");
    Id cloud = canvas.place("cloud." + vendor);
    Id vpn = canvas.join(dc, cloud, "vpn");
    Outcome outcome = Outcome.of(canvas);
    outcome.bothWays(dc, network(cloud));
    assertFalse(outcome.failing(Id.of("internet")).reaches(dc, network(cloud)));
    assertFalse(outcome.failing(vpn).reaches(dc, network(cloud)));
  }

  /** Any two clouds, also two of one vendor, by VPN. */
  @ParameterizedTest
  @MethodSource("vendors")
  void everyCloudToEveryOtherOverVpn(String vendor) {
    for (String other : vendors().toList()) {
      Canvas fresh = new Canvas();
      Id a = fresh.place("cloud." + vendor);
      Id b = fresh.place("cloud." + other);
      fresh.join(a, b, "vpn");
      Id from = network(fresh, a);
      Id to = network(fresh, b);
      if (vendor.equals(other) && vendor.equals("oracle")) {
        // Oracle's number cannot be changed, so its clouds discard each other's routes.
        assertTrue(fresh.offer(a, b, "vpn").warning());
        continue;
      }
      Outcome.of(fresh).bothWays(from, to);
    }
  }

  @Test
  void azureToOracleByInterconnect() {
    Id azure = canvas.place("cloud.azure");
    Id oracle = canvas.place("cloud.oracle");
    Id link = canvas.join(azure, oracle);
    Outcome outcome = Outcome.of(canvas);
    outcome.bothWays(network(azure), network(oracle));
    outcome.failing(link.part("primary")).bothWays(network(azure), network(oracle));
    assertFalse(outcome.failing(link).reaches(network(azure), network(oracle)));
  }

  @Test
  void aVpnBesideACircuitTakesOverWhenItFails() {
    Id dc = canvas.place("datacenter");
    Id provider = canvas.place("layer3-provider");
    canvas.join(dc, provider);
    Id azure = canvas.place("cloud.azure");
    Id circuit = canvas.join(provider, azure);
    canvas.join(dc, azure, "vpn");
    Outcome outcome = Outcome.of(canvas);
    outcome.bothWays(dc, network(azure));
    outcome.failing(circuit).bothWays(dc, network(azure));
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer3-provider", "layer2-provider"})
  void aTransitGatewayBehindADirectConnectGateway(String kind) {
    Id dc = canvas.place("datacenter");
    Id provider = canvas.place(kind);
    canvas.join(dc, provider);
    Id aws = canvas.place("cloud.aws");
    Id tgw = canvas.place("transit-hub", aws);
    canvas.join(provider, tgw);
    Outcome.of(canvas).bothWays(dc, network(aws));
  }

  @Test
  void sitesByPrivateLinkAndTwoRouters() {
    Id a = canvas.place("datacenter");
    Id b = canvas.place("branch");
    canvas.join(a, b);
    Outcome.of(canvas).bothWays(a, b);
  }

  @Test
  void aDatacenterWithTwoRoutersSurvivesOne() {
    Id dc = canvas.place("datacenter");
    Id second = canvas.place("router", dc);
    Id provider = canvas.place("layer3-provider");
    canvas.join(dc, provider);
    Id azure = canvas.place("cloud.azure");
    canvas.join(provider, azure);
    Outcome outcome = Outcome.of(canvas);
    outcome.failing(second).bothWays(dc, network(azure));
    outcome.failing(Id.of("ce1")).bothWays(dc, network(azure));
    for (ProviderEdge edge : canvas.design.all(ProviderEdge.class)) {
      outcome.failing(edge.id()).bothWays(dc, network(azure));
    }
  }

  @Test
  void aSpokeUsesTheGatewaysOfItsHub() {
    Id dc = canvas.place("datacenter");
    Id provider = canvas.place("layer3-provider");
    canvas.join(dc, provider);
    Id azure = canvas.place("cloud.azure");
    canvas.join(provider, azure);
    Id hub = network(azure);
    Id spoke = canvas.place("virtual-network", azure);
    canvas.join(hub, spoke);
    Outcome outcome = Outcome.of(canvas);
    outcome.bothWays(hub, spoke);
    outcome.bothWays(dc, spoke);
  }

  @Test
  void aRouterGoesThroughItsNeighbourWhenItsOwnLinkFails() {
    Id dc = canvas.place("datacenter", null);
    canvas.place("router", dc);
    Id provider = canvas.place("layer3-provider", null);
    Id cloud = canvas.place("cloud.azure", null);
    canvas.join(dc, provider);
    canvas.join(provider, cloud);
    Prefix network =
        canvas.design.all(VirtualNetwork.class).getFirst().prefixes().getFirst().first();
    for (AccessLink link : canvas.design.allLinks(AccessLink.class)) {
      Outcome failed = Outcome.of(canvas).failing(link.id());
      RibEntry entry = failed.solution().entry(VrfId.of(link.a().value()), network);
      assertNotNull(entry, link.a() + " has no way round");
      assertEquals(Policy.Learned.INNER, entry.first().learned());
    }
  }
}
