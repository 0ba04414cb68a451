package mcx.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mcx.analysis.Finding;
import mcx.analysis.FixPreview;
import mcx.editor.Fixing;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What a fix would do, before it is done: what it solves, what it would newly cause. */
final class TrialBox extends VBox {

  /** So many findings are named in each group. */
  private static final int NAMED = 4;

  TrialBox(Fixing.Trial trial, Runnable apply, Runnable discard) {
    super(5);
    getStyleClass().add("trial");
    getChildren().add(Parts.paragraph(Texts.get("fix.preview", trial.fix().title()), "strong"));
    FixPreview outcome = trial.outcome();
    if (outcome == null) {
      getChildren().add(Parts.label(Texts.get("fix.working"), "muted"));
    } else {
      group(
          Texts.get("fix.solves", outcome.solved().size()),
          outcome.solved(),
          Material2OutlinedAL.CHECK_CIRCLE,
          "glyph-ok");
      group(
          Texts.get("fix.causes", outcome.caused().size()),
          outcome.caused(),
          outcome.caused().isEmpty()
              ? Material2OutlinedAL.CHECK_CIRCLE
              : Material2OutlinedMZ.WARNING,
          outcome.caused().isEmpty() ? "glyph-ok" : "glyph-warning");
      if (!outcome.remarks().isEmpty()) {
        group(
            Texts.get("fix.remarks", outcome.remarks().size()),
            outcome.remarks(),
            Material2OutlinedAL.INFO,
            "glyph-info");
      }
      getChildren().add(Parts.label(Texts.get("fix.leaves", outcome.left().size()), "muted"));
    }
    Button now = Parts.button(Texts.get("fix.apply"), apply, "accent", "apply-fix");
    now.setDefaultButton(false);
    Button not = Parts.button(Texts.get("fix.discard"), discard, "discard-fix");
    HBox buttons = new HBox(8, now, not);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(buttons);
  }

  private void group(String head, List<Finding> findings, Ikon ikon, String style) {
    getChildren().add(FindingCard.line(Glyphs.of(ikon, style), Parts.paragraph(head)));
    for (Finding f : findings.subList(0, Math.min(NAMED, findings.size()))) {
      getChildren().add(Parts.paragraph("· " + f.title(), "remedy", "trial-item"));
    }
    if (findings.size() > NAMED) {
      getChildren()
          .add(
              Parts.paragraph(
                  Texts.get("fix.more", findings.size() - NAMED), "remedy", "trial-item"));
    }
  }
}
