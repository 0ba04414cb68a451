package mcx.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mcx.catalog.CatalogLoader;
import mcx.compile.Compiled;
import mcx.compile.Compiler;
import mcx.network.Failures;
import mcx.network.Origin;
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
 * Every pair of failures of a design of which 150 things can fail: 11,175 pairs, and after each
 * which sites still reach which. It runs on two threads and says how far it is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = Heap.ARGS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class Pairs {

  @Param("2")
  public int threads;

  private final AtomicInteger done = new AtomicInteger();
  private Compiled compiled;
  private Reach reach;
  private List<Failures> pairs;

  @Setup
  public void draw() {
    compiled = Compiler.compile(Drawn.pairs(), CatalogLoader.builtIn());
    reach = new Reach(compiled);
    List<Origin> failable = Drawn.failable(compiled.network());
    pairs = new ArrayList<>();
    for (int i = 0; i < failable.size(); i++) {
      for (int k = i + 1; k < failable.size(); k++) {
        pairs.add(Failures.of(failable.get(i), failable.get(k)));
      }
    }
  }

  /** How many pairs of sites lose each other, over all pairs of failures. */
  @Benchmark
  public long all() {
    done.set(0);
    Solver solver = new Solver(compiled.network());
    AtomicLong unreached = new AtomicLong();
    Workers.run(
        threads,
        pairs.size(),
        i -> {
          unreached.addAndGet(reach.unreached(solver.solve(pairs.get(i))));
          progress(done.incrementAndGet());
        });
    return unreached.get();
  }

  private void progress(int count) {
    if (count % 1_000 == 0) {
      System.err.print(count + " of " + pairs.size() + " pairs\r");
    }
  }
}
