package mcx.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mcx.analysis.intent.Counterexample;
import mcx.analysis.intent.IntentResult;
import mcx.analysis.intent.IntentText;
import mcx.design.Design;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** One intent: the sentence, whether it holds, and what breaks it. */
final class IntentCard extends VBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /** What people do with an intent. */
  interface Deeds {
    void choose(IntentResult result);

    void edit(IntentResult result);

    void remove(IntentResult result);

    /** Fails what breaks it. */
    void fail(IntentResult result);
  }

  private final IntentResult result;

  IntentCard(Design design, IntentResult result, Deeds deeds) {
    super(6);
    this.result = result;
    String style = style(result.state());
    getStyleClass().addAll("card", "finding", "finding-" + style);
    String sentence = IntentText.print(design, result.intent());
    getChildren()
        .addAll(
            FindingCard.line(
                Glyphs.of(glyph(result.state()), "glyph-" + style),
                Parts.paragraph(sentence, "finding-title")),
            Parts.paragraph(result.text(), "finding-text"));
    for (String missing : result.missing()) {
      getChildren().add(Parts.paragraph(Texts.get("intents.missing", missing), "remedy"));
    }
    HBox foot = new HBox(8, Parts.firm(result.state().label(), "rule-id"), Parts.spacer());
    foot.setAlignment(Pos.CENTER_LEFT);
    Counterexample shown = result.counterexample();
    if (shown != null && !shown.failed().isEmpty()) {
      foot.getChildren()
          .add(Parts.button(Texts.get("intents.fail"), () -> deeds.fail(result), "link-button"));
    }
    foot.getChildren()
        .addAll(
            Parts.button(Texts.get("intents.edit"), () -> deeds.edit(result), "link-button"),
            Parts.button(Texts.get("intents.remove"), () -> deeds.remove(result), "link-button"));
    getChildren().add(foot);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(sentence + ". " + result.state().label() + ". " + result.text());
    setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY) {
            deeds.choose(result);
          }
        });
    setOnKeyPressed(
        e -> {
          if (e.getTarget() == this
              && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
            deeds.choose(result);
            e.consume();
          } else if (e.getTarget() == this && e.getCode() == KeyCode.DELETE) {
            deeds.remove(result);
            e.consume();
          }
        });
  }

  IntentResult result() {
    return result;
  }

  void mark(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  private static String style(IntentResult.State state) {
    return switch (state) {
      case BROKEN -> "error";
      case UNKNOWN -> "undecided";
      case PENDING -> "info";
      case HOLDS -> "ok";
    };
  }

  private static Ikon glyph(IntentResult.State state) {
    return switch (state) {
      case BROKEN -> Material2OutlinedAL.ERROR_OUTLINE;
      case UNKNOWN -> Material2OutlinedAL.HELP_OUTLINE;
      case PENDING -> Material2OutlinedMZ.TIMER;
      case HOLDS -> Material2OutlinedAL.CHECK_CIRCLE;
    };
  }
}
