package mcx.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import mcx.editor.Fixing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Says over the canvas that it shows a preview, and how to keep it or get out of it. */
final class TrialBar extends HBox {

  private final Label text = Parts.label("", "strong");

  TrialBar(Fixing fixing) {
    super(10);
    setId("trial-bar");
    getStyleClass().add("floating-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    text.setMinWidth(0);
    getChildren()
        .addAll(
            Glyphs.of(Material2OutlinedAL.FLASH_ON, "glyph-info"),
            text,
            Parts.button(Texts.get("fix.apply"), fixing::apply, "accent"),
            Parts.button(Texts.get("fix.discard"), fixing::discard));
    fixing.trialProperty().subscribe(this::show);
  }

  private void show(Fixing.@Nullable Trial trial) {
    setVisible(trial != null);
    setManaged(trial != null);
    if (trial != null) {
      text.setText(Texts.get("fix.preview", trial.fix().title()));
    }
  }
}
