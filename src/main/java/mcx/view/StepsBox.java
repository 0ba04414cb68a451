package mcx.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.fallback.Steps;
import mcx.design.Id;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/**
 * Plays through what a failure sets off, one step after the other, lit up on the canvas; and then
 * what its recovery does. It is an order, not a timing.
 */
final class StepsBox extends VBox {

  /** Works out the steps of a failure, away from the window's thread. */
  interface Finder {
    void find(Analysis whole, Id failed, Consumer<Steps> then);
  }

  private final Finder finder;
  private final Consumer<Spotlight> canvas;
  private final Label kind = Parts.firm("", "step-kind");
  private final Label text = Parts.paragraph("");
  private final Label place = Parts.firm("", "muted");
  private final Button before;
  private final Button next;
  private @Nullable Steps steps;
  private int at;

  StepsBox(Finder finder, Consumer<Spotlight> canvas) {
    super(4);
    this.finder = finder;
    this.canvas = canvas;
    setId("steps");
    before =
        Parts.iconButton(
            Material2OutlinedAL.CHEVRON_LEFT, Texts.get("steps.before"), () -> go(at - 1));
    next =
        Parts.iconButton(
            Material2OutlinedAL.CHEVRON_RIGHT, Texts.get("steps.next"), () -> go(at + 1));
    next.setId("next-step");
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(8, before, next, kind, text, place);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, Parts.label(Texts.get("steps.label"), "muted", "small"));
    hide();
  }

  /** Finds the steps of a failure and shows the first. */
  void play(Analysis whole, Id failed) {
    finder.find(
        whole,
        failed,
        found -> {
          steps = found;
          setVisible(true);
          setManaged(true);
          go(0);
        });
  }

  boolean playing() {
    return steps != null;
  }

  void hide() {
    boolean shown = steps != null;
    steps = null;
    setVisible(false);
    setManaged(false);
    if (shown) {
      canvas.accept(Spotlight.NONE);
    }
  }

  private void go(int to) {
    Steps now = steps;
    if (now == null) {
      return;
    }
    int failing = now.failing().size();
    List<Steps.Step> recovering = now.recovering();
    int all = failing + recovering.size();
    if (all == 0) {
      kind.setText(Texts.get("steps.nothing"));
      text.setText(Texts.get("steps.nothingText"));
      place.setText("");
      before.setDisable(true);
      next.setDisable(true);
      return;
    }
    at = Math.max(0, Math.min(to, all - 1));
    Steps.Step step = at < failing ? now.failing().get(at) : recovering.get(at - failing);
    kind.setText(step.kind().label());
    text.setText(at < failing ? step.text() : Texts.get("steps.recovery", step.text()));
    place.setText(Texts.get("steps.place", at + 1, all));
    before.setDisable(at == 0);
    next.setDisable(at == all - 1);
    canvas.accept(on -> Overlay.ofEvidence(step.drawn()));
  }
}
