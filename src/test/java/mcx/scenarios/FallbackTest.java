package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.fallback.Capacity;
import mcx.analysis.fallback.Detection;
import mcx.analysis.fallback.Detection.Mechanism;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Failables;
import mcx.analysis.fallback.Overload;
import mcx.analysis.fallback.Ranked;
import mcx.analysis.fallback.Steps;
import mcx.analysis.fallback.TunnelUse;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.compile.VpnAgreement;
import mcx.design.BgpEnd;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.Link;
import mcx.design.PeeringLocation;
import mcx.design.Setting;
import mcx.design.Settings;
import mcx.network.Failures;
import org.junit.jupiter.api.Test;

/** What the analysis says of failures beyond the new path, on the reference designs. */
class FallbackTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private static Analysis analyze(Design design) {
    return Analyzer.analyze(design, CATALOG, Failures.NONE);
  }

  private static Fallback fallback(Design design) {
    return Analyzer.fallback(analyze(design), () -> false);
  }

  private static Fallback.Pair pair(Fallback fallback, String a, String b) {
    return fallback.pairs().stream()
        .filter(p -> Set.of(p.a(), p.b()).equals(Set.of(Id.of(a), Id.of(b))))
        .findFirst()
        .orElseThrow();
  }

  private static Fallback.Outcome outcome(Fallback.Pair pair, String failed) {
    return pair.outcomes().stream()
        .filter(o -> o.failed().equals(Id.of(failed)))
        .findFirst()
        .orElseThrow();
  }

  private static Design set(Design design, String id, Setting setting, Object value) {
    Element element = design.element(Id.of(id));
    Link link = design.link(Id.of(id));
    return element != null
        ? design.with(element.with(setting, value))
        : design.with(Objects.requireNonNull(link).with(setting, value));
  }

  private static Design expecting(Design design, int mbps, String from, String to) {
    TreeMap<Id, Intent> intents = new TreeMap<>(design.intents());
    Id id = Id.of("i-" + from + "-" + to);
    intents.put(
        id,
        new Intent(
            id,
            "",
            IntentKind.REACH,
            Id.of(from),
            Id.of(to),
            true,
            1,
            null,
            mbps,
            Set.of(),
            Set.of(),
            Set.of()));
    return design.withIntents(intents);
  }

  private static Failable failable(Design design, String id) {
    Failable found =
        Failables.byId(Failables.of(design, analyze(design).compiled().network(), Failures.NONE))
            .get(Id.of(id));
    assertNotNull(found, id);
    return found;
  }

  // What can fail

  @Test
  void portsAndCircuitsOfAPeeringLocationFailWithIt() {
    Fallback.Outcome all = outcome(pair(fallback(S04.design()), "dc1", "vnet-a"), "am3");
    assertEquals(Fallback.Effect.LOST, all.effect());
    assertEquals(Failable.Kind.PEERING_LOCATION, all.failure().kind());
    Fallback.Outcome one = outcome(pair(fallback(S04.design()), "dc1", "vnet-a"), "port-1");
    assertEquals(Fallback.Effect.OTHER_PRIVATE, one.effect());
    assertEquals(Failable.Kind.PORT, one.failure().kind());
  }

  @Test
  void placesWithOneSharedRiskAndOfOneMetroFailTogether() {
    Design two = twoLocations();
    Failable risk = failable(two, "shared-risk/duct-7");
    assertEquals(Set.of(Id.of("am3"), Id.of("am5")), risk.down());
    assertEquals("All with the shared risk “Duct 7”", risk.label());
    assertTrue(
        Failables.of(two, analyze(two).compiled().network(), Failures.NONE).stream()
            .noneMatch(f -> f.kind() == Failable.Kind.METRO),
        "the metro is the same places as the shared risk");
    Fallback fallback = fallback(two);
    Fallback.Pair pair = pair(fallback, "dc1", "vnet-a");
    assertEquals(Fallback.Effect.OTHER_PRIVATE, outcome(pair, "port-1").effect());
    assertEquals(Fallback.Effect.LOST, outcome(pair, "shared-risk/duct-7").effect());
    assertTrue(pair.singlePoints().contains(Id.of("shared-risk/duct-7")));
  }

  /** Port 2 and what runs over it at another location. */
  private static Design twoLocations() {
    Design d = S04.design();
    PeeringLocation am3 = Objects.requireNonNull(d.element(Id.of("am3"), PeeringLocation.class));
    return d.with(new PeeringLocation(Id.of("am5"), "AM5", null, "amsterdam ", null, "duct 7"))
        .with((Element) Components.with(am3, "sharedRisk", "Duct 7"))
        .with(Objects.requireNonNull(d.element(Id.of("port-2"))).withParent(Id.of("am5")));
  }

  @Test
  void eachKindOfThingCanFail() {
    Set<Failable.Kind> kinds = new TreeSet<>();
    for (Design d : List.of(S01.design(), S09.design(), S04.design())) {
      Failables.of(d, analyze(d).compiled().network(), Failures.NONE)
          .forEach(f -> kinds.add(f.kind()));
    }
    assertTrue(
        kinds.containsAll(
            List.of(
                Failable.Kind.CUSTOMER_ROUTER,
                Failable.Kind.PROVIDER,
                Failable.Kind.PROVIDER_EDGE,
                Failable.Kind.PEERING_LOCATION,
                Failable.Kind.PORT,
                Failable.Kind.CIRCUIT,
                Failable.Kind.GATEWAY,
                Failable.Kind.CLOUD,
                Failable.Kind.INTERNET,
                Failable.Kind.LINK,
                Failable.Kind.PART)),
        kinds.toString());
  }

  // Capacity and latency

  @Test
  void theNarrowestPartIsNamedBeforeAndAfter() {
    Fallback.Pair pair = pair(fallback(S09.design()), "dc", "hub");
    Capacity now = pair.nowFigures().capacity();
    assertEquals(1000, now.mbps());
    assertEquals(Id.of("er"), Objects.requireNonNull(now.bottleneck()).id());
    assertEquals(List.of(), now.unknown());
    Fallback.Outcome vpn = outcome(pair, "er");
    Capacity then = vpn.pathFigures().capacity();
    assertEquals(650, then.mbps());
    // The gateway counts, and the access link below the tunnel.
    List<Id> parts = then.parts().stream().map(Capacity.Part::id).toList();
    assertTrue(parts.containsAll(Drawing.ids("vpn-gw", "ce-internet")), parts.toString());
    assertEquals(List.of(), then.unknown(), "a tunnel is as fast as its gateway");
    Design slow = Edits.set(S09.design(), "ce-internet", "bandwidthMbps", 200);
    Capacity narrow = outcome(pair(fallback(slow), "dc", "hub"), "er").pathFigures().capacity();
    assertEquals(200, narrow.mbps());
    assertEquals(Id.of("ce-internet"), Objects.requireNonNull(narrow.bottleneck()).id());
    Design unknown = Edits.set(S09.design(), "ce-internet", "bandwidthMbps", 0);
    Capacity most = outcome(pair(fallback(unknown), "dc", "hub"), "er").pathFigures().capacity();
    assertEquals(650, most.mbps());
    assertEquals(Id.of("ce-internet"), most.unknown().getFirst().id());
  }

  @Test
  void latencyIsSetOrEstimatedOrNotKnown() {
    Fallback.Pair near = pair(fallback(S09.design()), "dc", "hub");
    Double estimated = near.nowFigures().latency().millis();
    assertNotNull(estimated);
    assertTrue(near.nowFigures().latency().estimate());
    assertTrue(estimated > 0.1 && estimated < 3, "Amsterdam is in West Europe: " + estimated);

    // From Sydney it is some 16,600 km, so more than 83 ms and at most twice that.
    Design far = set(S09.design(), "dc", Setting.COORDINATES, "-33.87, 151.21");
    Double long_ = pair(fallback(far), "dc", "hub").nowFigures().latency().millis();
    assertNotNull(long_);
    assertTrue(long_ > 83 && long_ < 170, "Sydney to Amsterdam: " + long_);

    Design measured = set(far, "er-primary", Setting.LATENCY_MILLIS, 7);
    Double set = pair(fallback(measured), "dc", "hub").nowFigures().latency().millis();
    assertNotNull(set);
    assertTrue(set >= 7 && set < 9, "what is set takes the place of the distance: " + set);

    Design nowhere = Edits.set(S09.design(), "dc", "place", "Somewhere");
    nowhere = nowhere.with(Objects.requireNonNull(nowhere.element(Id.of("dc"))).withName("DC"));
    Fallback.Pair unknown = pair(fallback(nowhere), "dc", "hub");
    assertNull(unknown.nowFigures().latency().millis());
    assertTrue(unknown.nowFigures().latency().unknown().contains(Id.of("dc")));
  }

  // Demand

  @Test
  void whatMeetsOnANarrowPartIsAddedUp() {
    Design design = expecting(expecting(S09.design(), 500, "dc", "hub"), 400, "spoke", "dc");
    Fallback fallback = fallback(design);
    assertEquals(List.of(), fallback.overloads(), "900 of 1000");
    Fallback.Outcome er = outcome(pair(fallback, "dc", "hub"), "er");
    Overload tunnel =
        er.overloads().stream()
            .filter(o -> o.part().equals(Id.of("vpn-gw")))
            .findFirst()
            .orElseThrow();
    assertEquals(900, tunnel.demandMbps());
    assertEquals(650, tunnel.capacityMbps());
    assertEquals(0, tunnel.before());
    assertEquals(2, tunnel.demands().size());
    assertFalse(tunnel.isOld());
    Ranked ranked =
        fallback.ranking().stream()
            .filter(r -> r.failure().id().equals(Id.of("er")))
            .findFirst()
            .orElseThrow();
    assertEquals(0, ranked.pairsLost());
    assertEquals(2, ranked.pairsMoved());
    // They must stay on private paths.
    assertEquals(2, ranked.intentsBroken().size());

    Fallback more = fallback(expecting(design, 600, "spoke", "dc"));
    assertEquals(
        Drawing.ids("er", "er-gw"), more.overloads().stream().map(Overload::part).toList());
    assertEquals(1100, more.overloads().getFirst().demandMbps());
    assertTrue(more.overloads().getFirst().isOld());
  }

  @Test
  void whatBreaksMostComesFirst() {
    Fallback fallback = fallback(expecting(S09.design(), 500, "dc", "hub"));
    Ranked worst = fallback.singlePoints().getFirst();
    assertEquals(Id.of("ce"), worst.failure().id());
    assertEquals(2, worst.pairsLost());
    assertEquals(500, worst.demandLostMbps());
    assertEquals(List.of(Id.of("i-dc-hub")), worst.intentsBroken());
    List<Ranked> sorted = new ArrayList<>(fallback.ranking());
    sorted.sort(Ranked.WORST_FIRST);
    assertEquals(sorted, fallback.ranking());
  }

  // Detection

  @Test
  void aRouterWithoutBfdWaitsForTheHoldTimer() {
    Fallback.Outcome o = outcome(pair(fallback(S09.design()), "dc", "hub"), "port-ms-1");
    Detection there = o.detection();
    assertNotNull(there);
    assertEquals(Mechanism.HOLD_TIMER, there.mechanism());
    assertEquals(Id.of("ce"), there.by());
    assertEquals(120, there.minSeconds());
    assertEquals(180, there.maxSeconds());
    assertEquals(0, there.convergeSeconds(), "it has the other way itself");
    assertTrue(there.text().contains("CE runs no BFD"), there.text());
    assertEquals("ER-BFD", there.source());
    Detection back = o.backDetection();
    assertNotNull(back);
    assertEquals(Id.of("er"), back.by());
    assertEquals(1, back.sessions(), "the gateway has to be told");
    assertEquals(back, o.slowest());
  }

  @Test
  void bfdAtBothEndsCountsWithWhatIsSet() {
    Design quick = Edits.sessionB(S09.design(), "er-primary", "bfd", true);
    Detection there = outcome(pair(fallback(quick), "dc", "hub"), "port-ms-1").detection();
    assertNotNull(there);
    assertEquals(Mechanism.BFD, there.mechanism());
    assertEquals(0.9, there.maxSeconds());
    Design slower =
        Edits.sessionB(
            quick, "er-primary", "settings", Settings.of(Setting.BFD_INTERVAL_MILLIS, 1000));
    Detection slow = outcome(pair(fallback(slower), "dc", "hub"), "port-ms-1").detection();
    assertNotNull(slow);
    assertEquals(3.0, slow.maxSeconds(), "the slower end's interval, three times");
    assertEquals(BgpEnd.DEFAULT.settings(), Settings.NONE);
  }

  @Test
  void aRouterSeesItsOwnInterfaceGoDown() {
    // The near end of an Ethernet service: the router itself sees it, the cloud's edge does not.
    Fallback.Outcome near = outcome(pair(fallback(S09.design()), "dc", "hub"), "ce-metro");
    assertEquals(Mechanism.LINK_DOWN, Objects.requireNonNull(near.detection()).mechanism());
    assertEquals(Mechanism.HOLD_TIMER, Objects.requireNonNull(near.backDetection()).mechanism());
    // A wire from end to end.
    Fallback.Outcome wire = outcome(pair(fallback(S04.design()), "dc1", "vnet-a"), "er-a-primary");
    Detection there = wire.detection();
    assertNotNull(there);
    assertEquals(Mechanism.LINK_DOWN, there.mechanism());
    assertFalse(there.confirmed(), "the time is assumed");
    assertEquals("EST", there.source());
  }

  @Test
  void aTunnelIsGivenUpByDeadPeerDetection() {
    Fallback.Pair pair = pair(fallback(S06.design()), "vnet", "vpc");
    Fallback.Outcome o =
        pair.outcomes().stream()
            .filter(x -> x.effect() == Fallback.Effect.OTHER_TUNNEL && x.detection() != null)
            .filter(x -> S06.design().link(x.failed().owner()) != null)
            .filter(x -> x.failure().kind() == Failable.Kind.PART)
            .findFirst()
            .orElseThrow();
    Detection d = o.detection();
    assertNotNull(d);
    assertEquals(Mechanism.DPD, d.mechanism());
    assertEquals(30, d.maxSeconds());
    assertEquals("AWS-VTUN", d.source());
    Id vpn = o.failed().owner();
    Design set = set(S06.design(), vpn.value(), Setting.DPD_SECONDS, 10);
    Detection shorter = outcome(pair(fallback(set), "vnet", "vpc"), o.failed().value()).detection();
    assertEquals(10, Objects.requireNonNull(shorter).maxSeconds());
    assertEquals(1250, o.tunnels().getFirst().mbps());
  }

  // VPN

  @Test
  void tunnelsSayWhatTheirEndsHaveInCommon() {
    Fallback.Outcome o = outcome(pair(fallback(S09.design()), "dc", "hub"), "er");
    assertEquals(Fallback.Effect.VPN, o.effect());
    assertFalse(o.tunnels().isEmpty());
    for (TunnelUse use : o.tunnels()) {
      assertNull(use.mbps(), "Azure states the speed of the gateway only");
      assertTrue(use.bgp());
      VpnAgreement agreement = use.agreement();
      assertNotNull(agreement);
      assertTrue(agreement.agreed(), agreement.toString());
      assertEquals(VpnAgreement.Topic.values().length, agreement.terms().size());
    }
    TunnelUse there = o.tunnels().getFirst();
    assertTrue(there.there());
    assertEquals(there.back(), o.returnFollows(), "one tunnel each way, or one for both");
  }

  @Test
  void endsThatDoNotFitSayWhereAndWhy() {
    VpnAgreement ikev1 = analyze(S07.ikev1()).compiled().vpns().get(Id.of("vpn"));
    assertNotNull(ikev1);
    VpnAgreement pfs = analyze(S07.defaultPfs()).compiled().vpns().get(Id.of("vpn"));
    assertNotNull(pfs);
    VpnAgreement.Term term = term(pfs, VpnAgreement.Topic.PFS);
    assertFalse(term.agreed());
    assertTrue(term.why().contains("group 5"), term.why());
    assertTrue(term(pfs, VpnAgreement.Topic.IKE_VERSION).agreed());
    assertTrue(analyze(S07.design()).compiled().vpns().get(Id.of("vpn")).agreed());
  }

  private static VpnAgreement.Term term(VpnAgreement agreement, VpnAgreement.Topic topic) {
    return agreement.terms().stream().filter(t -> t.topic() == topic).findFirst().orElseThrow();
  }

  // Steps

  @Test
  void stepsGoFromDetectionToTheVpnAndBack() {
    Steps steps = Analyzer.steps(analyze(S09.design()), Id.of("er"));
    List<Steps.Kind> kinds = steps.failing().stream().map(Steps.Step::kind).toList();
    assertEquals(Steps.Kind.DETECTED, kinds.getFirst());
    int vpn = kinds.indexOf(Steps.Kind.VPN_TAKES_OVER);
    assertTrue(vpn > 0, steps.failing().toString());
    Steps.Step takes = steps.failing().get(vpn);
    assertTrue(
        takes.text().contains("Backup VPN") && takes.text().contains("10.17.11.0/25"),
        takes.text());
    double last = 0;
    for (Steps.Step step : steps.failing()) {
      Double at = step.afterSeconds();
      assertTrue(at == null || at >= last, steps.failing().toString());
      last = at == null ? last : at;
    }
    List<Id> places = steps.failing().stream().map(Steps.Step::where).toList();
    assertEquals(Steps.Kind.DETECTED, steps.failing().get(places.indexOf(Id.of("ce"))).kind());
    // What a gateway is told inside its cloud comes before what waits for a timer outside.
    assertEquals(Id.of("er-gw"), steps.failing().getFirst().where());
    assertNull(steps.failing().getFirst().afterSeconds());
    assertTrue(
        steps.failing().stream().noneMatch(x -> x.text().contains("Spoke over")), "nothing new");
    List<Steps.Kind> home = steps.recovering().stream().map(Steps.Step::kind).toList();
    assertEquals(Steps.Kind.RECOVERED, home.getFirst());
    assertTrue(home.contains(Steps.Kind.NEW_BEST));
    assertFalse(home.contains(Steps.Kind.VPN_TAKES_OVER), steps.recovering().toString());
    int hops = 0;
    for (Steps.Step step : steps.recovering()) {
      assertTrue(step.hops() >= hops, "nearer things happen first");
      hops = step.hops();
    }
  }

  @Test
  void newsGoesTheWayThatTheRouteCame() {
    // The router sees its interface go down at once, and the cloud's edges only after minutes.
    Steps steps = Analyzer.steps(analyze(S09.design()), Id.of("ce-metro"));
    List<String> texts = steps.failing().stream().map(Steps.Step::text).toList();
    assertTrue(texts.getFirst().startsWith("CE sees its own interface go down"), texts.toString());
    int edge = first(texts, "ExpressRoute 1 Gbps primary waits for the hold timer");
    int gateway = first(texts, "ER gateway has no route");
    assertTrue(edge >= 0 && gateway > edge, texts.toString());
    assertTrue(first(texts, "CE reaches 10.17.11.0/25") < edge, texts.toString());
  }

  private static int first(List<String> texts, String beginning) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).startsWith(beginning)) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void stepsOfWhatNothingDependsOnAreNone() {
    Steps steps = Analyzer.steps(analyze(S09.design()), Id.of("no-such-thing"));
    assertEquals(List.of(), steps.failing());
    assertEquals(List.of(), steps.recovering());
  }

  // As it comes

  /** What failures do in S09, told while it is found; that to hub and datacenter first. */
  private static Fallback told(Fallback.Listener listener) {
    return Analyzer.fallback(
            analyze(S09.design()), Id.of("hub"), Id.of("dc"), listener, () -> false)
        .orElseThrow();
  }

  @Test
  void thePairThatIsAskedForComesFirst() {
    List<String> calls = new ArrayList<>();
    List<Fallback.Change> changes = new ArrayList<>();
    Fallback whole =
        told(
            new Fallback.Listener() {
              @Override
              public void first(Fallback.Pair pair) {
                calls.add("first");
                assertEquals(Fallback.Effect.VPN, outcome(pair, "er").effect());
              }

              @Override
              public void tried(Failable f, List<Fallback.Change> found, int done, int all) {
                calls.add(done + "/" + all);
                changes.addAll(found);
              }
            });
    assertEquals("first", calls.getFirst());
    assertEquals(calls.size() - 1 + "/" + (calls.size() - 1), calls.getLast());
    assertEquals(whole, fallback(S09.design()), "the same as without listening");
    assertEquals(whole.pairs().stream().mapToInt(p -> p.outcomes().size()).sum(), changes.size());
  }

  @Test
  void whatIsCancelledComesToNothing() {
    List<Integer> tried = new ArrayList<>();
    Fallback.Listener listener =
        new Fallback.Listener() {
          @Override
          public void tried(Failable f, List<Fallback.Change> found, int done, int all) {
            tried.add(done);
          }
        };
    Analysis analysis = analyze(S09.design());
    assertEquals(
        Optional.empty(),
        Analyzer.fallback(analysis, null, null, listener, () -> tried.size() > 2));
    assertTrue(tried.size() > 2 && tried.size() < 8, tried::toString);
    assertEquals(
        Optional.empty(),
        Analyzer.fallback(analysis, Id.of("hub"), Id.of("dc"), listener, () -> true));
  }

  @Test
  void theTableGrowsAndKeepsWhatWasFoundFirst() {
    List<Fallback> tables = new ArrayList<>();
    List<Fallback.Pair> first = new ArrayList<>();
    Fallback whole =
        told(
            new Fallback.Listener() {
              @Override
              public void first(Fallback.Pair pair) {
                first.add(pair);
              }

              @Override
              public void table(Supplier<Fallback> soFar) {
                tables.add(soFar.get());
              }
            });
    Fallback.Pair early = first.getFirst();
    assertEquals(whole, tables.getLast());
    int outcomes = 0;
    for (Fallback table : tables) {
      assertEquals(table == tables.getLast(), table.complete());
      int now = table.pairs().stream().mapToInt(p -> p.outcomes().size()).sum();
      assertTrue(now >= outcomes, "nothing that was shown goes away");
      outcomes = now;
      Fallback.Pair pair =
          table.pairs().stream()
              .filter(p -> p.a().equals(early.a()) && p.b().equals(early.b()))
              .findFirst()
              .orElseThrow();
      assertTrue(pair.outcomes().containsAll(early.outcomes()));
    }
  }
}
