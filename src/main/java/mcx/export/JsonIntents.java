package mcx.export;

import static mcx.export.JsonParts.object;
import static mcx.export.JsonParts.texts;

import java.util.List;
import mcx.analysis.intent.Counterexample;
import mcx.analysis.intent.IntentResult;
import mcx.analysis.intent.IntentText;
import mcx.analysis.intent.Proposal;
import mcx.design.Design;
import mcx.design.Intent;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Intents as JSON. */
final class JsonIntents {

  private JsonIntents() {}

  /** Each intent with its state. */
  static ArrayNode results(Design design, List<IntentResult> results) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (IntentResult r : results) {
      ObjectNode node = intent(design, r.intent());
      node.put("state", Words.key(r.state()));
      node.put("text", r.text());
      node.set("missing", texts(r.missing()));
      node.put("tried", r.tried());
      Counterexample shown = r.counterexample();
      if (shown == null) {
        node.putNull("counterexample");
      } else {
        ObjectNode example = node.putObject("counterexample");
        example.set("failed", texts(shown.failed()));
        JsonParts.path(example, "there", shown.there());
        JsonParts.path(example, "back", shown.back());
        example.put("why", shown.why());
        example.put("at", shown.at() == null ? null : shown.at().value());
      }
      all.add(node);
    }
    return all;
  }

  /** What could be wanted, since it holds. */
  static ArrayNode proposals(Design design, List<Proposal> proposals) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Proposal p : proposals) {
      all.add(intent(design, p.intent()).put("because", p.because()));
    }
    return all;
  }

  private static ObjectNode intent(Design design, Intent intent) {
    ObjectNode node = object();
    node.put("id", intent.id().value());
    node.put("name", intent.name());
    node.put("sentence", IntentText.print(design, intent));
    return node;
  }
}
