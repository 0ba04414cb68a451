package mcx.view;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Vrf;
import mcx.diagram.Document;
import mcx.editor.DisplayOptions;
import mcx.editor.EditingSession;
import mcx.editor.EditorHost;
import mcx.editor.Failing;
import mcx.editor.Fixing;
import mcx.editor.Viewport;
import mcx.editor.tool.CanvasTools;
import mcx.editor.tool.Preview;
import mcx.geometry.Rect;
import mcx.paint.InteractionPainter;
import mcx.paint.Overlay;
import mcx.paint.OverlayPainter;
import mcx.paint.Scene;
import mcx.paint.ScenePainter;
import mcx.paint.Theme;
import org.jspecify.annotations.Nullable;

/**
 * The diagram on the screen: three canvases over each other. The scene is drawn again only when it
 * or the view of it changed, the overlay while something flows on it, the interaction when the
 * pointer does something.
 */
final class CanvasView extends Region {

  /** How fast moving dashes move, in diagram units a second. */
  private static final double SPEED = 30;

  private final EditingSession session;
  private final DisplayOptions options;
  private final Failing failing;
  private final CanvasTools tools;
  private final boolean reducedMotion;
  private final Canvas sceneLayer = new Canvas();
  private final Canvas overlayLayer = new Canvas();
  private final Canvas interactionLayer = new Canvas();
  private final Painting painting = new Painting();

  /**
   * How a scene is drawn.
   *
   * @param layer the whole layer, in pixels
   */
  private record Look(Viewport view, Theme theme, ScenePainter.Options options, Rect layer) {}

  /** What the scene's layer shows. */
  private record Painted(Scene scene, Look look) {}

  /** Null where nothing is to be relied on. */
  private @Nullable Painted painted;

  /** The document's scene; {@link #scene} differs from it while something is dragged. */
  private Scene standing;

  private Scene scene;
  private final Redrawing redrawing;
  private final Redrawing trying;
  private Fixing.@Nullable Trial trial;
  private Set<Id> dead = Set.of();
  private Spotlight spotlight = Spotlight.NONE;
  private Overlay overlay = Overlay.NONE;
  private boolean sceneDirty = true;
  private boolean overlayDirty = true;
  private boolean interactionDirty = true;
  private boolean fitPending = true;

  /** What the last fit came to; while it holds, a change of size fits again. */
  private @Nullable Viewport fitted;

  /**
   * @param host what the canvas tools ask of the window
   * @param drawer finishes scenes, away from the window's thread
   * @param reducedMotion whether flows stand still
   */
  CanvasView(
      EditingSession session,
      Failing failing,
      DisplayOptions options,
      EditorHost host,
      Executor drawer,
      boolean reducedMotion) {
    this.session = session;
    this.failing = failing;
    this.options = options;
    this.reducedMotion = reducedMotion;
    this.standing = Scene.of(session.document(), session.catalog());
    this.scene = standing;
    this.redrawing = new Redrawing(drawer, Platform::runLater, this::stand);
    this.trying = new Redrawing(drawer, Platform::runLater, this::tryOut);
    this.tools = new CanvasTools(session, host, options, () -> standing);
    setId("canvas");
    getStyleClass().add("canvas-area");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PARENT);
    getChildren().addAll(sceneLayer, overlayLayer, interactionLayer);
    getChildren().forEach(c -> c.setMouseTransparent(true));
    setMinSize(0, 0);

    session.documentProperty().subscribe(this::documentChanged);
    session
        .catalogProperty()
        .subscribe(
            catalog -> {
              redrawing.forget();
              trying.forget();
              standing = Scene.of(session.document(), catalog);
              scene = standing;
              dirtyAll();
            });
    session
        .selectionProperty()
        .subscribe(
            s -> {
              if (!selectedVrfs().equals(overlay.vrfs())) {
                refreshOverlay();
              }
              dirtyInteraction();
            });
    failing.idsProperty().subscribe(f -> refreshOverlay());
    tools.previewProperty().addListener((o, before, now) -> previewChanged(before, now));
    tools.viewportProperty().subscribe(v -> dirtyAll());
    options.flowsProperty().subscribe(v -> refreshOverlay());
    options.vrfsProperty().subscribe(v -> dirtyAll());
    options.labelsProperty().subscribe(v -> dirtyAll());
    options.gridProperty().subscribe(v -> dirtyAll());
    options.darkProperty().subscribe(v -> dirtyAll());
    sceneProperty().subscribe(s -> paintAnew());
    // What a graphics card holds may be lost while another program has the screen.
    sceneProperty()
        .flatMap(javafx.scene.Scene::windowProperty)
        .flatMap(Window::focusedProperty)
        .subscribe(f -> paintAnew());
  }

  /** Draws everything again, whatever was drawn before. */
  void paintAnew() {
    painted = null;
    dirtyAll();
  }

  /** Takes what pointer and keys do on the canvas. */
  CanvasTools tools() {
    return tools;
  }

  /** The diagram as drawn, with what is being dragged where it is now. */
  Scene drawing() {
    return scene;
  }

  /** The same to the last line, for what stays: finishes it where it is only sketched yet. */
  Scene finished() {
    return scene.update(scene.document());
  }

  /** Whether the diagram is drawn to the last line. */
  boolean isDrawn() {
    return !redrawing.isGoingOn() && !trying.isGoingOn();
  }

  /** Shows what a row of the analysis panel is about, in the place of the one before. */
  void spotlight(Spotlight shown) {
    spotlight = shown;
    refreshOverlay();
  }

  /**
   * Shows a document in the place of the session's, with what differs lit up; null for no longer.
   */
  void show(Fixing.@Nullable Trial shown) {
    if (shown == null ? trial == null : shown.document() == trialDocument()) {
      return;
    }
    trial = shown;
    if (shown == null) {
      trying.forget();
      tryOut(standing);
    } else {
      trying.draw(standing, shown.document());
    }
  }

  private void tryOut(Scene shown) {
    scene = shown;
    overlay = overlayNow();
    dirtyAll();
  }

  private @Nullable Document trialDocument() {
    Fixing.Trial now = trial;
    return now == null ? null : now.document();
  }

  /** Whether a part of the diagram is out of view. */
  boolean hidesSomething() {
    Viewport v = tools.viewportProperty().get();
    return !v.visible(getWidth(), getHeight()).contains(scene.bounds());
  }

  /** Marks links that can never carry anything, whatever else is shown. */
  void dead(Set<Id> links) {
    if (!links.equals(dead)) {
      dead = links;
      refreshOverlay();
    }
  }

  /** What the canvas shows on top of the diagram now. */
  Overlay overlay() {
    return overlay;
  }

  /** Shows the whole diagram, as soon as there is room to. */
  void fit() {
    if (getWidth() < 50 || getHeight() < 50) {
      fitPending = true;
      return;
    }
    fitPending = false;
    Rect all = scene.bounds();
    fitted =
        all.width() == 0
            ? Viewport.START
            : Viewport.fitting(all, getWidth(), getHeight() - BAR_ROOM, 40);
    tools.viewportProperty().set(fitted);
  }

  /** What the bar at the bottom of the canvas takes away, in pixels. */
  private static final double BAR_ROOM = 80;

  /** Shows these as large as fits. */
  void fit(Rect part) {
    tools.viewportProperty().set(Viewport.fitting(part, getWidth(), getHeight() - BAR_ROOM, 60, 2));
  }

  /** Moves the view as little as needed for the rectangle to be seen. */
  void reveal(Rect part) {
    if (getWidth() > 0) {
      Viewport v = tools.viewportProperty().get();
      tools.viewportProperty().set(v.revealing(part, getWidth(), getHeight() - BAR_ROOM, 40));
    }
  }

  Theme theme() {
    return options.darkProperty().get() ? Theme.DARK : Theme.LIGHT;
  }

  private void documentChanged(Document document) {
    trial = null;
    trying.forget();
    redrawing.draw(standing, document);
    Design design = document.design();
    setAccessibleText(
        Texts.get(
            "canvas.role",
            design.name().isEmpty() ? Texts.get("app.untitled") : design.name(),
            design.elements().size(),
            design.links().size()));
  }

  private void stand(Scene newest) {
    standing = newest;
    if (trial == null) {
      Preview preview = tools.previewProperty().get();
      scene = preview.bounds().isEmpty() ? newest : newest.sketch(preview.on(newest.document()));
      overlay = overlayNow();
      dirtyAll();
    }
  }

  private void previewChanged(Preview before, Preview now) {
    if (!before.bounds().equals(now.bounds()) || !before.bends().equals(now.bends())) {
      Document moved = now.on(session.document());
      scene = now.bends().isEmpty() ? standing.sketch(moved) : standing.update(moved);
      overlay = overlayNow();
      dirtyAll();
    }
    dirtyInteraction();
  }

  private void refreshOverlay() {
    overlay = overlayNow();
    overlayDirty = true;
    painting.wake();
  }

  private Overlay overlayNow() {
    Fixing.Trial tried = trial;
    if (tried != null) {
      return Overlay.ofFailures(failing.failures())
          .plus(Overlay.ofEvidence(List.copyOf(tried.changed())));
    }
    Overlay failures =
        Overlay.ofFailures(failing.failures())
            .plus(Overlay.ofDead(dead))
            .plus(Overlay.ofVrfs(selectedVrfs()));
    return options.flowsProperty().get() ? failures.plus(spotlight.on(scene)) : failures;
  }

  /** The selected VRFs, which have no box of their own: what belongs to them stands for them. */
  private List<Id> selectedVrfs() {
    Design design = session.document().design();
    return session.selection().stream().filter(id -> design.element(id) instanceof Vrf).toList();
  }

  private void dirtyAll() {
    sceneDirty = true;
    overlayDirty = true;
    dirtyInteraction();
  }

  private void dirtyInteraction() {
    interactionDirty = true;
    painting.wake();
  }

  @Override
  protected void layoutChildren() {
    double w = Math.max(1, getWidth());
    double h = Math.max(1, getHeight());
    if (sceneLayer.getWidth() != w || sceneLayer.getHeight() != h) {
      getChildren()
          .forEach(
              c -> {
                ((Canvas) c).setWidth(w);
                ((Canvas) c).setHeight(h);
              });
      dirtyAll();
      fitPending |= tools.viewportProperty().get().equals(fitted);
    }
    if (fitPending) {
      fit();
    }
  }

  /** Draws what is due, now: for pictures of the window. */
  void paintNow() {
    painting.paint();
  }

  private ScenePainter.Options sceneOptions() {
    return new ScenePainter.Options(
        options.labelsProperty().get(),
        options.vrfsProperty().get(),
        options.gridProperty().get(),
        true);
  }

  /** One layer's pen, on diagram coordinates; the layer is cleared. */
  private CanvasPen pen(Canvas layer, Viewport v) {
    layer.getGraphicsContext2D().clearRect(0, 0, layer.getWidth(), layer.getHeight());
    return onDiagram(layer, v);
  }

  /** The same with what the layer shows. */
  private CanvasPen onDiagram(Canvas layer, Viewport v) {
    CanvasPen pen = new CanvasPen(layer.getGraphicsContext2D());
    pen.save();
    pen.translate(v.panX(), v.panY());
    pen.scale(v.zoom());
    return pen;
  }

  /** Draws what is not shown yet of the scene. */
  private void paintScene(Look look) {
    Painted before = painted;
    painted = new Painted(scene, look);
    Viewport view = look.view;
    Rect part = look.layer;
    if (before != null && look.equals(before.look)) {
      Rect changed = ScenePainter.difference(before.scene, scene, view.zoom());
      part = changed == null ? null : Viewport.wholePixels(view.toView(changed), look.layer);
    }
    if (part != null) {
      CanvasPen pen = onDiagram(sceneLayer, view);
      ScenePainter.paint(pen, scene, look.theme, view.toDiagram(part), view.zoom(), look.options);
      pen.restore();
    }
  }

  /** Draws at the next frame what has changed, and goes on while something moves. */
  private final class Painting extends AnimationTimer {

    private boolean running;
    private double phase;
    private long before;

    void wake() {
      if (!running) {
        running = true;
        before = 0;
        start();
      }
    }

    @Override
    public void handle(long now) {
      boolean moving = !overlay.flows().isEmpty() && !reducedMotion && getScene() != null;
      if (moving) {
        phase += before == 0 ? 0 : (now - before) / 1e9 * SPEED;
        overlayDirty = true;
      }
      before = now;
      paint();
      if (!moving) {
        running = false;
        stop();
      }
    }

    void paint() {
      Viewport v = Objects.requireNonNull(tools.viewportProperty().get());
      Theme theme = theme();
      if (sceneDirty) {
        sceneDirty = false;
        Rect layer = new Rect(0, 0, sceneLayer.getWidth(), sceneLayer.getHeight());
        paintScene(new Look(v, theme, sceneOptions(), layer));
      }
      if (overlayDirty) {
        overlayDirty = false;
        CanvasPen pen = pen(overlayLayer, v);
        OverlayPainter.paint(pen, scene, overlay, theme, v.zoom(), phase);
        pen.restore();
      }
      if (interactionDirty) {
        interactionDirty = false;
        CanvasPen pen = pen(interactionLayer, v);
        InteractionPainter.paint(
            pen,
            scene,
            tools.previewProperty().get().interaction(session.selection()),
            theme,
            v.zoom());
        pen.restore();
      }
    }
  }

  /** Where an element or link stands, in diagram units; null where it is not drawn. */
  @Nullable Rect place(Id id) {
    Scene.Box box = scene.box(id);
    if (box != null) {
      return box.bounds();
    }
    Scene.Line line = scene.line(id);
    return line == null ? null : line.card() != null ? line.card() : line.route().bounds();
  }
}
