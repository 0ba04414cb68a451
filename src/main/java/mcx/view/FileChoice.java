package mcx.view;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Asks for a file: the system's own dialogs in the program, prepared answers in tests. */
interface FileChoice {

  /** A kind of file that is asked for. */
  enum Kind {
    DESIGN("file.type", ".mcx"),
    PICTURE("export.type", ".png");

    private final String text;
    private final String ending;

    Kind(String text, String ending) {
      this.text = text;
      this.ending = ending;
    }

    /** How names of such files end. */
    String ending() {
      return ending;
    }
  }

  /** The file to open; null where people turn away. */
  @Nullable Path toOpen(Kind kind);

  /**
   * The file to write to; null where people turn away.
   *
   * @param suggestion a name to start from
   * @param folder where to start; null for the system's own idea
   */
  @Nullable Path toSave(Kind kind, String suggestion, @Nullable Path folder);

  /** The system's dialogs over a window. */
  static FileChoice system(Stage stage) {
    return new FileChoice() {
      @Override
      public @Nullable Path toOpen(Kind kind) {
        return path(chooser(kind, Texts.get("file.open")).showOpenDialog(stage), kind, false);
      }

      @Override
      public @Nullable Path toSave(Kind kind, String suggestion, @Nullable Path folder) {
        FileChooser chooser =
            chooser(kind, Texts.get(kind == Kind.DESIGN ? "file.saveAs" : "export.title"));
        chooser.setInitialFileName(suggestion);
        if (folder != null && folder.toFile().isDirectory()) {
          chooser.setInitialDirectory(folder.toFile());
        }
        return path(chooser.showSaveDialog(stage), kind, true);
      }

      private FileChooser chooser(Kind kind, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser
            .getExtensionFilters()
            .add(new FileChooser.ExtensionFilter(Texts.get(kind.text), "*" + kind.ending));
        return chooser;
      }

      private @Nullable Path path(@Nullable File file, Kind kind, boolean complete) {
        if (file == null) {
          return null;
        }
        String name = file.getName();
        return complete && !name.contains(".")
            ? file.toPath().resolveSibling(name + kind.ending)
            : file.toPath();
      }
    };
  }
}
