package mcx.view;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A short message over the canvas that goes by itself. */
final class Toasts extends StackPane {

  private final Label text = Parts.label("");
  private final PauseTransition hiding = new PauseTransition();

  Toasts() {
    setId("toast");
    setPickOnBounds(false);
    text.setWrapText(true);
    text.setMaxWidth(460);
    HBox card = new HBox(Glyphs.of(Material2OutlinedAL.INFO), text);
    card.getStyleClass().add("banner");
    card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    card.setOnMouseClicked(e -> setVisible(false));
    getChildren().add(card);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setVisible(false);
    hiding.setOnFinished(e -> setVisible(false));
  }

  /** Shows a message, long enough to read it. */
  void tell(String message) {
    text.setText(message);
    setVisible(true);
    setAccessibleText(message);
    hiding.setDuration(Duration.millis(Math.clamp(1500 + message.length() * 60L, 3000, 10_000)));
    hiding.playFromStart();
  }

  /** What was told last. */
  String last() {
    return text.getText();
  }
}
