package mcx.format;

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
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mcx.design.AccessLink;
import mcx.design.Aggregate;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.CloudInterconnect;
import mcx.design.Intent;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Mute;
import mcx.design.RandomDesigns;
import mcx.design.RoutePolicy;
import mcx.design.StaticRoute;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.diagram.Diagram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema says what the reader and writer do. */
class SchemaTest {

  private static final String TEXT = text();
  private static final JsonNode TREE = JsonMapper.shared().readTree(TEXT);
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

  private static String text() {
    try (InputStream in = McxFiles.class.getResourceAsStream("/mcx/format/mcx.schema.json")) {
      assertNotNull(in);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  @Test
  void whatIsWrittenPasses() {
    for (long seed = 0; seed < 60; seed++) {
      String text = McxFiles.write(RandomDesigns.document(seed));
      assertEquals(List.of(), errors(text), "seed " + seed);
    }
  }

  @TestFactory
  Stream<DynamicTest> samplesPass() throws IOException {
    List<Path> samples;
    try (Stream<Path> all = Files.list(Path.of("samples"))) {
      samples = all.filter(f -> f.toString().endsWith(".mcx")).sorted().toList();
    }
    assertFalse(samples.isEmpty());
    return samples.stream()
        .map(
            f ->
                DynamicTest.dynamicTest(
                    f.getFileName().toString(),
                    () -> {
                      String text = Files.readString(f);
                      assertEquals(List.of(), errors(text));
                      assertEquals(
                          text, McxFiles.write(McxFiles.read(f)), "a sample is as MCX writes it");
                    }));
  }

  @Test
  void laterFieldsAndKindsPass() {
    assertEquals(
        List.of(),
        errors(
            """
            {"mcx": {"version": "1.9", "by": 1}, "new": [],
             "design": {"elements": {"x": {"kind": "wormhole", "spin": 1},
                                     "r": {"kind": "router", "hue": "red"}}}}
            """));
  }

  @Test
  void whatIsBrokenFails() {
    Map<String, String> broken = new LinkedHashMap<>();
    broken.put("newer", "{\"mcx\": {\"version\": \"2.0\"}}");
    broken.put("no version", "{\"mcx\": {}}");
    broken.put("number", element("\"kind\": \"router\", \"asn\": \"many\""));
    broken.put("range", element("\"kind\": \"router\", \"asn\": 99999999999"));
    broken.put("list", element("\"kind\": \"router\", \"networks\": \"10.0.0.0/8\""));
    broken.put("prefix", element("\"kind\": \"datacenter\", \"networks\": [\"10.0.0.0\"]"));
    broken.put("vendor", element("\"kind\": \"cloud\""));
    broken.put("kind", element("\"name\": \"nothing\""));
    broken.put(
        "id",
        "{\"mcx\":{\"version\":\"1.0\"},\"design\":{\"elements\":{\"a b\":{\"kind\":\"internet\"}}}}");
    broken.put("end", link("\"kind\": \"private-link\", \"a\": \"r\""));
    broken.put(
        "routing",
        link("\"kind\": \"private-link\", \"a\": \"r\", \"b\": \"r\", \"routing\": \"ospf\""));
    broken.put(
        "cost", link("\"kind\": \"private-link\", \"a\": \"r\", \"b\": \"r\", \"igpCost\": 0"));
    broken.put(
        "hold",
        link(
            "\"kind\": \"private-link\", \"a\": \"r\", \"b\": \"r\","
                + " \"session\": {\"a\": {\"holdSeconds\": 2}}"));
    broken.put(
        "bounds", "{\"mcx\":{\"version\":\"1.0\"},\"diagram\":{\"bounds\":{\"r\":[1,2,3]}}}");
    broken.forEach(
        (what, json) -> assertFalse(errors(json).isEmpty(), () -> what + " passes: " + json));
  }

  private static String element(String fields) {
    return "{\"mcx\":{\"version\":\"1.0\"},\"design\":{\"elements\":{\"r\":{" + fields + "}}}}";
  }

  private static String link(String fields) {
    return "{\"mcx\":{\"version\":\"1.0\"},\"design\":{\"links\":{\"l\":{" + fields + "}}}}";
  }

  @Test
  void everyKindIsDescribedFieldByField() {
    checkKinds("element", Kinds.ELEMENTS);
    checkKinds("link", Kinds.LINKS);
  }

  private static void checkKinds(String definition, Kinds<?> kinds) {
    Map<String, String> described = new LinkedHashMap<>();
    for (JsonNode branch : TREE.at("/$defs/" + definition + "/allOf")) {
      for (JsonNode kind : branch.at("/if/properties/kind/enum")) {
        described.put(
            kind.stringValue(), branch.at("/then/$ref").stringValue().replace("#/$defs/", ""));
      }
    }
    assertEquals(kinds.byName().keySet(), described.keySet());
    kinds
        .byName()
        .forEach(
            (name, kind) -> {
              Set<String> keys = new TreeSet<>(kind.form().keys());
              keys.remove("id");
              keys.add("kind");
              checkFields(described.get(name), keys, kind.form().type());
            });
  }

  private static void checkFields(String definition, Set<String> keys, Class<?> type) {
    JsonNode node = TREE.at("/$defs/" + definition);
    assertEquals(keys, new TreeSet<>(node.path("properties").propertyNames()), definition);
    Set<String> required = new TreeSet<>();
    for (RecordComponent c : type.getRecordComponents()) {
      if (Defaults.of(type, c) == Defaults.REQUIRED && keys.contains(Defaults.key(type, c))) {
        required.add(Defaults.key(type, c));
      }
    }
    Set<String> said = new TreeSet<>();
    node.path("required").forEach(r -> said.add(r.stringValue()));
    if (!type.equals(Intent.class)) {
      required.remove("kind");
    }
    assertEquals(required, said, definition);
  }

  private static final Map<String, Class<? extends Record>> PARTS =
      Map.ofEntries(
          Map.entry("staticRoute", StaticRoute.class),
          Map.entry("change", RoutePolicy.Change.class),
          Map.entry("term", RoutePolicy.Term.class),
          Map.entry("policy", RoutePolicy.class),
          Map.entry("bgpEnd", BgpEnd.class),
          Map.entry("session", BgpSettings.class),
          Map.entry("vlan", AccessLink.Vlan.class),
          Map.entry("interconnectPath", CloudInterconnect.Path.class),
          Map.entry("tunnel", VpnConnection.Tunnel.class),
          Map.entry("igpCost", Layer3Provider.IgpCost.class),
          Map.entry("crossConnect", Layer2Provider.CrossConnect.class),
          Map.entry("subnet", VirtualNetwork.Subnet.class),
          Map.entry("aggregate", Aggregate.class),
          Map.entry("note", Diagram.Note.class),
          Map.entry("intent", Intent.class),
          Map.entry("mute", Mute.class));

  @Test
  void everyPartIsDescribedFieldByField() {
    PARTS.forEach(
        (definition, type) -> {
          Set<String> keys = new TreeSet<>(Forms.record(type).keys());
          keys.remove("id");
          checkFields(definition, keys, type);
        });
  }

  /** The reader knows by name what may be missing; the records say it by annotation. */
  @Test
  void whatHasNoDefaultIsWhatMayBeNull() {
    Set<Class<?>> types = new java.util.LinkedHashSet<>(PARTS.values());
    Kinds.ELEMENTS.byName().values().forEach(k -> types.add(k.form().type()));
    Kinds.LINKS.byName().values().forEach(k -> types.add(k.form().type()));
    for (Class<?> type : types) {
      for (RecordComponent c : type.getRecordComponents()) {
        assertEquals(
            c.getAnnotatedType().isAnnotationPresent(Nullable.class),
            Defaults.of(type, c) == null,
            type.getSimpleName() + "." + c.getName());
      }
    }
    assertTrue(types.size() > 30);
  }

  @Test
  void allReferencesInTheSchemaLeadSomewhere() {
    for (JsonNode ref : TREE.findValues("$ref")) {
      String pointer = ref.stringValue().substring(1);
      assertFalse(TREE.at(pointer).isMissingNode(), pointer);
    }
  }
}
