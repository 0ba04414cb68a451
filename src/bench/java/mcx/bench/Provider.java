package mcx.bench;

import java.util.concurrent.TimeUnit;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.compile.Compiler;
import mcx.design.Design;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.routing.Routing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 100,000 prefixes of 50 sites through a layer-3 provider. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = Heap.ARGS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class Provider {

  private final Catalog catalog = CatalogLoader.builtIn();
  private Design design;
  private Network network;

  @Setup
  public void draw() {
    design = Drawn.hundredThousandPrefixes();
    network = Compiler.compile(design, catalog).network();
  }

  @Benchmark
  public long solve() {
    return Routing.solve(network, Failures.NONE).checksum();
  }

  @Benchmark
  public long compileAndSolve() {
    return Routing.solve(Compiler.compile(design, catalog).network(), Failures.NONE).checksum();
  }
}
