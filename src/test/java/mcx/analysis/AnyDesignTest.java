package mcx.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.RandomDesigns;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is drawn is analysed, however little sense it makes: also where routes chase each other
 * for ever, and where gateways share traffic between ways of their own and ways through each other.
 */
class AnyDesignTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  @ParameterizedTest
  @ValueSource(longs = {17, 337, 407, 656, 748, 779, 818, 988, 1009, 1033, 1072})
  void everyEntryHasARouteInUse(long seed) {
    Design design = RandomDesigns.design(seed);
    Analysis analysis = Analyzer.analyze(design, CATALOG);
    int entries = 0;
    for (Node node : analysis.compiled().network().nodes().values()) {
      for (Vrf vrf : node.vrfs()) {
        Collection<RibEntry> rib = analysis.solution().rib(vrf.id()).values();
        for (RibEntry e : rib) {
          entries++;
          assertFalse(e.best().isEmpty(), vrf.id() + " has no route to " + e.prefix());
          assertEquals(e, analysis.solution().entry(vrf.id(), e.prefix()));
          for (Route r = e.first(); r != null; r = r.from()) {
            assertEquals(e.prefix(), r.prefix());
          }
        }
        assertEquals(
            rib.stream().map(RibEntry::prefix).sorted().toList(),
            analysis.solution().alike(vrf.id()).stream()
                .flatMap(Collection::stream)
                .sorted()
                .toList());
      }
    }
    assertTrue(entries > 0);
  }
}
