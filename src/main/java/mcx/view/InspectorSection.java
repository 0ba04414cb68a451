package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import mcx.editor.Edit;
import mcx.editor.field.Field;
import mcx.editor.field.Section;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one section of the inspector, and what can be done with them. They are made when
 * they are first asked for: most things have more sections than anybody unfolds.
 */
final class InspectorSection {

  /** How wide the names are, so that the values of all sections stand below each other. */
  private static final double NAMES = 116;

  private final Consumer<Edit> apply;
  private final List<FieldEditor> editors = new ArrayList<>();
  private Section section;
  private @Nullable GridPane body;

  InspectorSection(Section section, Consumer<Edit> apply) {
    this.section = section;
    this.apply = apply;
  }

  /** Whether this section can show that one in the place of the one it shows now. */
  boolean fits(Section other) {
    boolean same = section.key().equals(other.key()) && labels(section).equals(labels(other));
    if (!same || body == null) {
      return same;
    }
    if (editors.size() != other.fields().size()) {
      return false;
    }
    for (int i = 0; i < editors.size(); i++) {
      if (!editors.get(i).fits(other.fields().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Shows a section that {@link #fits}. */
  void show(Section other) {
    section = other;
    for (int i = 0; i < editors.size(); i++) {
      editors.get(i).show(other.fields().get(i));
    }
  }

  /** The fields with their names, and the buttons. */
  GridPane body() {
    if (body == null) {
      body = build();
    }
    return body;
  }

  private GridPane build() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("inspector-fields");
    ColumnConstraints names = new ColumnConstraints(NAMES, NAMES, NAMES);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    int row = 0;
    for (Field f : section.fields()) {
      FieldEditor editor = new FieldEditor(f, apply);
      editors.add(editor);
      Label label = Parts.paragraph(f.label(), "field-label");
      GridPane.setValignment(label, VPos.TOP);
      label.setPadding(new Insets(6, 0, 0, 0));
      grid.addRow(row++, label, editor);
    }
    if (!section.actions().isEmpty()) {
      FlowPane deeds = new FlowPane(8, 6);
      deeds.setAlignment(Pos.CENTER_LEFT);
      for (String label : labels(section)) {
        deeds.getChildren().add(Parts.button(label, () -> act(label), "chip"));
      }
      grid.add(deeds, 0, row, 2, 1);
    }
    return grid;
  }

  /** Does what the section offers, as it is offered now: the document may have changed since. */
  private void act(String label) {
    section.actions().stream()
        .filter(d -> d.label().equals(label))
        .findFirst()
        .ifPresent(d -> apply.accept(d.edit()));
  }

  private static List<String> labels(Section section) {
    return section.actions().stream().map(Section.Deed::label).toList();
  }
}
