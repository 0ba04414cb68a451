package mcx.view;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import mcx.design.Id;
import mcx.editor.Edit;
import mcx.editor.EditingSession;
import mcx.editor.Edits;
import mcx.editor.tool.CanvasTools;
import mcx.geometry.Rect;

/** A text field over the name of an element, link or note on the canvas. */
final class RenameField {

  private static final double MIN_WIDTH = 140;
  private static final double HEIGHT = 28;

  private final EditingSession session;
  private final CanvasView canvas;
  private final CanvasTools tools;
  private final Pane layer;

  /**
   * @param layer lies over the canvas, at the same place
   */
  RenameField(EditingSession session, CanvasView canvas, CanvasTools tools, Pane layer) {
    this.session = session;
    this.canvas = canvas;
    this.tools = tools;
    this.layer = layer;
  }

  /** Opens the field; Enter keeps what is typed, Escape does not. */
  void open(Id id) {
    Rect place = place(id);
    if (place == null) {
      return;
    }
    canvas.reveal(place);
    Rect seen = tools.viewportProperty().get().toView(place);
    TextField field = new TextField(currentName(id));
    field.setId("rename-field");
    field.getStyleClass().add("rename-field");
    field.setAccessibleText(Texts.get("canvas.rename"));
    double width = Math.max(MIN_WIDTH, Math.min(seen.width(), 260));
    field.setPrefWidth(width);
    field.setLayoutX(
        Math.clamp(
            seen.x() + (seen.width() - width) / 2, 0, Math.max(0, layer.getWidth() - width)));
    field.setLayoutY(
        Math.clamp(
            seen.height() > 100 ? seen.y() + 4 : seen.center().y() - HEIGHT / 2,
            0,
            Math.max(0, layer.getHeight() - HEIGHT)));
    layer.getChildren().setAll(field);
    field.selectAll();
    field.requestFocus();
    field.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            keep(id, field);
            canvas.requestFocus();
            e.consume();
          } else if (e.getCode() == KeyCode.ESCAPE) {
            layer.getChildren().remove(field);
            canvas.requestFocus();
            e.consume();
          }
        });
    field
        .focusedProperty()
        .subscribe(
            (before, focused) -> {
              if (!focused) {
                keep(id, field);
              }
            });
  }

  private void keep(Id id, TextField field) {
    if (layer.getChildren().remove(field) && !field.getText().equals(currentName(id))) {
      Edit edit = Edits.rename(session.document(), id, field.getText().strip());
      session.apply(edit);
    }
  }

  private @org.jspecify.annotations.Nullable Rect place(Id id) {
    var note = session.document().diagram().notes().get(id);
    return note != null ? note.bounds() : canvas.place(id);
  }

  private String currentName(Id id) {
    var note = session.document().diagram().notes().get(id);
    if (note != null) {
      return note.text();
    }
    var element = session.document().design().element(id);
    var link = session.document().design().link(id);
    return element != null ? element.name() : link != null ? link.name() : "";
  }
}
