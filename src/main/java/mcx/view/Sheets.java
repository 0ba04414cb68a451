package mcx.view;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Cards over the window that ask or tell something; the rest waits until they are gone. */
final class Sheets extends StackPane {

  private record Sheet(Node card, Runnable cancel, @Nullable Node focusBefore) {}

  private final Deque<Sheet> open = new ArrayDeque<>();

  Sheets() {
    getStyleClass().add("veil");
    setId("sheets");
    setVisible(false);
    setOnMousePressed(
        e -> {
          if (e.getTarget() == this) {
            cancel();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            cancel();
            e.consume();
          }
        });
    // What is not typed into the card must not reach the window below.
    addEventHandler(KeyEvent.ANY, Event::consume);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::keepFocus);
              }
            });
  }

  private void keepFocus(@Nullable Node owner) {
    Sheet top = open.peek();
    if (top == null || owner == null) {
      return;
    }
    for (Node n = owner; n != null; n = n.getParent()) {
      if (n == this) {
        return;
      }
    }
    firstFocusable(top.card()).requestFocus();
  }

  /** Whether a card is open. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /**
   * Opens a card.
   *
   * @param position where in the window
   * @param cancel is called when people turn away: Escape, or a click beside the card
   */
  void show(Region card, Pos position, Runnable cancel) {
    Node before = getScene() == null ? null : getScene().getFocusOwner();
    open.push(new Sheet(card, cancel, before));
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(card, position);
    StackPane.setMargin(card, new Insets(position == Pos.TOP_CENTER ? 64 : 24, 24, 24, 24));
    getChildren().setAll(card);
    setVisible(true);
    firstFocusable(card).requestFocus();
  }

  private static Node firstFocusable(Node node) {
    Node found = search(node);
    return found == null ? node : found;
  }

  private static @Nullable Node search(Node node) {
    if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
      return node;
    }
    if (node instanceof javafx.scene.Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = search(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** Closes the card on top. */
  void close() {
    Sheet gone = open.poll();
    if (gone == null) {
      return;
    }
    Sheet below = open.peek();
    if (below == null) {
      getChildren().clear();
      setVisible(false);
    } else {
      getChildren().setAll(below.card());
    }
    if (gone.focusBefore() != null) {
      gone.focusBefore().requestFocus();
    }
  }

  private void cancel() {
    Sheet top = open.peek();
    if (top != null) {
      close();
      top.cancel().run();
    }
  }

  /** Tells something that must not be missed. */
  void tell(String title, String text) {
    Button ok = Parts.button(Texts.get("dialog.ok"), this::close, "accent");
    ok.setDefaultButton(true);
    show(card(title, text, ok), Pos.CENTER, () -> {});
  }

  /** A card with a title, a text, and buttons, the last being the one that goes on. */
  static VBox card(String title, String text, Node... buttons) {
    HBox row = new HBox(8, Parts.spacer());
    row.getChildren().addAll(buttons);
    VBox card =
        new VBox(
            12, Parts.paragraph(title, "sheet-title"), Parts.paragraph(text, "sheet-text"), row);
    card.getStyleClass().add("sheet-card");
    card.setPrefWidth(440);
    VBox.setMargin(row, new Insets(8, 0, 0, 0));
    return card;
  }
}
