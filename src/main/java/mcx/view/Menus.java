package mcx.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import mcx.editor.Action;
import mcx.editor.Actions;
import org.jspecify.annotations.Nullable;

/** Menus made of the one list of actions. */
final class Menus {

  private final Actions actions;

  Menus(Actions actions) {
    this.actions = actions;
  }

  /** All actions, a submenu for each group. */
  ContextMenu main() {
    ContextMenu menu = new ContextMenu();
    for (Action.Group group : Action.Group.values()) {
      List<MenuItem> items = items(group);
      if (!items.isEmpty()) {
        Menu sub = new Menu(group.label());
        sub.getItems().setAll(items);
        menu.getItems().add(sub);
      }
    }
    return menu;
  }

  /** The items of one group. */
  List<MenuItem> items(Action.Group group) {
    List<MenuItem> items = new ArrayList<>();
    actions.all().stream().filter(a -> a.group() == group).forEach(a -> items.add(item(a)));
    return items;
  }

  /** The items of these actions, as far as they can be done now. */
  List<MenuItem> enabled(List<String> ids) {
    List<MenuItem> items = new ArrayList<>();
    for (Action a : actions.all()) {
      if (ids.contains(a.id()) && a.enabled().get()) {
        items.add(item(a));
      }
    }
    return items;
  }

  private static MenuItem item(Action action) {
    MenuItem item;
    if (action.toggled() == null) {
      item = new MenuItem();
      item.setOnAction(e -> action.run());
    } else {
      CheckMenuItem check = new CheckMenuItem();
      check.setSelected(action.toggled().get());
      check.setOnAction(e -> action.run());
      item = check;
    }
    item.setId("action-" + action.id());
    item.setMnemonicParsing(false);
    item.textProperty().bind(action.label());
    item.disableProperty().bind(Bindings.not(action.enabled()));
    item.setAccelerator(shown(action));
    return item;
  }

  /** The keys to show beside the item; the window itself listens for them. */
  private static @Nullable KeyCombination shown(Action action) {
    if (action.shortcuts().isEmpty()) {
      return null;
    }
    return Keys.combination(action.shortcuts().getFirst());
  }
}
