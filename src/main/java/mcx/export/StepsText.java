package mcx.export;

import java.util.List;
import mcx.analysis.fallback.Steps;

/** What failures set off, step by step. */
final class StepsText {

  private StepsText() {}

  static String of(List<Steps> all) {
    StringBuilder text = new StringBuilder();
    for (Steps steps : all) {
      text.append(TextReport.heading("Steps if " + steps.failure().label() + " fails"));
      text.append("  This is the ").append(Steps.LABEL).append(".\n");
      text.append(steps.failing().isEmpty() ? "  Nothing changes.\n" : lines(steps.failing()));
      if (!steps.recovering().isEmpty()) {
        text.append("\n  When it is back:\n").append(lines(steps.recovering()));
      }
    }
    return text.toString();
  }

  private static String lines(List<Steps.Step> steps) {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (Steps.Step step : steps) {
      text.append(
          Wrapping.lines("  " + number + ". ", step.kind().label() + ": " + step.text(), "     "));
      number++;
    }
    return text.toString();
  }
}
