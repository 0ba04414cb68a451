package mcx.view;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import mcx.analysis.Analysis;
import mcx.analysis.Routed;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.editor.Actions;
import mcx.editor.Clipboard;
import mcx.editor.DisplayOptions;
import mcx.editor.EditingSession;
import mcx.editor.Failing;
import mcx.editor.Fixing;
import mcx.editor.LiveAnalysis;
import mcx.editor.Preferences;
import mcx.editor.tool.CanvasTools;
import mcx.geometry.Point;
import mcx.paint.ScenePainter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The designer's window: palette, canvas, inspector and the live analysis around one session. */
public final class MainWindow {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private final Stage stage;
  private final EditingSession session;
  private final Memory memory;
  private final FileChoice choice;
  private final Failing failing;
  private final DisplayOptions options = new DisplayOptions();
  private final ExecutorService background = LiveAnalysis.newBackground();
  private final ExecutorService drawer = Redrawing.newBackground();
  private final LiveAnalysis live;
  private final WindowHost host = new WindowHost(this);
  private final CanvasTools tools;
  private final Actions actions;
  private final Menus menus;
  private final CanvasView canvas;
  private final Sheets sheets = new Sheets();
  private final Toasts toasts = new Toasts();
  private final CommandSearch search = new CommandSearch(sheets);
  private final FileWork files;
  private final PanelWork work;
  private final Fixing fixing;
  private final AnalysisPanel analysis;
  private final PalettePane palette;
  private final GalleryPane gallery;
  private final TabPane left = new TabPane();
  private final SplitPane right = new SplitPane();
  private final InspectorPane inspector;
  private final AfterFrame inspecting;
  private final Pane renameLayer = new Pane();
  private final BorderPane workspace = new BorderPane();
  private final Scene scene;
  private @Nullable Point pointer;

  /**
   * A window on a session, not shown yet.
   *
   * @param stage the toolkit's window to fill
   * @param session what is edited; its catalog is what the palette offers
   * @param store keeps recent files and the theme
   * @param samples the folder of the sample designs; null for none
   */
  public MainWindow(
      Stage stage, EditingSession session, Preferences.Store store, @Nullable Path samples) {
    this(stage, session, store, samples, FileChoice.system(stage));
  }

  MainWindow(
      Stage stage,
      EditingSession session,
      Preferences.Store store,
      @Nullable Path samples,
      FileChoice choice) {
    this.stage = stage;
    this.session = session;
    this.memory = new Memory(store);
    this.choice = choice;
    this.failing = new Failing(session);
    this.live = new LiveAnalysis(session, failing, background, Platform::runLater);
    this.actions = new Actions(session, failing, new Clipboard(), options, host);
    this.menus = new Menus(actions);
    Pane dragLayer = new Pane();
    dragLayer.setMouseTransparent(true);
    StackPane root = new StackPane();
    this.scene = new Scene(root, windowWidth(), windowHeight());
    new ThemeSwitch(memory, scene, options.darkProperty());
    this.canvas =
        new CanvasView(session, failing, options, host, drawer, memory.now().reducedMotion());
    this.tools = canvas.tools();
    this.files = new FileWork(session, memory, choice, sheets, toasts::tell, this::opened);
    this.work = new PanelWork(background, toasts::tell);
    this.fixing = new Fixing(session, background, Platform::runLater);
    this.analysis =
        new AnalysisPanel(
            canvas::spotlight,
            failing::toggleFailures,
            live::lookAt,
            session,
            fixing,
            failing::setFailed,
            work,
            toasts::tell);
    this.inspector = new InspectorPane(session, this::growInspector);
    this.inspecting = new AfterFrame(scene, this::inspect);
    this.palette =
        new PalettePane(
            session.catalog(), options.darkProperty(), new StencilUse(canvas, tools, dragLayer));
    this.gallery = new GalleryPane(session.catalog(), options.darkProperty(), galleryChoice());
    CanvasEvents.install(canvas, tools);
    build(root, dragLayer);
    wire();
    stage.setScene(scene);
    loadSamples(samples);
  }

  private double windowWidth() {
    return memory.now().windowWidth() > 0 ? memory.now().windowWidth() : WIDTH;
  }

  private double windowHeight() {
    return memory.now().windowHeight() > 0 ? memory.now().windowHeight() : HEIGHT;
  }

  private void build(StackPane root, Pane dragLayer) {
    workspace.setTop(new TopBar(session, options, tools, menus, host));
    workspace.setCenter(middle());
    workspace.setBottom(new StatusLine(session, live, failing, tools));
    gallery.setVisible(false);
    StackPane.setAlignment(toasts, Pos.BOTTOM_CENTER);
    StackPane.setMargin(toasts, new Insets(0, 0, 112, 0));
    root.getChildren().addAll(workspace, gallery, toasts, dragLayer, sheets);
  }

  private Node middle() {
    left.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    left.getStyleClass().add("panel-tabs");
    OutlinePane outline = new OutlinePane(session);
    Tab outlined = new Tab(Texts.get("outline.title"), outline);
    left.getTabs().addAll(new Tab(Texts.get("palette.title"), palette), outlined);
    outlined.selectedProperty().subscribe(outline::front);
    left.setMinWidth(150);
    left.setPrefWidth(212);
    right.setOrientation(Orientation.VERTICAL);
    right.getItems().add(analysis);
    right.setMinWidth(260);
    right.setPrefWidth(464);
    analysis.setMinHeight(160);
    SplitPane split = new SplitPane(left, canvasArea(), right);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(right, false);
    stage.showingProperty().subscribe(showing -> Platform.runLater(() -> share(split)));
    return split;
  }

  /** Gives the side panels their widths once the window has its own. */
  private void share(SplitPane split) {
    double w = split.getWidth();
    if (w > 0) {
      boolean narrow = w < 1200;
      split.setDividerPositions((narrow ? 176 : 212) / w, 1 - (narrow ? 396 : 476) / w);
    }
  }

  private StackPane canvasArea() {
    renameLayer.setPickOnBounds(false);
    FailureBar failures =
        new FailureBar(
            session,
            live,
            failing,
            host::chooseFailure,
            new StepsBox(work.steps(), canvas::spotlight),
            work.counter());
    Minimap minimap = new Minimap(canvas, tools, session, options);
    VBox hint =
        Parts.emptyState(
            Glyphs.of(Material2OutlinedAL.CLOUD),
            Texts.get("canvas.empty"),
            Texts.get("canvas.emptyHint"));
    hint.setMouseTransparent(true);
    hint.setMaxHeight(VBox.USE_PREF_SIZE);
    session
        .documentProperty()
        .subscribe(
            d -> hint.setVisible(d.design().elements().isEmpty() && d.diagram().notes().isEmpty()));
    TrialBar trial = new TrialBar(fixing);
    StackPane area = new StackPane(canvas, hint, minimap, failures, trial, renameLayer);
    StackPane.setAlignment(trial, Pos.TOP_CENTER);
    StackPane.setMargin(trial, new Insets(14));
    StackPane.setAlignment(minimap, Pos.TOP_RIGHT);
    StackPane.setMargin(minimap, new Insets(14));
    StackPane.setAlignment(failures, Pos.BOTTOM_CENTER);
    StackPane.setMargin(failures, new Insets(0, 16, 14, 16));
    area.setMinWidth(240);
    area.widthProperty().subscribe(w -> clip(area));
    area.heightProperty().subscribe(h -> clip(area));
    return area;
  }

  private static void clip(StackPane area) {
    area.setClip(new javafx.scene.shape.Rectangle(area.getWidth(), area.getHeight()));
  }

  private void wire() {
    Keys.install(scene, actions, canvas);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE && (palette.cancelDrag() || endTrial())) {
            e.consume();
          }
        });
    canvas.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        e -> {
          if (endTrial()) {
            e.consume();
          }
        });
    canvas.addEventHandler(MouseEvent.MOUSE_MOVED, e -> pointer = new Point(e.getX(), e.getY()));
    canvas.addEventHandler(MouseEvent.MOUSE_EXITED, e -> pointer = null);
    tools.armedProperty().subscribe(palette::showArmed);
    session.catalogProperty().subscribe(palette::offer);
    session.selectionProperty().subscribe(s -> inspecting.ask());
    session.documentProperty().subscribe(d -> title());
    session.dirtyProperty().subscribe(d -> title());
    session.refusalProperty().subscribe(this::tellRefusal);
    fixing.trialProperty().subscribe(canvas::show);
    live.stateProperty().addListener((o, before, now) -> showState(before, now));
    showState(null, live.state());
    stage.setOnCloseRequest(
        e -> {
          e.consume();
          host.quit();
        });
  }

  /** Puts the design as it is back on the canvas; false where no fix was being tried. */
  private boolean endTrial() {
    boolean tried = fixing.trial() != null;
    fixing.discard();
    return tried;
  }

  private void tellRefusal(String reason) {
    if (!reason.isEmpty()) {
      toasts.tell(reason);
    }
  }

  private void showState(LiveAnalysis.@Nullable State before, LiveAnalysis.State now) {
    Routed routes = now.routes();
    if (routes != null && (before == null || before.routes() != routes)) {
      analysis.show(routes);
    }
    Analysis result = now.analysis();
    if (result != null && (before == null || before.analysis() != result)) {
      analysis.show(result);
      canvas.dead(result.deadLinks());
    }
    if (now.fallback() != null && (before == null || before.fallback() != now.fallback())) {
      analysis.show(now.fallback());
    }
    analysis.stale(now.stale(), now.fallbackStale());
  }

  /** Shows the values of what is selected. */
  private void inspect() {
    inspector.refresh();
    boolean shown = !session.selection().isEmpty();
    boolean there = right.getItems().contains(inspector);
    if (shown && !there) {
      right.getItems().addFirst(inspector);
    } else if (!shown && there) {
      right.getItems().remove(inspector);
    }
    if (shown) {
      Platform.runLater(this::shareInspector);
    }
  }

  /** Whether the inspector shows what is selected. */
  boolean isInspecting() {
    return !inspecting.isWaiting();
  }

  /** Gives the inspector what it needs, up to a half; for each thing that is selected. */
  private void shareInspector() {
    double h = right.getHeight();
    if (right.getItems().size() == 2 && h > 0) {
      right.setDividerPositions(Math.min(inspector.wantedHeight(), h / 2) / h);
    }
  }

  /** Gives the inspector more of its half where it needs more now; never less. */
  private void growInspector() {
    Platform.runLater(
        () -> {
          if (inspector.getHeight() < inspector.wantedHeight()
              && inspector.getHeight() < right.getHeight() / 2) {
            shareInspector();
          }
        });
  }

  private void title() {
    String name = session.document().design().name();
    stage.setTitle(
        Texts.get(
            session.dirtyProperty().get() ? "app.titleDirty" : "app.title",
            name.isEmpty() ? Texts.get("app.untitled") : name));
  }

  private GalleryPane.Choice galleryChoice() {
    return new GalleryPane.Choice() {
      @Override
      public void sample(Sample sample) {
        files.openSample(sample.document());
      }

      @Override
      public void file(Path file) {
        files.open(file);
      }

      @Override
      public void empty() {
        files.startNew();
      }

      @Override
      public void browse() {
        files.open();
      }

      @Override
      public void close() {
        hideGallery();
      }
    };
  }

  private void loadSamples(@Nullable Path folder) {
    files.inBackground(() -> Sample.in(folder), gallery::show, toasts::tell);
  }

  private void opened() {
    hideGallery();
    canvas.spotlight(Spotlight.NONE);
    canvas.fit();
    canvas.requestFocus();
  }

  /** Shows the window, with what the session holds. */
  public void show() {
    stage.show();
    canvas.requestFocus();
  }

  /** Shows the samples and the recent files over the design. */
  public void showGallery() {
    gallery.show(files.recent());
    gallery.setVisible(true);
    workspace.setVisible(false);
    gallery.requestFocus();
  }

  private void hideGallery() {
    gallery.setVisible(false);
    workspace.setVisible(true);
    canvas.requestFocus();
  }

  /** Opens a file; what goes wrong is told in the window, and the design that is open stays. */
  public void open(Path file) {
    files.open(file);
  }

  void close() {
    memory.change(p -> p.withWindow(scene.getWidth(), scene.getHeight()));
    background.shutdownNow();
    drawer.shutdownNow();
    stage.close();
  }

  void openExport() {
    ScenePainter.Options shown =
        new ScenePainter.Options(
            options.labelsProperty().get(), options.vrfsProperty().get(), false, true);
    new ExportSheet(session, sheets, files, choice, toasts::tell)
        .open(canvas.finished(), canvas.overlay(), options.darkProperty().get(), shown);
  }

  /** Asks for another design, and shows what changed from that to this one. */
  void compare() {
    Path other = choice.toOpen(FileChoice.Kind.DESIGN);
    if (other != null) {
      new Comparing(session, files, sheets).compareWith(other);
    }
  }

  void rename(Id id) {
    new RenameField(session, canvas, tools, renameLayer).open(id);
  }

  void searchPalette() {
    left.getSelectionModel().selectFirst();
    palette.search();
  }

  /** Whether an element has a routing table to show. */
  boolean hasRoutes(Id element) {
    Analysis now = live.state().analysis();
    return now != null
        && now.compiled().network().nodes().values().stream()
            .anyMatch(n -> n.element().id().equals(element.value()));
  }

  void showRoutes(Id element) {
    analysis.openRoutes(element);
  }

  EditingSession session() {
    return session;
  }

  CanvasView canvas() {
    return canvas;
  }

  CanvasTools tools() {
    return tools;
  }

  Actions actions() {
    return actions;
  }

  Menus menus() {
    return menus;
  }

  Failing failing() {
    return failing;
  }

  LiveAnalysis live() {
    return live;
  }

  DisplayOptions options() {
    return options;
  }

  FileWork files() {
    return files;
  }

  CommandSearch search() {
    return search;
  }

  Toasts toasts() {
    return toasts;
  }

  AnalysisPanel analysis() {
    return analysis;
  }

  Scene scene() {
    return scene;
  }

  /** Where the pointer is on the canvas, in pixels; null where it is not over it. */
  @Nullable Point pointer() {
    return pointer;
  }

  /** The document as it is. */
  Document document() {
    return session.document();
  }

  /** All sheets, for asking whether one is open. */
  List<Node> openSheets() {
    return sheets.isOpen() ? List.copyOf(sheets.getChildren()) : List.of();
  }
}
