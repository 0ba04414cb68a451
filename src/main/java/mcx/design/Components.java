package mcx.design;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Copies of records with one component changed, by the component's name. It serves the generic
 * parts of the program (inspector fields, file form); a name that is no component is a programming
 * error.
 */
public final class Components {

  private Components() {}

  /**
   * A copy of the record with the named component replaced.
   *
   * @throws IllegalArgumentException whatever the record's constructor refuses the value with, or
   *     if there is no such component
   */
  @SuppressWarnings("unchecked")
  public static <T> T with(T original, String component, @Nullable Object value) {
    RecordComponent[] components = original.getClass().getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        if (components[i].getName().equals(component)) {
          arguments[i] = value;
          found = true;
        } else {
          arguments[i] = components[i].getAccessor().invoke(original);
        }
      }
      if (!found) {
        throw new IllegalArgumentException(
            original.getClass().getSimpleName() + " has no component “" + component + "”");
      }
      Constructor<?> constructor = original.getClass().getDeclaredConstructor(types);
      return (T) constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The value of the named component.
   *
   * @throws IllegalArgumentException if there is no such component
   */
  public static @Nullable Object get(Object record, String component) {
    try {
      for (RecordComponent c : record.getClass().getRecordComponents()) {
        if (c.getName().equals(component)) {
          return c.getAccessor().invoke(record);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalArgumentException(
        record.getClass().getSimpleName() + " has no component “" + component + "”");
  }
}
