package mcx.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import org.jspecify.annotations.Nullable;

/** One tab of the analysis panel: it shows a result, and rows of it on the canvas. */
abstract class AnalysisPane extends VBox {

  private final Consumer<Spotlight> canvas;
  private @Nullable Analysis shown;

  AnalysisPane(Consumer<Spotlight> canvas) {
    this.canvas = canvas;
    getStyleClass().add("analysis-pane");
  }

  /** Shows a result in the place of the one before; what was chosen stays chosen where it can. */
  final void show(Analysis analysis) {
    shown = analysis;
    refresh(analysis);
  }

  /** The result on show; null before the first. */
  final @Nullable Analysis shown() {
    return shown;
  }

  /** Whether this tab is the one that people see. */
  final boolean inFront() {
    for (Node at = this; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  final void spotlight(Spotlight spotlight) {
    canvas.accept(spotlight);
  }

  /** Puts the result on the screen. */
  abstract void refresh(Analysis analysis);

  /** Shows on the canvas what is chosen in this tab; called when the tab comes to the front. */
  abstract void reveal();
}
