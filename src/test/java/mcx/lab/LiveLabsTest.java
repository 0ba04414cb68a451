package mcx.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mcx.catalog.CatalogLoader;
import mcx.compile.Compiler;
import mcx.design.Design;
import mcx.design.Link;
import mcx.export.lab.LabDaemon;
import mcx.format.McxFiles;
import mcx.lab.RibComparison.Difference;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.VrfId;
import mcx.routing.Routing;
import mcx.routing.Solution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Some of the recorded random networks and of the samples, run in real routers now. Where the
 * daemons are missing this is skipped, but in continuous integration it fails. {@code
 * -Dlab.samples=all} runs all samples, with several failures each.
 */
class LiveLabsTest {

  private static final int PATIENCE_SECONDS = 30;

  private static final boolean ALL = "all".equals(System.getProperty("lab.samples"));

  @BeforeAll
  static void labsRunHere() {
    String obstacle = LiveLab.obstacle();
    if ("true".equals(System.getenv("CI"))) {
      assertEquals(null, obstacle, "labs must run in continuous integration");
    }
    assumeTrue(obstacle == null, "no labs here: " + obstacle);
  }

  @ParameterizedTest
  @ValueSource(longs = {18, 22, 26, 28, 30, 32})
  void randomNetworksAgree(long seed) throws Exception {
    RandomLabs.Made made = RandomLabs.of(seed);
    Network n = made.network();
    Solution well = Routing.solve(n, Failures.NONE);
    List<String> unexplained = new ArrayList<>();
    List<Map<VrfId, RouterRib>> earlier = new ArrayList<>();
    try (LiveLab lab = LiveLab.start(n, well, made.choice())) {
      unexplained.addAll(unexplained(lab, well, earlier));
      for (String id : made.breakable()) {
        Solution without = Routing.solve(n, Failures.of(id));
        if (LabRecorder.settles(without)) {
          lab.fail(id, without);
          unexplained.addAll(unexplained(lab, without, earlier));
          break;
        }
      }
    }
    assertEquals(List.of(), unexplained);
  }

  static Stream<Path> samples() throws Exception {
    if (!ALL) {
      return Stream.of(
          Path.of("samples/layer-2-provider.mcx"),
          Path.of("samples/layer-3-provider-vrf-per-cloud.mcx"));
    }
    try (Stream<Path> all = Files.list(Path.of("samples"))) {
      return all.sorted().toList().stream();
    }
  }

  /** Each failure is a lab of its own, because what is put in by hand holds for one state only. */
  @ParameterizedTest
  @MethodSource("samples")
  void samplesAgree(Path file) throws Exception {
    Design design = McxFiles.read(file).design();
    Network n = Compiler.compile(design, CatalogLoader.builtIn()).network();
    List<Failures> states = new ArrayList<>(List.of(Failures.NONE));
    List<Link> links = List.copyOf(design.links().values());
    for (int i = 0; i < links.size() && states.size() < (ALL ? 4 : 2); i += 2) {
      states.add(Failures.of(links.get(i).id()));
    }
    List<String> unexplained = new ArrayList<>();
    for (Failures f : states) {
      Solution s = Routing.solve(n, f);
      try (LiveLab lab = LiveLab.start(n, s, LabDaemon.Choice.MIXED)) {
        unexplained(lab, s, new ArrayList<>()).forEach(d -> unexplained.add(f.down() + " " + d));
      }
    }
    assertEquals(List.of(), unexplained);
  }

  /**
   * What stays unexplained once the routers are at rest, for which a busy machine takes longer.
   *
   * @param earlier what they had in states before; gets what they have now
   */
  private static List<String> unexplained(
      LiveLab lab, Solution solution, List<Map<VrfId, RouterRib>> earlier) throws Exception {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (true) {
      var dump = lab.dump();
      List<Difference> all = RibComparison.compare(lab.lab().plan(), solution, dump);
      List<String> left =
          Explanations.of(lab.lab().plan(), solution, dump, earlier, all).unexplained().stream()
              .map(Difference::toString)
              .toList();
      if (left.isEmpty() || System.nanoTime() > end) {
        earlier.add(dump);
        return left;
      }
      Thread.sleep(1_000);
    }
  }
}
