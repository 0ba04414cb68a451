package mcx.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mcx.editor.Edit;
import mcx.editor.field.Check;
import mcx.editor.field.Choice;
import mcx.editor.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * One value of the inspector. Checks as one types; what passes is applied at once, what does not
 * stays in the field with the reason below it, and never enters the document.
 */
final class FieldEditor extends VBox {

  private final Consumer<Edit> apply;
  private final Label message = Parts.paragraph("", "field-warning");
  private final Node control;
  private Field field;
  private boolean showing;
  private boolean bad;

  FieldEditor(Field field, Consumer<Edit> apply) {
    super(3);
    this.field = field;
    this.apply = apply;
    this.control = control(field);
    control.setAccessibleText(field.label());
    control.setId("field-" + field.path());
    if (!field.help().isEmpty()) {
      control.setAccessibleHelp(field.help());
      Parts.tip(control, field::help);
    }
    HBox line = new HBox(6, control);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(control, Priority.ALWAYS);
    if (!field.unit().isEmpty()) {
      Label unit = Parts.label(field.unit(), "muted", "small");
      unit.setMinWidth(USE_PREF_SIZE);
      line.getChildren().add(unit);
    }
    getChildren().addAll(line, message);
    show(field);
  }

  /**
   * Whether this editor can show the field in the place of the one it shows now, which may be of
   * another element: to make and style new controls takes longer than a frame.
   */
  boolean fits(Field other) {
    return field.path().equals(other.path())
        && field.kind() == other.kind()
        && field.label().equals(other.label())
        && field.help().equals(other.help())
        && field.unit().equals(other.unit())
        && field.choices().equals(other.choices());
  }

  /** Shows the field's value; what is just being typed is left alone, unless it is of another. */
  void show(Field changed) {
    boolean same = field.subject().equals(changed.subject());
    field = changed;
    if (same && control.isFocused() && control instanceof TextInputControl text) {
      Check typed = field.check(text.getText());
      if (!typed.ok() || sameValue(typed, field.check(field.text()))) {
        tell(typed);
        return;
      }
    }
    showing = true;
    switch (control) {
      case TextInputControl t -> {
        if (!t.getText().equals(field.text())) {
          t.setText(field.text());
        }
        if (!same && t instanceof TextArea area) {
          area.setPrefRowCount(rows(field));
        }
        t.setPromptText(field.placeholder());
      }
      case CheckBox c -> c.setSelected(Boolean.parseBoolean(field.text()));
      case ComboBox<?> c -> showChoice(c);
      case FlowPane f -> f.getChildren().forEach(this::showSwitch);
      case Label l -> l.setText(field.text().isEmpty() ? field.placeholder() : field.text());
      default -> throw new IllegalStateException("no control for " + field.kind());
    }
    showing = false;
    tell(field.check(field.text()));
  }

  private static boolean sameValue(Check a, Check b) {
    return java.util.Objects.equals(a.value(), b.value());
  }

  private void showSwitch(Node node) {
    if (node instanceof CheckBox box && box.getUserData() instanceof String text) {
      box.setSelected(List.of(field.text().split(",")).contains(text));
    }
  }

  @SuppressWarnings("unchecked")
  private void showChoice(ComboBox<?> box) {
    ComboBox<Choice> choices = (ComboBox<Choice>) box;
    choices.setPromptText(field.placeholder());
    choices.setValue(
        field.choices().stream()
            .filter(c -> c.text().equals(field.text()))
            .findFirst()
            .orElse(field.text().isEmpty() ? null : new Choice(field.text(), field.text())));
  }

  private void typed(String text) {
    if (showing) {
      return;
    }
    Check check = field.check(text);
    tell(check);
    if (check.ok() && !text.equals(field.text())) {
      apply.accept(field.edit(text));
    }
  }

  private void tell(Check check) {
    if (field.kind() == Field.Kind.READ_ONLY) {
      message.setVisible(false);
      message.setManaged(false);
      return;
    }
    String text = check.ok() ? check.warning() : check.problem();
    message.setText(text);
    message.setVisible(!text.isEmpty());
    message.setManaged(!text.isEmpty());
    if (check.ok() == bad) {
      bad = !check.ok();
      // What has the same classes again is styled anew all the same.
      message.getStyleClass().setAll("label", bad ? "field-problem" : "field-warning");
      if (bad) {
        control.getStyleClass().add("field-bad");
      } else {
        control.getStyleClass().remove("field-bad");
      }
    }
    control.pseudoClassStateChanged(PseudoClass.getPseudoClass("invalid"), !check.ok());
    control.setAccessibleHelp(text.isEmpty() ? field.help() : text);
  }

  private Node control(Field f) {
    return switch (f.kind()) {
      case TEXT, NUMBER, ASN, ADDRESS, PREFIX -> textField(f);
      case LINES -> lines(f);
      case CHOICE -> choice(f);
      case CHOICES -> choices(f);
      case SWITCH -> aSwitch(f);
      case READ_ONLY -> {
        Label label = Parts.paragraph(f.text(), "field-value");
        label.setFocusTraversable(true);
        yield label;
      }
    };
  }

  private Node textField(Field f) {
    TextField text = new TextField(f.text());
    text.setMinWidth(60);
    if (f.kind() != Field.Kind.TEXT) {
      text.getStyleClass().add("mono");
    }
    text.textProperty().subscribe((before, now) -> typed(now));
    if (!f.choices().isEmpty()) {
      Suggestions.install(text, f.choices());
    }
    return text;
  }

  private Node lines(Field f) {
    TextArea text = new TextArea(f.text());
    text.getStyleClass().add("mono");
    text.setPrefRowCount(rows(f));
    text.setPrefColumnCount(12);
    text.textProperty().subscribe((before, now) -> typed(now));
    return text;
  }

  private static int rows(Field f) {
    return (int) Math.clamp(f.text().lines().count() + 1, 2, 6);
  }

  private Node choice(Field f) {
    ComboBox<Choice> box = new ComboBox<>();
    box.getItems().setAll(f.choices());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Choice c) {
            return c == null ? "" : c.label();
          }

          @Override
          public Choice fromString(String text) {
            return new Choice(text, text);
          }
        });
    box.valueProperty()
        .subscribe(
            (before, now) -> {
              if (now != null) {
                typed(now.text());
              }
            });
    return box;
  }

  private Node choices(Field f) {
    FlowPane pane = new FlowPane(12, 6);
    for (Choice c : f.choices()) {
      CheckBox box = new CheckBox(c.label());
      box.setUserData(c.text());
      box.setOnAction(e -> typed(chosen(pane)));
      pane.getChildren().add(box);
    }
    return pane;
  }

  private static String chosen(FlowPane pane) {
    Set<String> on = new LinkedHashSet<>();
    pane.getChildren()
        .forEach(
            n -> {
              if (n instanceof CheckBox box && box.isSelected()) {
                on.add(String.valueOf(box.getUserData()));
              }
            });
    return String.join(",", on);
  }

  private Node aSwitch(Field f) {
    CheckBox box = new CheckBox();
    box.setOnAction(e -> typed(String.valueOf(box.isSelected())));
    return box;
  }
}
