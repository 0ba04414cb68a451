package mcx.design;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * What is set of an element, a link or a part of one beyond the components of its record. Holds
 * only what the architect decided.
 *
 * @param values each setting with its value, of the type that its {@link Setting.Kind} says; an
 *     empty list is as nothing set
 */
public record Settings(SortedMap<Setting, Object> values) {

  /** Nothing set. */
  public static final Settings NONE = new Settings(new TreeMap<>());

  /**
   * @throws InvalidDesignException if a value is not of its setting's kind
   */
  public Settings {
    SortedMap<Setting, Object> checked = new TreeMap<>();
    values.forEach(
        (setting, value) -> {
          Object good = setting.kind().checked(setting, value);
          if (!(good instanceof List<?> list && list.isEmpty())) {
            checked.put(setting, good);
          }
        });
    values = Collections.unmodifiableSortedMap(checked);
  }

  /** One thing set. */
  public static Settings of(Setting setting, Object value) {
    return new Settings(new TreeMap<>(Map.of(setting, value)));
  }

  /** These settings with one changed; taken out where the value is null. */
  public Settings with(Setting setting, @Nullable Object value) {
    SortedMap<Setting, Object> changed = new TreeMap<>(values);
    if (value == null) {
      changed.remove(setting);
    } else {
      changed.put(setting, value);
    }
    return new Settings(changed);
  }

  /** The value; null where it is not set. */
  public @Nullable Object get(Setting setting) {
    return values.get(setting);
  }

  /** Yes or no; null where it is not set. */
  public @Nullable Boolean flag(Setting setting) {
    return (Boolean) values.get(setting);
  }

  /** Whether it is set, and set to yes. */
  public boolean has(Setting setting) {
    return Boolean.TRUE.equals(values.get(setting));
  }

  /** A number; null where it is not set. */
  public @Nullable Integer number(Setting setting) {
    return (Integer) values.get(setting);
  }

  /** A text or a choice; null where it is not set. */
  public @Nullable String text(Setting setting) {
    return (String) values.get(setting);
  }

  /** A list of prefixes; empty where it is not set. */
  @SuppressWarnings("unchecked")
  public List<Prefix> prefixes(Setting setting) {
    Object value = values.get(setting);
    return value == null ? List.of() : (List<Prefix>) value;
  }
}
