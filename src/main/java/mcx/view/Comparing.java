package mcx.view;

import java.nio.file.Path;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.compare.Comparison;
import mcx.catalog.Catalog;
import mcx.design.Design;
import mcx.editor.EditingSession;
import mcx.format.McxFiles;

/**
 * Works out, away from the window's thread, what changed from a file to the design on the canvas.
 */
final class Comparing {

  private record Both(Analysis before, Analysis after, Comparison comparison) {}

  private final EditingSession session;
  private final FileWork files;
  private final Sheets sheets;

  Comparing(EditingSession session, FileWork files, Sheets sheets) {
    this.session = session;
    this.files = files;
    this.sheets = sheets;
  }

  void compareWith(Path file) {
    Design now = session.document().design();
    Catalog catalog = session.catalog();
    String name = String.valueOf(file.getFileName());
    files.inBackground(
        () -> both(McxFiles.read(file).design(), now, catalog),
        both -> new CompareSheet(sheets).open(name, both.before(), both.after(), both.comparison()),
        problem -> sheets.tell(Texts.get("compare.failed", name), problem));
  }

  private static Both both(Design then, Design now, Catalog catalog) {
    Analysis before = judged(then, catalog);
    Analysis after = judged(now, catalog);
    Fallback failuresBefore = Analyzer.fallback(before, () -> false);
    Fallback failuresAfter = Analyzer.fallback(after, () -> false);
    return new Both(before, after, Comparison.of(before, after, failuresBefore, failuresAfter));
  }

  private static Analysis judged(Design design, Catalog catalog) {
    return Analyzer.judge(Analyzer.settled(Analyzer.analyze(design, catalog)), () -> false);
  }
}
