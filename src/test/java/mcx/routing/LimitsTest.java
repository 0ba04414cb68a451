package mcx.routing;

import static mcx.routing.Look.path;
import static mcx.routing.Look.rib;
import static mcx.routing.Look.told;
import static mcx.routing.Nets.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import mcx.inet.Prefix;
import mcx.network.Policy;
import mcx.network.PrefixLimit;
import mcx.network.PrefixLimit.Beyond;
import mcx.network.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What prefix limits take down or drop. */
class LimitsTest {

  private static final UnaryOperator<Session.End> AS_IS = UnaryOperator.identity();

  private static UnaryOperator<Session.End> takes(int max, Beyond beyond) {
    return end("limitV4", new PrefixLimit(max, beyond, "the test"));
  }

  /** S tells L three prefixes; L has one of its own. */
  private static Nets three(UnaryOperator<Session.End> atL) {
    Nets nets = new Nets();
    nets.router("S", 65001).holds("10.1.0.0/16", "10.2.0.0/24", "10.0.9.0/24", "2001:db8::/32");
    nets.router("L", 65002).holds("10.9.0.0/16");
    return nets.session("S", "L", AS_IS, atL);
  }

  @ParameterizedTest
  @EnumSource(
      value = Beyond.class,
      names = {"SESSION_DOWN_AUTO", "SESSION_IDLE", "CONNECTION_DOWN"})
  void sessionFallsInBothDirections(Beyond beyond) {
    Solution s = three(takes(2, beyond)).solve();
    assertFalse(s.session("S-L").up());
    assertTrue(
        s.session("S-L").reason().startsWith("L got 3 IPv4 prefixes and takes at most 2"),
        s.session("S-L").reason());
    assertEquals(List.of("10.9.0.0/16 []"), rib(s, "L"));
    assertEquals("-", path(s, "S", "10.9.0.0/16"));
    assertEquals(beyond != Beyond.CONNECTION_DOWN, s.isSegmentUp("S-L"));
    assertEquals(3, s.tripped().getFirst().count());
    assertTrue(s.converged());
    assertTrue(three(takes(3, beyond)).solve().tripped().isEmpty(), "the limit itself is allowed");
  }

  @Test
  void bothFamiliesMayTripAtOnce() {
    Solution s =
        three(
                e ->
                    Nets.set(
                        takes(2, Beyond.SESSION_IDLE).apply(e),
                        "limitV6",
                        new PrefixLimit(0, Beyond.SESSION_IDLE, "the test")))
            .solve();
    assertEquals(
        List.of(3, 1), s.tripped().stream().map(Tripped::count).toList(), s.tripped().toString());
  }

  @Test
  void excessIsDroppedLongestFirstAndTheSessionStays() {
    Solution s = three(takes(2, Beyond.DROP_EXCESS_ORDERED)).solve();
    assertTrue(s.session("S-L").up());
    assertEquals(
        List.of(
            "10.0.9.0/24 [65001]",
            "10.1.0.0/16 [65001]",
            "10.9.0.0/16 []",
            "2001:db8::/32 [65001]"),
        rib(s, "L"));
    assertEquals(
        "REFUSED_LIMIT [65001] L keeps 2 IPv4 prefixes and drops this one.",
        told(s, "S-L", "S", "10.2.0.0/24"));
    assertEquals(3, s.tripped().getFirst().count());
  }

  @Test
  void whereTheVendorDoesNotSayItIsOnlyReported() {
    Solution s = three(takes(2, Beyond.UNKNOWN)).solve();
    assertTrue(s.session("S-L").up());
    assertEquals(1, s.tripped().size());
    assertEquals("65001", path(s, "L", "10.2.0.0/24"));
  }

  @Test
  void aWarningTakesNothingAway() {
    Solution s = three(takes(2, Beyond.WARN_ONLY)).solve();
    assertTrue(s.session("S-L").up());
    assertTrue(s.isSegmentUp("S-L"));
    assertEquals(rib(three(AS_IS).solve(), "L"), rib(s, "L"), "nothing is dropped");
    Tripped t = s.tripped().getFirst();
    assertEquals(3, t.count());
    assertEquals(Tripped.Aftermath.REPORTED, t.aftermath());
    assertTrue(s.converged());
    assertTrue(three(takes(3, Beyond.WARN_ONLY)).solve().tripped().isEmpty());
  }

  /** Refuses one of the three. */
  private static final Policy NOT_SECOND =
      new Policy(
          List.of(
              Policy.Statement.denyPrefixes(
                  null, List.of(Policy.Match.exactly(Prefix.of("10.2.0.0/24"))))),
          true);

  @Test
  void whatPolicyRefusesIsNotCounted() {
    Solution s =
        three(e -> Nets.set(takes(2, Beyond.SESSION_IDLE).apply(e), "importPolicy", NOT_SECOND))
            .solve();
    assertTrue(s.session("S-L").up());
  }

  @Test
  void whatPolicyRefusesIsCountedWhereAllThatIsSentCounts() {
    PrefixLimit two = new PrefixLimit(2, Beyond.SESSION_DOWN_AUTO, "the test").ofAllSent();
    Solution s =
        three(e -> Nets.set(Nets.set(e, "limitV4", two), "importPolicy", NOT_SECOND)).solve();
    assertFalse(s.session("S-L").up());
    assertEquals(3, s.tripped().getFirst().count());
    PrefixLimit three = new PrefixLimit(3, Beyond.SESSION_DOWN_AUTO, "the test").ofAllSent();
    s = three(e -> Nets.set(Nets.set(e, "limitV4", three), "importPolicy", NOT_SECOND)).solve();
    assertTrue(s.session("S-L").up());
  }

  /** B hears all from A and tells A nothing, until A has lost its own session to S. */
  @Test
  void oneFallMayCauseTheNext() {
    assertTrue(square(AS_IS).solve().session("B-A").up());
    Solution s = square(takes(2, Beyond.SESSION_IDLE)).solve();
    assertFalse(s.session("S-A").up());
    assertFalse(s.session("B-A").up());
    assertEquals(List.of(), rib(s, "T"));
    assertEquals(List.of("S-A", "B-A"), s.tripped().stream().map(Tripped::session).toList());
    assertTrue(s.converged());
  }

  private static Nets square(UnaryOperator<Session.End> atA) {
    Nets nets = new Nets();
    nets.router("S", 65001).holds("10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16");
    nets.router("A", 65002);
    nets.router("B", 65003);
    nets.router("T", 65004);
    nets.session("S", "A", AS_IS, atA).session("S", "B").session("A", "T");
    return nets.session(
        "B",
        "A",
        end("importPolicy", Nets.always(Policy.Change.weight(10))),
        takes(2, Beyond.SESSION_DOWN_AUTO));
  }
}
