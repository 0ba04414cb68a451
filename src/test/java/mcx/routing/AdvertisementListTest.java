package mcx.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mcx.bench.Drawn;
import mcx.catalog.CatalogLoader;
import mcx.compile.Compiler;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Node;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.junit.jupiter.api.Test;

/** What groups say of many prefixes at once is what is said of each alone. */
class AdvertisementListTest {

  private static final Solution SOLUTION =
      new Solver(Compiler.compile(Drawn.pairs(), CatalogLoader.builtIn()).network())
          .solve(Failures.NONE);

  private static List<AdvertisementList> all() {
    List<AdvertisementList> all = new ArrayList<>();
    for (Session s : SOLUTION.network().sessions()) {
      all.add(SOLUTION.advertisements(s.id(), s.a()));
      all.add(SOLUTION.advertisements(s.id(), s.b()));
    }
    return all;
  }

  @Test
  void groupsSayWhatTheirRowsSay() {
    int rows = 0;
    for (AdvertisementList list : all()) {
      List<Advertisement> fromGroups = new ArrayList<>();
      for (AdvertisementGroup g : list.groups()) {
        assertEquals(g.prefixes(), g.all().stream().map(Advertisement::prefix).toList());
        for (Advertisement a : g.all()) {
          assertEquals(a.outcome(), g.outcome());
          assertEquals(a.asPath(), g.asPath());
          assertEquals(a.reason(), g.reason());
          assertEquals(a.to(), g.to());
          assertEquals(a.route().via(), g.via());
          assertEquals(a.route().source(), g.source());
          assertEquals(a, g.about(a.prefix()).orElseThrow());
        }
        assertTrue(g.about(Prefix.of("203.0.113.0/29")).isEmpty());
        fromGroups.addAll(g.all());
      }
      fromGroups.sort(Comparator.comparing(Advertisement::prefix));
      assertEquals(fromGroups, list, "all of them, by prefix in order");
      rows += list.size();
    }
    assertTrue(rows > 1_000, "there is something to compare");
  }

  @Test
  void leavingGroupsOutLeavesTheirRowsOut() {
    for (AdvertisementList list : all()) {
      AdvertisementList rest = list.without(g -> !g.outcome().sent());
      assertEquals(list.stream().filter(a -> a.outcome().sent()).toList(), rest);
    }
  }

  @Test
  void theFirstRouteIsTheFirstOfTheEntry() {
    int known = 0;
    for (Node node : SOLUTION.network().nodes().values()) {
      for (Vrf vrf : node.vrfs()) {
        VrfId table = vrf.id();
        for (List<Prefix> alike : SOLUTION.alike(table)) {
          for (Prefix p : alike) {
            RibEntry entry = SOLUTION.entry(table, p);
            assertEquals(entry.first(), SOLUTION.first(table, p));
            Prefix longest = SOLUTION.lookup(table, p.address()).prefix();
            assertTrue(longest.contains(p.address()), "the longest that holds the address");
            assertFalse(longest.length() < p.length());
            known++;
          }
        }
        assertNull(SOLUTION.first(table, Prefix.of("203.0.113.0/29")));
      }
    }
    assertTrue(known > 1_000);
  }
}
