package mcx.export;

import static mcx.export.JsonParts.object;
import static mcx.export.JsonParts.texts;

import java.util.List;
import mcx.analysis.Analysis;
import mcx.analysis.Budget;
import mcx.analysis.Finding;
import mcx.analysis.compare.BudgetChange;
import mcx.analysis.compare.Comparison;
import mcx.analysis.compare.FallbackChange;
import mcx.analysis.compare.IntentChange;
import mcx.analysis.compare.ReachChange;
import mcx.analysis.compare.TableChange;
import mcx.analysis.compare.ThingChange;
import mcx.analysis.intent.IntentResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What changed from one design to another as JSON, for scripts. The shape is described by the JSON
 * Schema {@code mcx/export/compare.schema.json}; fields may be added, but none changes its meaning
 * or goes away while {@code comparison} stays {@value #VERSION}.
 */
public final class JsonComparison {

  /** The version of the shape. */
  public static final int VERSION = 1;

  private JsonComparison() {}

  /** The change from one analysed design to another. */
  public static String of(Analysis before, Analysis after, Comparison c) {
    ObjectNode node = object();
    node.put("comparison", VERSION);
    node.put("before", before.design().name());
    node.put("after", after.design().name());
    node.put("same", c.isEmpty());
    ArrayNode drawing = node.putArray("drawing");
    c.drawing().forEach(x -> drawing.add(thing(x)));
    ArrayNode reach = node.putArray("reachability");
    c.reach().forEach(x -> reach.add(reach(x)));
    node.set("newFindings", findings(c.caused()));
    node.set("solvedFindings", findings(c.solved()));
    node.set("remarks", findings(c.remarks()));
    ArrayNode intents = node.putArray("intents");
    c.intents().forEach(x -> intents.add(intent(x)));
    ArrayNode fallback = node.putArray("fallback");
    c.fallback().forEach(x -> fallback.add(fallback(x)));
    ArrayNode tables = node.putArray("routes");
    c.tables().forEach(x -> tables.add(table(x)));
    ArrayNode budgets = node.putArray("budgets");
    c.budgets().forEach(x -> budgets.add(budget(x)));
    return JsonParts.text(node);
  }

  private static ObjectNode thing(ThingChange c) {
    ObjectNode node = object();
    node.put("id", c.id().value());
    node.put("label", c.label());
    node.put("kind", c.kind());
    node.put("change", Words.key(c.presence()));
    ArrayNode fields = node.putArray("fields");
    for (ThingChange.FieldChange f : c.fields()) {
      fields.addObject().put("field", f.field()).put("before", f.before()).put("after", f.after());
    }
    return node;
  }

  private static ObjectNode reach(ReachChange c) {
    ObjectNode node = object();
    node.put("from", c.from().value());
    node.put("to", c.to().value());
    node.put("change", Words.key(c.what()));
    JsonParts.path(node, "before", c.before());
    JsonParts.path(node, "after", c.after());
    return node;
  }

  private static ArrayNode findings(List<Finding> findings) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    findings.forEach(f -> all.add(JsonParts.finding(f)));
    return all;
  }

  private static ObjectNode intent(IntentChange c) {
    ObjectNode node = object();
    node.put("id", c.id().value());
    said(node, "before", c.before(), c.was());
    said(node, "after", c.after(), c.is());
    return node;
  }

  private static void said(
      ObjectNode node, String key, String sentence, @Nullable IntentResult result) {
    if (result == null) {
      node.putNull(key);
    } else {
      node.putObject(key)
          .put("sentence", sentence)
          .put("state", Words.key(result.state()))
          .put("text", result.text());
    }
  }

  private static ObjectNode fallback(FallbackChange c) {
    ObjectNode node = object();
    node.put("a", c.a().value());
    node.put("b", c.b().value());
    node.set("newSinglePoints", texts(c.newSinglePoints()));
    node.set("goneSinglePoints", texts(c.goneSinglePoints()));
    ArrayNode effects = node.putArray("effects");
    for (FallbackChange.EffectChange e : c.effects()) {
      effects
          .addObject()
          .put("failed", e.failed().value())
          .put("label", e.label())
          .put("before", e.before() == null ? null : Words.key(e.before()))
          .put("after", e.after() == null ? null : Words.key(e.after()));
    }
    return node;
  }

  private static ObjectNode table(TableChange c) {
    ObjectNode node = object();
    node.set("table", JsonParts.table(c.table(), c.label()));
    node.put("change", Words.key(c.presence()));
    node.set("gained", texts(c.gained()));
    node.set("lost", texts(c.lost()));
    ArrayNode changed = node.putArray("changed");
    for (TableChange.RouteChange r : c.changed()) {
      changed
          .addObject()
          .put("prefix", r.prefix().toString())
          .put("before", r.before())
          .put("after", r.after());
    }
    return node;
  }

  private static ObjectNode budget(BudgetChange c) {
    ObjectNode node = object();
    node.put("id", c.id());
    node.put("label", c.label());
    budget(node, "before", c.before());
    budget(node, "after", c.after());
    return node;
  }

  private static void budget(ObjectNode node, String key, @Nullable Budget budget) {
    if (budget == null) {
      node.putNull(key);
    } else {
      node.putObject(key).put("count", budget.count()).put("max", budget.max());
    }
  }
}
