package mcx.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.compile.Compiled;
import mcx.compile.Compiler;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.RoutePolicy;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.Failures;
import mcx.routing.Routing;
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
 * An edit of a design with 50 sites, analysed. The design goes to and fro between two states, so
 * every invocation has an edit before it: nothing can be answered by what was asked just before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = Heap.ARGS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class Edit {

  /** What is edited. */
  public enum What {
    /** A site gets another name: no route changes. */
    NAME,
    /** A router prefers what it learns from its provider more, or less. */
    LOCAL_PREFERENCE,
    /** A site has one prefix more, or not. */
    PREFIX
  }

  @Param({"NAME", "LOCAL_PREFERENCE", "PREFIX"})
  public What what;

  private final Catalog catalog = CatalogLoader.builtIn();
  private Design[] states;
  private int turn;
  private Analysis last;

  @Setup
  public void draw() {
    Design before = Drawn.fiftySites();
    states = new Design[] {before, edited(before)};
  }

  private Design edited(Design design) {
    return switch (what) {
      case NAME -> Drawn.set(design, "site-7", "name", "Renamed");
      case LOCAL_PREFERENCE -> {
        Id id = Id.of("ce-7-1-access");
        AccessLink link = (AccessLink) Objects.requireNonNull(design.link(id));
        AccessLink.Vlan vlan = link.vlans().getFirst();
        BgpEnd end = BgpEnd.DEFAULT.with("importPolicy", RoutePolicy.localPreference(300));
        AccessLink.Vlan changed =
            new AccessLink.Vlan(
                vlan.tag(),
                vlan.vrf(),
                vlan.subnet(),
                vlan.routing(),
                new BgpSettings(end, vlan.session().b()));
        yield Drawn.set(design, id.value(), "vlans", List.of(changed));
      }
      case PREFIX -> {
        Id id = Id.of("site-7");
        Premises site = Objects.requireNonNull(design.element(id, Premises.class));
        List<PrefixRange> networks = new ArrayList<>(site.networks());
        networks.add(PrefixRange.of(Prefix.of("10.99.0.0/24")));
        yield Drawn.set(design, id.value(), "networks", networks);
      }
    };
  }

  private Design next() {
    turn ^= 1;
    return states[turn];
  }

  @Benchmark
  public Compiled compile() {
    return Compiler.compile(next(), catalog);
  }

  /** As far as the routes of every table. */
  @Benchmark
  public long routes() {
    return Routing.solve(Compiler.compile(next(), catalog).network(), Failures.NONE).checksum();
  }

  /** All that the panel shows at once; what every failure does comes after it. */
  @Benchmark
  public Analysis analyze() {
    return Analyzer.analyze(next(), catalog);
  }

  /** The same with what was known before the edit, as in the editor. */
  @Benchmark
  public Analysis analyzeAfter() {
    last = Analyzer.analyze(next(), catalog, Failures.NONE, last);
    return last;
  }
}
