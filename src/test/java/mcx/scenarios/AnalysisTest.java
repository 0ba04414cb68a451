package mcx.scenarios;

import static mcx.scenarios.Drawing.vlan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.Finding;
import mcx.analysis.PathKind;
import mcx.analysis.Separation;
import mcx.analysis.SessionFlow;
import mcx.analysis.SitePath;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.compile.Note.Severity;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.network.Failures;
import mcx.routing.Solution;
import org.junit.jupiter.api.Test;

/** What the analysis says about the reference designs, beyond routes and paths. */
class AnalysisTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private static Analysis analyze(Design design, String... failed) {
    return Analyzer.analyze(design, CATALOG, Failures.of(List.of(failed)));
  }

  private static List<Finding> findings(Design design, String rule) {
    return analyze(design).findings().stream().filter(f -> f.rule().equals(rule)).toList();
  }

  @Test
  void asn13NamesWhatEachCloudNeverLearns() {
    Design two = Edits.without(S02.design(), "google");
    List<Finding> found = findings(two, "ASN-13");
    assertEquals(1, found.size());
    Finding finding = found.getFirst();
    assertEquals(
        "AWS Frankfurt never learns 10.20.0.0/16, and Azure West Europe never learns"
            + " 10.30.0.0/16",
        finding.title());
    assertEquals("RFC 4271 §9.1.2", finding.source());
    assertTrue(finding.text().contains("finds AS 64900 in the path"), finding.text());
    assertTrue(finding.remedies().getFirst().contains("allowas-in"));
    assertEquals(Id.of("meridian"), finding.evidence().getFirst());
    assertTrue(
        finding.evidence().containsAll(Drawing.ids("vrf-az", "vrf-aws", "ce")),
        finding.evidence().toString());
    assertEquals(1, findings(S02.design(), "ASN-13").size(), "one finding for each provider");
  }

  /** One router in each VRF, joined inside the datacenter. */
  @Test
  void asn13SeesThroughTheCustomersInnerSessions() {
    Drawing d =
        new Drawing("Two customer routers")
            .datacenter("dc1", "Amsterdam", "10.10.0.0/16")
            .router("ce1", "CE 1", "dc1", 65010)
            .router("ce2", "CE 2", "dc1", 65010)
            .inner("ce1-ce2", "ce1", "ce2", "192.168.1.0/30")
            .layer3Provider("meridian", "Meridian IP VPN", 64900, "pe1", "pe2", "pe3", "pe4")
            .vrf("vrf-az", "VRF-AZ", "meridian")
            .vrf("vrf-aws", "VRF-AWS", "meridian")
            .access("ce1-pe2", "ce1", "pe2", 1000, vlan(100, "vrf-az", Routing.BGP))
            .access("ce2-pe3", "ce2", "pe3", 1000, vlan(200, "vrf-aws", Routing.BGP));
    CommonSites.azure(d, "ErGw1Az");
    CommonSites.aws(d);
    CommonSites.google(d);
    Design all = S01.clouds(d, "vrf-az", "vrf-aws", "vrf-aws", "pe3", "pe3", "pe4").design();
    Design design = Edits.without(all, "google");
    assertEquals(1, findings(design, "ASN-13").size());
  }

  @Test
  void vrfViewKnowsTheSiteBehindAStaticRoute() {
    for (Separation.VrfView view : analyze(S02.staticDefault()).separation().vrfs()) {
      assertTrue(view.sites().contains(Id.of("dc1")), view.label() + " " + view.sites());
      assertEquals(2, view.sites().size(), view.label() + " " + view.sites());
    }
  }

  @Test
  void everySessionHasAFlowInEachDirection() {
    Analysis analysis = analyze(S01.design());
    assertEquals(
        2 * analysis.compiled().network().sessions().size(), analysis.advertisements().size());
    Set<String> seen = new HashSet<>();
    for (SessionFlow flow : analysis.advertisements()) {
      assertTrue(seen.add(flow.session() + " " + flow.from()));
      assertTrue(flow.state().up());
      assertFalse(flow.drawn().isEmpty(), flow.session());
      long accepted =
          flow.routes().stream().filter(r -> r.outcome().name().equals("ACCEPTED")).count();
      assertEquals(accepted, flow.acceptedV4() + flow.acceptedV6());
      // What was sent and not accepted, or held back, always says why.
      flow.routes()
          .forEach(
              r ->
                  assertEquals(
                      r.outcome().name().equals("ACCEPTED"), r.reason().isEmpty(), r.toString()));
    }
    SessionFlow toAzure = flow(analysis, "er-primary", "pe1");
    assertEquals("PE 1 · ALL", toAzure.fromLabel());
    assertEquals(Id.of("azure"), toAzure.facesCloud());
    assertNotNull(toAzure.limitV4());
    assertEquals(3, toAzure.acceptedV4());
    assertNull(flow(analysis, "er-primary", "er/primary").facesCloud());
  }

  private static SessionFlow flow(Analysis analysis, String session, String from) {
    return analysis.advertisements().stream()
        .filter(f -> f.session().equals(session) && f.from().node().equals(from))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLimitExceededIsAFindingAndEndsTheSession() {
    Design design = Edits.sessionA(S01.design(), "dx-vif", "prefixLimit", 2);
    Analysis analysis = analyze(design);
    assertFalse(analysis.solution().session("dx-vif").up());
    Finding finding =
        analysis.findings().stream()
            .filter(f -> f.title().contains("3 IPv4 prefixes"))
            .findFirst()
            .orElseThrow();
    assertEquals(Severity.ERROR, finding.severity());
    assertEquals(List.of(Id.of("dx-vif")), finding.evidence());
    assertTrue(finding.title().endsWith("it takes 2"), finding.title());
    SitePath path = analysis.separation().path(Id.of("vnet"), Id.of("vpc"));
    assertNotNull(path);
    assertEquals(PathKind.NONE, path.kind());
  }

  @Test
  void everyNoteIsAFindingAndTheWorstComesFirst() {
    for (Design design : List.of(S01.design(), S04.design(), S07.design(), S08.design())) {
      Analysis analysis = analyze(design);
      assertTrue(analysis.findings().size() >= analysis.compiled().notes().size());
      List<Severity> severities = new ArrayList<>();
      analysis.findings().forEach(f -> severities.add(f.severity()));
      assertEquals(severities.stream().sorted().toList(), severities);
    }
  }

  @Test
  void fallbackLeavesOutTheSitesOwnFailuresAndWhatChangesNothing() {
    Analysis analysis = analyze(S01.design());
    Fallback fallback = Analyzer.fallback(analysis, () -> false);
    assertTrue(fallback.complete());
    assertEquals(6, fallback.pairs().size());
    for (Fallback.Pair pair : fallback.pairs()) {
      for (Fallback.Outcome o : pair.outcomes()) {
        assertFalse(o.failed().equals(pair.a()) || o.failed().equals(pair.b()), o.label());
        assertFalse(
            analysis.design().descendants(o.failed()).contains(pair.a())
                || analysis.design().descendants(o.failed()).contains(pair.b()),
            o.label());
        assertFalse(o.path().runsAs(pair.now()) && o.back().runsAs(pair.back()), o.label());
        assertEquals(
            o.effect() == Fallback.Effect.LOST && !o.logical(),
            pair.singlePoints().contains(o.failed()));
      }
    }
  }

  /** Each outcome is what a fresh analysis under that failure says. */
  @Test
  void fallbackAgreesWithFailingForReal() {
    for (Design design : List.of(S02.allowAsIn(), S03.design(), S09.design())) {
      Fallback fallback = Analyzer.fallback(analyze(design), () -> false);
      Set<Id> failed = new HashSet<>();
      fallback.pairs().forEach(p -> p.outcomes().forEach(o -> failed.add(o.failed())));
      for (Id id : failed) {
        Separation then = analyze(design, id.value()).separation();
        for (Fallback.Pair pair : fallback.pairs()) {
          for (Fallback.Outcome o : pair.outcomes()) {
            if (o.failed().equals(id)) {
              assertEquals(then.path(pair.a(), pair.b()), o.path(), id.value());
              assertEquals(then.path(pair.b(), pair.a()), o.back(), id.value());
            }
          }
        }
      }
    }
  }

  @Test
  void fallbackCanBeCancelled() {
    Analysis analysis = analyze(S01.design());
    AtomicInteger asked = new AtomicInteger();
    Fallback part = Analyzer.fallback(analysis, () -> asked.incrementAndGet() > 3);
    assertFalse(part.complete());
    assertEquals(4, asked.get());
  }

  @Test
  void whatIsDownAlreadyStaysDown() {
    Analysis analysis = analyze(S09.design(), "er-primary");
    Fallback fallback = Analyzer.fallback(analysis, () -> false);
    Fallback.Pair pair =
        fallback.pairs().stream()
            .filter(p -> p.a().equals(Id.of("dc")) && p.b().equals(Id.of("hub")))
            .findFirst()
            .orElseThrow();
    assertEquals(Fallback.Effect.VPN, Results.effect(pair, "er-secondary"));
    assertNull(Results.effect(pair, "er-primary"));
    assertTrue(pair.fallsBackToVpn());
  }

  /** Every path that is drawn names things of the design only, and begins and ends at its sites. */
  @Test
  void pathsAreDrawnWithThingsOfTheDesign() {
    for (Design design :
        List.of(
            S01.design(),
            S02.allowAsIn(),
            S03.design(),
            S05.design(),
            S06.design(),
            S09.design())) {
      Analysis analysis = analyze(design);
      Solution solution = analysis.solution();
      assertTrue(solution.converged());
      for (SitePath path : analysis.separation().paths()) {
        for (Id id : path.drawn()) {
          assertTrue(
              design.elements().containsKey(id.owner()) || design.links().containsKey(id.owner()),
              id.value());
        }
        if (path.reaches()) {
          assertEquals(path.from(), path.drawn().getFirst());
          assertEquals(path.to(), path.drawn().getLast());
          assertTrue(
              path.drawn().stream().anyMatch(id -> design.link(id.owner()) != null),
              path.toString());
        }
      }
    }
  }
}
