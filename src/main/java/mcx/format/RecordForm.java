package mcx.format;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mcx.design.Id;
import mcx.design.InvalidDesignException;
import mcx.inet.MalformedValueException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as a JSON object: a field for each component, in the record's order. A component that
 * holds its default is left out.
 */
final class RecordForm<T> implements Form<T> {

  /**
   * One field.
   *
   * @param key its name in the file
   * @param fallback what it holds where the file does not say; {@link Defaults#REQUIRED} for none
   */
  private record Field(
      String key, RecordComponent component, Form<Object> form, @Nullable Object fallback) {}

  private final Class<T> type;
  private final Constructor<T> constructor;
  private final List<Field> fields = new ArrayList<>();

  RecordForm(Class<T> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent c = components[i];
      types[i] = c.getType();
      fields.add(new Field(Defaults.key(type, c), c, Forms.of(type, c), Defaults.of(type, c)));
    }
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  Class<T> type() {
    return type;
  }

  /** The names of the fields in the file, in order. */
  List<String> keys() {
    return fields.stream().map(Field::key).toList();
  }

  @Override
  public ObjectNode write(T value) {
    return write(value, Map.of());
  }

  /** Writes all components but those that the surroundings already say. */
  ObjectNode write(T value, Map<String, ?> said) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (Field field : fields) {
      Object held = held(value, field.component());
      if (held != null
          && !said.containsKey(field.component().getName())
          && (Defaults.alwaysWritten(type, field.component())
              || !Objects.equals(held, field.fallback()))) {
        node.set(field.key(), field.form().write(held));
      }
    }
    return node;
  }

  private static @Nullable Object held(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable T read(JsonNode node, Place place) {
    return read(node, place, Map.of());
  }

  /**
   * Reads the object.
   *
   * @param said components that the surroundings already say
   */
  @Nullable T read(JsonNode node, Place place, Map<String, ?> said) {
    if (!(node instanceof ObjectNode written)) {
      place.expected("an object with " + type(keys()), node);
      return null;
    }
    int before = place.notes().problems.size();
    int unknownBefore = place.notes().unknown.size();
    ObjectNode object = Earlier.translated(type, written, place);
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    for (Field field : fields) {
      String component = field.component().getName();
      arguments.put(
          component,
          said.containsKey(component) ? said.get(component) : read(object, field, place));
    }
    unknown(object, place, said);
    if (place.isItem() && place.notes().unknown.size() > unknownBefore) {
      remember(object, place);
    }
    return place.notes().problems.size() > before ? null : construct(arguments, place);
  }

  private static String type(List<String> keys) {
    return keys.size() == 1 ? keys.getFirst() : keys.getFirst() + ", " + keys.get(1) + " and so on";
  }

  private @Nullable Object read(ObjectNode object, Field field, Place place) {
    JsonNode node = object.get(field.key());
    if (node == null || (node.isNull() && field.fallback() == null)) {
      if (field.fallback() == Defaults.REQUIRED) {
        place.structure(
            "The field “" + field.key() + "” is missing.", "Add it; nothing can stand for it.");
      }
      return field.fallback();
    }
    return field.form().read(node, place.child(field.key()));
  }

  private void unknown(ObjectNode object, Place place, Map<String, ?> said) {
    List<String> known = new ArrayList<>();
    for (Field field : fields) {
      if (!said.containsKey(field.component().getName())) {
        known.add(field.key());
      }
    }
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      String key = property.getKey();
      boolean ofSurroundings = !said.isEmpty() && key.equals(DocumentReader.KIND);
      if (!known.contains(key) && !ofSurroundings) {
        place.unknown(key, property.getValue());
      }
    }
  }

  /** Remembers by its first field which item of a list it is that holds something unknown. */
  private void remember(ObjectNode object, Place place) {
    String first = fields.getFirst().key();
    JsonNode value = object.get(first);
    ObjectNode mark = object.objectNode();
    if (value != null) {
      mark.set(first, value);
    }
    place.mark(mark);
  }

  private @Nullable T construct(Map<String, @Nullable Object> arguments, Place place) {
    try {
      return constructor.newInstance(arguments.values().toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidDesignException
          || e.getCause() instanceof MalformedValueException
          || e.getCause() instanceof IllegalArgumentException) {
        place.meaning(String.valueOf(e.getCause().getMessage()), "");
        return null;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the surroundings of an element, link or intent say: its id. */
  static Map<String, Object> said(Id id) {
    return Map.of("id", id);
  }
}
