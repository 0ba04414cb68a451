package mcx.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.compile.Compiler;
import mcx.design.Design;
import mcx.design.Id;
import mcx.format.McxFormatException;
import mcx.network.Failures;
import mcx.network.Network;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file that a command works on, and what it takes as failed. */
final class DesignInput {

  @Parameters(paramLabel = "FILE", description = "The design, an .mcx file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--fail",
      paramLabel = "WHAT",
      description =
          "Takes this as failed: an element, a link or a part of one, by its id as in the file, such"
              + " as er-circuit or vpn-1/tunnel-1, or by its name as shown; or places that fail"
              + " together, such as metro/amsterdam or shared-risk/duct-7. May be given several"
              + " times, or with commas.")
  private List<String> failed = new ArrayList<>();

  OpenedDesign open(Surroundings surroundings, PrintWriter err)
      throws IOException, McxFormatException {
    return OpenedDesign.open(file, surroundings, err);
  }

  /** Whether anything is taken as failed. */
  boolean hasFailures() {
    return !failed.isEmpty();
  }

  /** The design analysed with what failed. */
  Analysis analyze(OpenedDesign opened) {
    Design design = opened.document().design();
    if (failed.isEmpty()) {
      return Analyzer.analyze(design, opened.catalog());
    }
    Network network = Compiler.compile(design, opened.catalog()).network();
    Failable failable = new Failable(design, network);
    List<Id> down = new ArrayList<>();
    failed.forEach(text -> down.addAll(failable.down(text)));
    return Analyzer.analyze(design, opened.catalog(), Failures.of(down));
  }
}
