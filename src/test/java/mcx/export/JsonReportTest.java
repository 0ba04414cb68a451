package mcx.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Explanation;
import mcx.analysis.RoundTrip;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.RandomDesigns;
import mcx.format.McxFiles;
import mcx.inet.Prefix;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON of results has the shape that is published. */
class JsonReportTest {

  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in = JsonReport.class.getResourceAsStream("/mcx/export/report.schema.json")) {
      assertNotNull(in);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsAskedForBesidesHasTheShape() throws Exception {
    Design design = McxFiles.read(Path.of("samples/vpn-backup-of-expressroute.mcx")).design();
    Analysis analysis = Analyzer.analyze(design, CatalogLoader.builtIn());
    Extras extras =
        new Extras(
            null,
            Analyzer.doubleFailures(analysis, (n, all) -> {}, () -> false),
            List.of(Analyzer.steps(analysis, Id.of("er"))));
    String whole = JsonReport.of(analysis, Analyzer.fallback(analysis, () -> false), extras);
    assertEquals(List.of(), SCHEMA.validate(whole, InputFormat.JSON));
    assertTrue(whole.contains("vpn-takes-over"));
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("samples"))) {
      return all.filter(f -> f.toString().endsWith(".mcx")).sorted().toList();
    }
  }

  private static void check(Design design) {
    Analysis analysis = Analyzer.analyze(design, CatalogLoader.builtIn());
    List<VrfId> tables =
        analysis.compiled().network().nodes().values().stream()
            .map(Node::vrfs)
            .flatMap(List::stream)
            .map(Vrf::id)
            .toList();
    String whole = JsonReport.of(analysis, Analyzer.fallback(analysis, () -> false));
    assertEquals(List.of(), SCHEMA.validate(whole, InputFormat.JSON), design::name);
    String routes = JsonReport.routes(analysis, tables);
    assertEquals(List.of(), SCHEMA.validate(routes, InputFormat.JSON), design::name);
    assertFalse(RoutesText.of(analysis, tables).isEmpty());
    questions(analysis, tables);
  }

  /** Every table is asked why it has, or has not, what some site holds, and for the way there. */
  private static void questions(Analysis analysis, List<VrfId> tables) {
    List<VrfId> sites = List.copyOf(analysis.compiled().sites().values());
    for (int i = 0; i < tables.size() && !sites.isEmpty(); i++) {
      VrfId table = tables.get(i);
      VrfId site = sites.get(i % sites.size());
      Vrf held = analysis.compiled().network().vrf(site);
      assertNotNull(held);
      for (Prefix prefix : held.originated()) {
        Explanation explanation = Analyzer.explain(analysis, table, prefix);
        String why = JsonReport.explanation(analysis, explanation);
        assertEquals(List.of(), SCHEMA.validate(why, InputFormat.JSON), why);
        assertFalse(ExplanationText.of(analysis, explanation).isEmpty());
      }
      if (!held.originated().isEmpty()) {
        RoundTrip trip = Analyzer.trace(analysis, table, site);
        String way = JsonReport.trace(analysis, trip);
        assertEquals(List.of(), SCHEMA.validate(way, InputFormat.JSON), way);
        assertFalse(TraceText.of(analysis, trip).isEmpty());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void reportsOfSamplesHaveTheShape(Path sample) throws Exception {
    check(McxFiles.read(sample).design());
  }

  @Test
  void reportsOfAnyDesignHaveTheShape() {
    for (long seed = 0; seed < 12; seed++) {
      check(RandomDesigns.design(seed).withName("seed " + seed));
    }
  }

  @Test
  void otherShapesFail() {
    assertFalse(SCHEMA.validate("{\"report\": 1}", InputFormat.JSON).isEmpty());
  }
}
