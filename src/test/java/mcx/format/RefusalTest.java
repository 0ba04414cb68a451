package mcx.format;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import mcx.design.RandomDesigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is refused in words that help, quickly, and never half-read. */
class RefusalTest {

  private static final String GOOD =
      """
      {
        "mcx": {"version": "1.0"},
        "design": {
          "name": "Two routers",
          "elements": {
            "r1": {
              "kind": "router",
              "asn": 65001
            },
            "r2": {
              "kind": "router",
              "asn": 65002,
              "networks": ["10.2.0.0/16"]
            }
          },
          "links": {
            "l1": {
              "kind": "private-link",
              "a": "r1",
              "b": "r2"
            }
          }
        },
        "diagram": {
          "bounds": {
            "r1": [0, 0, 40, 40]
          }
        }
      }
      """;

  @TempDir Path folder;

  private static McxFormatException refused(String text) {
    return assertThrows(McxFormatException.class, () -> McxFiles.read(text, "test.mcx"));
  }

  private static McxFormatException refused(UnaryOperator<String> edit) {
    String edited = edit.apply(GOOD);
    assertFalse(edited.equals(GOOD), "the test changes nothing");
    return refused(edited);
  }

  private static Problem only(McxFormatException e) {
    assertEquals(1, e.problems().size(), e::getMessage);
    return e.problems().getFirst();
  }

  private static void check(
      McxFormatException e, Problem.Kind kind, int line, String pointer, String... words) {
    Problem p = only(e);
    assertEquals(kind, p.kind(), e::getMessage);
    assertEquals(line, p.line(), e::getMessage);
    assertEquals(pointer, p.pointer(), e::getMessage);
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), () -> word + " in: " + e.getMessage());
    }
    assertTrue(e.getMessage().startsWith("“test.mcx” cannot be read."), e::getMessage);
    assertFalse(e.getMessage().contains("tools.jackson"), e::getMessage);
  }

  @Test
  void theExampleItselfIsGood() throws Exception {
    assertEquals(2, McxFiles.read(GOOD, "test.mcx").design().elements().size());
  }

  @Test
  void prefixListsAreToldWhereTheyAreWrong() {
    String lists = "\"prefixLists\": {\"campus\": [\"10.0.0.0/8 le 24\"]},";
    UnaryOperator<String> naming =
        t ->
            t.replace(
                "\"b\": \"r2\"",
                "\"b\": \"r2\",\n\"session\": {\"a\": {\"exportPolicy\": {\"terms\":"
                    + " [{\"lists\": [\"campus\"]}]}}}");
    check(
        refused(naming),
        Problem.Kind.MEANING,
        21,
        "/design/links/l1/session/a/exportPolicy/terms/0/lists/0",
        "no prefix list “campus”",
        "prefixLists");
    String whole = naming.apply(GOOD).replace("\"elements\": {", lists + "\"elements\": {");
    assertDoesNotThrow(() -> McxFiles.read(whole, "test.mcx"));
    check(
        refused(whole.replace("\"10.0.0.0/8 le 24\"", "")),
        Problem.Kind.STRUCTURE,
        5,
        "/design/prefixLists/campus",
        "empty");
    check(
        refused(whole.replace("le 24", "le 4")),
        Problem.Kind.STRUCTURE,
        5,
        "/design/prefixLists/campus/0",
        "ge ≤ le");
  }

  // --- syntax ---

  @Test
  void truncatedFilesSaySo() {
    for (int length = 1; length < GOOD.length() - 2; length++) {
      String cut = GOOD.substring(0, length);
      McxFormatException e = refused(cut);
      assertEquals(Problem.Kind.SYNTAX, e.kind(), e::getMessage);
    }
    check(
        refused(GOOD.substring(0, 100)),
        Problem.Kind.SYNTAX,
        6,
        "",
        "ends in the middle",
        "backup");
  }

  @Test
  void aMissingCommaNamesTheLine() {
    McxFormatException e = refused(t -> t.replace("\"asn\": 65002,", "\"asn\": 65002"));
    check(e, Problem.Kind.SYNTAX, 13, "", "Line 13, column", "comma");
  }

  @Test
  void conflictMarksOfGitAreRecognised() {
    McxFormatException e = refused(t -> t.replace("  \"diagram\"", "<<<<<<< HEAD\n  \"diagram\""));
    check(e, Problem.Kind.SYNTAX, 24, "", "“<” cannot stand here", "conflict");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    McxFormatException e = refused(t -> t.replace("\"r2\": {", "\"r1\": {"));
    check(e, Problem.Kind.SYNTAX, 10, "", "“r1” stands twice", "Remove one");
  }

  @Test
  void notANumberIsNoNumber() {
    check(
        refused(t -> t.replace("[0, 0, 40, 40]", "[NaN, 0, 40, 40]")),
        Problem.Kind.SYNTAX,
        26,
        "",
        "NaN");
  }

  @Test
  void nothingMayFollow() {
    check(refused(GOOD + "{}"), Problem.Kind.SYNTAX, 30, "", "after the end");
  }

  @Test
  void binaryFilesAreNoMcxFiles() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    byte[] utf16 = GOOD.getBytes(StandardCharsets.UTF_16);
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    for (byte[] content : List.of(png, utf16, noise, new byte[100])) {
      McxFormatException e =
          assertThrows(McxFormatException.class, () -> McxFiles.read(content, "test.mcx"));
      check(e, Problem.Kind.SYNTAX, 0, "", "not an MCX file");
    }
  }

  @Test
  void emptyFilesAndOtherJsonAreNoMcxFiles() {
    check(refused(""), Problem.Kind.SYNTAX, 0, "", "not an MCX file", "empty");
    for (String other : List.of("{}", "[]", "3", "null", "{\"mcx\": 1}", "{\"mcx\": {}}")) {
      check(refused(other), Problem.Kind.STRUCTURE, 0, "", "not an MCX file", "mcx.version");
    }
  }

  @Test
  void aByteOrderMarkDoesNoHarm() throws Exception {
    McxFiles.read("\uFEFF" + GOOD, "test.mcx");
  }

  // --- limits ---

  @Test
  void aHugeFileIsRefusedBeforeItIsRead() throws IOException {
    Path huge = folder.resolve("test.mcx");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(200L * 1024 * 1024);
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          McxFormatException e = assertThrows(McxFormatException.class, () -> McxFiles.read(huge));
          check(e, Problem.Kind.STRUCTURE, 0, "", "larger than 64 MB");
        });
  }

  @Test
  void endlessDevicesAreRefused() {
    Path zero = Path.of("/dev/zero");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(zero));
    McxFormatException e = assertThrows(McxFormatException.class, () -> McxFiles.read(zero));
    assertTrue(e.getMessage().contains("larger than 64 MB"), e::getMessage);
  }

  @Test
  void deepNestingIsRefused() {
    check(refused("[".repeat(100_000)), Problem.Kind.SYNTAX, 1, "", "deeper than 64 levels");
    check(
        refused(t -> t.replace("\"l1\": {", "\"x\": " + "{\"y\":".repeat(100_000))),
        Problem.Kind.SYNTAX,
        17,
        "",
        "deeper than 64 levels");
  }

  @Test
  void longNumbersKeysAndTextsAreRefused() {
    check(
        refused(t -> t.replace("65001", "6".repeat(100_000))),
        Problem.Kind.SYNTAX,
        8,
        "",
        "number has more than 40");
    check(
        refused(t -> t.replace("\"asn\": 65001", "\"" + "k".repeat(5000) + "\": 1")),
        Problem.Kind.SYNTAX,
        8,
        "",
        "key has more than 500");
    check(
        refused(t -> t.replace("Two routers", "n".repeat(200_000))),
        Problem.Kind.SYNTAX,
        4,
        "",
        "text has more than 100000");
    check(
        refused(t -> t.replace("Two routers", "n".repeat(201))),
        Problem.Kind.STRUCTURE,
        4,
        "/design/name",
        "at most 200 characters");
  }

  @Test
  void tooManyElementsAreRefused() {
    StringBuilder many =
        new StringBuilder("{\"mcx\":{\"version\":\"1.0\"},\"design\":{\"elements\":{");
    for (int i = 0; i <= Limits.ELEMENTS_AND_LINKS; i++) {
      many.append(i == 0 ? "" : ",").append("\"i").append(i).append("\":{\"kind\":\"internet\"}");
    }
    check(
        refused(many + "}}}"),
        Problem.Kind.STRUCTURE,
        1,
        "/design",
        "There are 200001 elements and links",
        "the most is 200000");
  }

  @Test
  void tooManyPrefixesAreRefused() {
    String million = "\"2001:db8::/64-2001:db8:f:423f::/64\"";
    check(
        refused(t -> t.replace("\"10.2.0.0/16\"", million + "," + million + "," + million)),
        Problem.Kind.STRUCTURE,
        3,
        "/design",
        "3000000 prefixes");
  }

  @Test
  void aLongChainOfElementsIsRefusedInTime() {
    StringBuilder chain =
        new StringBuilder("{\"mcx\":{\"version\":\"1.0\"},\"design\":{\"elements\":{");
    for (int i = 0; i < 50_000; i++) {
      chain.append(i == 0 ? "" : ",").append("\"i").append(i).append("\":{\"kind\":\"internet\"");
      chain.append(i == 0 ? "}" : ",\"parent\":\"i" + (i - 1) + "\"}");
    }
    McxFormatException e =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refused(chain + "}}}"));
    assertEquals(Problem.Kind.MEANING, e.kind());
    assertTrue(e.problems().size() <= Limits.PROBLEMS);
  }

  // --- version ---

  @Test
  void aNewerMajorVersionIsRefused() {
    check(
        refused(
            t ->
                t.replace("\"1.0\"", "\"2.0\"")
                    .replace("\"design\": {", "\"design\": [],\"d\": {")),
        Problem.Kind.STRUCTURE,
        0,
        "",
        "newer MCX",
        "format 2.0",
        "up to 1.x");
  }

  @Test
  void aVersionThatIsNoneIsRefused() {
    check(refused(t -> t.replace("\"1.0\"", "\"one\"")), Problem.Kind.STRUCTURE, 0, "", "“one”");
    check(refused(t -> t.replace("\"1.0\"", "\"0.9\"")), Problem.Kind.STRUCTURE, 0, "", "0.9");
  }

  @Test
  void aNewerMinorVersionIsReadAndKept() throws Exception {
    String text = McxFiles.write(McxFiles.read(GOOD.replace("\"1.0\"", "\"1.7\""), "test.mcx"));
    assertTrue(text.contains("{\"version\": \"1.7\"}"), text);
  }

  // --- structure ---

  @Test
  void wrongTypesNameThePlaceAndWhatWasExpected() {
    check(
        refused(t -> t.replace("65001", "\"many\"")),
        Problem.Kind.STRUCTURE,
        8,
        "/design/elements/r1/asn",
        "Line 8",
        "no AS number");
    check(
        refused(t -> t.replace("65001", "6.5")),
        Problem.Kind.STRUCTURE,
        8,
        "/design/elements/r1/asn",
        "an AS number, not 6.5");
    check(
        refused(t -> t.replace("65001", "99999999999")),
        Problem.Kind.STRUCTURE,
        8,
        "/design/elements/r1/asn",
        "4294967295");
    check(
        refused(t -> t.replace("[\"10.2.0.0/16\"]", "\"10.2.0.0/16\"")),
        Problem.Kind.STRUCTURE,
        13,
        "/design/elements/r2/networks",
        "a list");
    check(
        refused(t -> t.replace("10.2.0.0/16", "10.2.0.1/16")),
        Problem.Kind.STRUCTURE,
        13,
        "/design/elements/r2/networks/0",
        "The network is 10.2.0.0/16");
    check(
        refused(t -> t.replace("[0, 0, 40, 40]", "[0, 0, 40]")),
        Problem.Kind.STRUCTURE,
        26,
        "/diagram/bounds/r1",
        "[x, y, width, height]");
    check(
        refused(t -> t.replace("[0, 0, 40, 40]", "[1e400, 0, 40, 40]")),
        Problem.Kind.STRUCTURE,
        26,
        "/diagram/bounds/r1",
        "four numbers");
    check(
        refused(t -> t.replace("[0, 0, 40, 40]", "[0, 0, -40, 40]")),
        Problem.Kind.STRUCTURE,
        26,
        "/diagram/bounds/r1",
        "negative");
    check(
        refused(t -> t.replace("\"a\": \"r1\"", "\"a\": [\"r1\"]")),
        Problem.Kind.STRUCTURE,
        19,
        "/design/links/l1/a",
        "the id of an element, not a list");
    check(
        refused(t -> t.replace("\"b\": \"r2\"", "\"b\": \"r2\", \"routing\": \"ospf\"")),
        Problem.Kind.STRUCTURE,
        20,
        "/design/links/l1/routing",
        "one of bgp, static, none, not \"ospf\"");
    check(
        refused(t -> t.replace("\"links\": {", "\"links\": 3, \"x\": {")),
        Problem.Kind.STRUCTURE,
        16,
        "/design/links",
        "an object");
    check(
        refused(t -> t.replace("\"l1\": {", "\"l 1\": {")),
        Problem.Kind.STRUCTURE,
        17,
        "/design/links/l 1",
        "cannot be an id");
  }

  @Test
  void aMissingFieldIsNamed() {
    check(
        refused(t -> t.replace("\"a\": \"r1\",", "")),
        Problem.Kind.STRUCTURE,
        17,
        "/design/links/l1",
        "“a” is missing");
    check(
        refused(t -> t.replace("\"kind\": \"private-link\",", "")),
        Problem.Kind.STRUCTURE,
        17,
        "/design/links/l1",
        "“kind” is missing",
        "access-link");
  }

  @Test
  void allErrorsAreToldAtOnceInTheOrderOfTheFile() {
    McxFormatException e =
        refused(
            t ->
                t.replace("[0, 0, 40, 40]", "3")
                    .replace("\"a\": \"r1\"", "\"a\": 1")
                    .replace("65001", "true")
                    .replace("10.2.0.0/16", "ten"));
    assertEquals(
        List.of("/design/elements/r1/asn", "/design/elements/r2/networks/0", "/design/links/l1/a"),
        e.problems().stream().map(Problem::pointer).toList());
    assertTrue(e.getMessage().contains("for 3 reasons"), e::getMessage);
  }

  // --- meaning ---

  @Test
  void aReferenceToNothingIsNamed() {
    check(
        refused(t -> t.replace("\"b\": \"r2\"", "\"b\": \"r9\"")),
        Problem.Kind.MEANING,
        20,
        "/design/links/l1/b",
        "names “r9”",
        "no such element");
    check(
        refused(t -> t.replace("\"asn\": 65001", "\"parent\": \"l1\"")),
        Problem.Kind.MEANING,
        8,
        "/design/elements/r1/parent",
        "names “l1”");
  }

  @Test
  void anElementThatHoldsItselfIsNamed() {
    McxFormatException e =
        refused(
            t ->
                t.replace("\"asn\": 65001", "\"parent\": \"r2\"")
                    .replace("\"asn\": 65002", "\"parent\": \"r1\""));
    assertEquals(Problem.Kind.MEANING, e.kind());
    assertTrue(e.getMessage().contains("holds itself"), e::getMessage);
    assertTrue(e.problems().getFirst().line() > 0, e::getMessage);
  }

  @Test
  void anIdUsedForAnElementAndALinkIsNamed() {
    check(
        refused(t -> t.replace("\"l1\": {", "\"r1\": {")),
        Problem.Kind.MEANING,
        17,
        "/design/links/r1",
        "that of an element too");
  }

  @Test
  void aValueThatNoDesignMayHoldIsNamed() {
    check(
        refused(t -> t.replace("\"b\": \"r2\"", "\"b\": \"r2\", \"igpCost\": 70000")),
        Problem.Kind.MEANING,
        17,
        "/design/links/l1",
        "IGP cost of “l1” is 70000",
        "1 to 65535");
  }

  // --- anything ---

  @Test
  void damagedFilesAreReadOrRefusedButNeverBreakTheProgram() {
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(McxFiles.write(RandomDesigns.document(seed % 10)));
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.setCharAt(at, "{}[]\",:0a-".charAt(random.nextInt(10)));
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
        }
      }
      try {
        McxFiles.read(text.toString(), "test.mcx");
      } catch (McxFormatException e) {
        assertFalse(e.problems().isEmpty());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + "\n" + text, e);
      }
    }
  }
}
