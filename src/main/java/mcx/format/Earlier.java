package mcx.format;

import mcx.design.BgpEnd;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What earlier files say in other words: it is read as today's files would say it. */
final class Earlier {

  /** Whether private numbers are removed; since then {@code privateAs} says how. */
  private static final String REMOVE_PRIVATE_AS = "removePrivateAs";

  private static final String PRIVATE_AS = "privateAs";

  private Earlier() {}

  /** The object with today's fields; the same where it has no other. */
  static ObjectNode translated(Class<?> type, ObjectNode object, Place place) {
    JsonNode removes = type == BgpEnd.class ? object.get(REMOVE_PRIVATE_AS) : null;
    if (removes == null) {
      return object;
    }
    ObjectNode today = object.objectNode();
    object.properties().forEach(p -> today.set(p.getKey(), p.getValue()));
    today.remove(REMOVE_PRIVATE_AS);
    if (!removes.isBoolean()) {
      place.child(REMOVE_PRIVATE_AS).expected("true or false", removes);
    } else if (removes.booleanValue() && !today.has(PRIVATE_AS)) {
      today.put(PRIVATE_AS, "remove-if-all");
    }
    return today;
  }
}
