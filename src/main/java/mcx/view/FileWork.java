package mcx.view;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import mcx.diagram.Document;
import mcx.editor.EditingSession;
import mcx.editor.RecentFiles;
import mcx.format.McxFiles;
import org.jspecify.annotations.Nullable;

/** Opens, saves and lets go of designs. Files are read and written away from the UI thread. */
final class FileWork {

  private static final Logger LOG = Logger.getLogger(FileWork.class.getName());

  private final EditingSession session;
  private final Memory memory;
  private final FileChoice choice;
  private final Sheets sheets;
  private final Consumer<String> tell;
  private final Runnable opened;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("files").daemon().factory());

  /**
   * @param tell says what needs no answer
   * @param opened is called when another document is open
   */
  FileWork(
      EditingSession session,
      Memory memory,
      FileChoice choice,
      Sheets sheets,
      Consumer<String> tell,
      Runnable opened) {
    this.session = session;
    this.memory = memory;
    this.choice = choice;
    this.sheets = sheets;
    this.tell = tell;
    this.opened = opened;
  }

  /** An empty design, after asking about changes. */
  void startNew() {
    ifFree(() -> put(Document.EMPTY, null));
  }

  /** Asks for a file and opens it, after asking about changes. */
  void open() {
    ifFree(
        () -> {
          Path file = choice.toOpen(FileChoice.Kind.DESIGN);
          if (file != null) {
            read(file);
          }
        });
  }

  /** Opens a file, after asking about changes. */
  void open(Path file) {
    ifFree(() -> read(file));
  }

  /** Opens a sample: a design without a file, so that saving asks for one. */
  void openSample(Document sample) {
    ifFree(() -> put(sample, null));
  }

  private void read(Path file) {
    inBackground(
        () -> McxFiles.read(file),
        document -> {
          put(document, file);
          remember(file);
          if (document.unknownThings() > 0) {
            sheets.tell(
                Texts.get("file.unknownTitle", file.getFileName()),
                Texts.get("file.unknownText", document.unknownThings()));
          }
        },
        problem -> {
          memory.change(p -> file.toFile().exists() ? p : p.withRecent(p.recent().without(file)));
          sheets.tell(
              Texts.get("file.openFailed", file.getFileName()),
              problem + "\n" + Texts.get("file.kept"));
        });
  }

  private void put(Document document, @Nullable Path file) {
    session.open(document, file);
    opened.run();
  }

  private void remember(Path file) {
    memory.change(p -> p.withRecent(p.recent().with(file)));
  }

  /** The files that were open, the newest first. */
  RecentFiles recent() {
    return memory.now().recent();
  }

  /** Writes the document to its file; asks for one where it has none. */
  void save() {
    save(() -> {});
  }

  /** Asks for a file and writes the document to it. */
  void saveAs() {
    saveAs(() -> {});
  }

  private void save(Runnable then) {
    Path file = session.file();
    if (file == null) {
      saveAs(then);
    } else {
      write(file, then);
    }
  }

  private void saveAs(Runnable then) {
    Path before = session.file();
    Path file =
        choice.toSave(
            FileChoice.Kind.DESIGN,
            suggestion(FileChoice.Kind.DESIGN),
            before == null ? null : before.getParent());
    if (file != null) {
      write(file, then);
    }
  }

  /** A file name made of the design's own. */
  String suggestion(FileChoice.Kind kind) {
    Path file = session.file();
    String base =
        file != null && file.getFileName() != null
            ? file.getFileName().toString().replaceFirst("\\.mcx$", "")
            : session
                .document()
                .design()
                .name()
                .strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
    return (base.isEmpty() ? "design" : base) + kind.ending();
  }

  private void write(Path file, Runnable then) {
    Document written = session.document();
    inBackground(
        () -> {
          McxFiles.save(written, file);
          return file;
        },
        done -> {
          session.saved(written, file);
          remember(file);
          tell.accept(Texts.get("file.saved", file.getFileName()));
          then.run();
        },
        problem -> sheets.tell(Texts.get("file.saveFailed", file.getFileName()), problem));
  }

  /** Goes on at once where nothing would be lost; asks first where something would. */
  void ifFree(Runnable then) {
    if (!session.dirtyProperty().get()) {
      then.run();
      return;
    }
    if (sheets.isOpen()) {
      return;
    }
    String name = session.document().design().name();
    var save =
        Parts.button(
            Texts.get("file.unsaved.save"),
            () -> {
              sheets.close();
              save(then);
            },
            "accent");
    save.setDefaultButton(true);
    save.setId("unsaved-save");
    var discard =
        Parts.button(
            Texts.get("file.unsaved.discard"),
            () -> {
              sheets.close();
              then.run();
            });
    discard.setId("unsaved-discard");
    var cancel = Parts.button(Texts.get("file.cancel"), sheets::close);
    cancel.setId("unsaved-cancel");
    sheets.show(
        Sheets.card(
            Texts.get("file.unsaved.title", name.isEmpty() ? Texts.get("app.untitled") : name),
            Texts.get("file.unsaved.text"),
            discard,
            cancel,
            save),
        javafx.geometry.Pos.CENTER,
        () -> {});
    save.requestFocus();
  }

  /**
   * Does something slow away from the UI thread, and goes on there.
   *
   * @param failed is told why it could not be done, in words
   */
  <T> void inBackground(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    background.execute(
        () -> {
          try {
            T result = work.call();
            Platform.runLater(() -> done.accept(result));
          } catch (Exception | OutOfMemoryError | StackOverflowError e) {
            LOG.log(Level.FINE, "file work failed", e);
            String reason = e.getMessage();
            Platform.runLater(
                () -> failed.accept(reason == null ? e.getClass().getSimpleName() : reason));
          }
        });
  }
}
