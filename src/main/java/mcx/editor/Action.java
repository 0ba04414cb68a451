package mcx.editor;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import org.jspecify.annotations.Nullable;

/**
 * Something that people can have done: one entry of menus, toolbar, context menu, keys and command
 * palette.
 *
 * @param id unique, such as {@code undo}
 * @param label what people see; may change ({@code Undo Move 3 elements})
 * @param shortcuts its keys, the one to show first, such as {@code Ctrl+Z}; empty for none
 * @param group the menu it is in
 * @param enabled whether it can be done now
 * @param toggled for a switch, whether it is on; null for others
 * @param work what it does
 */
public record Action(
    String id,
    ObservableStringValue label,
    List<String> shortcuts,
    Group group,
    ObservableBooleanValue enabled,
    @Nullable BooleanProperty toggled,
    Runnable work) {

  /** The menus, in order. */
  public enum Group {
    FILE,
    EDIT,
    ARRANGE,
    VIEW,
    SIMULATE,
    HELP;

    /** The menu's title. */
    public String label() {
      return Texts.get("group." + name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  public Action {
    shortcuts = List.copyOf(shortcuts);
  }

  /** Does it, if it can be done now. */
  public void run() {
    if (enabled.get()) {
      work.run();
    }
  }
}
