package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.SitePath;
import mcx.analysis.intent.Counterexample;
import mcx.analysis.intent.IntentResult;
import mcx.analysis.intent.IntentText;
import mcx.compile.Note.Severity;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** An intent does not hold. */
final class BrokenIntent extends Rule {

  BrokenIntent() {
    super(new RuleTable.Row("INTENT", Severity.ERROR, "the design's intents"));
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (IntentResult result : situation.analysis().intents()) {
      Counterexample shown = result.counterexample();
      if (shown != null) {
        found.add(found(situation, result, shown));
      }
    }
    return found;
  }

  private Finding found(Situation situation, IntentResult result, Counterexample shown) {
    String sentence = IntentText.print(situation.design(), result.intent());
    String name = result.intent().name();
    List<Id> evidence = new ArrayList<>(shown.failed());
    if (shown.at() != null) {
      evidence.addFirst(shown.at());
    }
    drawn(shown.there(), evidence);
    drawn(shown.back(), evidence);
    return finding(List.copyOf(result.intent().things()))
        .showing(evidence)
        .title("Broken intent: " + (name.isBlank() ? sentence : name + " (" + sentence + ")"))
        .text(result.text())
        .remedy("Mend the design where the path goes wrong, or change the intent.")
        .done();
  }

  private static void drawn(@Nullable SitePath path, List<Id> evidence) {
    if (path != null && path.reaches()) {
      evidence.addAll(path.drawn());
    }
  }
}
