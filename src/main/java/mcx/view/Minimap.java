package mcx.view;

import javafx.beans.property.BooleanProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import mcx.editor.DisplayOptions;
import mcx.editor.EditingSession;
import mcx.editor.Viewport;
import mcx.editor.tool.CanvasTools;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.paint.Scene;
import mcx.paint.Stroke;
import mcx.paint.Theme;

/** The whole diagram in small, with the part that the canvas shows; a click goes there. */
final class Minimap extends StackPane {

  private static final double WIDTH = 132;
  private static final double HEIGHT = 92;

  private final CanvasView canvas;
  private final CanvasTools tools;
  private final BooleanProperty wanted;
  private final Canvas picture = new Canvas(WIDTH, HEIGHT);

  Minimap(CanvasView canvas, CanvasTools tools, EditingSession session, DisplayOptions options) {
    this.canvas = canvas;
    this.tools = tools;
    this.wanted = options.minimapProperty();
    setId("minimap");
    getStyleClass().add("minimap");
    getChildren().add(picture);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleText(Texts.get("minimap.title"));
    setOnMousePressed(this::go);
    setOnMouseDragged(this::go);
    session.documentProperty().subscribe(d -> draw());
    tools.viewportProperty().subscribe(v -> draw());
    options.darkProperty().subscribe(d -> draw());
    canvas.widthProperty().subscribe(w -> draw());
    canvas.heightProperty().subscribe(h -> draw());
    wanted.subscribe(w -> draw());
  }

  /** It is there while it has something to tell, and would not cover what little is seen. */
  private boolean useful() {
    return wanted.get()
        && canvas.getWidth() > 360
        && canvas.getHeight() > 320
        && canvas.hidesSomething();
  }

  private Viewport small() {
    Rect all = canvas.drawing().bounds();
    return Viewport.fitting(all.width() == 0 ? new Rect(0, 0, 800, 600) : all, WIDTH, HEIGHT, 8);
  }

  private void go(MouseEvent e) {
    Point at = small().toDiagram(e.getX(), e.getY());
    tools
        .viewportProperty()
        .set(
            Viewport.centered(
                at, tools.viewportProperty().get().zoom(), canvas.getWidth(), canvas.getHeight()));
    e.consume();
  }

  private void draw() {
    setVisible(useful());
    if (!isVisible()) {
      return;
    }
    Viewport v = small();
    Theme theme = canvas.theme();
    picture.getGraphicsContext2D().clearRect(0, 0, WIDTH, HEIGHT);
    CanvasPen pen = new CanvasPen(picture.getGraphicsContext2D());
    for (Scene.Box box : canvas.drawing().boxes()) {
      Rect r = v.toView(box.bounds());
      pen.fill(r, 1.5, theme.soft());
      pen.stroke(r, 1.5, theme.line(), Stroke.solid(1));
    }
    if (canvas.getWidth() > 0) {
      Rect seen =
          v.toView(tools.viewportProperty().get().visible(canvas.getWidth(), canvas.getHeight()));
      pen.save();
      pen.clip(new Rect(0, 0, WIDTH, HEIGHT));
      pen.fill(seen, 2, theme.accent().withAlpha(0.06));
      pen.stroke(seen, 2, theme.accent(), Stroke.solid(1.2));
      pen.restore();
    }
  }
}
