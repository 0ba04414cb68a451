package mcx.bench;

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

/** All routes of a generated network from nothing, every table checksummed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = Heap.ARGS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class FullSolve {

  @Param({"50", "200", "1000"})
  public int routers;

  @Param({"ALIKE", "OWN"})
  public Generated.Kind kind;

  private Network network;
  private Solver solver;

  @Setup
  public void generate() {
    network = Generated.network(routers, kind);
    solver = new Solver(network);
  }

  /** Nothing is known but the network. */
  @Benchmark
  public long fromNetwork() {
    return Engine.fresh(new Solver(network), Failures.NONE).checksum();
  }

  /** What does not depend on failures is prepared; no routes are known. */
  @Benchmark
  public long prepared() {
    return Engine.fresh(solver, Failures.NONE).checksum();
  }
}
