package mcx.export;

import java.util.Collection;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.Names;
import mcx.analysis.SitePath;
import mcx.design.Id;
import mcx.inet.AsPath;
import mcx.network.Network;
import mcx.network.VrfId;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parts that several reports in JSON are made of. */
final class JsonParts {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonParts() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode texts(Collection<?> all) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    all.forEach(x -> node.add(x.toString()));
    return node;
  }

  static ArrayNode path(AsPath path) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    path.stream().forEach(node::add);
    return node;
  }

  static ObjectNode table(VrfId table, String label) {
    return object().put("node", table.node()).put("vrf", table.vrf()).put("label", label);
  }

  static ObjectNode table(Network network, VrfId table) {
    return table(table, Names.of(network, table));
  }

  /** A table under a key; null where there is none. */
  static void table(ObjectNode node, String key, Network network, @Nullable VrfId table) {
    if (table == null) {
      node.putNull(key);
    } else {
      node.set(key, table(network, table));
    }
  }

  static ObjectNode route(Route r) {
    ObjectNode node = object();
    node.put("learned", Words.key(r.learned()));
    node.put("via", r.via());
    node.put("nextHop", r.nextHop() == null ? null : r.nextHop().toString());
    node.put("discard", r.discard());
    node.set("asPath", path(r.asPath()));
    node.put("origin", Words.key(r.origin()));
    node.put("localPreference", r.localPreference());
    node.put("med", r.med());
    node.put("weight", r.weight());
    node.put("distance", r.distance());
    node.put("igpCost", r.igpCost());
    node.set("communities", texts(r.communities().stream().sorted().toList()));
    return node;
  }

  /** How traffic gets from one site to another. */
  static ObjectNode sitePath(SitePath p) {
    ObjectNode node = object();
    node.put("from", p.from().value());
    node.put("to", p.to().value());
    node.put("kind", Words.key(p.kind()));
    node.set("steps", texts(p.steps()));
    node.set("along", texts(p.drawn()));
    List<Id> all = p.allDrawn();
    node.set("alsoAlong", texts(all.subList(p.drawn().size(), all.size())));
    node.put("ways", p.ways());
    node.put("reason", p.reason());
    return node;
  }

  static ObjectNode finding(Finding f) {
    ObjectNode node = object();
    node.put("rule", f.rule());
    node.put("severity", Words.key(f.severity()));
    node.put("title", f.title());
    node.put("text", f.text());
    node.set("remedies", texts(f.remedies()));
    node.set("subjects", texts(f.subjects()));
    node.set("evidence", texts(f.evidence()));
    node.put("source", f.source());
    node.set("fixes", texts(f.fixes()));
    return node;
  }

  /** The text of a file; lines end the same on every system. */
  static String text(ObjectNode node) {
    return MAPPER.writeValueAsString(node).replace("\r\n", "\n") + "\n";
  }

  /** A path under a key; null where there is none. */
  static void path(ObjectNode node, String key, @Nullable SitePath path) {
    if (path == null) {
      node.putNull(key);
    } else {
      node.set(key, sitePath(path));
    }
  }
}
