package mcx.export;

import java.util.Locale;
import mcx.analysis.Budget;
import mcx.network.Network;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prefix limits with what they count, as JSON. */
final class JsonBudgets {

  private final Network network;

  JsonBudgets(Network network) {
    this.network = network;
  }

  ArrayNode of(Iterable<Budget> budgets) {
    ArrayNode all = JsonParts.array();
    budgets.forEach(b -> all.add(of(b)));
    return all;
  }

  private ObjectNode of(Budget b) {
    ObjectNode node = JsonParts.object();
    node.put("id", b.id());
    node.put("label", b.label());
    node.put("rule", b.rule());
    node.put("over", Words.key(b.over()));
    node.put("direction", b.outgoing() ? "out" : "in");
    node.put("element", b.holder().value());
    node.put("link", b.link() == null ? null : b.link().value());
    node.put("session", b.session());
    JsonParts.table(node, "at", network, b.at());
    ArrayNode families = node.putArray("families");
    b.families().stream().sorted().forEach(f -> families.add(f.label().toLowerCase(Locale.ROOT)));
    node.put("count", b.count());
    node.put("max", b.max());
    node.put("headroom", b.headroom());
    node.put("share", Math.round(b.share() * 10_000) / 10_000.0);
    node.put("beyond", Words.key(b.limit().beyond()));
    node.put("consequence", b.consequence());
    node.put("tripped", b.tripped() == null ? null : Words.key(b.tripped().aftermath()));
    node.put("source", b.limit().source());
    node.put("adjustable", b.limit().basis().adjustable());
    node.put("confirmed", b.limit().basis().confirmed());
    ArrayNode origins = node.putArray("origins");
    b.origins().forEach((id, n) -> origins.addObject().put("element", id.value()).put("count", n));
    room(node, "sites", b.sites());
    room(node, "virtualNetworks", b.networks());
    return node;
  }

  private static void room(ObjectNode node, String key, Budget.@Nullable Room room) {
    if (room == null) {
      node.putNull(key);
    } else {
      node.putObject(key).put("size", room.size()).put("more", room.more());
    }
  }
}
