package mcx.export;

import java.util.Locale;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Finding;
import mcx.analysis.Fix;
import mcx.analysis.Review;
import mcx.design.Id;

/** Findings as text, worst first, each as a colleague would tell it. */
final class FindingsText {

  private FindingsText() {}

  static String of(Analysis analysis) {
    StringBuilder text = new StringBuilder(TextReport.heading("Findings"));
    if (analysis.findings().isEmpty()) {
      text.append("  Nothing to report.\n");
    }
    String between = "";
    for (Finding f : analysis.findings()) {
      text.append(between);
      append(text, f);
      between = "\n";
    }
    undecided(text, analysis.review());
    accepted(text, analysis.review());
    return text.toString();
  }

  private static void undecided(StringBuilder text, Review review) {
    if (!review.undecided().isEmpty()) {
      text.append(TextReport.heading("What cannot be told"));
      for (Finding f : review.undecided()) {
        text.append(Wrapping.lines("  " + f.rule() + "  ", f.title() + ". " + f.text(), "    "));
      }
    }
  }

  private static void accepted(StringBuilder text, Review review) {
    if (!review.muted().isEmpty()) {
      text.append(TextReport.heading("Accepted"));
      for (Review.Muted m : review.muted()) {
        text.append(
            Wrapping.lines(
                "  " + m.finding().rule() + "  ",
                m.finding().title() + ". Accepted: " + m.mute().reason(),
                "    "));
      }
    }
  }

  private static void append(StringBuilder text, Finding f) {
    String rule = f.rule().isEmpty() ? "" : f.rule() + "  ";
    text.append(
        Wrapping.lines(
            f.severity().name().toUpperCase(Locale.ROOT) + "  " + rule, f.title(), "  "));
    text.append(Wrapping.lines("  ", f.text(), "  "));
    for (String remedy : f.remedies()) {
      text.append(Wrapping.lines("  → ", remedy, "    "));
    }
    for (Fix fix : f.fixes()) {
      text.append(Wrapping.lines("  fix: ", fix.title(), "       "));
    }
    text.append(
        Wrapping.lines(
            "  at ",
            f.evidence().stream().map(Id::toString).collect(Collectors.joining(", ")),
            "     "));
    text.append(Wrapping.lines("  source: ", f.source(), "     "));
  }
}
