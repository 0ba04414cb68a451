package mcx.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts what an earlier reading kept without knowing it back to where it stood. What stood in
 * something that is gone by now goes with it, as do kept elements and links whose parent or end is
 * gone: they would make the file unreadable to the version that does know them.
 */
final class UnknownParts {

  private static final Set<String> MAPS =
      Set.of(
          "/design/elements",
          "/design/links",
          "/design/intents",
          "/diagram/bounds",
          "/diagram/bends");

  /**
   * Ends the pointer of an item of a list where not a field of it is kept, but what tells it from
   * the others, so that it is found again where the list was changed.
   */
  static final String MARK = "#";

  private static final Pattern MARKED = Pattern.compile("/\\d+" + MARK + "$");

  private static final List<String> THINGS =
      List.of("/design/elements", "/design/links", "/design/intents");

  /** The fields that all kinds of elements, links and intents use for what they belong to. */
  private static final List<String> HOLDERS = List.of("parent", "a", "b", "from", "to");

  private final ObjectNode file;

  /** By the pointer of an item of a list and {@link #MARK}, what tells it from the others. */
  private final Map<String, JsonNode> marks = new HashMap<>();

  UnknownParts(ObjectNode file) {
    this.file = file;
  }

  void putBack(SortedMap<String, String> unknown) {
    Map<String, JsonNode> rest = new LinkedHashMap<>();
    unknown.forEach(
        (pointer, json) ->
            (MARKED.matcher(pointer).find() ? marks : rest)
                .put(pointer, JsonParsing.trusted(json)));
    dropOrphans(rest);
    rest.forEach(this::putBack);
    sort();
  }

  private void putBack(String pointer, JsonNode value) {
    int slash = pointer.lastIndexOf('/');
    String key = unescaped(pointer.substring(slash + 1));
    ObjectNode holder = holder(pointer.substring(0, slash));
    if (holder == null) {
      return;
    }
    if (pointer.equals(DocumentWriter.VERSION_POINTER) || !holder.has(key)) {
      holder.set(key, value);
    }
  }

  /**
   * The object at the pointer; null where it is gone. A field that was left out because it holds
   * its default is not gone, and made again; an element, link or item of a list is.
   */
  private @Nullable ObjectNode holder(String pointer) {
    JsonNode at = file;
    String walked = "";
    List<String> keys =
        pointer.isEmpty() ? List.of() : List.of(pointer.substring(1).split("/", -1));
    for (int i = 0; i < keys.size(); i++) {
      String within = walked;
      walked += "/" + keys.get(i);
      if (at instanceof ArrayNode list) {
        at = item(list, keys.get(i), marks.get(walked + MARK));
      } else if (at instanceof ObjectNode object) {
        String key = unescaped(keys.get(i));
        JsonNode next = object.get(key);
        boolean leadsToItem = i + 1 < keys.size() && isIndex(keys.get(i + 1));
        boolean gone = MAPS.contains(within) || leadsToItem;
        at = next != null ? next : gone ? null : object.putObject(key);
      } else {
        at = null;
      }
      if (at == null) {
        return null;
      }
    }
    return at instanceof ObjectNode object ? object : null;
  }

  /** The item that was at this place, which may have moved; null where it is gone. */
  private static @Nullable JsonNode item(ArrayNode list, String index, @Nullable JsonNode mark) {
    if (mark == null || !isIndex(index)) {
      return null;
    }
    JsonNode there = list.get(Integer.parseInt(index));
    if (mark.isEmpty() || (there != null && bears(there, mark))) {
      return there;
    }
    for (JsonNode item : list) {
      if (bears(item, mark)) {
        return item;
      }
    }
    return null;
  }

  private static boolean bears(JsonNode item, JsonNode mark) {
    return mark.properties().stream().allMatch(m -> m.getValue().equals(item.get(m.getKey())));
  }

  private static boolean isIndex(String key) {
    return key.matches("\\d{1,9}");
  }

  private void dropOrphans(Map<String, JsonNode> rest) {
    boolean more = true;
    while (more) {
      Set<String> present = new HashSet<>(file.at("/design/elements").propertyNames());
      for (String pointer : rest.keySet()) {
        if (isEntry(pointer, "/design/elements")) {
          present.add(lastKey(pointer));
        }
      }
      more =
          rest.entrySet()
              .removeIf(
                  e ->
                      THINGS.stream().anyMatch(t -> isEntry(e.getKey(), t))
                          && HOLDERS.stream()
                              .map(h -> e.getValue().path(h))
                              .anyMatch(h -> h.isString() && !present.contains(h.stringValue())));
    }
    dropPlacesOfNothing(rest);
  }

  private void dropPlacesOfNothing(Map<String, JsonNode> rest) {
    Set<String> things = new HashSet<>();
    for (String map : List.of("/design/elements", "/design/links")) {
      things.addAll(file.at(map).propertyNames());
      rest.keySet().stream().filter(p -> isEntry(p, map)).forEach(p -> things.add(lastKey(p)));
    }
    rest.keySet()
        .removeIf(
            p ->
                (isEntry(p, "/diagram/bounds") || isEntry(p, "/diagram/bends"))
                    && !things.contains(lastKey(p)));
  }

  private static boolean isEntry(String pointer, String map) {
    return pointer.startsWith(map + "/") && pointer.indexOf('/', map.length() + 1) < 0;
  }

  private static String lastKey(String pointer) {
    return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  private static String unescaped(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }

  /** Kept entries stand among the others in the order of their ids. */
  private void sort() {
    for (String map : MAPS) {
      if (file.at(map) instanceof ObjectNode node) {
        SortedMap<String, JsonNode> sorted = new TreeMap<>();
        new ArrayList<>(node.properties()).forEach(e -> sorted.put(e.getKey(), e.getValue()));
        if (!Arrays.equals(sorted.keySet().toArray(), node.propertyNames().toArray())) {
          node.removeAll();
          node.setAll(sorted);
        }
      }
    }
  }
}
