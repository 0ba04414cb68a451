package mcx.view;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.intent.Proposal;
import mcx.design.Intent;

/** An intent that holds now and could be kept. */
final class ProposalRow extends HBox {

  private final Intent intent;

  ProposalRow(Proposal proposal, Consumer<ProposalRow> keep) {
    super(8);
    this.intent = proposal.intent();
    setAlignment(Pos.CENTER_LEFT);
    VBox words =
        new VBox(
            1,
            Parts.paragraph(proposal.sentence(), "remedy"),
            Parts.paragraph(proposal.because(), "finding-text"));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .addAll(words, Parts.button(Texts.get("intents.keep"), () -> keep.accept(this), "chip"));
  }

  Intent intent() {
    return intent;
  }
}
