package mcx.editor;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All actions of the editor, in the order of the menus. */
public final class Actions {

  private final SortedMap<String, Action> byId = new TreeMap<>();
  private final List<Action> all = List.of();

  public Actions(
      EditingSession session,
      Failing failing,
      Clipboard clipboard,
      DisplayOptions options,
      EditorHost host) {}

  /** All of them, by group, in the order of the menus. */
  public List<Action> all() {
    return all;
  }

  /**
   * The action of this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Action get(String id) {
    Action action = byId.get(id);
    if (action == null) {
      throw new IllegalArgumentException("no action " + id);
    }
    return action;
  }

  /** The action of these keys, such as {@code Ctrl+Z}; null for none. */
  public @Nullable Action forShortcut(String keys) {
    return all.stream().filter(a -> a.shortcuts().contains(keys)).findFirst().orElse(null);
  }
}
