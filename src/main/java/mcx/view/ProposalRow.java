package mcx.view;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mcx.analysis.intent.IntentText;
import mcx.design.Design;
import mcx.design.Intent;

/** An intent that holds now and could be kept. */
final class ProposalRow extends HBox {

  private final Intent intent;

  ProposalRow(Design design, Intent intent, Consumer<ProposalRow> keep) {
    super(8);
    this.intent = intent;
    setAlignment(Pos.CENTER_LEFT);
    var sentence = Parts.paragraph(IntentText.print(design, intent), "remedy");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .addAll(sentence, Parts.button(Texts.get("intents.keep"), () -> keep.accept(this), "chip"));
  }

  Intent intent() {
    return intent;
  }
}
