package mcx.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Routed;
import org.jspecify.annotations.Nullable;

/** One tab of the analysis panel: it shows a result, and rows of it on the canvas. */
abstract class AnalysisPane extends VBox {

  private final Consumer<Spotlight> canvas;
  private @Nullable Analysis shown;
  private boolean front;
  private boolean behind;

  AnalysisPane(Consumer<Spotlight> canvas) {
    this.canvas = canvas;
    getStyleClass().add("analysis-pane");
  }

  /**
   * Shows a result in the place of the one before; what was chosen stays chosen where it can. While
   * another tab is in front nothing is put on the screen: it would cost time and nobody sees it.
   */
  final void show(Analysis analysis) {
    shown = analysis;
    note(analysis);
    behind = !front;
    if (front) {
      refresh(analysis);
    }
  }

  /** Shows routes of which it is not known yet what follows from them, if this tab is in front. */
  final void show(Routed routes) {
    if (front) {
      refresh(routes);
    }
  }

  /** Puts on the screen what routes alone tell; for most tabs that is nothing. */
  void refresh(Routed routes) {}

  /** Takes note of a result, whether it is put on the screen or not. */
  void note(Analysis analysis) {}

  /** Says whether this tab is the one in front; when it comes there, it shows what is newest. */
  final void front(boolean now) {
    front = now;
    Analysis newest = shown;
    if (now && behind && newest != null) {
      behind = false;
      refresh(newest);
    }
    if (now) {
      catchUp();
    }
  }

  final boolean isFront() {
    return front;
  }

  /** Shows what else came while another tab was in front. */
  void catchUp() {}

  /** The newest result; null before the first. */
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
