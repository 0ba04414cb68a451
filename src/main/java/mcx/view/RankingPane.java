package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.DoubleFailures;
import mcx.analysis.Fallback;
import mcx.analysis.fallback.Ranked;
import mcx.design.Id;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What each failure breaks in all, the worst first; and on request what two break together. */
final class RankingPane extends VBox {

  /** So many pairs of failures are listed. */
  private static final int MOST = 200;

  /** Tries every pair of failures, away from the window's thread. */
  interface PairTrier {

    /**
     * Begins.
     *
     * @param progress told on the window's thread how many of how many are done
     * @param then gets what was found, complete or not, on the window's thread
     * @return cancels the work
     */
    Runnable attempt(
        Analysis analysis, DoubleFailures.Progress progress, Consumer<DoubleFailures> then);
  }

  private final Consumer<Spotlight> canvas;
  private final PairTrier trier;
  private final Rows<Ranked> rows = new Rows<>(Look::of);
  private final ListView<Ranked> ranking = new ListView<>(rows);
  private final VBox pairs = new VBox(4);
  private final Button start = Parts.button(Texts.get("ranking.pairs"), this::toggle, "chip");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label progress = Parts.firm("", "muted");
  private @Nullable Runnable cancel;
  private @Nullable Analysis analysis;
  private boolean refreshing;

  RankingPane(Consumer<Spotlight> canvas, PairTrier trier) {
    this.canvas = canvas;
    this.trier = trier;
    ranking.setId("ranking");
    ranking.getStyleClass().add("panel-list");
    ranking.setCellFactory(l -> rows.listCell(r -> cell(Look.of(r))));
    ranking.setPlaceholder(Parts.paragraph(Texts.get("ranking.empty"), "muted"));
    VBox.setVgrow(ranking, Priority.ALWAYS);
    start.setId("try-pairs");
    start.setTooltip(Parts.tooltip(Texts.get("ranking.pairsHint")));
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox line = new HBox(8, start, bar, progress);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("pane-bar");
    pairs.getStyleClass().add("pane-content");
    pairs.setId("pairs-of-failures");
    javafx.scene.control.ScrollPane scroll = new javafx.scene.control.ScrollPane(pairs);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("pane-scroll");
    scroll.setPrefHeight(200);
    getChildren().addAll(ranking, line, scroll);
    idle();
    ranking
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            r -> {
              if (!refreshing) {
                reveal();
              }
            });
  }

  /** Takes a newer design: what two failures break is to be tried anew. */
  void refresh(Analysis now) {
    if (analysis == null || !analysis.design().equals(now.design())) {
      stop();
      pairs.getChildren().clear();
      progress.setText("");
    }
    analysis = now;
  }

  void show(Fallback found) {
    Ranked before = ranking.getSelectionModel().getSelectedItem();
    refreshing = true;
    rows.show(found.ranking());
    int again = before == null ? -1 : Places.first(rows, r -> r.failure().equals(before.failure()));
    Places.choose(ranking.getSelectionModel(), again);
    refreshing = false;
    if (before != null && again < 0) {
      reveal();
    }
  }

  void reveal() {
    Ranked chosen = ranking.getSelectionModel().getSelectedItem();
    canvas.accept(
        chosen == null
            ? Spotlight.NONE
            : on -> Overlay.ofDown(List.copyOf(chosen.failure().down())));
  }

  private void idle() {
    cancel = null;
    bar.setVisible(false);
    start.setText(Texts.get("ranking.pairs"));
  }

  private void stop() {
    Runnable now = cancel;
    if (now != null) {
      now.run();
    }
    idle();
  }

  private void toggle() {
    Analysis now = analysis;
    if (cancel != null) {
      stop();
      return;
    }
    if (now == null) {
      return;
    }
    pairs.getChildren().clear();
    bar.setVisible(true);
    bar.setProgress(0);
    start.setText(Texts.get("ranking.cancel"));
    cancel =
        trier.attempt(
            now,
            (done, all) -> {
              bar.setProgress(all == 0 ? 1 : (double) done / all);
              progress.setText(Texts.get("ranking.progress", done, all));
            },
            found -> {
              if (analysis == now) {
                tell(now, found);
              }
              idle();
            });
  }

  private void tell(Analysis now, DoubleFailures found) {
    progress.setText(
        Texts.get(found.complete() ? "ranking.tried" : "ranking.partly", found.tried()));
    pairs.getChildren().clear();
    if (found.lost().isEmpty()) {
      pairs.getChildren().add(Parts.paragraph(Texts.get("ranking.nothingLost"), "muted"));
    }
    List<DoubleFailures.Lost> all = found.lost();
    for (DoubleFailures.Lost lost : all.subList(0, Math.min(MOST, all.size()))) {
      pairs.getChildren().add(row(now, found, lost));
    }
    if (all.size() > MOST) {
      pairs.getChildren().add(Parts.label(Texts.get("compare.more", all.size() - MOST), "muted"));
    }
  }

  private Node row(Analysis now, DoubleFailures found, DoubleFailures.Lost lost) {
    VBox row =
        new VBox(
            1,
            Parts.paragraph(
                Texts.get(
                    "ranking.both",
                    found.label(now.design(), lost.first()),
                    found.label(now.design(), lost.second())),
                "cell"),
            Parts.paragraph(
                Texts.get(
                    "ranking.lose",
                    Names.site(now.design(), lost.from()),
                    Names.site(now.design(), lost.to())),
                "finding-text",
                "small"));
    row.getStyleClass().add("offer");
    List<Id> down = new ArrayList<>();
    found.failures().stream()
        .filter(f -> f.id().equals(lost.first()) || f.id().equals(lost.second()))
        .forEach(f -> down.addAll(f.down()));
    row.setOnMouseClicked(e -> canvas.accept(on -> Overlay.ofDown(down)));
    return row;
  }

  /** A failure, and what it comes to. */
  private static Node cell(Look look) {
    Label name = Parts.name(look.failure, "cell");
    HBox head = new HBox(8, name, Parts.spacer(), Parts.firm(look.kind, "muted"));
    head.setAlignment(Pos.CENTER_LEFT);
    Label what =
        Parts.label(
            look.breaks, "effect", look.singlePoint ? "effect-lost" : "effect-other-private");
    if (look.singlePoint) {
      what.setGraphic(Glyphs.of(Material2OutlinedMZ.WARNING));
    }
    return new VBox(2, head, what);
  }

  /** All that is said of a failure. */
  private record Look(String failure, String kind, String breaks, boolean singlePoint) {
    static Look of(Ranked r) {
      List<String> parts = new ArrayList<>();
      part(parts, "ranking.intents", r.intentsBroken().size());
      part(parts, "ranking.demand", r.demandLostMbps());
      part(parts, "ranking.lost", r.pairsLost());
      part(parts, "ranking.overloads", r.overloads().size());
      part(parts, "ranking.moved", r.pairsMoved());
      return new Look(
          r.failure().label(),
          r.failure().kind().label(),
          String.join(" · ", parts),
          r.isSinglePoint());
    }

    private static void part(List<String> parts, String key, int count) {
      if (count > 0) {
        parts.add(Texts.get(key, count));
      }
    }
  }
}
