package mcx.view;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import mcx.catalog.CatalogLoader;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.editor.EditingSession;
import mcx.editor.Preferences;
import mcx.editor.Viewport;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Someone at mouse and keyboard before the window; the one place that knows TestFX. */
final class Robot implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FxRobot hands = new FxRobot();
  private final Answers answers = new Answers();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final Logger css = Logger.getLogger("javafx");
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          // On a class path, as in a quick run of one test, JavaFX says so once.
          boolean aboutClassPath = entry.getMessage().startsWith("Unsupported JavaFX config");
          if (entry.getLevel().intValue() >= Level.WARNING.intValue() && !aboutClassPath) {
            warnings.add(entry.getLoggerName() + ": " + entry.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Stage stage;
  private final MainWindow window;
  private final EditingSession session;

  private Robot(Memorized memory, @Nullable Path samples) {
    try {
      css.addHandler(listener);
      stage = FxToolkit.registerPrimaryStage();
      session = fx(() -> new EditingSession(CatalogLoader.builtIn()));
      window =
          fx(
              () -> {
                MainWindow made = new MainWindow(stage, session, memory, samples, answers);
                stage.setX(0);
                stage.setY(0);
                stage.setWidth(1000);
                stage.setHeight(1000);
                made.show();
                return made;
              });
      settle();
    } catch (TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Preferences that last as long as the test. */
  static final class Memorized implements Preferences.Store {
    private Preferences kept = Preferences.DEFAULT.withTheme("light");

    @Override
    public Preferences load() {
      return kept;
    }

    @Override
    public void save(Preferences preferences) {
      kept = preferences;
    }
  }

  /** What the file dialogs will answer. */
  static final class Answers implements FileChoice {
    @Nullable Path toOpen;
    @Nullable Path toSave;

    @Override
    public @Nullable Path toOpen(Kind kind) {
      return toOpen;
    }

    @Override
    public @Nullable Path toSave(Kind kind, String suggestion, @Nullable Path folder) {
      return toSave;
    }
  }

  /** Opens the window on an empty canvas. */
  static Robot start() {
    return new Robot(new Memorized(), null);
  }

  /** Opens the window with a folder of samples. */
  static Robot start(Path samples) {
    return new Robot(new Memorized(), samples);
  }

  MainWindow window() {
    return window;
  }

  /** Opens a design file in the window, and waits until it is analysed. */
  Document open(Path file) throws IOException, McxFormatException {
    Document document = McxFiles.read(file);
    fx(() -> window.open(file));
    until("the file is open", () -> session.document().equals(document));
    untilAnalysed();
    return document;
  }

  EditingSession session() {
    return session;
  }

  Answers answers() {
    return answers;
  }

  /** What JavaFX complained about: style sheets above all. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Does something on the UI thread, and waits for it. */
  static <T> T fx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.asyncFx(work).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  static void fx(Runnable work) {
    fx(
        () -> {
          work.run();
          return true;
        });
  }

  /** Waits until the toolkit has nothing more to do. */
  void settle() {
    WaitForAsyncUtils.waitForFxEvents();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!fx(() -> window.canvas().isDrawn() && window.isInspecting())) {
      if (System.nanoTime() > end) {
        fail("Waited in vain for the drawing");
      }
      WaitForAsyncUtils.sleep(5, java.util.concurrent.TimeUnit.MILLISECONDS);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits for something to be so. */
  void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!fx(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        picture("failed-" + what.replaceAll("[^a-z0-9]+", "-"));
        fail("Waited in vain: " + what);
      }
      WaitForAsyncUtils.sleep(20, java.util.concurrent.TimeUnit.MILLISECONDS);
    }
    settle();
  }

  /** Waits until the analysis is about the newest document, with all failures tried. */
  void untilAnalysed() {
    until(
        "the analysis is done",
        () -> window.live().state().current() && !window.live().state().running());
  }

  /** The node with an id. */
  Node find(String id) {
    Node node = fx(() -> window.scene().lookup("#" + id.replace(".", "\\.")));
    if (node == null) {
      node = fx(() -> byId(window.scene().getRoot(), id));
    }
    if (node == null) {
      picture("not-found-" + id.replaceAll("[^a-z0-9]+", "-"));
      throw new AssertionError("No node " + id);
    }
    return node;
  }

  private static @Nullable Node byId(Node at, String id) {
    if (id.equals(at.getId())) {
      return at;
    }
    if (at instanceof javafx.scene.Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = byId(child, id);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  void click(String id) {
    click(find(id));
  }

  void click(Node node) {
    hands.clickOn(node);
    settle();
  }

  /** Clicks the first visible text that reads so. */
  void clickText(String text) {
    hands.clickOn(text);
    settle();
  }

  /** Clicks at a point of the canvas, in diagram units. */
  void clickCanvas(Point at) {
    hands.clickOn(screen(at));
    settle();
  }

  void doubleClickCanvas(Point at) {
    hands.doubleClickOn(screen(at));
    settle();
  }

  void rightClickCanvas(Point at) {
    hands.clickOn(screen(at), MouseButton.SECONDARY);
    settle();
  }

  /** Drags along points of the canvas, in diagram units. */
  void dragCanvas(Point... along) {
    hands.moveTo(screen(along[0]));
    hands.press(MouseButton.PRIMARY);
    for (int i = 1; i < along.length; i++) {
      Point2D from = screen(along[i - 1]);
      Point2D to = screen(along[i]);
      hands.moveTo(from.midpoint(to));
      hands.moveTo(to);
    }
    hands.release(MouseButton.PRIMARY);
    settle();
  }

  /** Drags a palette's row to a point of the canvas, in diagram units. */
  void dragStencil(String key, Point to) {
    Node row = find("stencil-" + key);
    hands.moveTo(row);
    hands.press(MouseButton.PRIMARY);
    Bounds from = fx(() -> row.localToScreen(row.getBoundsInLocal()));
    Point2D target = screen(to);
    hands.moveTo(new Point2D(from.getCenterX() + 20, from.getCenterY()));
    hands.moveTo(new Point2D(from.getMaxX() + 60, from.getCenterY()));
    hands.moveTo(target.add(-6, 0));
    hands.moveTo(target);
    hands.release(MouseButton.PRIMARY);
    settle();
  }

  private Point2D screen(Point at) {
    return fx(
        () -> {
          Viewport v = window.tools().viewportProperty().get();
          Point view = v.toView(at);
          return window.canvas().localToScreen(view.x(), view.y());
        });
  }

  /** Moves the view so that this point of the diagram is in the middle of the canvas. */
  void look(Point at, double zoom) {
    fx(
        () ->
            window
                .tools()
                .viewportProperty()
                .set(
                    Viewport.centered(
                        at, zoom, window.canvas().getWidth(), window.canvas().getHeight())));
    settle();
  }

  /**
   * Drags from the border of one element to the middle of another.
   *
   * @param to where to let go; an element there that cannot be joined passes on to what holds it
   */
  void connect(Id from, Point to) {
    Rect start = place(from);
    dragCanvas(new Point(start.center().x(), start.bottom()), start.center(), to);
  }

  /** What the open menu offers, with a node to click for each; empty where none is open. */
  private List<Node> offers() {
    return fx(
        () ->
            javafx.stage.Window.getWindows().stream()
                .filter(w -> w instanceof javafx.scene.control.ContextMenu && w.isShowing())
                .flatMap(w -> ((javafx.scene.control.ContextMenu) w).getItems().stream())
                .map(javafx.scene.control.MenuItem::getGraphic)
                .filter(java.util.Objects::nonNull)
                .toList());
  }

  /**
   * Clicks the first of the ways to join that are offered; nothing where none had to be offered.
   */
  void chooseUsualWay() {
    List<Node> offers = offers();
    if (!offers.isEmpty()) {
      click(offers.getFirst());
    }
  }

  /** Where an element or link stands. */
  Rect place(Id id) {
    Rect r = fx(() -> window.canvas().place(id));
    if (r == null) {
      throw new AssertionError(id + " is not on the canvas");
    }
    return r;
  }

  void type(String text) {
    hands.write(text, 5);
    settle();
  }

  void press(KeyCode... keys) {
    hands.push(keys);
    settle();
  }

  /** Selects an element or link by a click on its row of the outline. */
  void selectInOutline(Id id) {
    clickText("Outline");
    javafx.scene.control.TreeView<?> tree = (javafx.scene.control.TreeView<?>) find("outline");
    fx(
        () -> {
          for (int row = 0; row < tree.getExpandedItemCount(); row++) {
            if (id.equals(tree.getTreeItem(row).getValue())) {
              tree.scrollTo(row);
            }
          }
        });
    settle();
    until("the row stands in the outline", () -> row(tree, id) != null);
    click(fx(() -> row(tree, id)));
    until("it is selected", () -> List.of(id).equals(List.copyOf(session.selection())));
  }

  private static @Nullable Node row(javafx.scene.control.TreeView<?> tree, Id id) {
    return tree.lookupAll(".tree-cell").stream()
        .filter(n -> n.isVisible() && id.equals(((javafx.scene.control.TreeCell<?>) n).getItem()))
        .findFirst()
        .orElse(null);
  }

  /** Opens a section of the inspector by a click on its heading, where it is closed. */
  void openSection(String title) {
    Node pane =
        fx(
            () ->
                find("inspector").lookupAll(".titled-pane").stream()
                    .filter(n -> ((javafx.scene.control.TitledPane) n).getText().equals(title))
                    .findFirst()
                    .orElseThrow());
    if (!fx(((javafx.scene.control.TitledPane) pane)::isExpanded)) {
      Node heading = fx(() -> pane.lookup(".title"));
      scrollTo(heading);
      click(heading);
    }
  }

  /** Scrolls what holds a node, as a wheel would, so that it is in view. */
  void scrollTo(Node node) {
    fx(
        () -> {
          Node at = node;
          while (at != null && !(at instanceof javafx.scene.control.ScrollPane)) {
            at = at.getParent();
          }
          if (at instanceof javafx.scene.control.ScrollPane pane) {
            Node content = pane.getContent();
            Bounds in = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
            double room =
                content.getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight();
            if (room > 0) {
              pane.setVvalue(Math.clamp((in.getMinY() - 20) / room, 0, 1));
            }
          }
        });
    settle();
  }

  /** Types into a field of the inspector, over what stands there. */
  void fill(String id, String text) {
    Node field = find(id);
    scrollTo(field);
    click(field);
    press(KeyCode.CONTROL, KeyCode.A);
    type(text);
  }

  /** Ticks one of the boxes of a field of the inspector. */
  void tick(String id, String label) {
    Node field = find(id);
    scrollTo(field);
    click(
        fx(
            () ->
                field.lookupAll(".check-box").stream()
                    .filter(n -> ((javafx.scene.control.CheckBox) n).getText().equals(label))
                    .findFirst()
                    .orElseThrow()));
  }

  /** What stands in a label, a button or a field. */
  String text(String id) {
    Node node = find(id);
    return fx(
        () ->
            switch (node) {
              case javafx.scene.control.Labeled l -> l.getText();
              case javafx.scene.control.TextInputControl t -> t.getText();
              default -> throw new AssertionError(id + " has no text");
            });
  }

  /** Everything written in a part of the window, in order. */
  List<String> texts(String id) {
    List<String> found = new ArrayList<>();
    Node node = find(id);
    fx(() -> collect(node, found));
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof javafx.scene.control.Labeled l
        && l.getText() != null
        && !l.getText().isEmpty()) {
      found.add(l.getText());
    }
    if (node instanceof javafx.scene.Parent parent) {
      parent.getChildrenUnmodifiable().forEach(c -> collect(c, found));
    }
  }

  /** Puts a picture of the window into {@code target/pictures}. */
  void picture(String name) {
    settle();
    WritableImage image =
        fx(
            () -> {
              window.canvas().paintNow();
              return window.scene().snapshot(null);
            });
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    try {
      Path folder = Files.createDirectories(Path.of("target", "pictures"));
      ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    css.removeHandler(listener);
    fx(window::close);
    settle();
  }
}
