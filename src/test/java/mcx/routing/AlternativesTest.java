package mcx.routing;

import static mcx.routing.Nets.always;
import static mcx.routing.Nets.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import mcx.inet.Prefix;
import mcx.network.Policy;
import mcx.network.Session;
import mcx.network.VrfId;
import org.junit.jupiter.api.Test;

/** Networks with several stable states. */
class AlternativesTest {

  private static final Prefix PREFIX = Prefix.of("10.1.0.0/16");
  private static final UnaryOperator<Session.End> AS_IS = UnaryOperator.identity();

  private static UnaryOperator<Session.End> prefers(long localPreference) {
    return end(
        "importPolicy",
        always(new Policy.Change(localPreference, null, 0, null, Set.of(), Set.of(), null, null)));
  }

  private static Set<String> ways(Instability i, String table) {
    Set<String> ways = new TreeSet<>();
    i.states().forEach(s -> ways.add(s.get(VrfId.of(table))));
    return ways;
  }

  @Test
  void twoThatPreferEachOtherHaveTwoStates() {
    Nets nets = new Nets();
    nets.router("H", 65001).holds("10.1.0.0/16");
    nets.router("A", 65002);
    nets.router("B", 65003);
    nets.session("H", "A").session("H", "B").session("A", "B", prefers(200), prefers(200));
    Instability found = nets.solve().instabilities().getFirst();
    assertEquals(List.of(PREFIX), found.prefixes());
    assertEquals(2, found.states().size());
    assertTrue(found.complete());
    assertEquals(Set.of("A-B", "H-A"), ways(found, "A"));
    assertEquals(Set.of("A-B", "H-B"), ways(found, "B"));
  }

  /** At whichever moment: the search ends soon, says nothing, and finds all when asked again. */
  @Test
  void searchThatIsCancelledSaysNothingAndIsMadeAnew() {
    Nets nets = new Nets();
    nets.router("H", 65001).holds("10.1.0.0/16");
    nets.router("A", 65002);
    nets.router("B", 65003);
    nets.router("M", 65004).multipath();
    nets.session("H", "A").session("H", "B").session("A", "B", prefers(200), prefers(200));
    nets.session("A", "M").session("B", "M");
    Solution solution = nets.solve();
    for (int most = 0; most < 4; most++) {
      AtomicInteger left = new AtomicInteger(most);
      assertEquals(Optional.empty(), solution.instabilities(() -> left.getAndDecrement() <= 0));
      assertTrue(left.get() >= -6, "asked " + -left.get() + " times after it was cancelled");
    }
    assertEquals(2, solution.instabilities().getFirst().states().size());
  }

  /**
   * Where not all combinations are tried, and tables that act in whatever order never come to the
   * other state: A hears of the prefix first, and what B hears of it later is not even compared.
   */
  @Test
  void stateThatOnlyAnInterruptionLeadsToIsFound() {
    Nets nets = new Nets();
    nets.router("H", 65001).holds("10.1.0.0/16");
    nets.router("A", 65002);
    nets.router("B", 65003);
    nets.router("C1", 65004);
    nets.router("C2", 65004);
    nets.router("M", 65005).multipath();
    nets.session("H", "A", AS_IS, prefers(80));
    nets.session("H", "C1").session("H", "C2");
    nets.session("A", "B").session("C1", "B").session("C2", "B");
    nets.session("A", "M").session("B", "M");
    Solution solution = nets.solve();
    assertEquals("H-A", solution.first(VrfId.of("A"), PREFIX).via());
    Instability found = solution.instabilities().getFirst();
    assertFalse(found.complete());
    assertEquals(Set.of("A-B", "H-A"), ways(found, "A"));
    assertEquals(Set.of("A-B", "C1-B"), ways(found, "B"));
  }

  /** Two sessions with one neighbour must be quiet at once before the other state comes about. */
  @Test
  void stateThatTwoSessionsHoldOffIsFound() {
    Nets nets = new Nets();
    nets.router("H", 65001).holds("10.1.0.0/16");
    nets.router("F", 65002);
    nets.router("G", 65006);
    nets.router("R9", 65003);
    nets.router("R7", 65003);
    nets.router("R3", 65003);
    nets.router("M", 65005).multipath();
    nets.session("H", "F").session("H", "G");
    nets.session("G", "R7", end("exportPolicy", longer()), AS_IS);
    nets.session("F", "R9").sessionOver("F-R9 2", "F", "R9", "F-R9", AS_IS, AS_IS);
    nets.session("R9", "M").session("R7", "M");
    nets.wire("R9", "R7", 15).wire("R7", "R3", 10).wire("R3", "R9", 10);
    nets.inner("R9", "R7", end("nextHopSelf", true), end("nextHopSelf", true));
    nets.inner("R3", "R7", end("reflectorClient", true), end("nextHopSelf", true));
    nets.inner("R3", "R9", end("reflectorClient", true), andPrefers(110));
    Solution solution = nets.solve();
    assertEquals("F-R9", solution.first(VrfId.of("R9"), PREFIX).via());
    Instability found = solution.instabilities().getFirst();
    assertFalse(found.complete());
    assertEquals(Set.of("F-R9", "R3~R9"), ways(found, "R9"));
    assertEquals(Set.of("R9~R7", "G-R7"), ways(found, "R7"));
  }

  private static Policy longer() {
    return always(Nets.prepend(2));
  }

  private static UnaryOperator<Session.End> andPrefers(long localPreference) {
    return e -> prefers(localPreference).apply(Nets.set(e, "nextHopSelf", true));
  }

  @Test
  void statesOfQuarrelsApartFromEachOtherAreListedAsFarAsAllowed() {
    Nets nets = new Nets();
    nets.router("H", 65001).holds("10.1.0.0/16");
    for (int k = 0; k < 5; k++) {
      nets.router("A" + k, 65100 + k);
      nets.router("B" + k, 65200 + k);
      nets.session("H", "A" + k).session("H", "B" + k);
      nets.session("A" + k, "B" + k, prefers(200), prefers(200));
    }
    Instability found = nets.solve().instabilities().getFirst();
    assertFalse(found.complete());
    assertEquals(8, found.states().size());
    assertEquals(8, Set.copyOf(found.states()).size());
  }

  @Test
  void oneStateIsNoInstability() {
    Nets nets = new Nets();
    nets.router("H", 65001).holds("10.1.0.0/16");
    nets.router("A", 65002);
    nets.router("B", 65003);
    nets.session("H", "A", AS_IS, prefers(200)).session("H", "B").session("A", "B");
    assertEquals(List.of(), nets.solve().instabilities());
  }
}
