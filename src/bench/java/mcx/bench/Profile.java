package mcx.bench;

import java.util.List;
import java.util.Locale;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.routing.Solution;
import mcx.routing.Solver;

/**
 * The quick look, without JMH: {@code Profile ROUTERS alike|own REPEATS [FAILURES]} prints how long
 * each full solve takes, and all single link failures, or the first so many of them.
 */
public final class Profile {

  private Profile() {}

  public static void main(String[] args) {
    int routers = Integer.parseInt(args[0]);
    Generated.Kind kind = Generated.Kind.valueOf(args[1].toUpperCase(Locale.ROOT));
    int repeats = Integer.parseInt(args[2]);
    Network network = Generated.network(routers, kind);
    List<Failures> failures = Generated.linkFailures(network);
    if (args.length > 3) {
      failures = failures.subList(0, Math.min(failures.size(), Integer.parseInt(args[3])));
    }
    System.out.printf(
        Locale.ROOT,
        "%d routers, %d sessions, %d prefixes, %s%n",
        routers,
        network.sessions().size(),
        10 * routers,
        kind);
    long start = System.nanoTime();
    Solver solver = new Solver(network);
    System.out.printf(Locale.ROOT, "prepare      %9.2f ms%n", millis(start));
    for (int i = 0; i < repeats; i++) {
      start = System.nanoTime();
      Solution solution = Engine.fresh(solver, Failures.NONE);
      double solved = millis(start);
      long sum = solution.checksum();
      System.out.printf(
          Locale.ROOT,
          "full solve   %9.2f ms, with checksum %9.2f ms  %016x%s%n",
          solved,
          millis(start),
          sum,
          solution.converged() ? "" : "  NOT CONVERGED");
    }
    if (failures.isEmpty()) {
      return;
    }
    start = System.nanoTime();
    long sum = 0;
    double worst = 0;
    for (Failures f : failures) {
      long one = System.nanoTime();
      sum = 31 * sum + solver.solve(f).checksum();
      worst = Math.max(worst, millis(one));
    }
    System.out.printf(
        Locale.ROOT,
        "%5d link failures %9.1f ms, worst %.1f ms  %016x%n",
        failures.size(),
        millis(start),
        worst,
        sum);
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
