package mcx.editor.field;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import mcx.design.Id;
import mcx.editor.Edit;
import org.jspecify.annotations.Nullable;

/**
 * One value of an element or link, as the inspector shows it.
 *
 * @param subject the element, link or note it belongs to
 * @param path its component, such as {@code asn} or {@code vlans[0].session.a.holdSeconds}
 * @param label what people see beside it
 * @param kind how it is edited
 * @param text the value as text; a switch holds {@code true} or {@code false}
 * @param placeholder what holds while it is empty, such as {@code 65515 (Azure’s default)}
 * @param unit such as {@code Mbit/s}; empty for none
 * @param help a sentence on what it does
 * @param choices what it offers; empty where anything may be typed. With kind {@code TEXT} or
 *     {@code NUMBER} they are suggestions
 * @param checker checks a text as it is typed
 * @param setter the edit that sets a checked value
 */
public record Field(
    Id subject,
    String path,
    String label,
    Kind kind,
    String text,
    String placeholder,
    String unit,
    String help,
    List<Choice> choices,
    Function<String, Check> checker,
    BiFunction<Field, @Nullable Object, Edit> setter) {

  /** How a field is edited. */
  public enum Kind {
    TEXT,
    NUMBER,
    ASN,
    ADDRESS,
    PREFIX,
    /** One value on each line. */
    LINES,
    /** One of {@link Field#choices}. */
    CHOICE,
    /** Any of {@link Field#choices}, by their texts joined with commas. */
    CHOICES,
    SWITCH,
    /** For showing only. */
    READ_ONLY
  }

  public Field {
    choices = List.copyOf(choices);
  }

  /** Checks a text as it is typed. */
  public Check check(String typed) {
    return checker.apply(typed);
  }

  /**
   * The edit that sets what was typed; edits of one field in a row merge to one step.
   *
   * @throws IllegalArgumentException if the text does not pass the check
   */
  public Edit edit(String typed) {
    Check check = check(typed);
    if (!check.ok()) {
      throw new IllegalArgumentException(check.problem());
    }
    return setter.apply(this, check.value()).merging("field:" + subject + ":" + path);
  }
}
