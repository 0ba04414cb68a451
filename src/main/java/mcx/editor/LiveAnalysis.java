package mcx.editor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.Routed;
import mcx.catalog.Catalog;
import mcx.design.Design;
import mcx.design.Id;
import mcx.network.Failures;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the analysis up to date with the session, away from the thread that people wait for. The
 * routes come first, then what follows from them; then the intents that speak of failures, the
 * table of every single failure, which is shown while it grows, and what may settle in more than
 * one way. Newer input makes older work stop; the last good result stays, marked stale, until the
 * new one lands. Moving things on the canvas changes no design and starts nothing.
 */
public final class LiveAnalysis {

  private static final Logger LOG = Logger.getLogger(LiveAnalysis.class.getName());

  /**
   * What is known now.
   *
   * @param routes the last routes, of a newer document than {@code analysis} while what follows
   *     from them is being worked out; null before the first
   * @param analysis the last good result; null before the first
   * @param fallback the last table of every single failure, not complete while it is being made;
   *     null before the first
   * @param stale whether {@code analysis} is older than the document
   * @param fallbackStale whether {@code fallback} is older than {@code analysis}, or is still being
   *     made
   * @param running whether work is going on
   * @param duration how long the quick part of {@code analysis} took
   * @param error what went wrong with the newest document, in words; empty where nothing did
   */
  public record State(
      @Nullable Routed routes,
      @Nullable Analysis analysis,
      @Nullable Fallback fallback,
      boolean stale,
      boolean fallbackStale,
      boolean running,
      Duration duration,
      String error) {

    /** States are told apart by being another: to compare whole results would take long. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    static final State NOTHING = new State(null, null, null, true, true, false, Duration.ZERO, "");

    /** Whether there is something to show, and it is about the newest document. */
    public boolean current() {
      return analysis != null && !stale;
    }
  }

  /** Who does the work. */
  interface Analyst {
    Routed routes(Design design, Catalog catalog, Failures failures);

    Analysis analyze(Routed routes);

    /** What every single failure does; empty where it was cancelled. */
    Optional<Fallback> fallback(
        Analysis analysis,
        @Nullable Looked first,
        Fallback.Listener listener,
        BooleanSupplier cancelled);

    /** The same analysis with every intent judged to the end. */
    default Analysis judge(Analysis analysis, BooleanSupplier cancelled) {
      return analysis;
    }

    /** The same analysis with what may settle in more than one way. */
    default Analysis settled(Analysis analysis, BooleanSupplier cancelled) {
      return analysis;
    }

    /** The real one; it takes over what an edit does not touch from what it analysed last. */
    static Analyst real() {
      return new Analyst() {
        private volatile @Nullable Analysis last;

        @Override
        public Routed routes(Design design, Catalog catalog, Failures failures) {
          return Analyzer.routes(design, catalog, failures, last);
        }

        @Override
        public Analysis analyze(Routed routes) {
          Analysis analysis = Analyzer.analyze(routes);
          last = analysis;
          return analysis;
        }

        @Override
        public Optional<Fallback> fallback(
            Analysis analysis,
            @Nullable Looked first,
            Fallback.Listener listener,
            BooleanSupplier cancelled) {
          return Analyzer.fallback(
              analysis,
              first == null ? null : first.a(),
              first == null ? null : first.b(),
              listener,
              cancelled);
        }

        @Override
        public Analysis judge(Analysis analysis, BooleanSupplier cancelled) {
          return Analyzer.judge(analysis, cancelled);
        }

        @Override
        public Analysis settled(Analysis analysis, BooleanSupplier cancelled) {
          return Analyzer.settled(analysis, cancelled);
        }
      };
    }
  }

  /** A pair of sites that somebody looks at. */
  record Looked(Id a, Id b) {}

  private record Request(Design design, Catalog catalog, Failures failures) {}

  private final EditingSession session;
  private final Failing failing;
  private final Executor background;
  private final Executor ui;
  private final Analyst analyst;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
  private final AtomicReference<@Nullable Request> newest = new AtomicReference<>();
  private volatile @Nullable Looked looked;

  /** The table on show; for the thread that does the work. */
  private volatile @Nullable Fallback shown;

  /**
   * Starts to watch the session.
   *
   * @param background runs the work, one piece after the other, such as {@link #newBackground}
   * @param ui runs what changes properties, on the thread they belong to
   */
  public LiveAnalysis(EditingSession session, Failing failing, Executor background, Executor ui) {
    this(session, failing, background, ui, Analyst.real());
  }

  LiveAnalysis(
      EditingSession session, Failing failing, Executor background, Executor ui, Analyst analyst) {
    this.session = session;
    this.failing = failing;
    this.background = background;
    this.ui = ui;
    this.analyst = analyst;
    session.documentProperty().subscribe(this::refresh);
    session.catalogProperty().subscribe(this::refresh);
    failing.idsProperty().subscribe(this::refresh);
    refresh();
  }

  /** One daemon thread, of lower priority than the toolkit's. */
  public static ExecutorService newBackground() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().name("analysis").daemon().priority(Thread.MIN_PRIORITY + 1).factory());
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State state() {
    return state.get();
  }

  /** Says which pair of sites somebody looks at: what failures do to it is found out first. */
  public void lookAt(Id a, Id b) {
    looked = new Looked(a, b);
  }

  private void refresh() {
    Request wanted =
        new Request(session.document().design(), session.catalog(), failing.failures());
    Request before = newest.get();
    // Most edits only move things and keep the very same design value.
    if (before != null
        && (before.design() == wanted.design() || before.design().equals(wanted.design()))
        && before.catalog() == wanted.catalog()
        && before.failures().equals(wanted.failures())) {
      return;
    }
    newest.set(wanted);
    State s = state.get();
    // Before anybody is told: the work begins on another core while the window draws the edit.
    background.execute(() -> work(wanted));
    if (state.get() == s) {
      state.set(
          new State(s.routes(), s.analysis(), s.fallback(), true, true, true, s.duration(), ""));
    }
  }

  private boolean outdated(Request request) {
    return newest.get() != request;
  }

  private void work(Request request) {
    if (outdated(request)) {
      return;
    }
    long start = System.nanoTime();
    try {
      Routed routes = analyst.routes(request.design(), request.catalog(), request.failures());
      ui.execute(() -> showRoutes(request, routes));
      Analysis analysis = analyst.analyze(routes);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      ui.execute(() -> showAnalysis(request, analysis, took));
      if (outdated(request)) {
        return;
      }
      Analysis judged = analyst.judge(analysis, () -> outdated(request));
      if (judged != analysis) {
        ui.execute(() -> showAnalysis(request, judged, took));
      }
      Fallback.Listener stream =
          new FallbackStream(
              shown, t -> ui.execute(() -> showFallback(request, t, true)), System::nanoTime);
      Optional<Fallback> fallback =
          analyst.fallback(judged, looked, stream, () -> outdated(request));
      if (fallback.isEmpty()) {
        return;
      }
      ui.execute(() -> showFallback(request, fallback.get(), false));
      Analysis settled = analyst.settled(judged, () -> outdated(request));
      if (settled != judged) {
        ui.execute(() -> showSettled(request, settled));
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(Level.WARNING, "analysis failed", e);
      ui.execute(() -> showError(request, e));
    }
  }

  private void showRoutes(Request request, Routed routes) {
    if (!outdated(request)) {
      State s = state.get();
      state.set(new State(routes, s.analysis(), s.fallback(), true, true, true, s.duration(), ""));
    }
  }

  private void showAnalysis(Request request, Analysis analysis, Duration took) {
    State s = state.get();
    boolean old = outdated(request);
    // A result that is already behind is still nearer than the one on screen.
    state.set(
        new State(
            analysis.routed(),
            analysis,
            s.fallback(),
            old,
            true,
            true,
            took,
            old ? s.error() : ""));
  }

  private void showFallback(Request request, Fallback fallback, boolean more) {
    if (!outdated(request)) {
      State s = state.get();
      shown = fallback;
      state.set(
          new State(
              s.routes(), s.analysis(), fallback, false, more, more, s.duration(), s.error()));
    }
  }

  private void showSettled(Request request, Analysis analysis) {
    if (!outdated(request)) {
      State s = state.get();
      state.set(
          new State(
              analysis.routed(),
              analysis,
              s.fallback(),
              false,
              false,
              false,
              s.duration(),
              s.error()));
    }
  }

  private void showError(Request request, Throwable problem) {
    if (!outdated(request)) {
      State s = state.get();
      String detail = problem.getMessage();
      String reason =
          problem instanceof OutOfMemoryError
              ? Texts.get("analysis.memory")
              : detail == null || detail.isBlank() ? problem.getClass().getSimpleName() : detail;
      state.set(
          new State(
              s.routes(),
              s.analysis(),
              s.fallback(),
              s.stale(),
              s.fallbackStale(),
              false,
              s.duration(),
              Texts.get("analysis.failed", reason)));
    }
  }
}
