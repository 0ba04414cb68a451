package mcx.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.routing.Solver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Every single link failure of a generated network, the routes of every table checksummed after
 * each. One invocation is all of them, from the network on: the routes without a failure are worked
 * out in it too. It is long, so the code is warmed up here, on as many failures as some seconds
 * hold, and not by JMH.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = Heap.ARGS)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class LinkFailures {

  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(20);

  @Param({"50", "200", "1000"})
  public int routers;

  @Param({"ALIKE", "OWN"})
  public Generated.Kind kind;

  @Param({"1", "2"})
  public int threads;

  private Network network;
  private List<Failures> failures;

  @Setup
  public void generate() {
    network = Generated.network(routers, kind);
    failures = Generated.linkFailures(network);
    long end = System.nanoTime() + WARM_UP_NANOS;
    do {
      Solver solver = new Solver(network);
      for (Failures f : failures) {
        solver.solve(f).checksum();
        if (System.nanoTime() >= end) {
          break;
        }
      }
    } while (System.nanoTime() < end);
  }

  @Benchmark
  public long all() {
    Solver solver = new Solver(network);
    long[] sums = new long[failures.size()];
    Workers.run(threads, sums.length, i -> sums[i] = solver.solve(failures.get(i)).checksum());
    return Arrays.hashCode(sums);
  }
}
