package mcx.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Objects;
import mcx.bench.Drawn;
import mcx.catalog.CatalogLoader;
import mcx.design.Id;
import org.junit.jupiter.api.Test;

/** Every pair of sites has its ways, also where names in order are not in the order of letters. */
class SeparationTest {

  private final Separation separation =
      Analyzer.analyze(Drawn.fiftySitesPlaced().design(), CatalogLoader.builtIn()).separation();

  @Test
  void everyPairOfFiftySitesIsFound() {
    List<Id> sites = separation.sites();
    assertEquals(50, sites.size());
    for (Id from : sites) {
      for (Id to : sites) {
        if (!from.equals(to)) {
          SitePath path = Objects.requireNonNull(separation.path(from, to), from + " to " + to);
          assertEquals(List.of(from, to), List.of(path.from(), path.to()));
        }
      }
    }
    assertEquals(50 * 49 / 2, separation.relations().size());
  }

  @Test
  void sitesOutOfOrderAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Separation(separation.sites().reversed(), separation.paths(), separation.vrfs()));
  }

  @Test
  void pathsOfOtherPairsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Separation(
                separation.sites(), separation.paths().subList(1, 2450), separation.vrfs()));
  }
}
