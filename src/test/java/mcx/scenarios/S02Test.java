package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.analysis.Fallback;
import mcx.analysis.Finding;
import mcx.analysis.PathKind;
import mcx.compile.Note;
import mcx.compile.Note.Severity;
import mcx.design.AccessLink;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent.IntentKind;
import mcx.design.RoutePolicy;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;
import org.junit.jupiter.api.Test;

/** Layer-3 provider, a VRF for each cloud. */
class S02Test {

  private static final String[] DATACENTER_ONLY = {"dc1 vnet", "dc1 vpc", "dc1 gcp-vpc"};
  private static final String[] EVERYONE = {
    "dc1 vnet", "dc1 vpc", "dc1 gcp-vpc", "vnet vpc", "vnet gcp-vpc", "vpc gcp-vpc"
  };

  @Test
  void eachCloudReachesTheDatacenterOnly() {
    Results r = Results.of(S02.design()).noErrors();
    for (String edge : List.of("er/primary", "er/secondary")) {
      r.holds(edge, "10.10.0.0/16", "64900 65010").hasNoRoute(edge, "10.30.0.0/16", "10.40.0.0/20");
    }
    r.holds("dx/primary", "10.10.0.0/16", "64900 65010")
        .hasNoRoute("dx/primary", "10.20.0.0/16", "10.40.0.0/20")
        .holds("cloud-router", "10.10.0.0/16", "64900 65010")
        .hasNoRoute("cloud-router", "10.20.0.0/16", "10.30.0.0/16")
        .holds("ce", "10.20.0.0/16", "64900 12076")
        .holds("ce", "10.30.0.0/16", "64900 64514")
        .holds("ce", "10.40.0.0/20", "64900 16550")
        .onlyReach(DATACENTER_ONLY)
        .isolated("vnet", "vpc", "gcp-vpc");
  }

  /** The PE finds itself in the path of what the CE re-advertises. */
  @Test
  void theReadvertisedRouteDiesOfItsOwnAsPath() {
    Results r = Results.of(S02.design());
    Advertisement told = r.told("ce-pe2/vlan-100", "ce", "10.30.0.0/16");
    assertEquals("65010 64900 64514", told.asPath().toString());
    assertEquals(Advertisement.Outcome.REFUSED_LOOP, told.outcome());
    assertFalse(told.reason().isBlank());
  }

  /** Its severity is that of rules.md, a warning; the panel must explain it. */
  @Test
  void asn13SaysSoInPlainWords() {
    List<Finding> found = Results.of(S02.design()).findings("ASN-13");
    assertFalse(found.isEmpty());
    for (Finding finding : found) {
      assertEquals(Note.Severity.WARNING, finding.severity());
      assertFalse(finding.title().isBlank());
      assertFalse(finding.remedies().isEmpty());
      assertTrue(finding.text().contains("64900"), finding.text());
    }
    assertEquals(List.of(), Results.of(S01.design()).findings("ASN-13"));
    assertEquals(List.of(), Results.of(S02.allowAsIn()).findings("ASN-13"));
    assertEquals(List.of(), Results.of(S02.asnPerVrf()).findings("ASN-13"));
    assertEquals(List.of(), Results.of(S02.staticDefault()).findings("ASN-13"));
  }

  @Test
  void eachVrfSeesItsOwnCloudOnly() {
    for (var view : Results.of(S02.design()).analysis().separation().vrfs()) {
      assertEquals(1, view.clouds().size(), view.label());
      assertEquals(S02.vrfOf(view.clouds().getFirst().value()), view.vrf());
    }
  }

  @Test
  void variantAAllowAsInHairpinsThroughTheDatacenter() {
    Results r = Results.of(S02.allowAsIn()).noErrors();
    r.holds("er/primary", "10.30.0.0/16", "64900 65010 64900 64514")
        .holds("er/secondary", "10.30.0.0/16", "64900 65010 64900 64514")
        .holds("dx/primary", "10.20.0.0/16", "64900 65010 64900 12076")
        .goes("vnet", "vpc", "vnet er-gw er/(primary pe1|secondary) pe2 ce pe2 dx/primary .*vpc")
        .reaches("vnet", "vpc", PathKind.CUSTOMER_ROUTER)
        .onlyReach(EVERYONE);
    // It leaves the one VRF and comes back in the other.
    assertTrue(
        r.tables("vnet", "vpc").contains("pe2:vrf-az ce pe2:vrf-aws dx/primary"),
        r.tables("vnet", "vpc"));
  }

  @Test
  void variantBAnAsnForEachVrfNeedsNoOption() {
    Results.of(S02.asnPerVrf())
        .noErrors()
        .holds("er/primary", "10.30.0.0/16", "64901 65010 64902 64514")
        .holds("dx/primary", "10.20.0.0/16", "64902 65010 64901 12076")
        .holds("cloud-router", "10.20.0.0/16", "64903 65010 64901 12076")
        .onlyReach(EVERYONE);
  }

  @Test
  void variantCStaticDefaultsJoinNoClouds() {
    Results r = Results.of(S02.staticDefault());
    r.hasNoRoute("er/primary", "10.30.0.0/16", "10.40.0.0/20")
        .hasNoRoute("dx/primary", "10.20.0.0/16", "10.40.0.0/20")
        .hasNoRoute("cloud-router", "10.20.0.0/16", "10.30.0.0/16")
        .isolated("vnet", "vpc", "gcp-vpc")
        .isolated("vpc", "gcp-vpc");
    assertTrue(
        r.network().sessions().stream()
            .noneMatch(s -> s.a().node().equals("ce") || s.b().node().equals("ce")));
  }

  @Test
  void customerEdgeLostEndsEverythingWithTheCloudLinksUp() {
    Results.of(S02.allowAsIn(), "ce")
        .sessionUp("er-primary", "er-secondary", "dx-vif", "pi1-vlan", "pi2-vlan")
        .onlyReach();
    Fallback.Pair pair = Results.of(S02.allowAsIn()).fallback("vnet", "vpc");
    assertEquals(Fallback.Effect.LOST, Results.effect(pair, "ce"));
    assertTrue(pair.singlePoints().contains(Id.of("ce")));
  }

  @Test
  void primaryLinkLostLosesNothing() {
    Results.of(S02.allowAsIn(), "er-primary").onlyReach(EVERYONE);
    Results.of(S02.design(), "er-primary").onlyReach(DATACENTER_ONLY);
  }

  // Findings

  @Test
  void eachVariantIsToldForWhatItIs() {
    Results.of(S02.design()).finds("ASN-13", Severity.WARNING, "meridian");
    Results.of(S02.allowAsIn())
        .findsNothingOf("ASN-13", "TRN-19")
        .finds("TRN-22", Severity.INFO, "dc1");
    Results.of(S02.asnPerVrf()).findsNothingOf("ASN-13").finds("TRN-22", Severity.INFO, "dc1");
    Results.of(S02.staticDefault())
        .findsNothingOf("ASN-13")
        .finds("TRN-19", Severity.INFO, "ce", "vrf-az", "vrf-aws");
    Results.of(Edits.intent(S02.staticDefault(), IntentKind.REACH, "vnet", "vpc"))
        .finds("TRN-19", Severity.ERROR, "ce", "vrf-az", "vrf-aws");
  }

  // Edits

  @Test
  void allowAsInOnOneVrfOpensOneDirectionOnly() {
    Results r = Results.of(Edits.allowAsIn(S02.design(), "vrf-az", 1));
    r.holds("er/primary", "10.30.0.0/16", "64900 65010 64900 64514")
        .hasNoRoute("dx/primary", "10.20.0.0/16");
  }

  /**
   * Some routers hold back a route towards a neighbour whose AS is already in the path; then
   * allowas-in at the PE does not help behind them (a note at the head of the scenarios).
   */
  @Test
  void aRouterThatHoldsBackTheNeighboursNumberDefeatsAllowAsIn() {
    Design design = S02.allowAsIn();
    for (int tag : new int[] {100, 200, 300}) {
      design = Edits.vlanRouter(design, "ce-pe2", tag, "holdBackNeighborAs", true);
    }
    Results r = Results.of(design);
    assertEquals(
        Advertisement.Outcome.WITHHELD_NEIGHBOR_AS,
        r.told("ce-pe2/vlan-100", "ce", "10.30.0.0/16").outcome());
    r.onlyReach(DATACENTER_ONLY);
  }

  @Test
  void overrideAtTheCustomerEdgeRewritesTheProvidersNumber() {
    Design design = Edits.vlanRouter(S02.design(), "ce-pe2", 100, "asOverride", true);
    Results.of(design).holds("er/primary", "10.30.0.0/16", "64900 65010 65010 64514");
  }

  @Test
  void aCloudMovedIntoAnothersVrfReachesItInsideTheProvider() {
    Design moved = Edits.set(S02.design(), "dx-vif", "vrf", Id.of("vrf-az"));
    Results.of(moved)
        .holds("er/primary", "10.30.0.0/16", "64900 64514")
        .holds("dx/primary", "10.20.0.0/16", "64900 12076")
        .reaches("vnet", "vpc", PathKind.PROVIDER)
        .isolated("gcp-vpc", "vnet", "vpc");
  }

  @Test
  void removingTheCustomersSessionTakesThatCloudAway() {
    Design design = S02.design();
    var link = (AccessLink) design.links().get(Id.of("ce-pe2"));
    Design edited =
        Edits.set(
            design, "ce-pe2", "vlans", link.vlans().stream().filter(v -> v.tag() != 200).toList());
    Results.of(edited).onlyReach("dc1 vnet", "dc1 gcp-vpc");
  }

  @Test
  void aCustomerWhoFiltersEndsTheTransitOfVariantA() {
    Design design =
        Edits.vlanRouter(
            S02.allowAsIn(),
            "ce-pe2",
            100,
            "exportPolicy",
            RoutePolicy.only(List.of(Prefix.of("10.10.0.0/16"))));
    Results.of(design)
        .hasNoRoute("er/primary", "10.30.0.0/16", "10.40.0.0/20")
        .holds("er/primary", "10.10.0.0/16", "64900 65010")
        .reaches("vpc", "gcp-vpc", PathKind.CUSTOMER_ROUTER);
  }

  @Test
  void theCustomersNumberStandsInTheMiddle() {
    Design design = Edits.set(S02.allowAsIn(), "ce", "asn", Asn.of(65333));
    Results.of(design).holds("er/primary", "10.30.0.0/16", "64900 65333 64900 64514");
  }
}
