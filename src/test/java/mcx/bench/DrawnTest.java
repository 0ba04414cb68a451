package mcx.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.compile.Compiled;
import mcx.compile.Compiler;
import mcx.design.Design;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.VrfId;
import mcx.routing.Routing;
import mcx.routing.Solution;
import org.junit.jupiter.api.Test;

/** The designs that speed is measured on are what they are said to be. */
class DrawnTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private static long prefixes(Network network) {
    return network.nodes().values().stream()
        .flatMap(n -> n.vrfs().stream())
        .flatMap(v -> v.originated().stream())
        .distinct()
        .count();
  }

  private static int tables(Network network) {
    return network.nodes().values().stream().mapToInt(n -> n.vrfs().size()).sum();
  }

  @Test
  void fiftySites() {
    Compiled compiled = Compiler.compile(Drawn.fiftySites(), CATALOG);
    assertEquals(List.of(), compiled.notes());
    assertEquals(50, compiled.sites().size());
    assertEquals(1_000, prefixes(compiled.network()));
    int tables = tables(compiled.network());
    assertTrue(tables >= 180 && tables <= 220, tables + " routers and VRFs");
    Solution solution = Routing.solve(compiled.network(), Failures.NONE);
    assertTrue(solution.converged());
    assertEquals(List.of(), solution.tripped());
  }

  @Test
  void theSameDesignEveryTime() {
    assertEquals(Drawn.fiftySites(), Drawn.fiftySites());
    assertNotEquals(Drawn.fiftySites(), Drawn.set(Drawn.fiftySites(), "site-7", "name", "Renamed"));
  }

  @Test
  void aHundredAndFiftyThingsCanFailAndVpnTakesOver() {
    Compiled compiled = Compiler.compile(Drawn.pairs(), CATALOG);
    assertEquals(List.of(), compiled.notes());
    assertEquals(150, Drawn.failable(compiled.network()).size());
    VrfId site = compiled.sites().get(mcx.design.Id.of("site-1"));
    Prefix azure = Prefix.of("172.20.0.0/24");
    Solution without = Routing.solve(compiled.network(), Failures.of("er"));
    assertTrue(
        without.trace(site, azure.host(1)).hops().stream()
            .anyMatch(h -> h.segment() != null && h.segment().startsWith("vpn-azure-1")));
  }

  @Test
  void aHundredThousandPrefixes() {
    Design design = Drawn.hundredThousandPrefixes();
    Compiled compiled = Compiler.compile(design, CATALOG);
    assertEquals(50, compiled.sites().size());
    assertEquals(100_000, prefixes(compiled.network()));
  }
}
