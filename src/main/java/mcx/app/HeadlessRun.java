package mcx.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.export.PngExport;
import mcx.export.TextReport;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;
import org.jspecify.annotations.Nullable;

/** What the program does where it can show no window: analyses a design, and writes its picture. */
final class HeadlessRun {

  private HeadlessRun() {}

  /**
   * Does it.
   *
   * @param why why there is no window, without a full stop
   * @param given the design; null for a sample
   */
  static int run(
      String why, @Nullable Path given, Surroundings surroundings, PrintWriter out, PrintWriter err)
      throws IOException, McxFormatException {
    Path file = given == null ? surroundings.samples().first() : given;
    if (file == null) {
      throw new BadInputException(
          why + ", so that no window can be opened. Name a design: mcx FILE, or mcx analyze FILE.");
    }
    System.setProperty("java.awt.headless", "true");
    OpenedDesign opened = OpenedDesign.open(file, surroundings, err);
    err.flush();
    Analysis analysis = Analyzer.analyze(opened.document().design(), opened.catalog());
    out.print(TextReport.of(analysis, Analyzer.fallback(analysis, () -> false)));
    Path picture = Path.of(stem(file) + ".png");
    PngExport.write(opened.document(), opened.catalog(), PngExport.Options.DEFAULT, picture);
    out.println();
    out.println(
        why
            + ", so no window was opened. This is what MCX says about "
            + (given == null ? "its sample " : "")
            + "“"
            + file.getFileName()
            + "”; its picture is in "
            + picture.toAbsolutePath()
            + ".");
    out.flush();
    return CommandLineFactory.GOOD;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(McxFiles.EXTENSION)
        ? name.substring(0, name.length() - McxFiles.EXTENSION.length())
        : name;
  }
}
