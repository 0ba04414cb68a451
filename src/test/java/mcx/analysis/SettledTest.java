package mcx.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.bench.Drawn;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.compile.Note.Severity;
import mcx.design.Id;
import mcx.network.Failures;
import org.junit.jupiter.api.Test;

/** Routes that may settle in more than one way are told of, once somebody has looked. */
class SettledTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private static List<Finding> unsettled(Analysis analysis) {
    return analysis.findings().stream().filter(f -> f.title().contains("settle")).toList();
  }

  /**
   * With the circuit down, each router with a VPN prefers what the provider tells, which is another
   * one's VPN: whoever speaks first carries the traffic of all.
   */
  @Test
  void backupsThatPreferEachOtherAreTold() {
    Analysis quick = Analyzer.analyze(Drawn.pairs(), CATALOG, Failures.of("er"));
    assertEquals(List.of(), unsettled(quick));
    Analysis settled = Analyzer.settled(quick);
    Finding found = unsettled(settled).getFirst();
    assertEquals(Severity.WARNING, found.severity());
    assertTrue(found.title().contains("172.20.0.0/24"), found.title());
    assertTrue(found.evidence().contains(Id.of("ce-1-1")), found.evidence().toString());
    assertEquals(quick.findings().size() + 1, settled.findings().size());
    // Judged again, it is still told.
    assertEquals(1, unsettled(Analyzer.judge(settled, () -> false)).size());
    assertSame(settled, Analyzer.settled(settled));
  }

  @Test
  void whatSettlesInOneWayStaysAsItIs() {
    Analysis quick = Analyzer.analyze(Drawn.pairs(), CATALOG);
    assertSame(quick, Analyzer.settled(quick));
  }
}
