package mcx.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.editor.Edit;
import mcx.editor.EditingSession;
import mcx.editor.field.Field;
import mcx.editor.field.Fields;
import mcx.editor.field.Section;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The values of the selected element or link, to see and to change. */
final class InspectorPane extends BorderPane {

  private final EditingSession session;
  private final Label title = Parts.label("", "strong");
  private final Label kind = Parts.label("", "muted");
  private final VBox content = new VBox();
  private final Map<String, Boolean> opened = new HashMap<>();
  private List<Section> shown = List.of();
  private final List<FieldEditor> editors = new ArrayList<>();
  private @Nullable Id subject;

  InspectorPane(EditingSession session) {
    this.session = session;
    getStyleClass().add("inspector");
    setId("inspector");
    title.setMinWidth(0);
    kind.setMinWidth(0);
    HBox head =
        new HBox(
            8,
            title,
            kind,
            Parts.spacer(),
            Parts.iconButton(
                Material2OutlinedAL.CLOSE,
                Texts.get("inspector.close"),
                () -> session.select(List.of())));
    head.getStyleClass().add("inspector-head");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("pane-scroll");
    setTop(head);
    setCenter(scroll);
    setMinHeight(100);
    session.selectionProperty().subscribe(s -> refresh());
    session.documentProperty().subscribe(d -> refresh());
    session.catalogProperty().subscribe(c -> refresh());
  }

  /** How high it would be with all its values in view. */
  double wantedHeight() {
    applyCss();
    return getTop().prefHeight(getWidth()) + content.prefHeight(getWidth()) + 2;
  }

  private void refresh() {
    var ids = session.selection();
    Document document = session.document();
    if (ids.size() != 1) {
      subject = null;
      shown = List.of();
      editors.clear();
      title.setText(ids.isEmpty() ? "" : Texts.get("inspector.several", ids.size()));
      kind.setText("");
      content
          .getChildren()
          .setAll(Parts.paragraph(Texts.get("inspector.severalHint"), "muted", "inspector-hint"));
      return;
    }
    Id id = ids.first();
    var element = document.design().element(id);
    boolean note = document.diagram().notes().containsKey(id);
    title.setText(note ? Texts.get("inspector.note") : Names.of(document.design(), id));
    kind.setText(element == null ? "" : Names.kind(element));
    List<Section> sections = Fields.of(document, session.catalog(), id);
    if (id.equals(subject) && sameShape(sections)) {
      int i = 0;
      for (Section s : sections) {
        for (Field f : s.fields()) {
          editors.get(i++).show(f);
        }
      }
    } else {
      subject = id;
      build(sections);
    }
    shown = sections;
  }

  private boolean sameShape(List<Section> sections) {
    if (sections.size() != shown.size()) {
      return false;
    }
    int i = 0;
    for (int n = 0; n < sections.size(); n++) {
      Section s = sections.get(n);
      Section before = shown.get(n);
      boolean same =
          s.key().equals(before.key())
              && s.title().equals(before.title())
              && s.fields().size() == before.fields().size()
              && labels(s).equals(labels(before));
      if (!same) {
        return false;
      }
      for (Field f : s.fields()) {
        if (!editors.get(i++).fits(f)) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<String> labels(Section section) {
    return section.actions().stream().map(Section.Deed::label).toList();
  }

  private void build(List<Section> sections) {
    editors.clear();
    content.getChildren().clear();
    boolean first = true;
    for (Section s : sections) {
      Node body = body(s);
      if (first) {
        content.getChildren().add(body);
      } else {
        TitledPane pane = new TitledPane(s.title(), body);
        pane.setAnimated(false);
        pane.setExpanded(opened.getOrDefault(s.key(), !s.expert()));
        pane.expandedProperty().subscribe(open -> opened.put(s.key(), open));
        pane.getStyleClass().add("inspector-section");
        content.getChildren().add(pane);
      }
      first = false;
    }
  }

  private Node body(Section section) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("inspector-fields");
    ColumnConstraints names = new ColumnConstraints(92, 108, 130);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    int row = 0;
    for (Field f : section.fields()) {
      FieldEditor editor = new FieldEditor(f, this::apply);
      editors.add(editor);
      Label label = Parts.paragraph(f.label(), "field-label");
      GridPane.setValignment(label, javafx.geometry.VPos.TOP);
      label.setPadding(new javafx.geometry.Insets(6, 0, 0, 0));
      grid.addRow(row++, label, editor);
    }
    if (!section.actions().isEmpty()) {
      FlowPane deeds = new FlowPane(8, 6);
      deeds.setAlignment(Pos.CENTER_LEFT);
      for (int i = 0; i < section.actions().size(); i++) {
        String label = section.actions().get(i).label();
        deeds.getChildren().add(Parts.button(label, () -> act(section.key(), label), "chip"));
      }
      grid.add(deeds, 0, row, 2, 1);
    }
    return grid;
  }

  /** Does what a section offers, as it is offered now: the document may have changed since. */
  private void act(String key, String label) {
    shown.stream()
        .filter(s -> s.key().equals(key))
        .flatMap(s -> s.actions().stream())
        .filter(d -> d.label().equals(label))
        .findFirst()
        .ifPresent(d -> apply(d.edit()));
  }

  private void apply(Edit edit) {
    session.apply(Objects.requireNonNull(edit));
  }
}
