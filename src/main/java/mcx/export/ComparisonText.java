package mcx.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Budget;
import mcx.analysis.Fallback.Effect;
import mcx.analysis.Finding;
import mcx.analysis.Names;
import mcx.analysis.SitePath;
import mcx.analysis.compare.BudgetChange;
import mcx.analysis.compare.Comparison;
import mcx.analysis.compare.FallbackChange;
import mcx.analysis.compare.IntentChange;
import mcx.analysis.compare.Presence;
import mcx.analysis.compare.ReachChange;
import mcx.analysis.compare.TableChange;
import mcx.analysis.compare.ThingChange;
import mcx.analysis.intent.IntentResult;
import mcx.design.Design;
import mcx.design.Id;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** What changed from one design to another, as plain text. */
public final class ComparisonText {

  /** A list of prefixes names this many; of the others it gives the number. */
  private static final int MOST_LISTED = 4;

  /** A table of routes shows this many that go another way. */
  private static final int MOST_ROUTES = 3;

  private final Comparison comparison;
  private final Analysis before;
  private final Analysis after;
  private final StringBuilder text = new StringBuilder();

  private ComparisonText(Analysis before, Analysis after, Comparison comparison) {
    this.before = before;
    this.after = after;
    this.comparison = comparison;
  }

  /** The change from one analysed design to another. */
  public static String of(Analysis before, Analysis after, Comparison comparison) {
    return new ComparisonText(before, after, comparison).write();
  }

  private String write() {
    String title = name(before) + " → " + name(after);
    text.append(title).append('\n').append("═".repeat(title.length())).append('\n');
    if (comparison.isEmpty()) {
      return text.append("Nothing changed, in the drawing or in what it does.\n").toString();
    }
    if (comparison.changesNothing()) {
      text.append("The network does what it did.\n");
    }
    text.append(summary());
    findings("Remarks on the change", "", comparison.remarks());
    drawing();
    reach();
    findings("New findings", "+ ", comparison.caused());
    findings("Solved findings", "− ", comparison.solved());
    intents();
    fallback();
    tables();
    budgets();
    return text.toString();
  }

  /** How much changed, in a line. */
  private String summary() {
    List<String> parts = new ArrayList<>();
    count(parts, comparison.drawing().size(), "element or link", "elements and links");
    count(parts, reach(ReachChange.What.LOST), "path lost", "paths lost");
    count(parts, reach(ReachChange.What.GAINED), "path gained", "paths gained");
    count(parts, comparison.caused().size(), "new finding", "new findings");
    count(parts, comparison.solved().size(), "solved finding", "solved findings");
    count(parts, comparison.intents().size(), "intent", "intents");
    count(parts, comparison.tables().size(), "routing table", "routing tables");
    return parts.isEmpty() ? "" : Wrapping.lines("", String.join(" · ", parts), "  ");
  }

  private int reach(ReachChange.What what) {
    return (int) comparison.reach().stream().filter(c -> c.what() == what).count();
  }

  private static void count(List<String> parts, int n, String one, String many) {
    if (n > 0) {
      parts.add(Words.count(n, one, many));
    }
  }

  private static String name(Analysis analysis) {
    String name = analysis.design().name();
    return name.isBlank() ? "Untitled" : name;
  }

  private void heading(String title, boolean needed) {
    if (needed) {
      text.append(TextReport.heading(title));
    }
  }

  private void drawing() {
    heading("Drawing", !comparison.drawing().isEmpty());
    for (ThingChange c : comparison.drawing()) {
      String sign = sign(c.presence());
      text.append("  " + sign + " " + c.label() + " (" + c.kind() + ", " + c.id() + ")\n");
      for (ThingChange.FieldChange f : c.fields()) {
        text.append(
            Wrapping.lines(
                "      ",
                f.field() + ": " + shown(f.before()) + " → " + shown(f.after()),
                "        "));
      }
    }
  }

  private static String sign(Presence presence) {
    return switch (presence) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "~";
    };
  }

  private static String shown(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  private void reach() {
    heading("Reachability", !comparison.reach().isEmpty());
    for (ReachChange c : comparison.reach()) {
      SitePath now = c.after();
      SitePath then = c.before();
      String how =
          switch (c.what()) {
            case GAINED -> now == null ? "" : now.kind().label();
            case LOST -> then == null ? "" : "was " + then.kind().label();
            case KIND ->
                then == null || now == null ? "" : then.kind().label() + " → " + now.kind().label();
            case WAY -> now == null ? "" : now.kind().label();
          };
      String sign =
          switch (c.what()) {
            case GAINED -> "+";
            case LOST -> "−";
            case KIND, WAY -> "~";
          };
      text.append(
          Wrapping.lines(
              "  " + sign + " ",
              c.fromLabel() + " to " + c.toLabel() + ": " + c.what().label() + ", " + how,
              "      "));
      if (now != null) {
        text.append(Wrapping.lines("      ", SeparationText.way(now), "        "));
      }
    }
  }

  private void findings(String title, String sign, List<Finding> findings) {
    heading(title, !findings.isEmpty());
    for (Finding f : findings) {
      String rule = f.rule().isEmpty() ? "" : f.rule() + "  ";
      String level = f.severity().name().toUpperCase(Locale.ROOT);
      text.append(Wrapping.lines("  " + sign + level + "  " + rule, f.title(), "      "));
      if (!sign.startsWith("−")) {
        text.append(Wrapping.lines("      ", f.text(), "      "));
      }
    }
  }

  private void intents() {
    heading("Intents", !comparison.intents().isEmpty());
    for (IntentChange c : comparison.intents()) {
      String sign = c.was() == null ? "+" : c.is() == null ? "−" : "~";
      String said = c.is() == null ? c.before() : c.after();
      text.append(
          Wrapping.lines(
              "  " + sign + " ", said + ": " + state(c.was()) + " → " + state(c.is()), "      "));
      if (c.was() != null && c.is() != null && !c.before().equals(c.after())) {
        text.append(Wrapping.lines("      ", "was: " + c.before(), "        "));
      }
      if (c.is() != null && c.is().state() == IntentResult.State.BROKEN) {
        text.append(Wrapping.lines("      ", c.is().text(), "        "));
      }
    }
  }

  private static String state(@Nullable IntentResult result) {
    return result == null ? "not there" : result.state().label();
  }

  private void fallback() {
    heading("Fallback", !comparison.fallback().isEmpty());
    for (FallbackChange c : comparison.fallback()) {
      text.append("  ~ ").append(c.label()).append('\n');
      points("no fallback any more: ", after.design(), c.newSinglePoints());
      points("with a fallback now: ", after.design(), still(c.goneSinglePoints(), true));
      points("not there any more: ", before.design(), still(c.goneSinglePoints(), false));
      for (FallbackChange.EffectChange e : c.effects()) {
        text.append(
            Wrapping.lines(
                "      ",
                "if " + e.label() + " fails: " + effect(e.before()) + " → " + effect(e.after()),
                "        "));
      }
    }
  }

  /** Those that are still drawn, or those that are not. */
  private List<Id> still(List<Id> points, boolean drawn) {
    Design design = after.design();
    return points.stream()
        .filter(p -> (design.element(p.owner()) != null || design.link(p.owner()) != null) == drawn)
        .toList();
  }

  private void points(String label, Design design, List<Id> points) {
    if (!points.isEmpty()) {
      String names =
          points.stream().map(p -> Names.of(design, p)).collect(Collectors.joining("; "));
      text.append(Wrapping.lines("      ", label + names, "        "));
    }
  }

  private static String effect(@Nullable Effect effect) {
    return effect == null ? "no change" : effect.label();
  }

  private void tables() {
    heading("Routes", !comparison.tables().isEmpty());
    for (TableChange c : comparison.tables()) {
      text.append("  " + sign(c.presence()) + " " + c.label() + " (" + c.table() + ")");
      if (c.presence() != Presence.CHANGED) {
        int all = c.gained().size() + c.lost().size();
        text.append(", " + Words.count(all, "prefix", "prefixes") + "\n");
        continue;
      }
      text.append('\n');
      prefixes("gained", c.gained());
      prefixes("lost", c.lost());
      c.changed().stream()
          .limit(MOST_ROUTES)
          .forEach(
              r ->
                  text.append(
                      Wrapping.lines(
                          "      ",
                          r.prefix() + ": " + r.before() + " → " + r.after(),
                          "        ")));
      int more = c.changed().size() - MOST_ROUTES;
      if (more > 0) {
        text.append("      and " + Words.count(more, "other prefix", "other prefixes"))
            .append(" another way\n");
      }
    }
  }

  private void prefixes(String label, List<Prefix> prefixes) {
    if (!prefixes.isEmpty()) {
      int more = prefixes.size() - MOST_LISTED;
      String list =
          prefixes.stream()
              .limit(MOST_LISTED)
              .map(Prefix::toString)
              .collect(Collectors.joining(", "));
      text.append(
          Wrapping.lines(
              "      ",
              label
                  + " "
                  + Words.count(prefixes.size(), "prefix", "prefixes")
                  + ": "
                  + list
                  + (more > 0 ? " and " + more + " more" : ""),
              "        "));
    }
  }

  private void budgets() {
    heading("Prefix limits", !comparison.budgets().isEmpty());
    for (BudgetChange c : comparison.budgets()) {
      String sign = c.before() == null ? "+" : c.after() == null ? "−" : "~";
      text.append(
          Wrapping.lines(
              "  " + sign + " ",
              c.label()
                  + ": "
                  + count(c.before())
                  + " → "
                  + count(c.after())
                  + (c.isNewlyExceeded() ? ", which is exceeded now" : ""),
              "      "));
    }
  }

  private static String count(@Nullable Budget b) {
    return b == null ? "not there" : b.count() + " of at most " + b.max() + " " + b.what();
  }
}
