package mcx.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads catalog files: the built-in ones, and those that a user adds. */
public final class CatalogLoader {

  /** How the name of a user's catalog file ends. */
  public static final String FILE_SUFFIX = ".mcx-catalog.json";

  /** The largest user's file that is read, in bytes. */
  private static final long MAX_BYTES = 8L << 20;

  private static final List<String> BUILT_IN =
      List.of(
          "sources",
          "azure",
          "aws",
          "google",
          "oracle",
          "ibm",
          "alibaba",
          "other",
          "places",
          "assumptions");

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
   * @param key where in the file, such as {@code products › my.gateway › limits}; empty for the
   *     whole
   * @param reason what is wrong
   * @param wayOut what would be right
   */
  public record Problem(Path file, String key, String reason, String wayOut) {

    /** The whole in one line, for showing. */
    @Override
    public String toString() {
      return file.getFileName() + (key.isEmpty() ? "" : ", " + key) + ": " + reason + ". " + wayOut;
    }
  }

  /** The catalog that comes with the program; read once. */
  public static Catalog builtIn() {
    return BuiltIn.CATALOG;
  }

  private static final class BuiltIn {
    static final Catalog CATALOG = load();

    private static Catalog load() {
      Catalog all = new Catalog(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
      for (String name : BUILT_IN) {
        CatalogFile.Content content = CatalogFile.read(resource(name));
        if (!content.faults().isEmpty()) {
          throw new IllegalStateException("catalog file " + name + ": " + content.faults());
        }
        all = all.plus(content.catalog());
      }
      return all;
    }

    private static String resource(String name) {
      String path = "/mcx/catalog/" + name + ".json";
      try (InputStream in = CatalogLoader.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException("catalog file " + name + " is missing");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * What a user's own file holds, alone; never throws for what the file holds or lacks. References
   * are checked against the built-in catalog and the file itself.
   */
  public static Result read(Path file) {
    return read(file, builtIn());
  }

  private static Result read(Path file, Catalog below) {
    Catalog nothing = new Catalog(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    List<Problem> problems = new ArrayList<>();
    try {
      if (Files.size(file) > MAX_BYTES) {
        problems.add(
            new Problem(
                file, "", "it is larger than 8 MB", "Split it, or remove what is not used."));
        return new Result(nothing, problems);
      }
      CatalogFile.Content content = CatalogFile.read(Files.readString(file));
      for (CatalogFile.Fault f : content.faults()) {
        problems.add(new Problem(file, f.key(), f.reason(), f.wayOut()));
      }
      for (CatalogFile.Fault f : CatalogReferences.check(content.catalog(), below)) {
        problems.add(new Problem(file, f.key(), f.reason(), f.wayOut()));
      }
      return new Result(content.catalog(), problems);
    } catch (CharacterCodingException e) {
      problems.add(new Problem(file, "", "it is not text in UTF-8", "Save it as UTF-8."));
    } catch (IOException e) {
      problems.add(
          new Problem(
              file, "", "it cannot be read (" + e + ")", "Check that it exists and may be read."));
    }
    return new Result(nothing, problems);
  }

  /**
   * The built-in catalog with all {@code *.mcx-catalog.json} files of these folders; later folders,
   * and within one later names, take the place of earlier ones. A folder that does not exist has
   * none.
   */
  public static Result withUserFiles(Path... folders) {
    Catalog all = builtIn();
    List<Problem> problems = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : files(folder, problems)) {
        Result one = read(file, all);
        all = all.plus(one.catalog());
        problems.addAll(one.problems());
      }
    }
    return new Result(all, problems);
  }

  private static List<Path> files(Path folder, List<Problem> problems) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*" + FILE_SUFFIX)) {
        stream.forEach(found::add);
      } catch (IOException | DirectoryIteratorException e) {
        problems.add(
            new Problem(folder, "", "its files cannot be listed", "Check that it may be read."));
      }
    }
    found.sort(null);
    return found;
  }
}
