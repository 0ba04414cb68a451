package mcx.export;

import java.util.List;
import java.util.Locale;
import mcx.analysis.Analysis;
import mcx.analysis.SitePath;
import mcx.analysis.intent.Counterexample;
import mcx.analysis.intent.IntentResult;
import mcx.analysis.intent.IntentText;
import mcx.analysis.intent.Proposal;
import org.jspecify.annotations.Nullable;

/** What should hold, and whether it does. */
final class IntentsText {

  private IntentsText() {}

  /** Each intent with its state; nothing where the design has none. */
  static String of(Analysis analysis) {
    if (analysis.intents().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(TextReport.heading("Intents"));
    String between = "";
    for (IntentResult r : analysis.intents()) {
      String name = r.intent().name();
      String sentence = IntentText.print(analysis.design(), r.intent());
      text.append(between)
          .append(
              Wrapping.lines(
                  r.state().label().toUpperCase(Locale.ROOT) + "  ",
                  name.isBlank() ? sentence : name + ": " + sentence,
                  "  "))
          .append(Wrapping.lines("  ", r.text(), "  "));
      Counterexample shown = r.counterexample();
      if (shown != null) {
        way(text, "there", shown.there());
        way(text, "back", shown.back());
      }
      between = "\n";
    }
    return text.toString();
  }

  private static void way(StringBuilder text, String label, @Nullable SitePath path) {
    if (path != null) {
      text.append(Wrapping.lines("  " + label + ": ", SeparationText.way(path), "     "));
    }
  }

  /** What could be wanted, since it holds. */
  static String proposals(List<Proposal> proposals) {
    StringBuilder text = new StringBuilder(TextReport.heading("Proposed intents"));
    if (proposals.isEmpty()) {
      return text.append("  Nothing that holds is left to propose.\n").toString();
    }
    for (Proposal p : proposals) {
      text.append(Wrapping.lines("", p.sentence(), "  "))
          .append(Wrapping.lines("  ", p.because(), "  "));
    }
    return text.toString();
  }
}
