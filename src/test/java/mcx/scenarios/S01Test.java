package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import mcx.analysis.Fallback;
import mcx.analysis.PathKind;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent.IntentKind;
import mcx.design.RoutePolicy;
import mcx.design.Setting;
import mcx.design.Vrf;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.network.Session;
import org.junit.jupiter.api.Test;

/** Layer-3 provider, all clouds in one VRF. */
class S01Test {

  private final Design design = S01.design();

  @Test
  void azureLearnsTheOtherThree() {
    Results r = Results.of(design).noErrors();
    for (String msee : List.of("er/primary", "er/secondary")) {
      r.holds(msee, "10.10.0.0/16", "64900 65010")
          .holds(msee, "10.30.0.0/16", "64900 64514")
          .holds(msee, "10.40.0.0/20", "64900 16550");
    }
  }

  @Test
  void awsLearnsTheOtherThree() {
    Results.of(design)
        .holds("dx/primary", "10.10.0.0/16", "64900 65010")
        .holds("dx/primary", "10.20.0.0/16", "64900 12076")
        .holds("dx/primary", "10.40.0.0/20", "64900 16550");
  }

  /** RIB(GCP): the Cloud Router, which both attachments' sessions end at. */
  @Test
  void googleLearnsTheOtherThree() {
    Results.of(design)
        .holds("cloud-router", "10.10.0.0/16", "64900 65010")
        .holds("cloud-router", "10.20.0.0/16", "64900 12076")
        .holds("cloud-router", "10.30.0.0/16", "64900 64514");
  }

  @Test
  void datacenterLearnsAllClouds() {
    Results r = Results.of(design);
    for (String ce : List.of("ce1", "ce2")) {
      r.holds(ce, "10.20.0.0/16", "64900 12076")
          .holds(ce, "10.30.0.0/16", "64900 64514")
          .holds(ce, "10.40.0.0/20", "64900 16550");
    }
  }

  @Test
  void azureReachesAwsInsideTheProvider() {
    Results.of(design)
        .goes(
            "vnet",
            "vpc",
            "vnet er-gw er/(primary pe1|secondary pe2) pe3 dx/primary (dxgw )?(vgw )?vpc")
        .goes(
            "vpc",
            "vnet",
            "vpc (vgw )?(dxgw )?dx/primary pe3 (pe1 er/primary|pe2 er/secondary) er-gw vnet")
        .reaches("vnet", "vpc", PathKind.PROVIDER)
        .reaches("vnet", "gcp-vpc", PathKind.PROVIDER)
        .reaches("dc1", "vnet", PathKind.PROVIDER)
        .onlyReach("dc1 vnet", "dc1 vpc", "dc1 gcp-vpc", "vnet vpc", "vnet gcp-vpc", "vpc gcp-vpc");
  }

  @Test
  void theVrfSeesAllClouds() {
    var view = Results.of(design).analysis().separation().vrfs().getFirst();
    assertEquals(Id.of("vrf-all"), view.vrf());
    assertEquals(Drawing.ids("aws", "azure", "google"), view.clouds());
    assertEquals(Drawing.ids("dc1", "gcp-vpc", "vnet", "vpc"), view.sites());
  }

  /** “Limits: 3 prefixes into each; none violated.” */
  @Test
  void threePrefixesGoIntoEachCloud() {
    Results r = Results.of(design);
    assertEquals(3, r.flow("er-primary", "pe1").acceptedV4());
    assertEquals(3, r.flow("er-secondary", "pe2").acceptedV4());
    assertEquals(3, r.flow("dx-vif", "pe3").acceptedV4());
    assertEquals(3, r.flow("pi1-vlan", "pe3").acceptedV4());
    assertEquals(4000, Objects.requireNonNull(r.flow("er-primary", "pe1").limitV4()).max());
    assertEquals(100, Objects.requireNonNull(r.flow("dx-vif", "pe3").limitV4()).max());
    assertEquals(List.of(), r.analysis().solution().tripped());
  }

  /** “Detection 0.9 s (BFD) or at most 180 s.” */
  @Test
  void expressRouteDetectsByBfdOrHoldTime() {
    Session session = Objects.requireNonNull(Results.of(design).network().session("er-primary"));
    Session.End msee = session.a().node().equals("er/primary") ? session.atA() : session.atB();
    assertEquals(180, msee.holdSeconds());
    assertEquals(new Session.Bfd(300, 3), msee.bfd());
  }

  @Test
  void primaryLinkLostLosesNothing() {
    Results.of(design, "er-primary")
        .goes("vnet", "vpc", "vnet er-gw er/secondary pe2 pe3 .*")
        .goes("dc1", "vnet", ".* er/secondary er-gw vnet")
        .onlyReach("dc1 vnet", "dc1 vpc", "dc1 gcp-vpc", "vnet vpc", "vnet gcp-vpc", "vpc gcp-vpc");
  }

  @Test
  void bothLinksLostIsolateAzureOnly() {
    Results.of(design, "er-primary", "er-secondary")
        .isolated("vnet", "dc1", "vpc", "gcp-vpc")
        .onlyReach("dc1 vpc", "dc1 gcp-vpc", "vpc gcp-vpc");
  }

  @Test
  void customerEdgesLostLeaveTheCloudsTalking() {
    Results.of(design, "ce1", "ce2").onlyReach("vnet vpc", "vnet gcp-vpc", "vpc gcp-vpc");
    Results.of(design, "ce1")
        .onlyReach("dc1 vnet", "dc1 vpc", "dc1 gcp-vpc", "vnet vpc", "vnet gcp-vpc", "vpc gcp-vpc");
  }

  @Test
  void virtualInterfaceLostIsolatesAws() {
    Results.of(design, "dx-vif").onlyReach("dc1 vnet", "dc1 gcp-vpc", "vnet gcp-vpc");
  }

  @Test
  void providerLostIsolatesEverything() {
    Results.of(design, "meridian").onlyReach();
  }

  @Test
  void fallbackTableSaysTheSame() {
    Fallback.Pair pair = Results.of(design).fallback("vnet", "vpc");
    assertEquals(Fallback.Effect.OTHER_PRIVATE, Results.effect(pair, "er-primary"));
    assertEquals(Fallback.Effect.LOST, Results.effect(pair, "dx-vif"));
    assertEquals(Fallback.Effect.LOST, Results.effect(pair, "meridian"));
    assertNull(Results.effect(pair, "ce1"));
    assertTrue(pair.singlePoints().containsAll(Drawing.ids("dx", "dx-vif", "er", "er-gw")));
    assertFalse(pair.singlePoints().contains(Id.of("er-primary")));
    assertFalse(pair.fallsBackToVpn());
  }

  // Findings

  /** “RED-06”, and “GCP links must be in different edge availability domains (RED-08)”. */
  @Test
  void singleConnectionsAreTold() {
    Results r = Results.of(design).finds("RED-06", Severity.WARNING, "dx");
    assertTrue(
        r.analysis().review().undecided().stream().anyMatch(f -> f.rule().equals("RED-08")),
        "the domains are not given");
    Design one = Edits.setting(design, "pi1", Setting.EDGE_DEVICE, "domain 1");
    Results.of(Edits.setting(one, "pi2", Setting.EDGE_DEVICE, "domain 1"))
        .finds("RED-08", Severity.WARNING, "pi1", "pi2");
    Results two = Results.of(Edits.setting(one, "pi2", Setting.EDGE_DEVICE, "domain 2"));
    two.findsNothingOf("RED-08");
    assertFalse(
        two.analysis().review().undecided().stream().anyMatch(f -> f.rule().equals("RED-08")));
  }

  /** “TRN-20 (info)”, until an intent says whether the clouds should meet. */
  @Test
  void cloudsThatShareTheVrfAreTold() {
    Results.of(design).finds("TRN-20", Severity.INFO, "vrf-all", "vnet", "vpc", "gcp-vpc");
    Results.of(Edits.intent(design, IntentKind.ISOLATE, "vnet", "vpc"))
        .finds("TRN-20", Severity.WARNING, "vrf-all");
  }

  // Edits

  @Test
  void removingOneSessionLeavesTheOther() {
    Results r = Results.of(Edits.without(design, "er-secondary"));
    r.holds("er/primary", "10.30.0.0/16", "64900 64514").reaches("vnet", "vpc", PathKind.PROVIDER);
    Results.of(Edits.without(design, "er-secondary"), "er-primary")
        .isolated("vnet", "dc1", "vpc", "gcp-vpc");
  }

  @Test
  void filteringAPrefixAtTheProviderHidesItFromThatCloudOnly() {
    RoutePolicy notAzure =
        new RoutePolicy(
            List.of(
                new RoutePolicy.Term(
                    "no Azure",
                    List.of(new RoutePolicy.PrefixMatch(Prefix.of("10.20.0.0/16"), null, null)),
                    List.of(),
                    null,
                    null,
                    false,
                    RoutePolicy.Change.NONE)),
            true);
    Results r = Results.of(Edits.sessionB(design, "dx-vif", "exportPolicy", notAzure));
    r.hasNoRoute("dx/primary", "10.20.0.0/16")
        .holds("dx/primary", "10.10.0.0/16", "64900 65010")
        .holds("cloud-router", "10.20.0.0/16", "64900 12076");
    assertFalse(r.told("dx-vif", "pe3:vrf-all", "10.20.0.0/16").outcome().sent());
    assertEquals(PathKind.NONE, r.path("vpc", "vnet").kind());
  }

  @Test
  void theProvidersNumberStandsInEveryPath() {
    Design renumbered = Edits.set(design, "meridian", "asn", Asn.of(64999));
    Results.of(renumbered)
        .holds("er/primary", "10.30.0.0/16", "64999 64514")
        .holds("ce1", "10.20.0.0/16", "64999 12076");
  }

  @Test
  void anAsnAlreadyInUseElsewhereStopsRoutes() {
    // A DX gateway numbered as the customer and the customer's routers refuse each other's routes.
    Design clash = Edits.set(design, "dxgw", "asn", Asn.of(65010));
    Results r = Results.of(clash);
    r.hasNoRoute("dx/primary", "10.10.0.0/16").hasNoRoute("ce1", "10.30.0.0/16");
    r.holds("dx/primary", "10.20.0.0/16", "64900 12076");
  }

  @Test
  void aCloudMovedToAVrfOfItsOwnSeesNobody() {
    Design moved = design.with(Vrf.of(Id.of("vrf-alone"), "ALONE", Id.of("meridian")));
    moved = Edits.set(moved, "dx-vif", "vrf", Id.of("vrf-alone"));
    Results.of(moved)
        .hasNoRoute("dx/primary", "10.10.0.0/16", "10.20.0.0/16", "10.40.0.0/20")
        .onlyReach("dc1 vnet", "dc1 gcp-vpc", "vnet gcp-vpc");
  }
}
