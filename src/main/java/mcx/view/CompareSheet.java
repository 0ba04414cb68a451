package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Budget;
import mcx.analysis.Finding;
import mcx.analysis.SitePath;
import mcx.analysis.compare.BudgetChange;
import mcx.analysis.compare.Comparison;
import mcx.analysis.compare.FallbackChange;
import mcx.analysis.compare.IntentChange;
import mcx.analysis.compare.Presence;
import mcx.analysis.compare.ReachChange;
import mcx.analysis.compare.TableChange;
import mcx.analysis.compare.ThingChange;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** What changed from another design to the one on the canvas, and what that changed. */
final class CompareSheet {

  /** So many lines of a group are shown; of the rest the number. */
  private static final int MOST = 40;

  /** A list of prefixes names so many. */
  private static final int PREFIXES = 4;

  private final Sheets sheets;

  CompareSheet(Sheets sheets) {
    this.sheets = sheets;
  }

  /**
   * Opens the sheet.
   *
   * @param other what the other design is called
   */
  void open(String other, Analysis before, Analysis after, Comparison comparison) {
    VBox groups = new VBox(12);
    groups.setId("comparison");
    if (comparison.isEmpty()) {
      groups.getChildren().add(Parts.paragraph(Texts.get("compare.same"), "muted"));
    } else if (comparison.changesNothing()) {
      groups.getChildren().add(Parts.paragraph(Texts.get("compare.sameNetwork"), "muted"));
    }
    findings(groups, "compare.remarks", "", comparison.remarks());
    group(groups, "compare.drawing", comparison.drawing().stream().map(this::thing).toList());
    group(groups, "compare.reach", comparison.reach().stream().map(this::reach).toList());
    findings(groups, "compare.caused", "+", comparison.caused());
    findings(groups, "compare.solved", "−", comparison.solved());
    group(groups, "compare.intents", comparison.intents().stream().map(this::intent).toList());
    group(
        groups,
        "compare.fallback",
        comparison.fallback().stream().map(c -> fallback(before, after, c)).toList());
    group(groups, "compare.tables", comparison.tables().stream().map(this::table).toList());
    group(groups, "compare.limits", comparison.budgets().stream().map(this::budget).toList());
    ScrollPane scroll = new ScrollPane(groups);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("pane-scroll");
    scroll.setPrefSize(620, 520);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox buttons =
        new HBox(Parts.spacer(), Parts.button(Texts.get("compare.close"), sheets::close, "accent"));
    VBox card =
        new VBox(
            12, Parts.paragraph(Texts.get("compare.title", other), "sheet-title"), scroll, buttons);
    card.getStyleClass().add("sheet-card");
    card.setPrefWidth(680);
    sheets.show(card, Pos.CENTER, sheets::close);
  }

  private static void group(VBox groups, String key, List<Node> lines) {
    if (lines.isEmpty()) {
      return;
    }
    VBox group = new VBox(4, Parts.heading(Texts.get(key, lines.size())));
    group.getChildren().addAll(lines.subList(0, Math.min(MOST, lines.size())));
    if (lines.size() > MOST) {
      group.getChildren().add(Parts.label(Texts.get("compare.more", lines.size() - MOST), "muted"));
    }
    groups.getChildren().add(group);
  }

  private static void findings(VBox groups, String key, String sign, List<Finding> findings) {
    group(
        groups,
        key,
        findings.stream()
            .map(
                f ->
                    line(
                        sign,
                        f.title(),
                        List.of(f.rule() + " · " + f.severity().name().toLowerCase(Locale.ROOT))))
            .toList());
  }

  private static Node line(String sign, String text, List<String> more) {
    Label mark = Parts.firm(sign, "mono", "compare-sign");
    mark.setMinWidth(14);
    VBox words = new VBox(1, Parts.paragraph(text, "cell"));
    more.forEach(m -> words.getChildren().add(Parts.paragraph(m, "finding-text", "small")));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(8, mark, words);
    line.setAlignment(Pos.TOP_LEFT);
    if (sign.equals("+") || sign.equals("−")) {
      mark.getStyleClass().add(sign.equals("+") ? "compare-added" : "compare-removed");
    }
    return line;
  }

  private static String sign(Presence presence) {
    return switch (presence) {
      case ADDED -> "+";
      case REMOVED -> "−";
      case CHANGED -> "~";
    };
  }

  private Node thing(ThingChange c) {
    List<String> fields = new ArrayList<>();
    for (ThingChange.FieldChange f : c.fields()) {
      fields.add(Texts.get("compare.field", f.field(), nothing(f.before()), nothing(f.after())));
    }
    return line(sign(c.presence()), Texts.get("compare.thing", c.label(), c.kind()), fields);
  }

  private static String nothing(String value) {
    return value.isEmpty() ? Texts.get("compare.nothing") : value;
  }

  private Node reach(ReachChange c) {
    String sign =
        switch (c.what()) {
          case GAINED -> "+";
          case LOST -> "−";
          case KIND, WAY -> "~";
        };
    List<String> more = new ArrayList<>();
    more.add(Texts.get("compare.change", kind(c.before()), kind(c.after())));
    SitePath now = c.after();
    if (now != null && !now.steps().isEmpty()) {
      more.add(String.join("  →  ", now.steps()));
    }
    return line(
        sign, Texts.get("compare.pair", c.fromLabel(), c.toLabel(), c.what().label()), more);
  }

  private static String kind(@Nullable SitePath path) {
    return path == null ? Texts.get("compare.nothing") : path.kind().label();
  }

  private Node intent(IntentChange c) {
    String sentence = c.after().isEmpty() ? c.before() : c.after();
    String was = c.was() == null ? Texts.get("compare.nothing") : c.was().state().label();
    String is = c.is() == null ? Texts.get("compare.nothing") : c.is().state().label();
    return line(
        c.was() == null ? "+" : c.is() == null ? "−" : "~",
        sentence,
        List.of(Texts.get("compare.change", was, is)));
  }

  private Node fallback(Analysis before, Analysis after, FallbackChange c) {
    List<String> more = new ArrayList<>();
    c.newSinglePoints()
        .forEach(id -> more.add(Texts.get("compare.newSinglePoint", Names.of(after.design(), id))));
    c.goneSinglePoints()
        .forEach(
            id -> more.add(Texts.get("compare.goneSinglePoint", Names.of(before.design(), id))));
    for (FallbackChange.EffectChange e : c.effects()) {
      more.add(
          Texts.get(
              "compare.effect",
              e.label(),
              e.before() == null ? Texts.get("compare.noEffect") : e.before().label(),
              e.after() == null ? Texts.get("compare.noEffect") : e.after().label()));
    }
    return line("~", c.label(), more);
  }

  private Node table(TableChange c) {
    List<String> more = new ArrayList<>();
    prefixes(more, "compare.gained", c.gained());
    prefixes(more, "compare.lostPrefixes", c.lost());
    for (TableChange.RouteChange r :
        c.changed().subList(0, Math.min(PREFIXES, c.changed().size()))) {
      more.add(Texts.get("compare.field", r.prefix().toString(), r.before(), r.after()));
    }
    if (c.changed().size() > PREFIXES) {
      more.add(Texts.get("compare.more", c.changed().size() - PREFIXES));
    }
    return line(sign(c.presence()), c.label(), more);
  }

  private static void prefixes(List<String> more, String key, List<Prefix> all) {
    if (!all.isEmpty()) {
      String named =
          String.join(
              ", ",
              all.subList(0, Math.min(PREFIXES, all.size())).stream()
                  .map(Prefix::toString)
                  .toList());
      more.add(Texts.get(key, all.size() > PREFIXES ? named + ", …" : named, all.size()));
    }
  }

  private Node budget(BudgetChange c) {
    return line(
        c.before() == null ? "+" : c.after() == null ? "−" : "~",
        c.label(),
        List.of(Texts.get("compare.change", count(c.before()), count(c.after()))));
  }

  private static String count(@Nullable Budget b) {
    return b == null
        ? Texts.get("compare.nothing")
        : Texts.get("adverts.count", b.count(), b.max());
  }
}
