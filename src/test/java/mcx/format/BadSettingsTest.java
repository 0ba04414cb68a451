package mcx.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcx.design.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Settings, intents and accepted findings as somebody may write them into a file by hand. */
class BadSettingsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> HOLDERS =
      List.of(
          "elements/dc",
          "elements/ce",
          "elements/er",
          "elements/vpn-gw",
          "elements/hub",
          "elements/port-ce",
          "elements/internet",
          "links/vpn",
          "links/er-primary",
          "links/ce-metro",
          "links/hub-spoke");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "\"x\"",
          "\"\"",
          "-1",
          "0",
          "1.5",
          "99999999999999999999",
          "[]",
          "{}",
          "[1]",
          "[\"10.0.0.1/8\"]",
          "[\"10.0.0.0/8\", \"10.0.0.0/8\"]",
          "\"a\\nb\"");

  private static ObjectNode sample() throws Exception {
    return (ObjectNode)
        JSON.readTree(Files.readString(Path.of("samples/vpn-backup-of-expressroute.mcx")));
  }

  private static ObjectNode design(ObjectNode root) {
    return (ObjectNode) root.get("design");
  }

  private static McxFormatException refused(JsonNode root) {
    return assertThrows(
        McxFormatException.class, () -> McxFiles.read(JSON.writeValueAsString(root), "test.mcx"));
  }

  /** Each is taken and written again, or refused with its place; nothing is lost in silence. */
  @ParameterizedTest
  @FieldSource("HOLDERS")
  void whateverIsWrittenIsKeptOrRefusedWithItsPlace(String holder) throws Exception {
    for (Setting setting : Setting.values()) {
      for (String value : VALUES) {
        ObjectNode root = sample();
        JsonNode wrong = JSON.readTree(value);
        ObjectNode settings = ((ObjectNode) root.at("/design/" + holder)).putObject("settings");
        settings.set(setting.key(), wrong);
        String where = "/design/" + holder + "/settings";
        try {
          String again = McxFiles.write(McxFiles.read(JSON.writeValueAsString(root), "test.mcx"));
          JsonNode kept = JSON.readTree(again).at(where + "/" + setting.key());
          boolean nothing = wrong.isArray() && wrong.isEmpty();
          assertTrue(nothing || kept.equals(wrong), () -> where + " " + setting + " " + value);
        } catch (McxFormatException e) {
          Problem problem = e.problems().getFirst();
          assertTrue(problem.pointer().startsWith("/design/" + holder), problem::pointer);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "52.37, 4.90 | true",
        "-90.0,180 | true",
        "90.5, 4 | false",
        "99, 4 | false",
        "52, 181 | false",
        "52 4 | false"
      })
  void coordinatesLieOnTheEarth(String text, boolean good) throws Exception {
    ObjectNode root = sample();
    ((ObjectNode) root.at("/design/elements/dc")).putObject("settings").put("coordinates", text);
    if (good) {
      McxFiles.read(JSON.writeValueAsString(root), "test.mcx");
    } else {
      assertTrue(refused(root).getMessage().contains("“coordinates” takes a text such as"));
    }
  }

  @Test
  void aLongValueIsNotRepeatedWhole() throws Exception {
    ObjectNode root = sample();
    ((ObjectNode) root.at("/design/elements/dc"))
        .putObject("settings")
        .put("coordinates", "9".repeat(100_000));
    assertTrue(refused(root).getMessage().length() < 300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'x': {'kind': 'reach', 'from': 'dc', 'to': 'gone'}} | names “gone”",
        "{'x': {'kind': 'reach', 'from': 'vpn', 'to': 'hub'}} | names “vpn”",
        "{'x': {'kind': 'reach', 'from': 'dc', 'to': 'hub', 'survives': 3}} | it goes from 0 to 2",
        "{'x': {'kind': 'reach', 'from': 'dc', 'to': 'hub', 'survives': 9999999999}} | whole number",
        "{'x': {'kind': 'reach', 'from': 'dc', 'to': 'hub', 'latencyMillis': 0}} | from 1 to 10000",
        "{'x': {'kind': 'fly', 'from': 'dc', 'to': 'hub'}} | one of reach, isolate, prefer",
        "{'a/b': {'kind': 'reach', 'from': 'dc', 'to': 'hub'}} | has a slash"
      })
  void aBadIntentIsRefusedInWordsThatHelp(String intents, String words) throws Exception {
    ObjectNode root = sample();
    design(root).set("intents", JSON.readTree(intents.replace('\'', '"')));
    McxFormatException e = refused(root);
    assertEquals(1, e.problems().size(), e::getMessage);
    assertTrue(e.problems().getFirst().pointer().startsWith("/design/intents/"), e::getMessage);
    assertTrue(e.getMessage().contains(words), e::getMessage);
  }

  @Test
  void whatALaterVersionSaysOfAnIntentIsKept() throws Exception {
    ObjectNode root = sample();
    design(root)
        .set(
            "intents",
            JSON.readTree(
                "{\"x\": {\"kind\": \"reach\", \"from\": \"dc\", \"to\": \"hub\", \"wish\": 7}}"));
    String again = McxFiles.write(McxFiles.read(JSON.writeValueAsString(root), "test.mcx"));
    assertEquals(7, JSON.readTree(again).at("/design/intents/x/wish").intValue());
  }
}
