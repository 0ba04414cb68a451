package mcx.analysis.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mcx.design.Design;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The designs that rules are tried on. Each rule has a file {@code ID.json} that names a base, a
 * {@code .mcx} file, and cases: each a merge patch of the base's design, with the exact findings.
 *
 * <pre>
 * {"base": "expressroute",
 *  "cases": [
 *    {"what": "the customer speaks with Microsoft's own number",
 *     "patch": {"elements": {"ce": {"asn": 12076}}},
 *     "finds": ["error ASN-01 primary", "error ASN-01 secondary"],
 *     "fixes": ["Give CE AS 65001"]},
 *    {"what": "one below the reserved range", "patch": {"elements": {"ce": {"asn": 65514}}}, "finds": []}]}
 * </pre>
 *
 * <p>{@code finds} holds every finding of every rule, as severity, rule (or {@code -} for a plain
 * note) and subjects; {@code undecided} those of this rule that cannot be told, as rule and
 * subjects; {@code fixes} the titles of all fixes that this rule's findings offer.
 */
final class RuleCases {

  static final Path FOLDER = Path.of("src/test/resources/mcx/rules");
  private static final JsonMapper JSON = new JsonMapper();

  private RuleCases() {}

  /** The file of one rule. */
  record CaseFile(String rule, Path file, String base, List<Case> cases) {}

  /**
   * One case.
   *
   * @param finds each expected finding
   * @param undecided each expected finding of this rule that cannot be told
   * @param fixes the titles of all fixes that the rule offers
   */
  record Case(
      String rule,
      String base,
      String what,
      JsonNode patch,
      List<String> finds,
      List<String> undecided,
      List<String> fixes) {

    /** Whether the rule finds something, or says that it cannot tell. */
    boolean breaks() {
      return finds.stream().anyMatch(f -> f.split(" ")[1].equals(rule));
    }

    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  static SortedMap<String, CaseFile> all() {
    SortedMap<String, CaseFile> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        CaseFile read = read(file);
        all.put(read.rule(), read);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  private static CaseFile read(Path file) throws IOException {
    String rule = file.getFileName().toString().replace(".json", "");
    JsonNode tree = JSON.readTree(Files.readString(file));
    List<Case> cases = new ArrayList<>();
    for (JsonNode c : tree.required("cases")) {
      String base = c.has("base") ? c.get("base").stringValue() : tree.path("base").asString("");
      cases.add(
          new Case(
              rule,
              base,
              c.required("what").stringValue(),
              c.has("patch") ? c.get("patch") : JsonNodeFactory.instance.objectNode(),
              texts(c.required("finds")),
              texts(c.path("undecided")),
              texts(c.path("fixes"))));
    }
    return new CaseFile(rule, file, tree.path("base").asString(""), cases);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(t -> texts.add(t.stringValue()));
    return texts;
  }

  /** The design of a case, by way of the text of a {@code .mcx} file. */
  static Design design(Case c) {
    try {
      JsonNode base = JSON.readTree(Files.readString(FOLDER.resolve("base/" + c.base() + ".mcx")));
      JsonNode patch = JsonNodeFactory.instance.objectNode().set("design", c.patch());
      String text = JSON.writeValueAsString(MergePatch.apply(base, patch));
      return McxFiles.read(text, c.toString()).design();
    } catch (IOException | McxFormatException e) {
      throw new AssertionError(c + ": " + e.getMessage(), e);
    }
  }
}
