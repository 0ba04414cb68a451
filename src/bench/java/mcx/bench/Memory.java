package mcx.bench;

import java.lang.ref.Reference;
import java.util.Locale;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.routing.Solution;
import mcx.routing.Solver;

/**
 * What a solution keeps in memory: {@code ROUTERS alike|own}, at first 1,000 and own. That it ends
 * at all shows that the work fits into the heap it was given, {@code -Dbench.heap}.
 */
final class Memory {

  private static final double MIB = 1024 * 1024;

  private Memory() {}

  static void main(String[] args) {
    int routers = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    String kind = args.length > 1 ? args[1] : "own";
    System.out.printf(
        Locale.ROOT,
        "%d routers, %s, at most %.0f MiB%n",
        routers,
        kind,
        Runtime.getRuntime().maxMemory() / MIB);
    Network network =
        Generated.network(routers, Generated.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    print("the network", kept());
    long start = System.nanoTime();
    Solver solver = new Solver(network);
    Solution solution = Engine.fresh(solver, Failures.NONE);
    long sum = solution.checksum();
    System.out.printf(
        Locale.ROOT,
        "%-32s %9.0f ms  %016x%n",
        "solved in",
        (System.nanoTime() - start) / 1e6,
        sum);
    print("with solver and solution", kept());
    Reference.reachabilityFence(solver);
    Reference.reachabilityFence(solution);
    Reference.reachabilityFence(network);
  }

  private static void print(String what, long bytes) {
    System.out.printf(Locale.ROOT, "%-32s %9.1f MiB%n", what, bytes / MIB);
  }

  /** What is in use once all garbage is gone. */
  private static long kept() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
