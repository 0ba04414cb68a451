package mcx.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.analysis.Absence;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Decision;
import mcx.analysis.Elimination;
import mcx.analysis.Explanation;
import mcx.analysis.RoundTrip;
import mcx.analysis.Way;
import mcx.design.Design;
import mcx.design.RandomDesigns;
import mcx.inet.Prefix;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Trace;
import org.junit.jupiter.api.Test;

/** What holds for every explanation and every trace, whatever the design. */
class ExplanationTest {

  private static List<Analysis> analyses() {
    List<Design> designs = new ArrayList<>();
    designs.addAll(List.of(S01.design(), S02.design(), S03.design(), S05.design(), S08.design()));
    for (long seed = 0; seed < 8; seed++) {
      designs.add(RandomDesigns.design(seed));
    }
    return designs.stream().map(d -> Results.of(d).analysis()).toList();
  }

  private static List<VrfId> tables(Analysis analysis) {
    return analysis.compiled().network().nodes().values().stream()
        .map(Node::vrfs)
        .flatMap(List::stream)
        .map(Vrf::id)
        .toList();
  }

  @Test
  void everyRouteThatLostGoesOutAtItsStep() {
    int lost = 0;
    for (Analysis analysis : analyses()) {
      for (VrfId table : tables(analysis)) {
        for (RibEntry entry : analysis.solution().rib(table).values()) {
          Elimination used = Analyzer.explain(analysis, table, entry.prefix()).used();
          assertNotNull(used);
          check(Objects.requireNonNull(used), entry);
          lost += entry.lost().size();
        }
      }
    }
    assertTrue(lost > 20, "there is something to choose");
  }

  private static void check(Elimination used, RibEntry entry) {
    assertEquals(entry.best().size(), used.inUse());
    int left = used.candidates().size();
    for (Elimination.Step step : used.steps()) {
      assertEquals(left, step.before(), used::toString);
      assertEquals(left - step.out().size(), step.after());
      left = step.after();
      for (Elimination.Candidate c : step.out()) {
        assertFalse(
            step.decision() == Decision.NAME && !c.because().matches("(equal in|learned, w).*"),
            () -> "no step is known for: " + c.because());
      }
    }
    assertTrue(used.steps().isEmpty() || left == used.inUse(), used::toString);
    assertEquals(entry.first().source(), used.way().getFirst().route().table());
    assertEquals(entry.first(), used.way().getLast().route());
  }

  @Test
  void everyMissingRouteHasAReason() {
    int missed = 0;
    for (Analysis analysis : analyses()) {
      for (VrfId table : tables(analysis)) {
        for (VrfId site : analysis.compiled().sites().values()) {
          for (Prefix prefix : analysis.solution().rib(site).keySet()) {
            Explanation e = Analyzer.explain(analysis, table, prefix);
            Absence missing = e.missing();
            assertEquals(
                analysis.solution().entry(table, prefix) == null, missing != null, e::toString);
            if (missing != null) {
              missed++;
              assertTrue(missing.summary().endsWith("."), missing.summary());
              for (Absence.Stop stop : missing.stops()) {
                assertTrue(stop.reason().endsWith("."), stop.reason());
                assertNull(analysis.solution().entry(stop.to(), missing.prefix()), stop::toString);
              }
            }
          }
        }
      }
    }
    assertTrue(missed > 50, "there is something missing");
  }

  @Test
  void whatDoesNotArriveHasAReason() {
    for (Analysis analysis : analyses()) {
      for (VrfId from : analysis.compiled().sites().values()) {
        for (VrfId to : analysis.compiled().sites().values()) {
          if (!from.equals(to)) {
            check(Analyzer.trace(analysis, from, to));
          }
        }
      }
    }
  }

  private static void check(RoundTrip trip) {
    List<Way> ways = new ArrayList<>(trip.there());
    ways.addAll(trip.back());
    for (Way way : ways) {
      assertEquals(way.arrives(), way.reason().isEmpty(), way::toString);
      assertTrue(way.trace().end() != Trace.End.NO_ROUTE || way.missing() != null, way.reason());
    }
    Boolean symmetric = trip.symmetric();
    assertEquals(Boolean.FALSE.equals(symmetric), trip.parting() != null, trip::toString);
  }
}
