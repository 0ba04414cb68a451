package mcx.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mcx.TestClassPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as a user calls them, with what they print and end with. */
class CommandLineTest {

  private static final String BACKUP = "samples/vpn-backup-of-expressroute.mcx";
  private static final String VRF_PER_CLOUD = "samples/layer-3-provider-vrf-per-cloud.mcx";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<@Nullable Path> windows = new ArrayList<>();
  private boolean display = true;
  private Path config = Path.of("nowhere");

  @BeforeEach
  void prepare() {
    config = folder.resolve("config");
  }

  private int run(String... args) {
    Surroundings surroundings =
        new Surroundings(
            () -> display, config, new SampleFolder(List.of(Path.of("samples"))), windows::add);
    CommandLine line = CommandLineFactory.create(surroundings);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(args);
  }

  private void said(StringWriter where, String... words) {
    for (String word : words) {
      assertTrue(where.toString().contains(word), () -> word + " in:\n" + where);
    }
  }

  private void refused(int code, String... words) {
    assertEquals(2, code, err::toString);
    assertEquals("", out.toString());
    said(err, words);
    assertFalse(err.toString().contains("\tat "), "no stack trace");
    assertTrue(err.toString().lines().count() <= 7, err::toString);
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("samples"))) {
      return all.filter(f -> f.toString().endsWith(".mcx")).sorted().toList();
    }
  }

  // --- analyze ---

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsAnalysedInText(Path sample) {
    assertEquals(0, run("analyze", sample.toString()), err::toString);
    assertEquals("", err.toString());
    said(out, "Findings", "Advertisements", "Separation", "Fallback", "BGP session");
  }

  @Test
  void theTextSaysWhatTheNetworkDoes() {
    assertEquals(0, run("analyze", BACKUP));
    said(
        out,
        "VPN as backup of ExpressRoute",
        "CE → ExpressRoute 1 Gbps primary  (er-primary)",
        "accepted 1 of at most 4000 IPv4",
        "10.1.11.0/25  65020    accepted",
        "VPN takes over",
        "without fallback: ");
  }

  @Test
  void theTextSaysWhatAFailureMeans() {
    assertEquals(0, run("analyze", BACKUP));
    said(
        out,
        "1000 Mbit/s, by Azure West Europe ExpressRoute 1 Gbps; ~",
        "BGP hold timer, 180 s",
        "Single points of failure",
        "VPN that takes over",
        "IKE version: yes. IKEv2, as set",
        "ER-BFD");
  }

  @Test
  void pairsOfFailuresAreTriedWhereAskedFor() {
    assertEquals(0, run("analyze", BACKUP, "--pairs"));
    said(out, "Pairs of failures", "Access link CE – Internet", "pairs of failures were tried.");
    said(err, "\r", " pairs of failures\n");
    out.getBuffer().setLength(0);
    assertEquals(0, run("analyze", BACKUP, "--pairs", "--json"));
    JsonNode json = JsonMapper.shared().readTree(out.toString()).path("pairsOfFailures");
    assertTrue(json.path("complete").booleanValue());
    assertTrue(json.path("lost").size() > 10, json.toString());
    out.getBuffer().setLength(0);
    assertEquals(0, run("analyze", BACKUP, "--json"));
    assertTrue(
        JsonMapper.shared().readTree(out.toString()).path("pairsOfFailures").isMissingNode());
  }

  @Test
  void aFailureIsPlayedStepByStep() {
    assertEquals(0, run("analyze", BACKUP, "--steps", "er"), err::toString);
    said(
        out,
        "Steps if Azure West Europe ExpressRoute 1 Gbps fails",
        "order of events, not their timing",
        "1. detected: ",
        "VPN takes over: CE reaches 10.17.11.0/25",
        "When it is back:");
  }

  @Test
  void theJsonHoldsTheSameForScripts() {
    assertEquals(0, run("analyze", VRF_PER_CLOUD, "--json"));
    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertEquals(1, json.path("report").intValue());
    assertEquals("Layer-3 provider, a VRF for each cloud", json.path("design").stringValue());
    assertEquals("ASN-13", json.at("/findings/0/rule").stringValue());
    assertEquals("warning", json.at("/findings/0/severity").stringValue());
    JsonNode refused = null;
    for (JsonNode flow : json.path("advertisements")) {
      for (JsonNode route : flow.path("routes")) {
        if (route.path("outcome").stringValue().equals("refused-loop")
            && flow.at("/to/vrf").stringValue().equals("vrf-az")) {
          refused = route;
        }
      }
    }
    assertNotNull(refused);
    assertTrue(refused.path("reason").stringValue().contains("64900"), refused::toString);
    assertTrue(refused.path("asPath").isArray() && refused.path("asPath").size() == 3);
    assertEquals(4 * 3, json.at("/separation/paths").size());
    assertEquals(3, json.at("/separation/vrfs").size());
    assertTrue(json.at("/fallback/complete").booleanValue());
    assertEquals(
        Set.of(
            "report",
            "of",
            "design",
            "failed",
            "converged",
            "findings",
            "undecided",
            "accepted",
            "intents",
            "budgets",
            "advertisements",
            "separation",
            "fallback"),
        new TreeSet<>(json.propertyNames()));
  }

  @Test
  void failingTheCircuitLetsVpnTakeOver() {
    assertEquals(0, run("analyze", BACKUP, "--json", "--fail", "er"));
    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertEquals("[\"er\"]", json.path("failed").toString());
    boolean vpn = false;
    for (JsonNode path : json.at("/separation/paths")) {
      vpn |= path.path("kind").stringValue().equals("vpn");
      assertFalse(path.path("kind").stringValue().equals("none"), path::toString);
    }
    assertTrue(vpn);
  }

  @Test
  void severalFailuresAreGivenOneByOneOrWithCommas() {
    assertEquals(0, run("analyze", "--fail", "er", "--fail", "vpn", BACKUP));
    said(out, "Failed: ", "(er)", "(vpn)", "no path");
    String one = out.toString();
    out.getBuffer().setLength(0);
    assertEquals(0, run("analyze", BACKUP, "--fail", "er,vpn"));
    assertEquals(one, out.toString());
  }

  @Test
  void findingsDecideTheExitCodeWhereAsked() {
    assertEquals(0, run("analyze", VRF_PER_CLOUD));
    assertEquals(0, run("analyze", VRF_PER_CLOUD, "--fail-on", "error"));
    assertEquals(1, run("analyze", VRF_PER_CLOUD, "--fail-on", "warning"));
    assertEquals(1, run("analyze", VRF_PER_CLOUD, "--fail-on", "info"));
    assertEquals(0, run("analyze", "samples/layer-3-provider-one-vrf.mcx", "--fail-on", "error"));
  }

  // --- bad input ---

  @Test
  void anUnknownIdIsRefusedWithTheNearest() {
    refused(
        run("analyze", BACKUP, "--fail", "er-primry"), "“er-primry”", "Did you mean “er-primary”?");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    refused(run("analyze", "nowhere.mcx"), "There is no file “nowhere.mcx”");
    err.getBuffer().setLength(0);
    refused(run("nowhere.mcx"), "no file “nowhere.mcx”", "--help");
  }

  @Test
  void badOptionsAreRefusedInASentenceOrTwo() {
    refused(run("analyze"), "FILE", "Try “mcx analyze --help”.");
    err.getBuffer().setLength(0);
    refused(run("analyze", BACKUP, "--fail-on", "terrible"), "terrible", "ERROR, WARNING, INFO");
    err.getBuffer().setLength(0);
    refused(run("analyze", BACKUP, "--jsn"), "--jsn");
    err.getBuffer().setLength(0);
    refused(run("export", BACKUP), "--png");
    err.getBuffer().setLength(0);
    refused(run("export", BACKUP, "--png", "x.png", "--scale", "1000"), "scale is 1000");
  }

  @Test
  void filesThatAreNoDesignsAreRefused() throws IOException {
    Path file = folder.resolve("a.mcx");
    Files.writeString(file, Files.readString(Path.of(BACKUP)).substring(0, 500));
    refused(run("analyze", file.toString()), "a.mcx", "Line ", "ends in the middle");
    err.getBuffer().setLength(0);
    Files.write(file, new byte[] {1, 2, 3, 0, (byte) 0xff});
    refused(run("routes", file.toString()), "not an MCX file");
    err.getBuffer().setLength(0);
    Files.writeString(file, Files.readString(Path.of(BACKUP)).replace("\"1.0\"", "\"2.0\""));
    refused(run("export", file.toString(), "--png", folder + "/a.png"), "newer MCX");
    err.getBuffer().setLength(0);
    Files.writeString(
        file, Files.readString(Path.of(BACKUP)).replace("\"a\": \"ce\"", "\"a\": \"cf\""));
    refused(run("analyze", file.toString()), "names “cf”");
    err.getBuffer().setLength(0);
    try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
      big.setLength(200L << 20);
    }
    refused(run("analyze", file.toString()), "larger than 64 MB");
  }

  // --- routes ---

  @Test
  void routesShowEveryTableAndWhyRoutesLost() {
    assertEquals(0, run("routes", BACKUP));
    said(out, "(ce)", "10.17.11.0/25", "12076", "Next hop", "AS path");
  }

  @Test
  void routesOfOneVrfAreFoundByNameIdAndTable() {
    assertEquals(0, run("routes", VRF_PER_CLOUD, "--vrf", "VRF-AZ"));
    String byName = out.toString();
    said(out, "VRF-AZ  (pe1:vrf-az)", "10.20.0.0/16");
    assertFalse(byName.contains("(pe1:vrf-aws)"));
    out.getBuffer().setLength(0);
    assertEquals(0, run("routes", VRF_PER_CLOUD, "--vrf", "vrf-az"));
    assertEquals(byName, out.toString());
    out.getBuffer().setLength(0);
    assertEquals(0, run("routes", VRF_PER_CLOUD, "--json", "--vrf", "pe1:vrf-az"));
    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertEquals(1, json.path("tables").size());
    assertEquals("vrf-az", json.at("/tables/0/vrf").stringValue());
    assertEquals("10.10.0.0/16", json.at("/tables/0/prefixes/0/prefix").stringValue());
  }

  @Test
  void aVrfThatIsNotThereIsRefusedWithThoseThatAre() {
    refused(run("routes", VRF_PER_CLOUD, "--vrf", "VRF-X"), "no table “VRF-X”", "pe1:vrf-az");
  }

  @Test
  void routesWithAFailureLoseWhatItCarried() {
    assertEquals(0, run("routes", BACKUP, "--vrf", "ce", "--fail", "er,vpn"));
    assertFalse(out.toString().contains("10.17.11.0/25"), out::toString);
  }

  // --- export ---

  @Test
  void exportWritesALabIntoAFolderOfItsOwn() throws IOException {
    Path lab = folder.resolve("lab");
    assertEquals(
        0, run("export", BACKUP, "--lab", lab.toString(), "--lab-daemon", "mixed"), err::toString);
    assertTrue(Files.isExecutable(lab.resolve("lab.sh")));
    assertTrue(Files.exists(lab.resolve("README.txt")));
    refused(run("export", BACKUP, "--lab", lab.toString()), "not an empty folder");
  }

  @Test
  void exportOfALabTakesFailures() throws IOException {
    Path lab = folder.resolve("lab");
    assertEquals(0, run("export", BACKUP, "--lab", lab.toString(), "--fail", "er"), err::toString);
    assertTrue(Files.readString(lab.resolve("README.txt")).contains("er"));
  }

  @Test
  void exportWritesOneThingAtATime() {
    refused(run("export", BACKUP, "--png", "x.png", "--lab", "x"), "--png", "--lab");
    refused(run("export", BACKUP, "--png", "x.png", "--fail", "er"), "--fail goes with");
  }

  @Test
  void exportWritesThePicture() throws IOException {
    Path small = folder.resolve("small.png");
    Path large = folder.resolve("large.png");
    assertEquals(
        0, run("export", BACKUP, "--png", small.toString(), "--scale", "1"), err::toString);
    assertEquals(
        0,
        run("export", BACKUP, "--png", large.toString(), "--scale", "2", "--dark", "--transparent"),
        err::toString);
    BufferedImage one = ImageIO.read(small.toFile());
    BufferedImage two = ImageIO.read(large.toFile());
    assertTrue(Math.abs(two.getWidth() - 2 * one.getWidth()) <= 2, "twice the scale");
    assertEquals(255, one.getRGB(1, 1) >>> 24, "painted ground");
    assertEquals(0, two.getRGB(1, 1) >>> 24, "no ground");
  }

  @Test
  void aPictureThatCannotBeWrittenSaysWhy() {
    refused(run("export", BACKUP, "--png", folder + "/nowhere/x.png"), "nowhere");
  }

  // --- the command itself ---

  @Test
  void withADisplayTheWindowOpens() {
    assertEquals(0, run());
    assertEquals(0, run(""));
    assertEquals(0, run(BACKUP));
    assertEquals(java.util.Arrays.asList(null, null, Path.of(BACKUP)), windows);
    assertEquals("", out.toString());
  }

  @Test
  void helpAndVersionArePrinted() {
    assertEquals(0, run("--help"));
    said(out, "analyze", "routes", "export", "Exit codes");
    assertEquals(0, run("analyze", "--help"));
    said(out, "--fail-on", "--json");
    assertEquals(0, run("--version"));
    said(out, "mcx ", "Java 25");
  }

  @Test
  void whatTheUsersCatalogHoldsWrongIsTold() throws IOException {
    Path catalog = Files.createDirectories(config.resolve("catalog"));
    Files.writeString(catalog.resolve("mine.mcx-catalog.json"), "{ this is wrong");
    Path design = Files.copy(Path.of(BACKUP), folder.resolve("b.mcx"));
    Files.writeString(folder.resolve("beside.mcx-catalog.json"), "[]");
    assertEquals(0, run("analyze", design.toString()));
    said(err, "mine.mcx-catalog.json", "beside.mcx-catalog.json");
  }

  @Test
  void aDesignOfALaterVersionIsAnalysedWithANote() throws IOException {
    String later =
        Files.readString(Path.of(BACKUP))
            .replace("\"elements\": {", "\"elements\": {\n\"aaa\": {\"kind\": \"wormhole\"},");
    Path design = Files.writeString(folder.resolve("b.mcx"), later);
    assertEquals(0, run("analyze", design.toString()));
    said(err, "1 element or link is of a kind that this version does not know");
  }

  @Test
  void settingsAreWhereEachSystemHasThem() {
    assertEquals(
        Path.of("/home/me/.config/mcx"),
        Surroundings.configFolder("Linux", java.util.Map.of(), "/home/me"));
    assertEquals(
        Path.of("/cfg/mcx"),
        Surroundings.configFolder(
            "Linux", java.util.Map.of("XDG_CONFIG_HOME", "/cfg"), "/home/me"));
    assertEquals(
        Path.of("/Users/me/Library/Application Support/mcx"),
        Surroundings.configFolder("Mac OS X", java.util.Map.of(), "/Users/me"));
    assertEquals(
        Path.of("/roaming", "mcx"),
        Surroundings.configFolder(
            "Windows 11", java.util.Map.of("APPDATA", "/roaming"), "/Users/me"));
  }

  // --- as a program of its own ---

  private record Ran(int code, String out, String err, String loaded) {}

  private Ran program(boolean inFolder, String... args) throws Exception {
    Path classes = folder.resolve("loaded.txt");
    Path printed = folder.resolve("out.txt");
    Path wrong = folder.resolve("err.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load=info:file=" + classes,
                "-Dmcx.home=" + Path.of("").toAbsolutePath(),
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                TestClassPath.value(),
                Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(printed.toFile()).redirectError(wrong.toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    builder.environment().put("XDG_CONFIG_HOME", config.toString());
    if (inFolder) {
      builder.directory(folder.toFile());
    }
    Process process = builder.start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    return new Ran(
        process.exitValue(),
        Files.readString(printed),
        Files.readString(wrong),
        Files.readString(classes));
  }

  @Test
  void commandsStartNoJavaFx() throws Exception {
    Path picture = folder.resolve("x.png");
    for (List<String> args :
        List.of(
            List.of("analyze", BACKUP, "--json"),
            List.of("export", BACKUP, "--png", picture.toString()))) {
      Ran ran = program(false, args.toArray(String[]::new));
      assertEquals(0, ran.code(), ran.err());
      assertTrue(ran.loaded().contains("mcx.analysis.") || Files.exists(picture));
      assertFalse(ran.loaded().contains(" javafx."), "JavaFX was loaded");
      assertFalse(ran.loaded().contains("com.sun.javafx"), "JavaFX was loaded");
    }
  }

  @Test
  void withoutADisplayASampleIsAnalysedAndDrawn() throws Exception {
    Ran ran = program(true);
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("VPN as backup of ExpressRoute"), ran.out());
    assertTrue(ran.out().contains("Fallback"), ran.out());
    assertTrue(ran.out().contains("No display was found"), ran.out());
    Path picture = folder.resolve("vpn-backup-of-expressroute.png");
    assertTrue(Files.exists(picture));
    assertNotNull(ImageIO.read(picture.toFile()));
    assertFalse(ran.loaded().contains(" javafx."), "JavaFX was loaded");
  }

  @Test
  void withoutADisplayTheFileGivenIsAnalysedAndDrawn() throws Exception {
    Path design = Files.copy(Path.of(VRF_PER_CLOUD), folder.resolve("mine.mcx"));
    Ran ran = program(true, design.toString());
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("ASN-13"), ran.out());
    assertTrue(Files.exists(folder.resolve("mine.png")));
  }
}
