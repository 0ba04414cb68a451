package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Failables;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.inet.IpAddress;
import mcx.network.Failures;
import mcx.network.Origin;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Solution;
import mcx.routing.Solver;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every single failure does to the ways between sites of the samples, found by way of what
 * holds without failures, is what is found from nothing: ways, routes and tripped limits.
 */
class FailuresFromNothingTest {

  @TestFactory
  Stream<DynamicTest> waysOfTheSamples() {
    return Samples.all().entrySet().stream()
        .map(e -> dynamicTest(e.getKey(), () -> waysAreTheSame(e.getValue().design())));
  }

  private static void waysAreTheSame(Design design) {
    Analysis analysis = Analyzer.analyze(design, CatalogLoader.builtIn());
    Solver solver = analysis.solution().solver();
    List<VrfId> tables = new ArrayList<>(analysis.compiled().sites().values());
    for (Failable failable : Failables.of(design, analysis.compiled().network(), Failures.NONE)) {
      TreeSet<Origin> down = new TreeSet<>();
      failable.down().forEach(id -> down.add(Origin.of(id)));
      Failures failures = new Failures(down);
      Solution expected = solver.fresh(failures);
      Solution got = solver.solve(failures);
      for (VrfId from : tables) {
        for (VrfId to : tables) {
          Vrf held = analysis.compiled().network().vrf(to);
          if (held != null && !held.originated().isEmpty()) {
            IpAddress address = held.originated().getFirst().host(1);
            assertEquals(
                expected.spread(from, address),
                got.spread(from, address),
                () -> failable.label() + ": " + from + " to " + to);
          }
        }
        assertEquals(expected.rib(from), got.rib(from), () -> failable.label() + ": " + from);
      }
      assertEquals(expected.tripped(), got.tripped(), failable.label());
    }
  }
}
