package mcx.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of a catalog file, read key by key. A value of the wrong form throws {@link Malformed},
 * which names the key, the reason and the way out; keys that nobody asked for are told by {@link
 * #unread()}.
 */
final class Entry {

  /** A value that cannot be read. */
  static final class Malformed extends Exception {
    @java.io.Serial private static final long serialVersionUID = 1;

    private final String key;
    private final String reason;
    private final String wayOut;

    Malformed(String key, String reason, String wayOut) {
      super(key + ": " + reason);
      this.key = key;
      this.reason = reason;
      this.wayOut = wayOut;
    }

    String key() {
      return key;
    }

    String reason() {
      return reason;
    }

    String wayOut() {
      return wayOut;
    }
  }

  /** Makes a value of an object. */
  interface Shape<T> {
    T of(Entry entry) throws Malformed;
  }

  private final JsonNode node;
  private final String path;
  private final Set<String> asked = new HashSet<>();
  private final List<Entry> inner = new ArrayList<>();

  private Entry(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  static Entry of(JsonNode node, String path) throws Malformed {
    if (!node.isObject()) {
      throw new Malformed(path, "an object is expected here", "Write it in braces: { … }.");
    }
    return new Entry(node, path);
  }

  String path() {
    return path;
  }

  /** The full names of the keys, here and within, that no one asked for. */
  List<String> unread() {
    List<String> names = new ArrayList<>();
    for (String name : new TreeSet<>(node.propertyNames())) {
      if (!asked.contains(name) && !name.startsWith("$")) {
        names.add(at(name));
      }
    }
    inner.forEach(e -> names.addAll(e.unread()));
    return names;
  }

  /** The keys that the object holds, in its own order. */
  Iterable<String> keys() {
    return node.propertyNames();
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + " › " + key;
  }

  private @Nullable JsonNode find(String key) {
    asked.add(key);
    JsonNode found = node.get(key);
    return found == null || found.isNull() ? null : found;
  }

  boolean has(String key) {
    return find(key) != null;
  }

  private JsonNode need(String key, String what) throws Malformed {
    JsonNode found = find(key);
    if (found == null) {
      throw new Malformed(at(key), "it is missing", "Add " + what + ".");
    }
    return found;
  }

  String text(String key) throws Malformed {
    return text(need(key, "a text"), at(key));
  }

  String text(String key, String otherwise) throws Malformed {
    return has(key) ? text(key) : otherwise;
  }

  @Nullable String textOrNull(String key) throws Malformed {
    return has(key) ? text(key) : null;
  }

  private static String text(JsonNode value, String at) throws Malformed {
    if (!value.isString()) {
      throw new Malformed(at, "a text is expected, not " + shown(value), "Put it in quotes.");
    }
    return value.stringValue();
  }

  boolean flag(String key, boolean otherwise) throws Malformed {
    JsonNode value = find(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw new Malformed(
          at(key), "true or false is expected, not " + shown(value), "Write true or false.");
    }
    return value.booleanValue();
  }

  long number(String key, long min, long max) throws Malformed {
    return number(need(key, "a whole number"), at(key), min, max);
  }

  int number(String key, int min, int max) throws Malformed {
    return (int) number(key, (long) min, max);
  }

  int number(String key, int min, int max, int otherwise) throws Malformed {
    return has(key) ? number(key, min, max) : otherwise;
  }

  @Nullable Integer numberOrNull(String key, int min, int max) throws Malformed {
    return has(key) ? number(key, min, max) : null;
  }

  private static long number(JsonNode value, String at, long min, long max) throws Malformed {
    String range = "Write a whole number from " + min + " to " + max + ".";
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new Malformed(at, "a whole number is expected, not " + shown(value), range);
    }
    long number = value.longValue();
    if (number < min || number > max) {
      throw new Malformed(at, number + " is out of range", range);
    }
    return number;
  }

  List<String> texts(String key) throws Malformed {
    return list(key, Entry::text);
  }

  List<Integer> numbers(String key, int min, int max) throws Malformed {
    return list(key, (value, at) -> (int) number(value, at, min, max));
  }

  <E extends Enum<E>> E choice(String key, Class<E> choices, Function<E, String> name)
      throws Malformed {
    return choice(need(key, "one of " + names(choices, name)), at(key), choices, name);
  }

  <E extends Enum<E>> Set<E> choices(String key, Class<E> choices, Function<E, String> name)
      throws Malformed {
    Set<E> found = EnumSet.noneOf(choices);
    found.addAll(choiceList(key, choices, name));
    return found;
  }

  <E extends Enum<E>> List<E> choiceList(String key, Class<E> choices, Function<E, String> name)
      throws Malformed {
    return list(key, (value, at) -> choice(value, at, choices, name));
  }

  private static <E extends Enum<E>> E choice(
      JsonNode value, String at, Class<E> choices, Function<E, String> name) throws Malformed {
    String text = text(value, at);
    for (E choice : choices.getEnumConstants()) {
      if (name.apply(choice).equals(text)) {
        return choice;
      }
    }
    throw new Malformed(
        at, "“" + text + "” is not known here", "Write one of " + names(choices, name) + ".");
  }

  private static <E extends Enum<E>> String names(Class<E> choices, Function<E, String> name) {
    return Stream.of(choices.getEnumConstants()).map(name).collect(Collectors.joining(", "));
  }

  /** A value that its own type reads from text, and refuses with an exception of its own. */
  static <T> T parsed(String text, String at, Function<String, T> reader) throws Malformed {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed(at, String.valueOf(e.getMessage()), "Mend or remove it.");
    }
  }

  <T> List<T> parsedList(String key, Function<String, T> reader) throws Malformed {
    return list(key, (value, at) -> parsed(text(value, at), at, reader));
  }

  Entry object(String key) throws Malformed {
    return child(need(key, "an object"), at(key));
  }

  @Nullable Entry objectOrNull(String key) throws Malformed {
    return has(key) ? object(key) : null;
  }

  <T> @Nullable T objectOrNull(String key, Shape<T> shape) throws Malformed {
    return has(key) ? shape.of(object(key)) : null;
  }

  <T> List<T> objects(String key, Shape<T> shape) throws Malformed {
    return list(key, (value, at) -> shape.of(child(value, at)));
  }

  /** The object's values under keys of an enumeration. */
  <E extends Enum<E>, T> Map<E, T> byChoice(
      String key, Class<E> choices, Function<E, String> name, Shape<T> shape) throws Malformed {
    Map<E, T> found = new java.util.EnumMap<>(choices);
    Entry map = objectOrNull(key);
    if (map != null) {
      for (E choice : choices.getEnumConstants()) {
        if (map.has(name.apply(choice))) {
          found.put(choice, shape.of(map.object(name.apply(choice))));
        }
      }
    }
    return found;
  }

  private Entry child(JsonNode value, String at) throws Malformed {
    Entry child = of(value, at);
    inner.add(child);
    return child;
  }

  private interface Item<T> {
    T of(JsonNode value, String at) throws Malformed;
  }

  private <T> List<T> list(String key, Item<T> item) throws Malformed {
    JsonNode array = find(key);
    List<T> found = new ArrayList<>();
    if (array == null) {
      return found;
    }
    if (!array.isArray()) {
      throw new Malformed(
          at(key), "a list is expected, not " + shown(array), "Write it in brackets: [ … ].");
    }
    for (int i = 0; i < array.size(); i++) {
      found.add(item.of(array.get(i), at(key) + "[" + (i + 1) + "]"));
    }
    return found;
  }

  private static String shown(JsonNode value) {
    if (value.isObject() || value.isArray()) {
      return value.isObject() ? "an object" : "a list";
    }
    String text = value.isString() ? "“" + value.stringValue() + "”" : value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
