package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Fallback;
import mcx.analysis.SitePath;
import mcx.analysis.fallback.Capacity;
import mcx.analysis.fallback.Detection;
import mcx.analysis.fallback.Figures;
import mcx.analysis.fallback.Latency;
import mcx.analysis.fallback.Overload;
import mcx.analysis.fallback.TunnelUse;
import mcx.compile.VpnAgreement;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What carries the traffic of a pair of sites now, or after a failure, and how well. */
final class OutcomeCard extends VBox {

  private @Nullable Analysis of;
  private @Nullable Shown last;

  OutcomeCard() {
    super(8);
    getStyleClass().add("outcome");
  }

  /** All that the card is made from, apart from names. */
  private record Shown(
      SitePath now,
      SitePath back,
      Figures figures,
      boolean returnFollows,
      Fallback.@Nullable Outcome outcome) {}

  /**
   * Shows a pair as it is, or after a failure; nothing without a pair.
   *
   * @param outcome what a failure does to it; null for as it is
   */
  void show(
      @Nullable Analysis analysis,
      Fallback.@Nullable Pair pair,
      Fallback.@Nullable Outcome outcome) {
    Shown now =
        pair == null
            ? null
            : new Shown(pair.now(), pair.back(), pair.nowFigures(), pair.returnFollows(), outcome);
    if (analysis == of && Objects.equals(now, last)) {
      return;
    }
    of = analysis;
    last = now;
    getChildren().clear();
    if (analysis == null || pair == null) {
      return;
    }
    SitePath path = outcome == null ? pair.now() : outcome.path();
    SitePath back = outcome == null ? pair.back() : outcome.back();
    WayCard there = new WayCard();
    there.show(analysis, path);
    getChildren().add(there);
    boolean follows = outcome == null ? pair.returnFollows() : outcome.returnFollows();
    if (!follows && back.reaches()) {
      WayCard home = new WayCard();
      home.show(analysis, back);
      getChildren().add(home);
    }
    boolean shared = path.isShared() || back.isShared();
    GridPane facts = new GridPane(10, 4);
    facts.getStyleClass().add("facts");
    int row = 0;
    row = capacity(facts, row, pair, outcome);
    row = latency(facts, row, pair, outcome);
    if (outcome != null) {
      row = detection(facts, row, outcome.slowest());
    }
    if (back.reaches()) {
      row =
          fact(
              facts,
              row,
              Texts.get("outcome.return"),
              Texts.get(
                  follows
                      ? "outcome.returnFollows"
                      : shared ? "outcome.returnPartlyDiffers" : "outcome.returnDiffers"),
              follows ? "" : "cell-warning");
    }
    getChildren().add(facts);
    if (outcome != null) {
      outcome.overloads().forEach(o -> getChildren().add(overload(o)));
      tunnels(outcome.tunnels());
    }
  }

  // Figures

  private static int capacity(
      GridPane facts, int row, Fallback.Pair pair, Fallback.@Nullable Outcome outcome) {
    String text = speed(pair.nowFigures());
    if (outcome != null) {
      text = Texts.get("outcome.change", text, speed(outcome.pathFigures()));
    }
    Capacity then = (outcome == null ? pair.nowFigures() : outcome.pathFigures()).capacity();
    Capacity.Part narrow = then.bottleneck();
    List<String> more = new ArrayList<>();
    if (narrow != null) {
      more.add(
          narrow.share() < 1
              ? Texts.get("outcome.bottleneckOfShare", narrow.label(), narrow.share())
              : Texts.get("outcome.bottleneck", narrow.label()));
    }
    SitePath path = outcome == null ? pair.now() : outcome.path();
    Integer single = then.singleMbps();
    if (path.isShared()) {
      more.add(
          single == null
              ? Texts.get("outcome.shared", path.ways())
              : Texts.get("outcome.sharedSingle", path.ways(), speed(single)));
    }
    if (!then.unknown().isEmpty() && then.mbps() != null) {
      more.add(
          Texts.get(
              "outcome.unknownSpeed",
              String.join(", ", then.unknown().stream().map(Capacity.Part::label).toList())));
    }
    return fact(facts, row, Texts.get("outcome.bandwidth"), text, "", more);
  }

  static String speed(Figures figures) {
    Integer mbps = figures.capacity().mbps();
    return mbps == null ? Texts.get("outcome.unknown") : speed(mbps);
  }

  private static String speed(int mbps) {
    return mbps >= 1000 && mbps % 100 == 0
        ? Texts.get("outcome.gbps", mbps / 1000.0)
        : Texts.get("outcome.mbps", mbps);
  }

  private static int latency(
      GridPane facts, int row, Fallback.Pair pair, Fallback.@Nullable Outcome outcome) {
    Latency before = pair.nowFigures().latency();
    Latency then = outcome == null ? before : outcome.pathFigures().latency();
    String text = millis(before);
    if (outcome != null) {
      text = Texts.get("outcome.change", text, millis(then));
    }
    boolean estimate = before.estimate() || then.estimate();
    return fact(
        facts,
        row,
        Texts.get("outcome.latency"),
        text,
        "",
        estimate ? List.of(Texts.get("outcome.estimate")) : List.of());
  }

  private static String millis(Latency latency) {
    Double millis = latency.millis();
    return millis == null
        ? Texts.get("outcome.unknown")
        : Texts.get("outcome.millis", String.format(Locale.ROOT, "%.1f", millis));
  }

  private static int detection(GridPane facts, int row, @Nullable Detection detection) {
    if (detection == null) {
      return row;
    }
    Double total = detection.totalSeconds();
    String text =
        total == null
            ? Texts.get("outcome.unknown")
            : Texts.get(
                "outcome.within",
                String.format(Locale.ROOT, total < 10 ? "%.1f" : "%.0f", total),
                detection.mechanism().label());
    return fact(facts, row, Texts.get("outcome.takesOver"), text, "", List.of(detection.text()));
  }

  private static int fact(GridPane facts, int row, String name, String text, String style) {
    return fact(facts, row, name, text, style, List.of());
  }

  private static int fact(
      GridPane facts, int row, String name, String text, String style, List<String> more) {
    Label value = Parts.paragraph(text, "cell");
    if (!style.isEmpty()) {
      value.getStyleClass().add(style);
    }
    VBox cell = new VBox(1, value);
    more.forEach(m -> cell.getChildren().add(Parts.paragraph(m, "finding-text", "small")));
    GridPane.setHgrow(cell, Priority.ALWAYS);
    Label key = Parts.firm(name, "muted");
    GridPane.setValignment(key, VPos.TOP);
    facts.addRow(row, key, cell);
    return row + 1;
  }

  private static Node overload(Overload o) {
    return FindingCard.line(
        Glyphs.of(Material2OutlinedAL.ERROR_OUTLINE, "glyph-error"),
        Parts.paragraph(
            Texts.get("outcome.overload", o.label(), o.demandMbps(), o.capacityMbps()),
            "cell-error"));
  }

  // VPN

  private void tunnels(List<TunnelUse> tunnels) {
    VpnAgreement told = null;
    for (TunnelUse t : tunnels) {
      String direction =
          t.there() && t.back()
              ? Texts.get("outcome.bothWays")
              : Texts.get(t.there() ? "outcome.there" : "outcome.back");
      Label name = Parts.paragraph(t.label(), "strong");
      HBox line =
          new HBox(
              8,
              name,
              Parts.spacer(),
              Parts.firm(
                  Texts.get(t.bgp() ? "outcome.bgp" : "outcome.static") + " · " + direction,
                  "muted"));
      line.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(line);
      VpnAgreement agreement = t.agreement();
      if (agreement != null && !agreement.equals(told)) {
        told = agreement;
        agreement.terms().forEach(term -> getChildren().add(term(term)));
      }
    }
  }

  private static Node term(VpnAgreement.Term term) {
    return FindingCard.line(
        Glyphs.of(
            term.agreed() ? Material2OutlinedAL.CHECK_CIRCLE : Material2OutlinedAL.BLOCK,
            term.agreed() ? "glyph-ok" : "glyph-error"),
        Parts.paragraph(term.topic().label() + ": " + term.why(), "remedy"));
  }
}
