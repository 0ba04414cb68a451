package mcx.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mcx.analysis.Fallback;
import mcx.analysis.Routed;
import mcx.design.Id;
import mcx.editor.LiveAnalysis;
import org.jspecify.annotations.Nullable;

/** How long after an edit each part of the answer stands on the screen; on the JavaFX thread. */
final class PanelTimes {

  /** The parts, in the order in which they come. */
  enum Part {
    ROUTES,
    FINDINGS,
    PAIR,
    FAILURES
  }

  private final MainWindow window;
  private final List<List<Double>> millis = new ArrayList<>();
  private final double[] now = new double[Part.values().length];
  private long start;
  private LiveAnalysis.@Nullable State before;
  private Id one = Id.of("none");
  private Id other = Id.of("none");
  private Fallback.@Nullable Pair old;

  PanelTimes(MainWindow window) {
    this.window = window;
    for (Part p : Part.values()) {
      millis.add(new ArrayList<>());
      now[p.ordinal()] = -1;
    }
    window.live().stateProperty().subscribe(this::changed);
  }

  /** Says which pair of sites is looked at. */
  void looks(Id a, Id b) {
    one = a;
    other = b;
  }

  /** From here on time is taken, until {@link #finish}. */
  void begin() {
    Arrays.fill(now, -1);
    before = window.live().state();
    old = pair(before.fallback());
    // The fallback tab looks at a pair of its own.
    window.live().lookAt(one, other);
    start = System.nanoTime();
  }

  private void changed(LiveAnalysis.State state) {
    LiveAnalysis.State from = before;
    if (from == null) {
      return;
    }
    // One listener of the window has shown it; the frame with it comes before what is queued next.
    Routed routes = state.routes();
    Routed old = from.routes();
    if (routes != null && (old == null || routes.solution() != old.solution())) {
      take(Part.ROUTES);
    }
    if (!state.current() || state.analysis() == from.analysis()) {
      return;
    }
    List<Part> parts = new ArrayList<>(List.of(Part.FINDINGS));
    Fallback.Pair pair = pair(state.fallback());
    if (pair != null && pair != this.old) {
      parts.add(Part.PAIR);
    }
    if (!state.running()) {
      parts.add(Part.PAIR);
      parts.add(Part.FAILURES);
    }
    parts.forEach(this::take);
  }

  private void take(Part part) {
    if (now[part.ordinal()] < 0) {
      now[part.ordinal()] = (System.nanoTime() - start) / 1e6;
    }
  }

  private Fallback.@Nullable Pair pair(@Nullable Fallback fallback) {
    return fallback == null
        ? null
        : fallback.pairs().stream()
            .filter(p -> p.a().equals(one) && p.b().equals(other))
            .findFirst()
            .orElse(null);
  }

  /** Keeps what was measured of an edit that started an analysis. */
  void finish() {
    Objects.requireNonNull(before);
    for (Part p : Part.values()) {
      if (now[p.ordinal()] >= 0) {
        millis.get(p.ordinal()).add(now[p.ordinal()]);
      }
    }
    before = null;
  }

  /** Forgets what was measured. */
  void reset() {
    millis.forEach(List::clear);
  }

  /** Half of the edits took less, in milliseconds; 0 where none was measured. */
  double median(Part part) {
    return at(part, 0.5);
  }

  double worst(Part part) {
    return at(part, 1);
  }

  private double at(Part part, double share) {
    List<Double> all = millis.get(part.ordinal()).stream().sorted().toList();
    return all.isEmpty() ? 0 : all.get((int) Math.round(share * (all.size() - 1)));
  }
}
