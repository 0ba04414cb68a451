package mcx.view;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mcx.editor.field.Choice;

/** Offers values below a text field: all of them at the arrow down, those that fit while typing. */
final class Suggestions {

  private static final int MOST = 12;

  private Suggestions() {}

  static void install(TextField field, List<Choice> choices) {
    ContextMenu menu = new ContextMenu();
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.DOWN && !menu.isShowing()) {
            show(menu, field, choices);
            e.consume();
          }
        });
    field
        .textProperty()
        .subscribe(
            (before, now) -> {
              List<Choice> fitting = choices.stream().filter(c -> fits(c, now)).toList();
              boolean settled = choices.stream().anyMatch(c -> c.text().equals(now));
              if (field.isFocused() && !now.isEmpty() && !settled && !fitting.isEmpty()) {
                show(menu, field, fitting);
              } else {
                menu.hide();
              }
            });
    field.focusedProperty().subscribe(focused -> menu.hide());
  }

  private static boolean fits(Choice choice, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return choice.text().toLowerCase(Locale.ROOT).contains(wanted)
        || choice.label().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static void show(ContextMenu menu, TextField field, List<Choice> choices) {
    menu.getItems().clear();
    for (Choice c : choices.stream().limit(MOST).toList()) {
      MenuItem item = new MenuItem(c.label());
      item.setMnemonicParsing(false);
      item.setOnAction(
          e -> {
            field.setText(c.text());
            field.positionCaret(c.text().length());
          });
      menu.getItems().add(item);
    }
    if (!menu.isShowing()) {
      menu.show(field, Side.BOTTOM, 0, 2);
    }
  }
}
