package mcx.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.InvalidDesignException;
import mcx.format.McxFormatException;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Origin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file that a command works on, and what it takes as failed. */
final class DesignInput {

  @Parameters(paramLabel = "FILE", description = "The design, an .mcx file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--fail",
      paramLabel = "ID",
      split = ",",
      description =
          "Takes this as failed: the id of an element, a link or a part of a link as in the file,"
              + " such as er-circuit or vpn-1/tunnel-1. May be given several times.")
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
    Analysis well = Analyzer.analyze(design, opened.catalog());
    if (failed.isEmpty()) {
      return well;
    }
    SortedSet<String> known = failable(design, well.compiled().network());
    List<Id> down = new ArrayList<>();
    for (String id : failed) {
      if (!known.contains(id)) {
        throw new BadInputException(unknown(id, known));
      }
      down.add(id(id));
    }
    return Analyzer.analyze(design, opened.catalog(), Failures.of(down));
  }

  private static Id id(String text) {
    try {
      return Id.of(text);
    } catch (InvalidDesignException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  /** All ids of the design, and those of parts that the network depends on. */
  private static SortedSet<String> failable(Design design, Network network) {
    SortedSet<String> ids = new TreeSet<>();
    design.elements().keySet().forEach(i -> ids.add(i.value()));
    design.links().keySet().forEach(i -> ids.add(i.value()));
    List<Origin> origins = new ArrayList<>();
    network.nodes().values().forEach(n -> origins.addAll(n.dependsOn()));
    network.segments().forEach(s -> origins.addAll(s.dependsOn()));
    network.sessions().forEach(s -> origins.addAll(s.dependsOn()));
    network.propagations().forEach(p -> origins.addAll(p.dependsOn()));
    network.vpnDomains().forEach(d -> origins.add(d.origin()));
    origins.forEach(o -> ids.add(o.id()));
    return ids;
  }

  private static String unknown(String id, SortedSet<String> known) {
    String start = "the design has nothing with the id “" + id + "” that could fail.";
    return known.stream()
        .min(Comparator.comparingInt((String k) -> distance(id, k)).thenComparing(k -> k))
        .filter(k -> distance(id, k) <= Math.max(2, id.length() / 3))
        .map(k -> start + " Did you mean “" + k + "”?")
        .orElse(start + " Ids stand in the file, as the keys of elements and links.");
  }

  /** How many letters must be changed, added or removed (Levenshtein). */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
