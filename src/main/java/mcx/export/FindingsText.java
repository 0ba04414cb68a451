package mcx.export;

import java.util.Locale;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Finding;
import mcx.design.Id;

/** Findings as text, worst first, each as a colleague would tell it. */
final class FindingsText {

  private FindingsText() {}

  static String of(Analysis analysis) {
    StringBuilder text = new StringBuilder(TextReport.heading("Findings"));
    if (analysis.findings().isEmpty()) {
      return text.append("  Nothing to report.\n").toString();
    }
    String between = "";
    for (Finding f : analysis.findings()) {
      text.append(between);
      String rule = f.rule().isEmpty() ? "" : f.rule() + "  ";
      text.append(
          Wrapping.lines(
              f.severity().name().toUpperCase(Locale.ROOT) + "  " + rule, f.title(), "  "));
      text.append(Wrapping.lines("  ", f.text(), "  "));
      for (String remedy : f.remedies()) {
        text.append(Wrapping.lines("  → ", remedy, "    "));
      }
      text.append(
          Wrapping.lines(
              "  at ",
              f.evidence().stream().map(Id::toString).collect(Collectors.joining(", ")),
              "     "));
      text.append(Wrapping.lines("  source: ", f.source(), "     "));
      between = "\n";
    }
    return text.toString();
  }
}
