package mcx.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcx.design.Components;
import org.jspecify.annotations.Nullable;

/**
 * The way from a record to a value inside it: components joined by dots, with an index where a
 * component is a list, such as {@code vlans[0].session.a.holdSeconds}.
 */
public record ComponentPath(List<Step> steps) {

  private static final Pattern STEP = Pattern.compile("([a-zA-Z0-9]+)(?:\\[([0-9]{1,6})])?");

  /** One step: a component, and the place in it where it is a list (-1 where it is not). */
  public record Step(String component, int index) {}

  public ComponentPath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static ComponentPath of(String text) {
    List<Step> steps = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      Matcher m = STEP.matcher(part);
      if (!m.matches()) {
        throw new IllegalArgumentException("“" + text + "” is no path of components");
      }
      String index = m.group(2);
      steps.add(new Step(m.group(1), index == null ? -1 : Integer.parseInt(index)));
    }
    return new ComponentPath(steps);
  }

  /** The value at the end of the path; null where it, or something on the way, is null. */
  public @Nullable Object get(Object record) {
    Object at = record;
    for (Step step : steps) {
      if (at == null) {
        return null;
      }
      at = Components.get(at, step.component());
      if (step.index() >= 0 && at instanceof List<?> list) {
        if (step.index() >= list.size()) {
          throw gone();
        }
        at = list.get(step.index());
      }
    }
    return at;
  }

  /**
   * A copy of the record with another value at the end of the path.
   *
   * @throws IllegalArgumentException if a record on the way refuses it, or a list has no such place
   */
  public <T> T set(T record, @Nullable Object value) {
    return set(record, 0, value);
  }

  private <T> T set(T record, int depth, @Nullable Object value) {
    Step step = steps.get(depth);
    boolean last = depth == steps.size() - 1;
    Object old = Components.get(record, step.component());
    if (step.index() < 0) {
      return Components.with(
          record, step.component(), last ? value : set(present(old), depth + 1, value));
    }
    List<Object> list = new ArrayList<>((List<?>) present(old));
    if (step.index() >= list.size()) {
      throw gone();
    }
    if (last) {
      if (value == null) {
        list.remove(step.index());
      } else {
        list.set(step.index(), value);
      }
    } else {
      list.set(step.index(), set(list.get(step.index()), depth + 1, value));
    }
    return Components.with(record, step.component(), list);
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw gone();
    }
    return value;
  }

  private static IllegalArgumentException gone() {
    return new IllegalArgumentException(Texts.get("refused.gone"));
  }
}
