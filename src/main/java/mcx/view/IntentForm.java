package mcx.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.intent.IntentText;
import mcx.analysis.intent.IntentTextException;
import mcx.design.Design;
import mcx.design.Intent;
import org.jspecify.annotations.Nullable;

/** Where an intent is typed as a sentence, with what could come next offered below. */
final class IntentForm extends VBox {

  private static final int MOST = 6;

  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("selected");

  private final Supplier<Design> design;
  private final Consumer<Intent> keep;
  private final TextField field = new TextField();
  private final Label problem = Parts.paragraph("", "problem");
  private final VBox offers = new VBox();
  private List<IntentText.Suggestion> offered = List.of();
  private int picked = -1;
  private @Nullable Intent edited;

  IntentForm(Supplier<Design> design, Consumer<Intent> keep) {
    super(4);
    this.design = design;
    this.keep = keep;
    getStyleClass().add("pane-bar");
    field.setId("intent-field");
    field.setPromptText(Texts.get("intents.prompt"));
    HBox.setHgrow(field, Priority.ALWAYS);
    Button done = Parts.button(Texts.get("intents.keep"), this::done, "chip");
    done.disableProperty().bind(field.textProperty().map(String::isBlank));
    HBox line = new HBox(8, field, done);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, offers, problem);
    offers.setId("intent-offers");
    offers.getStyleClass().add("offers");
    showOffers(List.of());
    tell("");
    field.setOnAction(e -> done());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .textProperty()
        .subscribe(
            (before, now) -> {
              tell("");
              if (field.isFocused()) {
                // The caret moves after the text.
                Platform.runLater(() -> offer(false));
              }
            });
  }

  /** Puts an intent into the field, to be changed. */
  void edit(Intent intent) {
    edited = intent;
    field.setText(IntentText.print(design.get(), intent));
    field.requestFocus();
    field.positionCaret(field.getText().length());
  }

  private void key(KeyEvent e) {
    switch (e.getCode()) {
      case DOWN -> {
        if (offered.isEmpty()) {
          offer(true);
        } else {
          pick(Math.min(picked + 1, offered.size() - 1));
        }
        e.consume();
      }
      case UP -> {
        pick(Math.max(picked - 1, -1));
        e.consume();
      }
      case TAB -> {
        if (!offered.isEmpty() && !e.isShiftDown() && !field.getText().isBlank()) {
          put(offered.get(Math.max(picked, 0)));
          e.consume();
        }
      }
      case ESCAPE -> {
        if (!offered.isEmpty()) {
          showOffers(List.of());
          e.consume();
        } else if (!field.getText().isEmpty()) {
          clear();
          e.consume();
        }
      }
      default -> {}
    }
  }

  private void offer(boolean asked) {
    String text = field.getText();
    List<IntentText.Suggestion> all =
        text.isEmpty() && !asked
            ? List.of()
            : IntentText.complete(design.get(), text, field.getCaretPosition());
    showOffers(all.subList(0, Math.min(MOST, all.size())));
  }

  private void showOffers(List<IntentText.Suggestion> now) {
    offered = List.copyOf(now);
    picked = -1;
    offers.getChildren().clear();
    for (IntentText.Suggestion s : offered) {
      Label about = Parts.label(s.about(), "muted");
      about.setMinWidth(0);
      HBox row = new HBox(8, Parts.firm(s.text()), about);
      row.getStyleClass().add("offer");
      row.setOnMouseClicked(e -> put(s));
      offers.getChildren().add(row);
    }
    offers.setVisible(!offered.isEmpty());
    offers.setManaged(!offered.isEmpty());
  }

  private void pick(int index) {
    picked = Math.min(index, offered.size() - 1);
    for (int i = 0; i < offers.getChildren().size(); i++) {
      offers.getChildren().get(i).pseudoClassStateChanged(PICKED, i == picked);
    }
  }

  private void put(IntentText.Suggestion s) {
    int caret = field.getCaretPosition();
    String typed = field.getText();
    String with = typed.substring(0, s.from()) + s.text() + " ";
    field.setText(with + typed.substring(caret).stripLeading());
    field.requestFocus();
    field.positionCaret(with.length());
    offer(false);
  }

  private void done() {
    if (picked >= 0 && picked < offered.size()) {
      put(offered.get(picked));
      return;
    }
    showOffers(List.of());
    Intent before = edited;
    try {
      keep.accept(
          before == null
              ? IntentText.parse(design.get(), field.getText().strip())
              : IntentText.parse(
                  design.get(), before.id(), before.name(), field.getText().strip()));
      clear();
    } catch (IntentTextException e) {
      tell(String.valueOf(e.getMessage()));
    }
  }

  private void clear() {
    edited = null;
    field.clear();
    showOffers(List.of());
    tell("");
  }

  private void tell(String text) {
    problem.setText(text);
    problem.setVisible(!text.isEmpty());
    problem.setManaged(!text.isEmpty());
  }
}
