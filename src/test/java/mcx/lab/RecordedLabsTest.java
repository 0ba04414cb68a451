package mcx.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import mcx.lab.RibComparison.Difference;
import mcx.network.VrfId;
import mcx.routing.Solution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random networks that were run in FRR, BIRD and GoBGP, well and after failures: what is computed
 * must be what was recorded, route for route. {@link LabRecorder} records.
 */
class RecordedLabsTest {

  /** The fewest networks and states that the claim rests on. */
  private static final int NETWORKS = 425;

  private static final int STATES = 1275;

  /**
   * The fewest of them that are providers with VRFs, and states of these without any difference.
   */
  private static final int PROVIDERS = 60;

  private static final int PROVIDERS_ALIKE = 65;

  private static List<Replay.Case> cases = List.of();

  @BeforeAll
  static void read() throws Exception {
    cases = Replay.cases();
  }

  @Test
  void theNetworksAreThoseThatWereRecorded() {
    for (Replay.Case c : cases) {
      assertEquals(
          c.recording().fingerprint(),
          Canonical.fingerprint(c.network()),
          () ->
              "Random network "
                  + c.recording().name()
                  + " is compiled to something else than when it was recorded. If that is meant,"
                  + " record it again: see LabRecorder.");
    }
    assertTrue(cases.size() >= NETWORKS, () -> "only " + cases.size() + " networks");
    int states = cases.stream().mapToInt(c -> c.recording().states().size()).sum();
    assertTrue(states >= STATES, () -> "only " + states + " states");
  }

  /** What became of one network's states. */
  private record Outcome(
      String name,
      int routes,
      List<String> unexplained,
      int other,
      Map<KnownDifference, Integer> named) {}

  private static Outcome outcome(Replay.Case c) {
    int routes = 0;
    int other = 0;
    List<String> unexplained = new ArrayList<>();
    Map<KnownDifference, Integer> named = new EnumMap<>(KnownDifference.class);
    List<Map<VrfId, RouterRib>> earlier = new ArrayList<>();
    for (Recording.State s : c.recording().states()) {
      Solution solution = c.solve(c.network(), s);
      List<Difference> all = c.compare(solution, s);
      Explanations e = Explanations.of(c.plan(), solution, s.tables(), earlier, all);
      earlier.add(s.tables());
      e.unexplained()
          .forEach(d -> unexplained.add(c.recording().name() + " " + s.failures() + " " + d));
      other += e.otherState().size();
      e.named().forEach((k, v) -> named.merge(k, v, Integer::sum));
      for (RouterRib rib : s.tables().values()) {
        routes += rib.routes().values().stream().mapToInt(List::size).sum();
      }
    }
    return new Outcome(c.recording().name(), routes, unexplained, other, named);
  }

  @Test
  void everyDifferenceIsExplained() {
    List<Outcome> outcomes = cases.parallelStream().map(RecordedLabsTest::outcome).toList();
    List<String> unexplained = new ArrayList<>();
    Map<KnownDifference, Integer> named = new EnumMap<>(KnownDifference.class);
    long routes = 0;
    long other = 0;
    for (Outcome o : outcomes) {
      routes += o.routes();
      other += o.other();
      o.named().forEach((k, v) -> named.merge(k, v, Integer::sum));
      unexplained.addAll(o.unexplained());
    }
    System.out.println(
        cases.size()
            + " networks, "
            + routes
            + " routes compared; explained by another stable state "
            + other
            + ", by daemons' own ways "
            + named);
    assertEquals(List.of(), unexplained);
    assertEquals(EnumSet.allOf(KnownDifference.class), named.keySet());
  }

  /**
   * GoBGP's own ways touch many routes where VRFs exchange the same prefixes. So there must be
   * enough providers, and enough states of theirs in which no route differs at all.
   */
  @Test
  void providersAgreeWithoutAnyExplanation() {
    List<Replay.Case> providers =
        cases.stream()
            .filter(c -> Long.parseLong(c.recording().name()) >= RandomLabs.PROVIDERS)
            .toList();
    assertTrue(providers.size() >= PROVIDERS, () -> "only " + providers.size() + " providers");
    long alike =
        providers.parallelStream()
            .mapToLong(
                c ->
                    c.recording().states().stream()
                        .filter(s -> c.compare(c.solve(c.network(), s), s).isEmpty())
                        .count())
            .sum();
    System.out.println(providers.size() + " providers, no difference at all in " + alike);
    assertTrue(alike >= PROVIDERS_ALIKE, () -> "only " + alike + " states without a difference");
  }
}
