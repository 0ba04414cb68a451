package mcx.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import mcx.design.Id;
import mcx.design.RandomDesigns;
import mcx.diagram.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a later version of the same major number wrote survives a save by this one. */
class UnknownPartsTest {

  private static final String LATER =
      """
      {
        "mcx": {"version": "1.4", "by": "later"},
        "design": {
          "name": "From the future",
          "elements": {
            "a-later": {"kind": "wormhole", "parent": "dc", "spin": [1, 0.50, {"x": null}]},
            "dc": {"kind": "datacenter", "floor": 3},
            "inside": {"kind": "router", "parent": "a-later", "asn": 65009},
            "r1": {"kind": "router", "parent": "dc", "asn": 65001},
            "r2": {
              "kind": "router",
              "staticRoutes": [{"prefix": "0.0.0.0/0", "via": "r1", "metric": 1.10}]
            }
          },
          "links": {
            "l1": {"kind": "private-link", "a": "r1", "b": "r2", "session": {"a": {"md5": true}}},
            "l2": {"kind": "private-link", "a": "r1", "b": "inside"},
            "l3": {"kind": "quantum-link", "a": "r2", "b": "a-later"}
          },
          "intents": {},
          "tags": {"r1": ["core"]}
        },
        "diagram": {
          "bounds": {"a-later": [1, 2, 3, 4], "dc": [0, 0, 10, 10], "gone": [9, 9, 9, 9]},
          "bends": {"l3": [[1, 1], [2, 2]]},
          "notes": {"n1": {"bounds": [0, 0, 5, 5], "text": "hi", "color": "red"}},
          "grid": 8
        },
        "review": {"by": ["me"]}
      }
      """;

  private static JsonNode tree(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Test
  void everythingComesBackWhereItStood() throws Exception {
    Document document = McxFiles.read(LATER, "later");
    String text = McxFiles.write(document);
    ObjectNode expected = (ObjectNode) tree(LATER);
    ((ObjectNode) expected.at("/diagram/bounds")).remove("gone");
    assertEquals(expected, tree(text), text);
    assertTrue(text.contains("0.50") && text.contains("1.10"), "digit for digit");
    assertEquals(document, McxFiles.read(text, "again"));
  }

  @Test
  void whatThisVersionKnowsCanBeUsed() throws Exception {
    Document document = McxFiles.read(LATER, "later");
    assertEquals(
        Set.of(Id.of("dc"), Id.of("r1"), Id.of("r2")), document.design().elements().keySet());
    assertEquals(Set.of(Id.of("l1")), document.design().links().keySet());
    assertEquals(Set.of(Id.of("dc")), document.diagram().bounds().keySet());
  }

  @Test
  void unknownElementsStandInOrderAmongTheOthers() throws Exception {
    JsonNode back = tree(McxFiles.write(McxFiles.read(LATER, "later")));
    assertEquals(
        List.of("a-later", "dc", "inside", "r1", "r2"),
        List.copyOf(back.at("/design/elements").propertyNames()));
  }

  @Test
  void unknownFieldsOfWhatIsRemovedGoWithIt() throws Exception {
    Document document = McxFiles.read(LATER, "later");
    Document without = document.withDesign(document.design().without(List.of(Id.of("r1"))));
    JsonNode back = tree(McxFiles.write(without));
    assertTrue(back.at("/design/links/l1").isMissingNode());
    assertTrue(back.at("/design/links/l2").isMissingNode(), "its end is gone");
    assertFalse(back.at("/design/links/l3").isMissingNode());
    McxFiles.read(McxFiles.write(without), "still good");
    Document withoutDc = document.withDesign(document.design().without(List.of(Id.of("dc"))));
    JsonNode rest = tree(McxFiles.write(withoutDc));
    assertTrue(rest.at("/design/elements/a-later").isMissingNode(), "what held it is gone");
    assertTrue(rest.at("/design/elements/inside").isMissingNode());
    assertTrue(rest.at("/diagram/bounds/a-later").isMissingNode());
    assertTrue(rest.at("/diagram/bends/l3").isMissingNode());
  }

  @Test
  void unknownFieldsOfAnItemThatIsGoneGoWithIt() throws Exception {
    Document document = McxFiles.read(LATER, "later");
    var router = document.design().element(Id.of("r2"), mcx.design.Router.class);
    assertNotNull(router);
    Document changed =
        document.withDesign(
            document.design().with(mcx.design.Components.with(router, "staticRoutes", List.of())));
    assertFalse(McxFiles.write(changed).contains("metric"));
  }

  @Test
  void unknownFieldsOfAnItemMoveWithIt() throws Exception {
    Document document = McxFiles.read(LATER, "later");
    var router = document.design().element(Id.of("r2"), mcx.design.Router.class);
    assertNotNull(router);
    var first = new mcx.design.StaticRoute(mcx.inet.Prefix.of("10.0.0.0/8"), null, false);
    var moved = List.of(first, router.staticRoutes().getFirst());
    Document changed =
        document.withDesign(
            document.design().with(mcx.design.Components.with(router, "staticRoutes", moved)));
    String text = McxFiles.write(changed);
    assertTrue(
        text.contains("{\"prefix\": \"0.0.0.0/0\", \"via\": \"r1\", \"metric\": 1.10}"), text);
    assertTrue(text.contains("{\"prefix\": \"10.0.0.0/8\"},"), text);
  }

  @Test
  void anUnknownFieldMayStandInEveryObject() throws Exception {
    for (long seed = 0; seed < 30; seed++) {
      Document document = RandomDesigns.document(seed);
      JsonNode planted = tree(McxFiles.write(document));
      int count = plant(planted);
      Document read = McxFiles.read(planted.toString(), "seed " + seed);
      assertEquals(document.design(), read.design(), "seed " + seed);
      assertEquals(
          count,
          read.unknown().keySet().stream().filter(k -> k.endsWith("/x-new")).count(),
          "seed " + seed);
      assertEquals(planted, tree(McxFiles.write(read)), "seed " + seed);
      assertEquals(
          document, new Document(read.design(), read.diagram(), new TreeMap<>()), "seed " + seed);
    }
  }

  /** Puts a new field into every object that is no map by id; says how many. */
  private static int plant(JsonNode node) {
    int count = 0;
    for (JsonNode child : node) {
      count += plant(child);
    }
    boolean isMap =
        node.isObject()
            && node.properties().stream()
                .allMatch(e -> e.getValue().isContainer() && e.getKey().contains("-"));
    if (node instanceof ObjectNode object && !isMap) {
      object.putObject("x-new").put("why", "later");
      count++;
    }
    return count;
  }
}
