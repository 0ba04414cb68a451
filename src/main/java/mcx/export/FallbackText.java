package mcx.export;

import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Fallback;
import mcx.analysis.Names;
import mcx.analysis.SitePath;

/** For each pair of sites the path now, and what every single failure makes of it. */
final class FallbackText {

  private FallbackText() {}

  static String of(Analysis analysis, Fallback fallback) {
    StringBuilder text = new StringBuilder(TextReport.heading("Fallback"));
    if (fallback.pairs().isEmpty()) {
      return text.append("  No two sites reach each other.\n").toString();
    }
    String between = "";
    for (Fallback.Pair pair : fallback.pairs()) {
      text.append(between).append(of(analysis, pair));
      between = "\n";
    }
    if (!fallback.complete()) {
      text.append("\n  This is not all: it was stopped before the end.\n");
    }
    return text.toString();
  }

  private static String of(Analysis analysis, Fallback.Pair pair) {
    StringBuilder text = new StringBuilder("  ");
    text.append(Names.of(analysis.design(), pair.a())).append(" – ");
    text.append(Names.of(analysis.design(), pair.b())).append('\n');
    text.append("    now: ").append(path(pair.now())).append('\n');
    if (!mirrored(pair.now(), pair.back())) {
      text.append("    back: ").append(path(pair.back())).append('\n');
    }
    TextTable table = new TextTable("    ", "If this fails", "then", "by way of");
    for (Fallback.Outcome o : pair.outcomes()) {
      SitePath telling = o.path().reaches() ? (o.back().reaches() ? o.path() : o.back()) : o.path();
      table.row(
          o.label() + " (" + o.failed() + ")", o.effect().label(), SeparationText.way(telling));
    }
    text.append(table.isEmpty() ? "    no single failure changes that\n" : table.toString());
    if (!pair.singlePoints().isEmpty()) {
      String all =
          pair.singlePoints().stream()
              .map(i -> Names.of(analysis.design(), i))
              .collect(Collectors.joining("; "));
      text.append(Wrapping.lines("    without fallback: ", all, "      "));
    }
    return text.toString();
  }

  private static String path(SitePath path) {
    return path.kind().label() + ", " + SeparationText.way(path);
  }

  private static boolean mirrored(SitePath there, SitePath back) {
    return there.kind() == back.kind() && there.steps().equals(back.steps().reversed());
  }
}
