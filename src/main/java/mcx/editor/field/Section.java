package mcx.editor.field;

import java.util.List;
import mcx.editor.Edit;

/**
 * Fields that belong together, under one heading.
 *
 * @param key stays the same from one document to the next, for keeping it open or folded
 * @param title the heading
 * @param fields in order
 * @param actions what can be done with the section as a whole, such as {@code Add VLAN}
 * @param expert whether it is folded until one opens it
 */
public record Section(
    String key, String title, List<Field> fields, List<Deed> actions, boolean expert) {

  public Section {
    fields = List.copyOf(fields);
    actions = List.copyOf(actions);
  }

  /** Something that can be done with a section. */
  public record Deed(String label, Edit edit) {}
}
