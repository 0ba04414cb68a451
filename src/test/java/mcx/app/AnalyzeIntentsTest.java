package mcx.app;

import static mcx.analysis.intent.SampleDesigns.sample;
import static mcx.analysis.intent.SampleDesigns.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code mcx analyze} tells what should hold, whether it does, and what could be wanted. */
class AnalyzeIntentsTest {

  @TempDir Path folder;

  private String file(String... sentences) throws IOException {
    Path file = folder.resolve("with-intents.mcx");
    McxFiles.save(
        Document.EMPTY.withDesign(with(sample("vpn-backup-of-expressroute"), sentences)), file);
    return file.toString();
  }

  @Test
  void theTextTellsEachIntentWithItsCounterexample() throws IOException {
    String file =
        file(
            "Amsterdam reaches Hub over private links",
            "Amsterdam reaches Hub over private links, surviving 1 failure",
            "Amsterdam reaches Hub at 2 Gbit/s");
    Shell.run("analyze", file)
        .says(
            "ERROR  INTENT  Broken intent: Amsterdam reaches Hub over private links, surviving 1",
            "Intents",
            "HOLDS  Amsterdam reaches Hub over private links",
            "BROKEN  Amsterdam reaches Hub over private links, surviving 1 failure",
            "failed: ",
            "there: ",
            "BROKEN  Amsterdam reaches Hub at 2 Gbit/s",
            "over a path that carries 1000 Mbit/s, not 2000 Mbit/s.");
    assertEquals(1, Shell.run("analyze", file, "--fail-on", "error").code());
  }

  @Test
  void theJsonHoldsTheSameAndHasTheShape() throws IOException {
    Shell run =
        Shell.run(
            "analyze",
            file("Amsterdam reaches Hub surviving 1 failure", "Amsterdam reaches Spoke"),
            "--json",
            "--propose");
    JsonNode broken = run.json().at("/intents/0");
    assertEquals("broken", broken.path("state").stringValue());
    assertEquals(1, broken.at("/counterexample/failed").size());
    assertEquals("none", broken.at("/counterexample/there/kind").stringValue());
    assertEquals("holds", run.json().at("/intents/1/state").stringValue());
    assertTrue(run.json().at("/proposals/0/sentence").stringValue().contains("reaches"));
    String schema = Files.readString(Path.of("src/main/resources/mcx/export/report.schema.json"));
    assertEquals(
        List.of(),
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema)
            .validate(run.out(), InputFormat.JSON));
  }

  @Test
  void whatHoldsIsProposedWhenAsked() throws IOException {
    Shell.run("analyze", "samples/layer-3-provider-vrf-per-cloud.mcx", "--propose")
        .says("Proposed intents", "VRF-AWS never reaches VRF-AZ", "Nothing passes");
    Shell.run("analyze", "samples/layer-3-provider-vrf-per-cloud.mcx")
        .says("Separation")
        .silentOn("Proposed intents", "Intents");
  }
}
