package mcx.catalog;

import java.nio.file.Path;
import java.util.List;

/** Reads catalog files: the built-in ones, and those that a user adds. */
public final class CatalogLoader {

  private CatalogLoader() {}

  /**
   * The outcome of reading a user's files.
   *
   * @param catalog what could be read, on top of what was there before
   * @param problems what could not, in the order of the files
   */
  public record Result(Catalog catalog, List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Something wrong in a user's file.
   *
   * @param file the file
   * @param key where in the file, such as {@code products › my.gateway › limits}; empty for the whole
   * @param reason what is wrong
   * @param wayOut what would be right
   */
  public record Problem(Path file, String key, String reason, String wayOut) {}

  /** The catalog that comes with the program. */
  public static Catalog builtIn() {
    throw new UnsupportedOperationException("not yet");
  }

  /** What a user's own file holds, alone; never throws for what the file holds or lacks. */
  public static Result read(Path file) {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * The built-in catalog with all {@code *.mcx-catalog.json} files of these folders; later folders,
   * and within one later names, take the place of earlier ones. A folder that does not exist has none.
   */
  public static Result withUserFiles(Path... folders) {
    throw new UnsupportedOperationException("not yet");
  }
}
