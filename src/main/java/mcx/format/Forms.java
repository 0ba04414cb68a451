package mcx.format;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcx.design.Id;
import mcx.design.InvalidDesignException;
import mcx.design.ListName;
import mcx.design.RoutePolicy;
import mcx.design.Settings;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.IpAddress;
import mcx.inet.MalformedValueException;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.inet.RouteTarget;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The forms of all types that stand in a file: values as engineers write them. */
final class Forms {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Pattern PREFIX_MATCH =
      Pattern.compile("(\\S+)(?:\\s+ge\\s+(\\d{1,3}))?(?:\\s+le\\s+(\\d{1,3}))?");

  /** Written {@code permit} or {@code deny} rather than true or false. */
  private static final Set<String> VERDICTS = Set.of("action", "otherwise");

  private static final Map<Type, Form<?>> BY_TYPE = new HashMap<>();

  static {
    BY_TYPE.put(String.class, text("a text", Function.identity(), Function.identity()));
    BY_TYPE.put(boolean.class, new Flag("true", "false"));
    BY_TYPE.put(Boolean.class, new Flag("true", "false"));
    BY_TYPE.put(int.class, new IntForm());
    BY_TYPE.put(Integer.class, new IntForm());
    BY_TYPE.put(Long.class, new LongForm());
    BY_TYPE.put(Id.class, new Reference());
    BY_TYPE.put(ListName.class, new NamedList());
    BY_TYPE.put(Asn.class, new AsnForm());
    BY_TYPE.put(
        IpAddress.class,
        text("an IP address such as 10.1.2.3", IpAddress::toString, IpAddress::of));
    BY_TYPE.put(Prefix.class, text("a prefix such as 10.1.0.0/16", Prefix::toString, Prefix::of));
    BY_TYPE.put(PrefixRange.class, new RangeForm());
    BY_TYPE.put(
        Community.class, text("a community such as 65010:100", Community::toString, Community::of));
    BY_TYPE.put(
        RouteTarget.class,
        text("a route target such as 64900:100", RouteTarget::toString, RouteTarget::of));
    BY_TYPE.put(
        RoutePolicy.PrefixMatch.class,
        text("a prefix such as 10.0.0.0/8 le 24", Forms::prefixMatch, Forms::prefixMatch));
    BY_TYPE.put(Settings.class, new SettingsForm());
    BY_TYPE.put(Rect.class, new RectForm());
    BY_TYPE.put(Point.class, new PointForm());
  }

  private Forms() {}

  /** The form of a record's component. */
  @SuppressWarnings("unchecked")
  static Form<Object> of(Class<?> type, RecordComponent component) {
    if (VERDICTS.contains(Defaults.key(type, component))) {
      return (Form<Object>) (Form<?>) new Flag("\"permit\"", "\"deny\"");
    }
    return (Form<Object>) of(component.getGenericType());
  }

  /** The form of values of a class. */
  @SuppressWarnings("unchecked")
  static <T> Form<T> of(Class<T> type) {
    return (Form<T>) of((Type) type);
  }

  /** The form of lists of such values. */
  @SuppressWarnings("unchecked")
  static <T> Form<List<T>> listOf(Class<T> type) {
    return (Form<List<T>>) (Form<?>) new ListForm((Form<Object>) of((Type) type));
  }

  @SuppressWarnings("unchecked")
  private static Form<?> of(Type type) {
    Form<?> known = BY_TYPE.get(type);
    if (known != null) {
      return known;
    }
    if (type instanceof ParameterizedType p) {
      Form<Object> item = (Form<Object>) of(p.getActualTypeArguments()[0]);
      return p.getRawType() == Set.class ? new SetForm(item) : new ListForm(item);
    }
    Class<?> c = (Class<?>) type;
    return c.isEnum() ? new EnumForm(c) : record(c.asSubclass(Record.class));
  }

  static <R extends Record> RecordForm<R> record(Class<R> type) {
    return new RecordForm<>(type);
  }

  /** A form for values that are written as one text. */
  private static <T> Form<T> text(
      String expected, Function<T, String> write, Function<String, T> read) {
    return new TextForm<>(expected, write, read);
  }

  private static String prefixMatch(RoutePolicy.PrefixMatch match) {
    return match.prefix()
        + (match.ge() == null ? "" : " ge " + match.ge())
        + (match.le() == null ? "" : " le " + match.le());
  }

  private static RoutePolicy.PrefixMatch prefixMatch(String text) {
    Matcher parts = PREFIX_MATCH.matcher(text.strip());
    if (!parts.matches()) {
      throw new MalformedValueException(
          "“" + text + "” is no match for prefixes. Write for example 10.0.0.0/8 ge 16 le 24.");
    }
    return new RoutePolicy.PrefixMatch(
        Prefix.of(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  /** A value as one text. */
  private record TextForm<T>(
      String expected, Function<T, String> writer, Function<String, T> reader) implements Form<T> {

    @Override
    public JsonNode write(T value) {
      return JSON.stringNode(writer.apply(value));
    }

    @Override
    public @Nullable T read(JsonNode node, Place place) {
      if (!node.isString()) {
        place.expected(expected, node);
        return null;
      }
      try {
        return reader.apply(node.stringValue());
      } catch (MalformedValueException | InvalidDesignException e) {
        place.structure(String.valueOf(e.getMessage()), "");
        return null;
      }
    }
  }

  /** A choice between two, each a JSON literal. */
  private record Flag(String yes, String no) implements Form<Boolean> {

    @Override
    public JsonNode write(Boolean value) {
      return yes.startsWith("\"")
          ? JSON.stringNode((value ? yes : no).replace("\"", ""))
          : JSON.booleanNode(value);
    }

    @Override
    public @Nullable Boolean read(JsonNode node, Place place) {
      String found = node.toString();
      if (found.equals(yes) || found.equals(no)) {
        return found.equals(yes);
      }
      place.expected(yes + " or " + no, node);
      return null;
    }
  }

  private static final class IntForm implements Form<Integer> {

    @Override
    public JsonNode write(Integer value) {
      return JSON.numberNode(value);
    }

    @Override
    public @Nullable Integer read(JsonNode node, Place place) {
      if (node.isIntegralNumber() && node.canConvertToInt()) {
        return node.intValue();
      }
      place.expected("a whole number", node);
      return null;
    }
  }

  private static final class LongForm implements Form<Long> {

    @Override
    public JsonNode write(Long value) {
      return JSON.numberNode(value);
    }

    @Override
    public @Nullable Long read(JsonNode node, Place place) {
      if (node.isIntegralNumber() && node.canConvertToLong()) {
        return node.longValue();
      }
      place.expected("a whole number", node);
      return null;
    }
  }

  /** The id of another element or link, which is remembered so that it can be looked up. */
  private static final class Reference implements Form<Id> {

    private final Form<Id> text = text("the id of an element", Id::toString, Id::new);

    @Override
    public JsonNode write(Id value) {
      return text.write(value);
    }

    @Override
    public @Nullable Id read(JsonNode node, Place place) {
      Id id = text.read(node, place);
      if (id != null) {
        place.notes().references.add(new Place.Reference(place.pointer(), id));
      }
      return id;
    }
  }

  /** The name of a prefix list, which is remembered so that it can be looked up. */
  private static final class NamedList implements Form<ListName> {

    private final Form<ListName> text =
        text("the name of a prefix list", ListName::toString, ListName::new);

    @Override
    public JsonNode write(ListName value) {
      return text.write(value);
    }

    @Override
    public @Nullable ListName read(JsonNode node, Place place) {
      ListName name = text.read(node, place);
      if (name != null) {
        place.notes().lists.add(new Place.Named(place.pointer(), name));
      }
      return name;
    }
  }

  /** A number; a text is read too, for the notation with a dot. */
  private static final class AsnForm implements Form<Asn> {

    @Override
    public JsonNode write(Asn value) {
      return JSON.numberNode(value.value());
    }

    @Override
    public @Nullable Asn read(JsonNode node, Place place) {
      try {
        if (node.isString()) {
          return Asn.of(node.stringValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
          return Asn.of(node.longValue());
        }
        place.expected("an AS number", node);
      } catch (MalformedValueException e) {
        place.structure(String.valueOf(e.getMessage()), "");
      }
      return null;
    }
  }

  private static final class RangeForm implements Form<PrefixRange> {

    private final Form<PrefixRange> text =
        text(
            "a prefix such as 10.1.0.0/16, or a range of them",
            PrefixRange::toString,
            PrefixRange::of);

    @Override
    public JsonNode write(PrefixRange value) {
      return text.write(value);
    }

    @Override
    public @Nullable PrefixRange read(JsonNode node, Place place) {
      PrefixRange range = text.read(node, place);
      if (range != null) {
        place.notes().prefixes += range.count();
      }
      return range;
    }
  }

  private record EnumForm(Class<?> type) implements Form<Enum<?>> {

    @Override
    public JsonNode write(Enum<?> value) {
      return JSON.stringNode(Kinds.text(value));
    }

    @Override
    public @Nullable Enum<?> read(JsonNode node, Place place) {
      StringJoiner all = new StringJoiner(", ");
      for (Object constant : type.getEnumConstants()) {
        String text = Kinds.text((Enum<?>) constant);
        if (node.isString() && text.equals(node.stringValue())) {
          return (Enum<?>) constant;
        }
        all.add(text);
      }
      place.expected("one of " + all, node);
      return null;
    }
  }

  private static <C extends Collection<Object>> @Nullable C readAll(
      JsonNode node, Place place, Form<Object> item, C into) {
    if (!node.isArray()) {
      place.expected("a list, between [ and ]", node);
      return null;
    }
    boolean good = true;
    for (int i = 0; i < node.size(); i++) {
      Object value = item.read(node.get(i), place.child(i));
      if (value == null) {
        good = false;
      } else {
        into.add(value);
      }
    }
    return good ? into : null;
  }

  private static JsonNode writeAll(Collection<Object> all, Form<Object> item) {
    ArrayNode array = JSON.arrayNode();
    all.forEach(v -> array.add(item.write(v)));
    return array;
  }

  private record ListForm(Form<Object> item) implements Form<List<Object>> {

    @Override
    public JsonNode write(List<Object> value) {
      return writeAll(value, item);
    }

    @Override
    public @Nullable List<Object> read(JsonNode node, Place place) {
      return readAll(node, place, item, new ArrayList<>());
    }
  }

  private record SetForm(Form<Object> item) implements Form<Set<Object>> {

    @Override
    public JsonNode write(Set<Object> value) {
      return writeAll(value, item);
    }

    @Override
    public @Nullable Set<Object> read(JsonNode node, Place place) {
      return readAll(node, place, item, new LinkedHashSet<>());
    }
  }

  /** Coordinates as a list of numbers; whole ones without a fraction. */
  private static JsonNode numbers(double... values) {
    ArrayNode array = JSON.arrayNode();
    for (double v : values) {
      if (v == Math.rint(v) && Math.abs(v) < 1e15) {
        array.add((long) v);
      } else {
        array.add(v);
      }
    }
    return array;
  }

  private static double @Nullable [] numbers(
      JsonNode node, Place place, int count, String expected) {
    if (node.isArray() && node.size() == count) {
      double[] values = new double[count];
      Arrays.setAll(values, i -> node.get(i).doubleValue(Double.NaN));
      if (Arrays.stream(values).allMatch(v -> Math.abs(v) <= Limits.COORDINATE)) {
        return values;
      }
    }
    place.expected(expected + ", none beyond ±" + (long) Limits.COORDINATE, node);
    return null;
  }

  private static final class RectForm implements Form<Rect> {

    @Override
    public JsonNode write(Rect value) {
      return numbers(value.x(), value.y(), value.width(), value.height());
    }

    @Override
    public @Nullable Rect read(JsonNode node, Place place) {
      double[] v = numbers(node, place, 4, "four numbers [x, y, width, height]");
      if (v == null) {
        return null;
      }
      if (v[2] < 0 || v[3] < 0) {
        place.structure("A width or height is negative.", "Write 0 or more.");
        return null;
      }
      return new Rect(v[0], v[1], v[2], v[3]);
    }
  }

  private static final class PointForm implements Form<Point> {

    @Override
    public JsonNode write(Point value) {
      return numbers(value.x(), value.y());
    }

    @Override
    public @Nullable Point read(JsonNode node, Place place) {
      double[] v = numbers(node, place, 2, "two numbers [x, y]");
      return v == null ? null : new Point(v[0], v[1]);
    }
  }
}
