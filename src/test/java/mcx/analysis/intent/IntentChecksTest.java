package mcx.analysis.intent;

import static mcx.analysis.intent.IntentResult.State.BROKEN;
import static mcx.analysis.intent.IntentResult.State.HOLDS;
import static mcx.analysis.intent.IntentResult.State.PENDING;
import static mcx.analysis.intent.IntentResult.State.UNKNOWN;
import static mcx.analysis.intent.SampleDesigns.analyze;
import static mcx.analysis.intent.SampleDesigns.judged;
import static mcx.analysis.intent.SampleDesigns.now;
import static mcx.analysis.intent.SampleDesigns.sample;
import static mcx.analysis.intent.SampleDesigns.states;
import static mcx.analysis.intent.SampleDesigns.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.Finding;
import mcx.analysis.SitePath;
import mcx.catalog.CatalogLoader;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Mute;
import mcx.design.Vrf;
import mcx.network.Failures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intents hold, or are broken, as an architect would say. */
class IntentChecksTest {

  private static final Design BACKUP = sample("vpn-backup-of-expressroute");
  private static final Design VRFS = sample("layer-3-provider-vrf-per-cloud");
  private static final Design ONE_VRF = sample("layer-3-provider-one-vrf");

  private static Counterexample broken(IntentResult result) {
    assertEquals(BROKEN, result.state(), result::text);
    return Objects.requireNonNull(result.counterexample());
  }

  private static Fallback.Pair pair(Design design, String a, String b) {
    return Analyzer.fallback(analyze(design), () -> false).pairs().stream()
        .filter(p -> p.a().equals(Id.of(a)) && p.b().equals(Id.of(b)))
        .findFirst()
        .orElseThrow();
  }

  // --- with nothing failed ---

  @Test
  void reachIsToldAtOnce() {
    List<IntentResult> results =
        now(
            BACKUP,
            "Amsterdam reaches Hub over private links",
            "Amsterdam reaches Hub through er",
            "Amsterdam reaches Hub avoiding internet",
            "Amsterdam reaches Hub through vpn",
            "Amsterdam reaches Hub avoiding metro");
    assertEquals(List.of(HOLDS, HOLDS, HOLDS, BROKEN, BROKEN), states(results));
    Counterexample vpn = broken(results.get(3));
    assertEquals(List.of(), vpn.failed());
    assertEquals("Amsterdam reaches Azure West Europe Hub, but not through Backup VPN.", vpn.why());
    assertEquals(Id.of("vpn"), vpn.at());
    assertEquals(
        "Amsterdam reaches Azure West Europe Hub through Canal Ethernet, which it should avoid.",
        broken(results.get(4)).why());
  }

  @Test
  void whatDoesNotReachSaysWhere() {
    Counterexample shown = broken(now(VRFS, "vnet reaches vpc").getFirst());
    SitePath there = Objects.requireNonNull(shown.there());
    assertTrue(shown.why().contains("does not reach"), shown::why);
    assertTrue(shown.why().contains(there.reason()), shown::why);
    assertNotNull(shown.at());
  }

  @Test
  void aPrivatePathIsNoPublicTunnel() {
    Design noCircuit = BACKUP.without(List.of(Id.of("er")));
    Counterexample shown =
        broken(now(noCircuit, "Amsterdam reaches Hub over private links").getFirst());
    assertEquals(Id.of("vpn"), shown.at());
    assertTrue(shown.why().contains("over the Internet"), shown::why);
  }

  @Test
  void aCloudStandsForAllItsNetworks() {
    assertEquals(List.of(HOLDS), states(now(BACKUP, "Amsterdam reaches Azure West Europe")));
    assertEquals(List.of(BROKEN), states(now(VRFS, "azure reaches aws")));
    assertEquals(
        "No site is in Canal Ethernet, or behind it.",
        now(BACKUP, "Amsterdam reaches metro").getFirst().text());
  }

  @Test
  void whatFailuresDecideIsPending() {
    List<IntentResult> results =
        now(
            BACKUP,
            "Amsterdam reaches Hub surviving 1 failure",
            "Amsterdam reaches Hub preferring er over vpn");
    assertEquals(List.of(PENDING, PENDING), states(results));
    assertEquals(List.of(PENDING), states(now(VRFS, "VRF-AZ never reaches VRF-AWS")));
  }

  @Test
  void latencyAndBandwidthAreUnknownWithoutFacts() {
    List<IntentResult> results =
        IntentChecks.now(
            analyze(
                SampleDesigns.with(BACKUP, "Amsterdam reaches Hub within 20 ms, at 500 Mbit/s")),
            PathFacts.NONE);
    assertEquals(List.of(UNKNOWN), states(results));
    assertEquals(
        List.of("the bandwidth of the path", "the latency of the path"),
        results.getFirst().missing());
  }

  @Test
  void latencyAndBandwidthAreMeasuredWherePlacesAndSpeedsAreKnown() {
    assertEquals(
        List.of(HOLDS), states(now(BACKUP, "Amsterdam reaches Hub within 20 ms, at 500 Mbit/s")));
    assertEquals(List.of(BROKEN), states(now(BACKUP, "Amsterdam reaches Hub at 20 Gbit/s")));
  }

  @Test
  void latencyAndBandwidthAreHeldAgainstFacts() {
    PathFacts facts =
        new PathFacts() {
          @Override
          public Fact latencyMillis(SitePath path) {
            return Fact.of(path.from().equals(Id.of("dc")) ? 12 : 30.5);
          }

          @Override
          public Fact capacityMbps(SitePath path) {
            return Fact.of(1000);
          }
        };
    List<IntentResult> results =
        IntentChecks.now(
            analyze(
                with(
                    BACKUP,
                    "Amsterdam reaches Hub within 31 ms, at 1 Gbit/s",
                    "Amsterdam reaches Hub within 20 ms",
                    "Amsterdam reaches Hub at 1001 Mbit/s")),
            facts);
    assertEquals(List.of(HOLDS, BROKEN, BROKEN), states(results));
    assertEquals(
        "Azure West Europe Hub reaches Amsterdam in 30.5 ms, not within 20 ms.",
        broken(results.get(1)).why());
    assertTrue(broken(results.get(2)).why().contains("carries 1000 Mbit/s, not 1001 Mbit/s"));
  }

  // --- with failures ---

  @Test
  void aFailureThatLosesTrafficIsTheCounterexample() {
    IntentResult result = judged(BACKUP, "Amsterdam reaches Hub surviving 1 failure").getFirst();
    Counterexample shown = broken(result);
    assertEquals(1, shown.failed().size());
    Fallback.Pair pair = pair(BACKUP, "dc", "hub");
    assertTrue(pair.singlePoints().containsAll(shown.failed()), () -> shown + " of " + pair);
    assertTrue(result.text().startsWith("With "), result::text);
  }

  /** What survives any single failure is what has no single point of failure, and the reverse. */
  @Test
  void survivalAgreesWithFallback() {
    for (String name :
        List.of(
            "vpn-backup-of-expressroute",
            "layer-3-provider-one-vrf",
            "azure-oracle-interconnect",
            "vpn-between-two-clouds",
            "direct-ports")) {
      Design design = sample(name);
      Analysis plain = analyze(design);
      for (Fallback.Pair pair : Analyzer.fallback(plain, () -> false).pairs()) {
        if (!pair.now().reaches() || !pair.back().reaches()) {
          continue;
        }
        String text = pair.a() + " reaches " + pair.b() + " surviving 1 failure";
        IntentResult result = judged(design, text).getFirst();
        assertEquals(
            pair.singlePoints().isEmpty() ? HOLDS : BROKEN, result.state(), name + ": " + text);
      }
    }
  }

  @Test
  void twoFailuresAreTriedTogether() {
    // Two connections and two tunnels between two clouds: four tunnels, each pair of instances.
    Design design = sample("vpn-between-two-clouds");
    Design twice = with(design, "vnet reaches vpc surviving 2 failures");
    IntentResult result = Analyzer.judge(analyze(twice), () -> false).intents().getFirst();
    Counterexample shown = broken(result);
    Analysis failed =
        Analyzer.analyze(design, CatalogLoader.builtIn(), Failures.of(shown.failed()));
    SitePath there = Objects.requireNonNull(failed.separation().path(Id.of("vnet"), Id.of("vpc")));
    SitePath back = Objects.requireNonNull(failed.separation().path(Id.of("vpc"), Id.of("vnet")));
    assertTrue(!there.reaches() || !back.reaches(), () -> shown + " loses nothing");
  }

  /** What the search finds is what trying all pairs finds, whatever is asked of the path. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "layer-3-provider-one-vrf: dc1 reaches vnet",
        "layer-3-provider-one-vrf: vnet reaches vpc over private links",
        "vpn-between-two-clouds: vnet reaches vpc",
        "azure-oracle-interconnect: vnet reaches vcn",
        "azure-oracle-interconnect: dc1 reaches vcn over private links",
        "azure-oracle-interconnect: dc1 reaches dc2",
        "direct-ports: dc1 reaches vnet-a",
        "layer-2-provider: dc1 reaches vpc",
        "vpn-backup-of-expressroute: dc reaches hub"
      })
  void twoFailuresAreFoundWhereThereAreSome(String which) {
    int colon = which.indexOf(':');
    Design design = sample(which.substring(0, colon));
    String text = which.substring(colon + 1).strip() + " surviving 2 failures";
    assertEquals(anyTwo(with(design, text)), judged(design, text).getFirst().state(), which);
  }

  /** A second router of the site, so that single failures lead elsewhere and pairs break it. */
  @Test
  void theSecondFailureIsLookedForOnTheWayThatIsLeft() {
    Analysis plain = analyze(BACKUP);
    Finding one =
        plain.findings().stream().filter(f -> f.rule().equals("RED-02")).findFirst().orElseThrow();
    Design design = one.fixes().getFirst().apply(BACKUP, CatalogLoader.builtIn()).design();
    for (String text :
        List.of("dc reaches hub", "dc reaches spoke", "dc reaches hub over private links")) {
      String both = text + " surviving 2 failures";
      assertEquals(anyTwo(with(design, both)), judged(design, both).getFirst().state(), both);
    }
  }

  /** Whether the one intent of a design holds with nothing, one or two things failed: tries all. */
  private static IntentResult.State anyTwo(Design design) {
    Analysis plain = analyze(design);
    mcx.analysis.WhatIf network = new mcx.analysis.WhatIf(plain);
    List<Id> all = network.candidates().stream().filter(c -> !network.isLogical(c)).toList();
    for (Id first : all) {
      for (Id second : all) {
        if (first.compareTo(second) <= 0) {
          Analysis failed =
              Analyzer.analyze(
                  design, CatalogLoader.builtIn(), Failures.of(List.of(first, second)), plain);
          if (failed.intents().getFirst().state() == BROKEN) {
            return BROKEN;
          }
        }
      }
    }
    return plain.intents().getFirst().state() == BROKEN ? BROKEN : HOLDS;
  }

  @Test
  void preferenceIsTriedWithTheFirstChoiceDown() {
    List<IntentResult> results =
        judged(
            BACKUP,
            "Amsterdam reaches Hub preferring er over vpn",
            "Amsterdam reaches Hub preferring vpn over er",
            "Amsterdam reaches Hub preferring er over er-primary");
    assertEquals(List.of(HOLDS, BROKEN, BROKEN), states(results));
    assertEquals(List.of(), broken(results.get(1)).failed());
    assertEquals(
        List.of(BROKEN),
        states(
            judged(
                BACKUP.without(List.of(Id.of("hub-vpn-gw"))),
                "Amsterdam reaches Hub preferring er over vpn")));
  }

  @Test
  void stoppedWorkIsPending() {
    Analysis analysis = analyze(with(BACKUP, "Amsterdam reaches Hub surviving 1 failure"));
    assertEquals(List.of(PENDING), states(Analyzer.judge(analysis, () -> true).intents()));
  }

  // --- isolation ---

  @Test
  void vrfsThatMeetAtTheCustomerOnlyAreApart() {
    List<IntentResult> results =
        judged(VRFS, "VRF-AZ never reaches VRF-AWS", "vnet never reaches vpc");
    assertEquals(List.of(HOLDS, HOLDS), states(results), () -> results.toString());
    assertTrue(results.getFirst().tried() > 10, () -> "tried " + results.getFirst().tried());
  }

  @Test
  void aLeakBetweenVrfsIsFoundAtOnce() {
    Design leaky = VRFS;
    for (Vrf vrf : VRFS.all(Vrf.class)) {
      leaky = leaky.with(Components.with(vrf, "allowAsIn", 1));
    }
    List<IntentResult> results = now(leaky, "VRF-AZ never reaches VRF-AWS");
    Counterexample shown = broken(results.getFirst());
    assertTrue(shown.why().contains("customer router"), shown::why);
  }

  @Test
  void oneSiteOfTwoVrfsIsNoLeak() {
    // Amsterdam is behind all three, on purpose.
    assertEquals(List.of(PENDING), states(now(VRFS, "VRF-GCP never reaches VRF-AWS")));
    assertEquals(List.of(BROKEN), states(now(ONE_VRF, "azure never reaches aws")));
  }

  // --- findings ---

  @Test
  void aBrokenIntentIsAFinding() {
    Analysis analysis = analyze(with(BACKUP, "Amsterdam reaches Hub avoiding metro"));
    Finding finding =
        analysis.findings().stream()
            .filter(f -> f.rule().equals("INTENT"))
            .findFirst()
            .orElseThrow();
    assertEquals("Broken intent: Amsterdam reaches Hub avoiding Canal Ethernet", finding.title());
    assertEquals(
        java.util.Set.of(
            Id.of("dc"), Id.of("hub"), Id.of("metro"), Id.of("intent").part("intent-1")),
        finding.subjects());
    assertFalse(finding.evidence().contains(Id.of("intent").part("intent-1")), "it is not drawn");
    assertTrue(finding.evidence().contains(Id.of("metro")));
    Analysis later =
        Analyzer.judge(
            analyze(with(BACKUP, "Amsterdam reaches Hub surviving 1 failure")), () -> false);
    assertEquals(1, later.findings().stream().filter(f -> f.rule().equals("INTENT")).count());
  }

  @Test
  void anIntentThatAsksForNothingDoesNotHold() {
    List<IntentResult> results =
        judged(
            BACKUP,
            "Amsterdam reaches Amsterdam",
            "Amsterdam never reaches Amsterdam",
            "ce reaches Amsterdam surviving 2 failures",
            "Amsterdam reaches Hub preferring anything over anything");
    assertEquals(List.of(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN), states(results));
    assertTrue(results.getFirst().text().contains("one site only"), results.getFirst()::text);
    assertTrue(results.getLast().text().contains("what is preferred"), results.getLast()::text);
  }

  @Test
  void acceptingOneOfTwoIntentsAboutTheSameThingsLeavesTheOther() {
    Design design =
        with(
            BACKUP,
            "Amsterdam reaches Hub avoiding metro",
            "Amsterdam reaches Hub avoiding metro within 1 ms");
    List<Finding> both =
        analyze(design).findings().stream().filter(f -> f.rule().equals("INTENT")).toList();
    assertEquals(2, both.size());
    Finding.Key first = both.getFirst().key();
    assertNotEquals(first, both.getLast().key());
    Mute mute = new Mute(Id.of("INTENT"), first.rule(), first.subjects(), "later");
    Analysis after =
        analyze(design.withMutes(new java.util.TreeMap<>(java.util.Map.of(mute.id(), mute))));
    assertEquals(
        List.of(both.getLast().key()),
        after.findings().stream()
            .filter(f -> f.rule().equals("INTENT"))
            .map(Finding::key)
            .toList());
    assertEquals(1, after.review().muted().size());
  }

  @Test
  void anIntentIsAPromiseOfTheWholeDesign() {
    // What is failed on the canvas breaks no intent that does not speak of failures.
    Design design =
        with(BACKUP, "Amsterdam reaches Hub", "Amsterdam reaches Hub surviving 1 failure");
    Analysis failed =
        Analyzer.analyze(design, CatalogLoader.builtIn(), Failures.of(Id.of("port-ce")));
    assertEquals(HOLDS, failed.intents().getFirst().state());
    Analysis ce = Analyzer.analyze(design, CatalogLoader.builtIn(), Failures.of(Id.of("ce")));
    assertEquals(HOLDS, ce.intents().getFirst().state());
    assertEquals(List.of(Id.of("ce")), broken(ce.intents().get(1)).failed());
  }
}
