package mcx.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mcx.lab.RibComparison.Difference;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.VrfId;
import mcx.routing.Instability;
import mcx.routing.Routing;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * Runs random networks in real routers and records what these had in their tables. It is started by
 * hand, as root, where the daemons are installed:
 *
 * <pre>
 *   java -cp ... mcx.lab.LabRecorder FROM TO LABS-AT-A-TIME FOLDER
 * </pre>
 *
 * <p>What is in the folder already is not recorded anew. A network that never comes to rest in the
 * daemons is left out, and said so.
 */
final class LabRecorder {

  /** How many networks one file holds. */
  static final int BLOCK = 20;

  /** Where the recordings are that the tests replay. */
  static final String RESOURCES = "src/test/resources/mcx/lab";

  private static final int FAILURES = 2;

  /** A busy machine makes routers pause before they are at rest. */
  private static final int PATIENCE_SECONDS = 8;

  private LabRecorder() {}

  public static void main(String[] args) throws Exception {
    int from = Integer.parseInt(args[0]);
    int to = Integer.parseInt(args[1]);
    Path folder = Path.of(args[3]);
    Files.createDirectories(folder);
    try (ExecutorService pool = Executors.newFixedThreadPool(Integer.parseInt(args[2]))) {
      List<Future<?>> all = new ArrayList<>();
      for (int seed = from; seed < to; seed++) {
        long s = seed;
        all.add(pool.submit(() -> one(s, folder)));
      }
      for (Future<?> f : all) {
        f.get();
      }
    }
    join(folder);
    System.out.println("Copy what is in " + folder.resolve("joined") + " to " + RESOURCES);
  }

  private static void one(long seed, Path folder) {
    Path file = folder.resolve("lab-" + seed + ".gz");
    if (Files.exists(file)) {
      return;
    }
    StringBuilder log = new StringBuilder();
    long start = System.nanoTime();
    try {
      RandomLabs.Made made = RandomLabs.of(seed);
      Recording r = record(made, log);
      if (r != null) {
        Recording.write(file, List.of(r));
      }
    } catch (Exception e) {
      log.append("  FAILED ").append(e).append('\n');
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    System.out.print("seed " + seed + " " + seconds + " s\n" + log);
    System.out.flush();
  }

  /** Whether routers would come to rest in it. */
  static boolean settles(Solution s) {
    return s.converged() && s.instabilities().stream().noneMatch(Instability::neverSettles);
  }

  private static @Nullable Recording record(RandomLabs.Made made, StringBuilder log)
      throws IOException, InterruptedException {
    Network n = made.network();
    Solution well = Routing.solve(n, Failures.NONE);
    if (!settles(well)) {
      log.append("  never settles\n");
      return null;
    }
    List<Recording.State> states = new ArrayList<>();
    try (LiveLab lab = LiveLab.start(n, well, made.choice())) {
      states.add(state(lab, well, states, List.of(), log));
      List<String> down = new ArrayList<>();
      for (String id : made.breakable()) {
        List<String> next = new ArrayList<>(down);
        next.add(id);
        Solution s = Routing.solve(n, Failures.of(next));
        if (settles(s)) {
          lab.fail(id, s);
          down = next;
          states.add(state(lab, s, states, down, log));
        }
        if (states.size() > FAILURES) {
          break;
        }
      }
      log.append("  ").append(n.nodes().size()).append(" routers, ");
      log.append(made.choice()).append(' ').append(lab.log()).append('\n');
    }
    return new Recording(
        Long.toString(made.seed()), made.choice(), Canonical.fingerprint(n), states);
  }

  private static Recording.State state(
      LiveLab lab, Solution s, List<Recording.State> before, List<String> down, StringBuilder log)
      throws IOException, InterruptedException {
    List<Map<VrfId, RouterRib>> earlier = before.stream().map(Recording.State::tables).toList();
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    Map<VrfId, RouterRib> dump = lab.dump();
    List<Difference> all = RibComparison.compare(lab.lab().plan(), s, dump);
    List<Difference> left = Explanations.of(lab.lab().plan(), s, dump, earlier, all).unexplained();
    while (!left.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(1_000);
      dump = lab.dump();
      all = RibComparison.compare(lab.lab().plan(), s, dump);
      left = Explanations.of(lab.lab().plan(), s, dump, earlier, all).unexplained();
    }
    log.append("  ").append(down).append(' ').append(all.size()).append(" differences, ");
    log.append(left.size()).append(" unexplained\n");
    left.forEach(d -> log.append("    ").append(d).append('\n'));
    return new Recording.State(down, dump);
  }

  /** Puts what was recorded one by one into files of several. */
  static void join(Path folder) throws IOException {
    Map<Integer, List<Recording>> blocks = new TreeMap<>();
    for (int seed = 0; seed < 10_000; seed++) {
      Path file = folder.resolve("lab-" + seed + ".gz");
      if (Files.exists(file)) {
        blocks
            .computeIfAbsent(seed / BLOCK, k -> new ArrayList<>())
            .addAll(Recording.read(Files.newInputStream(file)));
      }
    }
    List<String> names = new ArrayList<>();
    for (Map.Entry<Integer, List<Recording>> b : blocks.entrySet()) {
      String name = "random-" + (b.getKey() < 10 ? "0" : "") + b.getKey() + ".gz";
      names.add(name);
      Recording.write(folder.resolve("joined").resolve(name), b.getValue());
    }
    Files.writeString(
        folder.resolve("joined").resolve(Replay.INDEX), String.join("\n", names) + "\n");
  }
}
