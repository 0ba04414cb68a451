package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Finding;
import mcx.analysis.FixPreview;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.compile.Note.Severity;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Premises;
import mcx.design.RoutePolicy;
import mcx.design.Router;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.junit.jupiter.api.Test;

/**
 * The mistakes that are made with a VPN as backup of ExpressRoute, in the sample of that name: they
 * are told before all else, and each is mended by one click.
 */
class BackupMistakesTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final List<String> ER = List.of("er-primary", "er-secondary");

  private static Design sample() {
    return S09.sample().design();
  }

  /** No local preference on what comes over the circuit. */
  private static Design withoutPreference(Design design) {
    Design after = design;
    for (String link : ER) {
      after =
          SessionEnds.far(
              after, Id.of(link), end -> end.with("importPolicy", RoutePolicy.PERMIT_ALL));
    }
    return after;
  }

  /** Half of the site's range over the VPN, beside the whole over the circuit. */
  private static Design withMoreSpecific(Design design) {
    Premises dc = Objects.requireNonNull(design.element(Id.of("dc"), Premises.class));
    List<PrefixRange> both =
        Stream.of("10.1.11.0/25", "10.1.11.0/26").map(PrefixRange::of).toList();
    Design after = design.with(Components.with(dc, "networks", both));
    RoutePolicy whole = RoutePolicy.only(List.of(Prefix.of("10.1.11.0/25")));
    for (String link : ER) {
      after = SessionEnds.far(after, Id.of(link), PolicyEdits.sending(p -> whole));
    }
    return after;
  }

  private static List<Finding> bad(Analysis analysis) {
    return analysis.findings().stream().filter(f -> f.severity() != Severity.INFO).toList();
  }

  private static Finding only(Analysis analysis, String rule) {
    List<Finding> found = analysis.findings().stream().filter(f -> f.rule().equals(rule)).toList();
    assertEquals(1, found.size(), () -> rule + " in " + analysis.findings());
    return found.getFirst();
  }

  private static Analysis mended(Analysis analysis, Finding finding) {
    assertTrue(finding.fixes().size() == 1, () -> finding.title() + ": " + finding.fixes());
    FixPreview preview = Analyzer.preview(analysis, finding.fixes().getFirst());
    assertTrue(
        preview.after().findings().stream().noneMatch(f -> f.key().equals(finding.key())),
        finding.title());
    assertEquals(List.of(), preview.caused());
    return preview.after();
  }

  /** Both directions by the circuit, and nothing by VPN. */
  private static void assertPrivate(Analysis analysis) {
    for (String network : List.of("hub", "spoke")) {
      for (SitePath path :
          Stream.of(
                  analysis.separation().path(Id.of("dc"), Id.of(network)),
                  analysis.separation().path(Id.of(network), Id.of("dc")))
              .toList()) {
        assertNotNull(path);
        assertEquals(PathKind.DIRECT, path.kind(), () -> path.from() + " to " + path.to());
      }
    }
  }

  @Test
  void theSampleHasOneRouterForBothConnections() {
    Analysis analysis = Analyzer.analyze(sample(), CATALOG);
    Finding finding = only(analysis, "RED-02");
    assertEquals(
        "Both connections of Azure West Europe ExpressRoute 1 Gbps end on CE", finding.title());
    Analysis after = mended(analysis, finding);
    assertPrivate(after);
    Design design = after.design();
    assertEquals(2, design.all(Router.class).size());
    Analysis without = Analyzer.analyze(design.without(List.of(Id.of("ce"))), CATALOG);
    assertEquals(
        PathKind.DIRECT,
        Objects.requireNonNull(without.separation().path(Id.of("dc"), Id.of("hub"))).kind(),
        "the second router carries it alone");
    assertEquals(
        150,
        Objects.requireNonNull(
            SessionEnds.far(
                    design,
                    (CircuitConnection) Objects.requireNonNull(design.link(Id.of("er-secondary"))))
                .importPolicy()
                .terms()
                .getFirst()
                .set()
                .localPreference()));
  }

  @Test
  void noLocalPreferenceForTheCircuit() {
    Analysis analysis = Analyzer.analyze(withoutPreference(sample()), CATALOG);
    Analysis after = mended(analysis, only(analysis, "PATH-02"));
    assertPrivate(after);
    assertEquals(sample().links(), after.design().links(), "as the sample was");
  }

  @Test
  void aMoreSpecificPrefixOverTheVpn() {
    Analysis analysis = Analyzer.analyze(withMoreSpecific(sample()), CATALOG);
    Finding first = analysis.findings().getFirst();
    assertEquals("PATH-01", first.rule());
    assertEquals(Severity.ERROR, first.severity());
    assertEquals(
        PathKind.VPN,
        Objects.requireNonNull(analysis.separation().path(Id.of("hub"), Id.of("dc"))).kind(),
        "what the finding says");
    assertPrivate(mended(analysis, first));
  }

  @Test
  void anIkev1PeerLeavesNoBackupAndIsToldFirst() {
    Router ce = Objects.requireNonNull(sample().element(Id.of("ce"), Router.class));
    Design design = sample().with(Components.with(ce, "ikeVersions", Set.of(IkeVersion.IKEV1)));
    Analysis analysis = Analyzer.analyze(design, CATALOG);
    Finding first = analysis.findings().getFirst();
    assertEquals("VPN-02", first.rule());
    assertEquals(Severity.ERROR, first.severity(), "there is no backup at all");
    assertEquals("“CE” speaks only IKEv1, and the connection is set to IKEv2", first.title());
    Analysis after = mended(analysis, first);
    assertEquals(sample(), after.design(), "as the sample was");
    assertEquals(
        PathKind.VPN,
        Objects.requireNonNull(
                Analyzer.analyze(after.design().without(List.of(Id.of("er"))), CATALOG)
                    .separation()
                    .path(Id.of("dc"), Id.of("hub")))
            .kind());
  }

  @Test
  void allThreeAtOnceAreToldFirstAndMendedOneByOne() {
    Design design = withMoreSpecific(withoutPreference(sample()));
    Analysis analysis = Analyzer.analyze(design, CATALOG);
    List<String> told = new ArrayList<>(bad(analysis).stream().map(Finding::rule).toList());
    assertEquals(List.of("PATH-01", "PATH-02", "RED-02"), told);
    for (String rule : told) {
      analysis = mended(analysis, only(analysis, rule));
    }
    assertEquals(List.of(), bad(analysis));
    assertPrivate(analysis);
  }
}
