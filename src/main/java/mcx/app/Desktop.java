package mcx.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.editor.EditingSession;
import mcx.editor.Preferences;
import mcx.view.MainWindow;
import org.jspecify.annotations.Nullable;

/**
 * The desktop program: the only class of this room that knows JavaFX, so that the command line
 * starts none of it.
 */
public final class Desktop extends Application {

  /** Whether the toolkit found a display and its libraries; what goes wrong later is ours. */
  private static volatile boolean started;

  private final Surroundings surroundings = Surroundings.ofThisMachine();
  private final Preferences.Store store =
      new PreferencesFile(surroundings.configFolder().resolve("preferences.properties"));

  /** Made by the toolkit. */
  public Desktop() {}

  /**
   * Opens the window, and returns when it is closed.
   *
   * @param file the design to open; null for the gallery of samples
   * @throws NoWindowException if the machine lets no window be opened
   */
  static void open(@Nullable Path file) {
    try {
      launch(Desktop.class, file == null ? new String[0] : new String[] {file.toString()});
    } catch (RuntimeException | LinkageError e) {
      if (started) {
        throw e;
      }
      throw new NoWindowException("The display cannot be used (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public void start(Stage stage) {
    started = true;
    List<String> given = getParameters().getUnnamed();
    Path file = given.isEmpty() ? null : Path.of(given.getFirst());
    EditingSession session = new EditingSession(catalog(file));
    session.fileProperty().subscribe(now -> session.catalogProperty().set(catalog(now)));
    MainWindow window = new MainWindow(stage, session, store, surroundings.samples().find());
    window.show();
    if (file == null) {
      window.showGallery();
    } else {
      window.open(file);
    }
  }

  /** The built-in catalog with the user's own files, and those beside the design. */
  private Catalog catalog(@Nullable Path design) {
    List<Path> folders = new ArrayList<>();
    folders.add(surroundings.catalogFolder());
    String chosen = store.load().catalogFolder();
    if (!chosen.isEmpty()) {
      folders.add(Path.of(chosen));
    }
    if (design != null) {
      folders.add(OpenedDesign.besides(design));
    }
    CatalogLoader.Result result = CatalogLoader.withUserFiles(folders.toArray(Path[]::new));
    result.problems().forEach(p -> System.err.println("mcx: warning: catalog file " + p));
    return result.catalog();
  }
}
