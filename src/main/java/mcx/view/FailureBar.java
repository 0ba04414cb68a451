package mcx.view;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Shift;
import mcx.analysis.fallback.Failables;
import mcx.design.Design;
import mcx.design.Id;
import mcx.editor.EditingSession;
import mcx.editor.Failing;
import mcx.editor.LiveAnalysis;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The bar at the bottom of the canvas: what has failed, and what that comes to. */
final class FailureBar extends VBox {

  private final EditingSession session;
  private final LiveAnalysis live;
  private final Failing failing;
  private final HBox chips = new HBox(8);
  private final ScrollPane scroll = new ScrollPane(chips);
  private final Label hint = Parts.label(Texts.get("failure.none"), "muted");
  private final Label summary = Parts.label("", "muted");
  private final HBox outcome = new HBox(10);
  private final Button play;
  private final StepsBox steps;
  private final Counter counter;

  /** The result with nothing failed that the present one is held against. */
  private @Nullable Analysis whole;

  /**
   * What failures come to.
   *
   * @param moved how many pairs are on other paths; 0 until they are counted
   */
  private record Toll(Analysis before, Analysis now, Shift shift, int moved) {}

  /** What the failures on show come to; null before the first. */
  private @Nullable Toll toll;

  /** The failure whose steps are on show. */
  private SortedSet<Id> played = new TreeSet<>();

  /** Counts away from the window's thread, and hands the number back to it. */
  interface Counter {
    void count(IntSupplier work, IntConsumer then);
  }

  /**
   * @param choose lets people choose what else fails, in a search opened over the given node
   * @param steps plays through what a failure sets off
   * @param counter counts what takes a moment
   */
  FailureBar(
      EditingSession session,
      LiveAnalysis live,
      Failing failing,
      Runnable choose,
      StepsBox steps,
      Counter counter) {
    super(4);
    this.session = session;
    this.live = live;
    this.failing = failing;
    this.steps = steps;
    this.counter = counter;
    this.play = Parts.button(Texts.get("steps.play"), this::play, "chip");
    setId("failure-bar");
    getStyleClass().add("floating-bar");
    setMaxHeight(USE_PREF_SIZE);
    play.setMinWidth(USE_PREF_SIZE);
    chips.setAlignment(Pos.CENTER_LEFT);
    Button add = Parts.button(Texts.get("failure.add"), choose, "chip");
    add.setId("add-failure");
    add.setGraphic(Glyphs.of(Material2OutlinedAL.ADD));
    Button restore =
        Parts.button(Texts.get("failure.restoreAll"), failing::restoreAll, "restore-all");
    restore.setId("restore-all");
    restore.setMinWidth(USE_PREF_SIZE);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("pane-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    scroll.setMinWidth(40);
    summary.setMinWidth(0);
    summary.setId("failure-summary");
    Label title = Parts.label(Texts.get("failure.title"), "strong");
    title.setMinWidth(USE_PREF_SIZE);
    hint.setMinWidth(0);
    HBox.setHgrow(hint, Priority.ALWAYS);
    hint.setMaxWidth(Double.MAX_VALUE);
    play.setId("play-steps");
    HBox line = new HBox(10, title, scroll, hint, add);
    line.setAlignment(Pos.CENTER_LEFT);
    summary.setWrapText(true);
    summary.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(summary, Priority.ALWAYS);
    outcome.getChildren().setAll(summary, play, restore);
    outcome.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(line, outcome, steps);
    failing.namedProperty().subscribe(ids -> refresh());
    live.stateProperty().subscribe(s -> refresh());
  }

  private void refresh() {
    SortedSet<Id> ids = failing.named();
    Design design = session.document().design();
    chips.getChildren().clear();
    ids.forEach(id -> chips.getChildren().add(chip(design, id)));
    hint.setVisible(ids.isEmpty());
    hint.setManaged(ids.isEmpty());
    scroll.setVisible(!ids.isEmpty());
    scroll.setManaged(!ids.isEmpty());
    outcome.setVisible(!ids.isEmpty());
    outcome.setManaged(!ids.isEmpty());
    play.setVisible(ids.size() == 1);
    play.setManaged(ids.size() == 1);
    if (!ids.equals(played)) {
      steps.hide();
    }
    if (ids.isEmpty()) {
      toll = null;
    }
    Analysis now = live.state().analysis();
    if (now != null && now.failures().down().isEmpty()) {
      whole = now;
    }
    showSummary();
  }

  private void showSummary() {
    LiveAnalysis.State s = live.state();
    Analysis now = s.analysis();
    summary.setText(
        failing.named().isEmpty()
            ? ""
            : s.stale() || now == null ? Texts.get("failure.working") : comesTo(now));
  }

  /** Plays through the one failure, or stops. */
  private void play() {
    Analysis before = whole;
    if (steps.playing()) {
      steps.hide();
    } else if (before != null && before.design().equals(session.document().design())) {
      played = new TreeSet<>(failing.named());
      steps.play(before, played.first());
    }
  }

  private Node chip(Design design, Id id) {
    String name = Failables.one(design, id).label();
    Button chip = Parts.button(name, () -> failing.toggleFailure(id), "chip", "chip-failed");
    chip.setGraphic(Glyphs.of(Material2OutlinedAL.CLOSE));
    chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    chip.setAccessibleText(Texts.get("failure.restore", name));
    chip.setTooltip(Parts.tooltip(Texts.get("failure.restore", name)));
    return chip;
  }

  /** What became of the pairs of sites, against the same design with nothing failed. */
  private String comesTo(Analysis now) {
    Analysis before = whole;
    if (before == null || !before.design().equals(now.design())) {
      long apart = now.separation().paths().stream().filter(p -> !p.reaches()).count();
      return Texts.get("failure.apart", apart);
    }
    Toll known = toll;
    if (known == null || known.before != before || known.now != now) {
      Shift shift = Shift.of(before.separation(), now.separation());
      known = new Toll(before, now, shift, 0);
      toll = known;
      Toll counted = known;
      counter.count(shift::moved, moved -> moved(counted, moved));
    }
    int lost = known.shift.lost();
    StringBuilder text =
        new StringBuilder(
            lost == 0 ? Texts.get("failure.nothingLost") : Texts.get("failure.lost", lost));
    if (known.shift.onVpn() > 0) {
      text.append(" · ").append(Texts.get("failure.onVpn", known.shift.onVpn()));
    }
    if (known.moved > 0) {
      text.append(" · ").append(Texts.get("failure.moved", known.moved));
    }
    return text.toString();
  }

  /** Those that moved are counted by now. */
  private void moved(Toll counted, int moved) {
    if (toll == counted) {
      toll = new Toll(counted.before, counted.now, counted.shift, moved);
      showSummary();
    }
  }
}
