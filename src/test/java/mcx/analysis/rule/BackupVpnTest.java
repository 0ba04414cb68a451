package mcx.analysis.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Finding;
import mcx.analysis.FixPreview;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.analysis.intent.IntentResult;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.compile.Note.Severity;
import mcx.design.AccessLink;
import mcx.design.Circuit;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Internet;
import mcx.design.Router;
import mcx.design.VpnConnection;
import mcx.format.McxFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The VPN that a fix draws beside a circuit stands by, and carries both ways when it has to. */
class BackupVpnTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  static Stream<RuleCases.Case> offers() {
    return RuleCases.all().values().stream()
        .flatMap(f -> f.cases().stream())
        .filter(c -> c.fixes().stream().anyMatch(t -> t.startsWith("Add a VPN from ")));
  }

  @Test
  void severalVendorsHaveOne() {
    assertEquals(
        List.of("RED-03", "RED-06", "RED-08", "RED-10"),
        offers().map(RuleCases.Case::rule).distinct().toList());
  }

  @ParameterizedTest
  @MethodSource("offers")
  void standsByAndTakesOver(RuleCases.Case c) {
    Analysis before = Analyzer.analyze(RuleCases.design(c), CATALOG);
    Finding finding =
        before.findings().stream().filter(f -> f.rule().equals(c.rule())).findFirst().orElseThrow();
    Analysis after = Analyzer.preview(before, finding.fixes().getFirst()).after();
    assertEquals(kinds(before), kinds(after), "it carries nothing while the circuit is up");
    VpnConnection vpn = added(before.design(), after.design());
    Id router = after.design().element(vpn.a(), Router.class) != null ? vpn.a() : vpn.b();
    assertTrue(
        after.design().allLinks(AccessLink.class).stream()
            .anyMatch(
                l ->
                    l.joins(router)
                        && after.design().element(l.other(router), Internet.class) != null),
        "the router has a way into the Internet");
    List<Id> circuits = after.design().all(Circuit.class).stream().map(Circuit::id).toList();
    Analysis failed = Analyzer.analyze(after.design().without(circuits), CATALOG);
    kinds(before)
        .forEach(
            (pair, kind) -> {
              if (kind == PathKind.DIRECT || kind == PathKind.PROVIDER) {
                assertEquals(PathKind.VPN, kinds(failed).get(pair), "without the circuit: " + pair);
              }
            });
  }

  private static SortedMap<String, PathKind> kinds(Analysis analysis) {
    SortedMap<String, PathKind> kinds = new TreeMap<>();
    for (SitePath p : analysis.separation().paths()) {
      kinds.put(p.from() + " to " + p.to(), p.kind());
    }
    return kinds;
  }

  private static VpnConnection added(Design before, Design after) {
    List<VpnConnection> added = new ArrayList<>(after.allLinks(VpnConnection.class));
    added.removeAll(before.allLinks(VpnConnection.class));
    assertEquals(1, added.size());
    return added.getFirst();
  }

  /** The intent of a site that is to survive any one failure, with one circuit and one router. */
  @Test
  void aBrokenIntentIsMendedByASecondRouterWithAVpn() throws Exception {
    Design drawn =
        McxFiles.read(Path.of("samples/vpn-backup-of-expressroute.mcx"))
            .design()
            .without(List.of(Id.of("vpn"), Id.of("vpn-gw"), Id.of("internet")));
    Intent intent =
        new Intent(Id.of("keep"), "", Intent.IntentKind.REACH, Id.of("dc"), Id.of("hub"), false, 1);
    TreeMap<Id, Intent> intents = new TreeMap<>();
    intents.put(intent.id(), intent);
    Analysis analysis =
        Analyzer.judge(Analyzer.analyze(drawn.withIntents(intents), CATALOG), () -> false);
    Finding broken =
        analysis.findings().stream()
            .filter(f -> f.rule().equals("INTENT"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "Add a second router beside CE, with a VPN to Azure West Europe Hub as backup",
        broken.fixes().getFirst().title());
    FixPreview preview = Analyzer.preview(analysis, broken.fixes().getFirst());
    assertEquals(
        List.of(IntentResult.State.HOLDS),
        preview.after().intents().stream().map(IntentResult::state).toList(),
        () -> preview.after().intents().toString());
    assertTrue(preview.solved().stream().anyMatch(f -> f.key().equals(broken.key())));
    assertEquals(
        List.of(), preview.caused().stream().filter(f -> f.severity() != Severity.INFO).toList());
    assertEquals(
        PathKind.DIRECT,
        Objects.requireNonNull(preview.after().separation().path(Id.of("dc"), Id.of("hub")))
            .kind());
    assertNotEquals(analysis.design(), preview.change().design());
    assertNotNull(preview.change().main());
    assertFalse(preview.change().created().isEmpty());
  }
}
