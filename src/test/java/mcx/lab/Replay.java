package mcx.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.export.lab.LabPlan;
import mcx.export.lab.Plans;
import mcx.lab.RibComparison.Difference;
import mcx.lab.RibComparison.Kind;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.routing.Routing;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/** What was recorded, against what is computed. */
final class Replay {

  static final String INDEX = "index.txt";

  /** A recording with its network. */
  record Case(Recording recording, Network network, LabPlan plan) {

    static Case of(Recording r, Network network) {
      return new Case(r, network, Plans.of(network, r.choice()));
    }

    Solution solve(Network n, Recording.State s) {
      return Routing.solve(n, Failures.of(s.failures()));
    }

    List<Difference> compare(Solution solution, Recording.State s) {
      return RibComparison.compare(plan, solution, s.tables());
    }
  }

  private static List<Case> cases = List.of();

  private Replay() {}

  /** All recordings of random networks. */
  static List<Recording> recordings() throws IOException {
    List<Recording> all = new ArrayList<>();
    try (InputStream index = Replay.class.getResourceAsStream(INDEX)) {
      if (index == null) {
        return all;
      }
      String files = new String(index.readAllBytes(), StandardCharsets.UTF_8);
      for (String file : files.lines().toList()) {
        InputStream in = Replay.class.getResourceAsStream(file);
        if (in == null) {
          throw new IOException(file + " is named in " + INDEX + " and is not there");
        }
        all.addAll(Recording.read(in));
      }
    }
    return all;
  }

  /** All recordings with their networks, which are made once for all tests of a run. */
  static synchronized List<Case> cases() throws IOException {
    if (cases.isEmpty()) {
      cases =
          recordings().parallelStream()
              .map(r -> Case.of(r, RandomLabs.of(Long.parseLong(r.name())).network()))
              .toList();
    }
    return cases;
  }

  /**
   * How many routes a switch decides in a case: entries of tables that differ from what was
   * recorded with it off, and not with it on.
   *
   * @param usual the differences with all on, by state; filled as needed
   * @param enough where to stop counting
   */
  static int decided(Case c, Switch s, Map<Recording.State, Set<List<Object>>> usual, int enough) {
    Network off = s.off(c.network);
    if (Canonical.text(off).equals(Canonical.text(c.network))) {
      return 0;
    }
    int count = 0;
    for (Recording.State state : c.recording.states()) {
      Set<List<Object>> before =
          usual.computeIfAbsent(state, k -> keys(c.compare(c.solve(c.network, k), k), null));
      Set<List<Object>> now = keys(c.compare(c.solve(off, state), state), s);
      now.removeAll(before);
      Set<List<Object>> entries = new HashSet<>();
      now.forEach(k -> entries.add(k.subList(1, 3)));
      count += entries.size();
      if (count >= enough) {
        break;
      }
    }
    return count;
  }

  private static Set<List<Object>> keys(List<Difference> all, @Nullable Switch s) {
    Set<List<Object>> keys = new HashSet<>();
    for (Difference d : all) {
      boolean nameOnly =
          s != null
              && s.renamesCommunity()
              && d.kind() == Kind.ATTRIBUTE
              && !d.words().matches(".*(path \\[|local preference|MED|origin).*");
      if (!nameOnly) {
        keys.add(List.of(d.kind(), d.table(), d.prefix(), d.words()));
      }
    }
    return keys;
  }

  static Map<Recording.State, Set<List<Object>>> memory() {
    return new HashMap<>();
  }
}
