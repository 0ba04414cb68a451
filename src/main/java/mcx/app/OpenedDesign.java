package mcx.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.diagram.Document;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;

/**
 * A design file with the catalog that holds for it: the built-in one, the user's own files, and
 * those beside the design.
 */
record OpenedDesign(Path file, Document document, Catalog catalog) {

  /**
   * Opens a file, and tells what of the user's catalog files cannot be used.
   *
   * @param err where warnings go
   */
  static OpenedDesign open(Path file, Surroundings surroundings, PrintWriter err)
      throws IOException, McxFormatException {
    Document document = McxFiles.read(file);
    int kept = document.unknownThings();
    if (kept > 0) {
      err.println(
          "mcx: note: "
              + kept
              + (kept == 1 ? " element or link is" : " elements and links are")
              + " of a kind that this version does not know, and left out of account.");
    }
    CatalogLoader.Result catalog =
        CatalogLoader.withUserFiles(surroundings.catalogFolder(), besides(file));
    catalog.problems().forEach(p -> err.println("mcx: warning: catalog file " + p));
    return new OpenedDesign(file, document, catalog.catalog());
  }

  /** The folder that the file is in. */
  static Path besides(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }
}
