package mcx.app;

import static mcx.analysis.intent.SampleDesigns.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mcx.design.Design;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code mcx diff}: what changed between two files, and what that changed. */
class DiffCommandTest {

  private static final String BACKUP = "samples/vpn-backup-of-expressroute.mcx";
  private static final String ONE_VRF = "samples/layer-3-provider-one-vrf.mcx";
  private static final String VRF_PER_CLOUD = "samples/layer-3-provider-vrf-per-cloud.mcx";

  @TempDir Path folder;

  private String file(Design design) throws IOException {
    Path file = folder.resolve("after.mcx");
    McxFiles.save(Document.EMPTY.withDesign(design), file);
    return file.toString();
  }

  @Test
  void theTextSaysWhatChangedAndWhatThatChanged() {
    Shell.run("diff", ONE_VRF, VRF_PER_CLOUD)
        .says(
            "Layer-3 provider, all clouds in one VRF → Layer-3 provider, a VRF for each cloud",
            "6 paths lost · 1 new finding",
            "Drawing",
            "+ CE (router, ce)",
            "− CE 1 (router, ce1)",
            "~ AWS Frankfurt Direct Connect 1 Gbps, primary connection (circuit connection,",
            "other end: PE 3 → PE 2",
            "VRF: VRF ALL → VRF-AWS",
            "Reachability",
            "− AWS Frankfurt Analytics to Azure West Europe Production: lost, was provider",
            "New findings",
            "+ WARNING  ASN-13",
            "Fallback",
            "~ Amsterdam – AWS Frankfurt Analytics",
            "no fallback any more: CE;",
            "with a fallback now: PE 3",
            "if PE 2 fails: other private path → lost",
            "Routes",
            "~ VGW (vgw)",
            "lost 2 prefixes: 10.20.0.0/16, 10.40.0.0/20");
  }

  @Test
  void aDesignIsTheSameAsItself() {
    Shell.run("diff", BACKUP, BACKUP).says("Nothing changed, in the drawing or in what it does.");
    JsonNode json = Shell.run("diff", BACKUP, BACKUP, "--json").says().json();
    assertTrue(json.path("same").booleanValue());
  }

  @Test
  void aRenameChangesNothingInTheNetwork() throws IOException {
    Design design = sample("vpn-backup-of-expressroute");
    Design renamed =
        design.with(
            java.util.Objects.requireNonNull(design.link(Id.of("er-primary"))).withName("First"));
    Shell.run("diff", BACKUP, file(renamed))
        .says("The network does what it did.", "~ First (circuit connection, er-primary)", "name:")
        .silentOn("Routes", "Reachability", "Fallback");
  }

  @Test
  void newFindingsEndItWhereAsked() {
    assertEquals(0, Shell.run("diff", ONE_VRF, VRF_PER_CLOUD).code());
    assertEquals(0, Shell.run("diff", ONE_VRF, VRF_PER_CLOUD, "--fail-on", "error").code());
    assertEquals(1, Shell.run("diff", ONE_VRF, VRF_PER_CLOUD, "--fail-on", "warning").code());
    assertEquals(0, Shell.run("diff", VRF_PER_CLOUD, ONE_VRF, "--fail-on", "warning").code());
  }

  @Test
  void whatCannotBeReadIsRefused() {
    Shell.run("diff", BACKUP, "nowhere.mcx").refuses("nowhere.mcx");
    Shell.run("diff", BACKUP).refuses("AFTER");
  }

  @Test
  void theJsonHasTheShapeThatIsPublished() throws IOException {
    String text = Files.readString(Path.of("src/main/resources/mcx/export/compare.schema.json"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    List<Path> samples;
    try (Stream<Path> all = Files.list(Path.of("samples"))) {
      samples = all.filter(f -> f.toString().endsWith(".mcx")).sorted().toList();
    }
    for (int i = 0; i < samples.size(); i++) {
      Path next = samples.get((i + 1) % samples.size());
      Shell run = Shell.run("diff", samples.get(i).toString(), next.toString(), "--json");
      assertEquals(List.of(), schema.validate(run.out(), InputFormat.JSON), next::toString);
      assertFalse(run.json().path("same").booleanValue());
    }
    assertFalse(schema.validate("{\"comparison\": 1}", InputFormat.JSON).isEmpty());
    JsonNode shapes = JsonMapper.shared().readTree(text);
    JsonNode report =
        JsonMapper.shared()
            .readTree(
                Files.readString(Path.of("src/main/resources/mcx/export/report.schema.json")));
    for (String shared : List.of("table", "finding", "path")) {
      assertEquals(report.at("/$defs/" + shared), shapes.at("/$defs/" + shared), shared);
    }
    JsonNode json = Shell.run("diff", ONE_VRF, VRF_PER_CLOUD, "--json").says().json();
    assertEquals("ASN-13", json.at("/newFindings/0/rule").stringValue());
    assertEquals(12, json.path("reachability").size());
  }
}
