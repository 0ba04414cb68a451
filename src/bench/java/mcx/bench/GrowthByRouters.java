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
 * How the time of a full solve grows with routers: average degree 4, 800 prefixes. All other
 * numbers stay; every prefix has attributes of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = Heap.ARGS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class GrowthByRouters {

  @Param({"50", "100", "200", "400", "800"})
  public int routers;

  private Solver solver;

  @Setup
  public void generate() {
    solver = new Solver(Generated.network(routers, 2 * routers, 800 / routers, Generated.Kind.OWN));
  }

  @Benchmark
  public long solve() {
    return Engine.fresh(solver, Failures.NONE).checksum();
  }
}
