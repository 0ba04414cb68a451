package mcx.bench;

import java.util.concurrent.TimeUnit;
import mcx.network.Failures;
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
 * How the time of a full solve grows with sessions: 200 routers, 1,000 prefixes. All other numbers
 * stay; every prefix has attributes of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = Heap.ARGS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class GrowthBySessions {

  @Param({"200", "400", "800", "1600", "3200"})
  public int sessions;

  private Solver solver;

  @Setup
  public void generate() {
    solver = new Solver(Generated.network(200, sessions, 5, Generated.Kind.OWN));
  }

  @Benchmark
  public long solve() {
    return Engine.fresh(solver, Failures.NONE).checksum();
  }
}
