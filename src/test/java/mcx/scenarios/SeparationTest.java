package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.scenarios.Drawing.addresses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import mcx.analysis.Analysis;
import mcx.analysis.PathKind;
import mcx.analysis.Relation;
import mcx.analysis.Separation;
import mcx.analysis.SitePath;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.RoutePolicy;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;

/** How pairs of sites stand to each other, both directions together. */
class SeparationTest {

  private static Relation between(Results r, String a, String b) {
    Relation relation = r.analysis().separation().between(Id.of(a), Id.of(b));
    assertNotNull(relation);
    return Objects.requireNonNull(relation);
  }

  /** Two datacenters, each with a circuit of one cloud, whose circuits are joined. */
  private static Design globalReach() {
    return new Drawing("Global Reach")
        .datacenter("dc1", "Amsterdam", "10.1.0.0/16")
        .router("ce1", "CE 1", "dc1", 65001)
        .datacenter("dc2", "Singapore", "10.2.0.0/16")
        .router("ce2", "CE 2", "dc2", 65002)
        .cloud("azure", "Azure", "azure")
        .circuit("er1", "ER Amsterdam", "azure", "azure.expressroute", "Premium", 1000)
        .circuit("er2", "ER Singapore", "azure", "azure.expressroute", "Premium", 1000)
        .connection(
            "er1-primary",
            PRIMARY,
            "er1",
            "ce1",
            100,
            null,
            "172.31.0.0/30",
            addresses("172.31.0.2", "172.31.0.1"))
        .connection(
            "er2-primary",
            PRIMARY,
            "er2",
            "ce2",
            100,
            null,
            "172.31.1.0/30",
            addresses("172.31.1.2", "172.31.1.1"))
        .globalReach("reach", "er1", "er2")
        .design();
  }

  @Test
  void aCloudThatNeitherIsInIsToldFromADirectPath() {
    Results r = Results.of(globalReach());
    r.reaches("dc1", "dc2", PathKind.CLOUD);
    assertEquals("another cloud", between(r, "dc1", "dc2").kind().label());
    // The customer's router at a third place is told as before, although clouds' edges are passed.
    assertEquals(PathKind.CUSTOMER_ROUTER, between(Results.of(S03.design()), "vnet", "vpc").kind());
  }

  @Test
  void oneWayIsNeitherIsolatedNorReached() {
    RoutePolicy others = RoutePolicy.only(List.of(Prefix.of("10.10.0.0/16")));
    Results r = Results.of(Edits.sessionB(S01.design(), "dx-vif", "exportPolicy", others));
    Relation relation = between(r, "vnet", "vpc");
    assertTrue(relation.isOneWay());
    assertFalse(relation.isIsolated());
    assertEquals(PathKind.PROVIDER, relation.kind());
    assertTrue(relation.there().reaches());
    assertNull(relation.parting());
    Relation apart = between(Results.of(S02.design()), "vnet", "vpc");
    assertTrue(apart.isIsolated());
    assertFalse(apart.isOneWay());
    assertEquals(PathKind.NONE, apart.kind());
  }

  @Test
  void twoDirectionsThatPartAreToldWhere() {
    Results r = Results.of(S01.design());
    Relation.Parting parting = between(r, "dc1", "vnet").parting();
    assertNotNull(parting);
    // The site shares its traffic over both routers; all of the answers come by the first.
    assertEquals("dc1", parting.at().toString());
    assertEquals("ce2", parting.there().node());
    assertEquals("ce1", parting.back().toString());
    Relation vpn = between(Results.of(S09.design(), "er-secondary"), "dc", "hub");
    assertFalse(vpn.isAsymmetric(), () -> vpn.parting() + "");
    assertEquals(PathKind.DIRECT, vpn.kind());
  }

  /**
   * Azure shares its traffic over both connections, and the answers come by one of them. The
   * provider may prefer one on the way out, and tell the cloud to use the same, or the other.
   */
  @Test
  void aPreferenceOfOneSideOnlyIsAsymmetric() {
    Relation shared = between(Results.of(S01.design()), "vnet", "vpc");
    assertEquals(2, shared.there().ways());
    assertEquals(1, shared.back().ways());
    Relation.Parting parting = shared.parting();
    assertNotNull(parting);
    assertEquals("er-gw", parting.at().toString());
    assertEquals("er/secondary", parting.there().toString());
    assertEquals("er/primary", parting.back().toString());
    assertFalse(between(preferringPrimary("er-secondary"), "vpc", "vnet").isAsymmetric());
    assertTrue(between(preferringPrimary("er-primary"), "vpc", "vnet").isAsymmetric());
  }

  /** The provider prefers the primary connection, and lets Azure see a longer path over one. */
  private static Results preferringPrimary(String longer) {
    Design design = S01.design();
    BgpSettings primary =
        ((mcx.design.CircuitConnection) Objects.requireNonNull(design.link(Id.of("er-primary"))))
            .session();
    Design preferred =
        Edits.set(
            design,
            "er-primary",
            "session",
            new BgpSettings(
                primary.a(), primary.b().with("importPolicy", RoutePolicy.localPreference(200))));
    return Results.of(Edits.sessionB(preferred, longer, "exportPolicy", RoutePolicy.prepend(3)));
  }

  @Test
  void everyPairIsThereOnceAndAsItsPathsSay() {
    for (Design design : List.of(S01.design(), S03.design(), S05.design(), S09.design())) {
      Analysis analysis = Results.of(design).analysis();
      Separation separation = analysis.separation();
      int n = separation.sites().size();
      assertEquals(n * (n - 1) / 2, separation.relations().size());
      for (SitePath path : separation.paths()) {
        assertEquals(path, separation.path(path.from(), path.to()));
      }
      assertNull(separation.path(separation.sites().getFirst(), separation.sites().getFirst()));
      assertNull(separation.path(Id.of("nobody"), separation.sites().getFirst()));
    }
  }

  @Test
  void aVrfKnowsWhoIsBehindIt() {
    Separation separation =
        Results.of(Edits.allowAsIn(S02.design(), "vrf-aws", 1)).analysis().separation();
    Separation.VrfView aws =
        separation.vrfs().stream()
            .filter(v -> v.label().equals("VRF-AWS"))
            .findFirst()
            .orElseThrow();
    // It sees Azure by way of the customer's router, but Azure is behind another VRF.
    assertTrue(aws.sites().contains(Id.of("vnet")), aws::toString);
    assertEquals(List.of(Id.of("dc1"), Id.of("vpc")), aws.behind());
  }
}
