package mcx.design;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies of records with one component changed, by the component's name. It serves the generic
 * parts of the program (inspector fields, file form); a name that is no component is a programming
 * error.
 */
public final class Components {

  /** What a record is made of, looked up once: the inspector asks for hundreds of values. */
  private record Shape(RecordComponent[] components, Constructor<?> constructor) {

    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      if (components == null) {
        throw new IllegalArgumentException(type.getSimpleName() + " is no record");
      }
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < types.length; i++) {
        types[i] = components[i].getType();
      }
      try {
        return new Shape(components, type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }

    /** The place of a component. */
    int place(String component) {
      for (int i = 0; i < components.length; i++) {
        if (components[i].getName().equals(component)) {
          return i;
        }
      }
      throw new IllegalArgumentException(
          constructor.getDeclaringClass().getSimpleName()
              + " has no component “"
              + component
              + "”");
    }

    @Nullable Object value(Object record, int place) {
      try {
        return components[place].getAccessor().invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Nullable Object[] values(Object record) {
      @Nullable Object[] values = new @Nullable Object[components.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(record, i);
      }
      return values;
    }

    Object copy(@Nullable Object[] values) {
      try {
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof IllegalArgumentException refused) {
          throw refused;
        }
        throw new IllegalStateException(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private Components() {}

  /**
   * A copy of the record with the named component replaced.
   *
   * @throws IllegalArgumentException whatever the record's constructor refuses the value with, or
   *     if there is no such component
   */
  @SuppressWarnings("unchecked")
  public static <T> T with(T original, String component, @Nullable Object value) {
    Shape shape = SHAPES.get(original.getClass());
    int changed = shape.place(component);
    @Nullable Object[] arguments = shape.values(original);
    arguments[changed] = value;
    return (T) shape.copy(arguments);
  }

  /**
   * A record of the same kind.
   *
   * @param values of all components, in their order
   * @throws IllegalArgumentException whatever the record's constructor refuses the values with
   */
  @SuppressWarnings("unchecked")
  public static <T> T copy(T original, List<@Nullable Object> values) {
    return (T) SHAPES.get(original.getClass()).copy(values.toArray());
  }

  /** The names of the components of a record, in order. */
  public static List<String> names(Object record) {
    return Arrays.stream(SHAPES.get(record.getClass()).components())
        .map(RecordComponent::getName)
        .toList();
  }

  /**
   * The value of the named component.
   *
   * @throws IllegalArgumentException if there is no such component
   */
  public static @Nullable Object get(Object record, String component) {
    Shape shape = SHAPES.get(record.getClass());
    return shape.value(record, shape.place(component));
  }

  /**
   * The type of the named component.
   *
   * @throws IllegalArgumentException if there is no such component
   */
  public static Class<?> type(Object record, String component) {
    Shape shape = SHAPES.get(record.getClass());
    return shape.components()[shape.place(component)].getType();
  }
}
