package mcx.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Fallback;
import mcx.analysis.Routed;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.change.Stencils;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Router;
import mcx.diagram.Document;
import mcx.network.Failures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveAnalysisTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final EditingSession session = new EditingSession(CATALOG);
  private final Failing failing = new Failing(session);

  /** Work that waits until the test says so. */
  private static final class Queue {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    void execute(Runnable work) {
      waiting.add(work);
    }

    void runAll() {
      while (!waiting.isEmpty()) {
        waiting.poll().run();
      }
    }
  }

  /**
   * The real analyzer, written down, with things that go wrong and things that happen meanwhile.
   */
  private static final class Watched implements LiveAnalysis.Analyst {
    final List<String> calls = new ArrayList<>();
    Runnable during = () -> {};
    boolean broken;

    /** What comes of looking for other ways in which the routes may settle. */
    BiFunction<Analysis, BooleanSupplier, Analysis> looking = (a, cancelled) -> a;

    /** What the table of failures tells while it is made. */
    Consumer<Fallback.Listener> growing = l -> {};

    @Override
    public Routed routes(Design design, Catalog catalog, Failures failures) {
      calls.add("analyze " + design.name() + failures.down());
      during.run();
      if (broken) {
        throw new IllegalStateException("the tables caught fire.");
      }
      return Analyzer.routes(design, catalog, failures, null);
    }

    @Override
    public Analysis analyze(Routed routes) {
      return Analyzer.analyze(routes);
    }

    @Override
    public Optional<Fallback> fallback(
        Analysis analysis,
        LiveAnalysis.@Nullable Looked first,
        Fallback.Listener listener,
        BooleanSupplier cancelled) {
      calls.add(
          "fallback "
              + analysis.design().name()
              + (first == null ? "" : " " + first.a() + "-" + first.b())
              + (cancelled.getAsBoolean() ? " late" : ""));
      growing.accept(listener);
      return Analyzer.fallback(analysis, null, null, Fallback.Listener.NONE, cancelled);
    }

    @Override
    public Analysis settled(Analysis analysis, BooleanSupplier cancelled) {
      return looking.apply(analysis, cancelled);
    }
  }

  private final Queue background = new Queue();
  private final Queue ui = new Queue();
  private final Watched analyst = new Watched();

  private LiveAnalysis live() {
    return new LiveAnalysis(session, failing, background::execute, ui::execute, analyst);
  }

  private void settle() {
    background.runAll();
    ui.runAll();
  }

  @Test
  void theRoutesAreShownFirstAndTheTableOfFailuresLast() {
    LiveAnalysis live = live();
    assertFalse(live.state().current());
    assertTrue(live.state().running());
    background.runAll();
    ui.waiting.poll().run();
    assertFalse(live.state().current());
    assertTrue(live.state().running());
    assertNull(live.state().analysis());
    Routed routes = live.state().routes();
    assertSame(session.document().design(), routes.design());
    ui.waiting.poll().run();
    assertTrue(live.state().current());
    assertTrue(live.state().running());
    assertSame(routes.solution(), live.state().analysis().solution());
    assertEquals(routes, live.state().routes());
    assertNull(live.state().fallback());
    ui.runAll();
    assertNotNull(live.state().fallback());
    assertFalse(live.state().running());
    assertFalse(live.state().fallbackStale());
  }

  @Test
  void theTableIsShownWhileItGrows() {
    Fallback.Pair pair = pair("a", "b");
    analyst.growing = l -> l.first(pair);
    LiveAnalysis live = live();
    live.lookAt(Id.of("a"), Id.of("b"));
    List<LiveAnalysis.State> states = new ArrayList<>();
    live.stateProperty().addListener((o, before, now) -> states.add(now));
    settle();
    assertEquals(List.of("analyze " + name() + "[]", "fallback " + name() + " a-b"), analyst.calls);
    LiveAnalysis.State partial = states.get(states.size() - 2);
    assertEquals(List.of(pair), partial.fallback().pairs());
    assertFalse(partial.fallback().complete());
    assertTrue(partial.current());
    assertTrue(partial.running(), "there is more to come");
    assertTrue(partial.fallbackStale());
    assertTrue(live.state().fallback().complete());
    assertFalse(live.state().running());
    assertFalse(live.state().fallbackStale());
  }

  @Test
  void whatMaySettleInAnotherWayIsToldLast() {
    List<Analysis> looked = new ArrayList<>();
    analyst.looking =
        (a, cancelled) -> {
          looked.add(a);
          return Analyzer.analyze(a.design(), a.catalog());
        };
    LiveAnalysis live = live();
    background.runAll();
    ui.waiting.poll().run();
    ui.waiting.poll().run();
    Analysis quick = live.state().analysis();
    settle();
    assertEquals(List.of(quick), looked);
    assertNotSame(quick, live.state().analysis());
    assertNotNull(live.state().fallback());
    assertTrue(live.state().current());
    assertFalse(live.state().running());
    assertFalse(live.state().fallbackStale());
  }

  /** What takes long must not hold up the answer to the next edit. */
  @Test
  void anEditWhileOtherWaysAreLookedForStopsTheSearch() {
    List<String> asked = new ArrayList<>();
    analyst.looking =
        (a, cancelled) -> {
          asked.add(a.design().name() + " " + cancelled.getAsBoolean());
          session.apply(new Edit("x", d -> d.withDesign(d.design().withName("new"))));
          asked.add(a.design().name() + " " + cancelled.getAsBoolean());
          return a;
        };
    session.apply(Edits.title("old"));
    live();
    background.waiting.poll().run();
    assertEquals(List.of("old false", "old true"), asked);
  }

  @Test
  void aGrowingTableOfAnOlderDesignIsNotShown() {
    LiveAnalysis live = live();
    settle();
    Fallback first = live.state().fallback();
    analyst.growing = l -> l.first(pair("a", "b"));
    session.apply(Edits.title("old"));
    background.waiting.poll().run();
    session.apply(Edits.title("new"));
    ui.runAll();
    assertSame(first, live.state().fallback());
  }

  private String name() {
    return session.document().design().name();
  }

  private static Fallback.Pair pair(String a, String b) {
    return FallbackStreamTest.pair(a, b);
  }

  @Test
  void anEditMarksTheResultStaleUntilTheNewOneIsThere() {
    LiveAnalysis live = live();
    settle();
    Analysis first = live.state().analysis();
    session.apply(Edits.title("second"));
    assertTrue(live.state().stale());
    assertSame(first, live.state().analysis(), "the last good result stays");
    settle();
    assertFalse(live.state().stale());
    assertEquals("second", live.state().analysis().design().name());
  }

  @Test
  void movingThingsRunsNothing() {
    session.apply(
        new Edit("a", d -> d.withDesign(d.design().with(Router.of(Id.of("a"), "A", null, null)))));
    live();
    settle();
    int before = analyst.calls.size();
    session.apply(Edits.move(session.document(), List.of(Id.of("a")), 100, 100));
    session.undo();
    settle();
    assertEquals(before, analyst.calls.size());
    failing.toggleFailure(Id.of("a"));
    settle();
    assertEquals(before + 2, analyst.calls.size());
    assertTrue(analyst.calls.get(before).contains("[a]"), analyst.calls.toString());
  }

  @Test
  void onlyTheNewestOfManyEditsIsAnalysed() {
    live();
    settle();
    analyst.calls.clear();
    for (String title : List.of("a", "ab", "abc")) {
      session.apply(Edits.title(title));
    }
    settle();
    assertEquals(List.of("analyze abc[]", "fallback abc"), analyst.calls);
  }

  @Test
  void anEditDuringTheWorkStopsIt() {
    LiveAnalysis live = live();
    settle();
    analyst.calls.clear();
    session.apply(Edits.title("old"));
    analyst.during =
        () -> {
          analyst.during = () -> {};
          session.apply(new Edit("x", d -> d.withDesign(d.design().withName("new"))));
        };
    background.waiting.poll().run();
    assertEquals(List.of("analyze old[]"), analyst.calls, "no table for what is out of date");
    ui.runAll();
    assertEquals("old", live.state().analysis().design().name(), "nearer than what was shown");
    assertTrue(live.state().stale());
    settle();
    assertEquals("new", live.state().analysis().design().name());
    assertTrue(live.state().current());
  }

  @Test
  void anEditDuringTheTableCancelsIt() {
    LiveAnalysis live = live();
    settle();
    Fallback first = live.state().fallback();
    session.apply(Edits.title("old"));
    background.waiting.poll().run();
    session.apply(new Edit("x", d -> d.withDesign(d.design().withName("new"))));
    ui.runAll();
    assertSame(first, live.state().fallback(), "a table of an older design is not shown as new");
    assertTrue(live.state().fallbackStale());
    settle();
    assertFalse(live.state().fallbackStale());
  }

  @Test
  void aFailureOfOursIsSaidInWordsAndTheLastResultStays() {
    LiveAnalysis live = live();
    settle();
    Analysis good = live.state().analysis();
    analyst.broken = true;
    session.apply(Edits.title("bad"));
    quietly(this::settle);
    assertSame(good, live.state().analysis());
    assertTrue(live.state().stale());
    assertFalse(live.state().running());
    assertTrue(live.state().error().contains("the tables caught fire."), live.state().error());
    analyst.broken = false;
    session.undo();
    settle();
    assertEquals("", live.state().error());
    assertTrue(live.state().current());
  }

  /** Without the log entry that is expected. */
  private static void quietly(Runnable work) {
    Logger log = Logger.getLogger(LiveAnalysis.class.getName());
    Level level = log.getLevel();
    log.setLevel(Level.OFF);
    try {
      work.run();
    } finally {
      log.setLevel(level);
    }
  }

  @Test
  @Timeout(60)
  void worksOnARealThread() throws InterruptedException {
    try (ExecutorService thread = LiveAnalysis.newBackground()) {
      LinkedBlockingQueue<Runnable> uiThread = new LinkedBlockingQueue<>();
      LiveAnalysis live = new LiveAnalysis(session, failing, thread, uiThread::add);
      for (String key : List.of("datacenter", "layer3-provider", "cloud.azure")) {
        session.apply(
            Edits.place(
                CATALOG,
                Stencils.all(CATALOG).stream()
                    .filter(s -> s.key().equals(key))
                    .findFirst()
                    .orElseThrow(),
                null,
                null));
      }
      Document newest = session.document();
      while (live.state().running()) {
        Runnable work = uiThread.poll(30, TimeUnit.SECONDS);
        assertNotNull(work, "the analysis never ended");
        work.run();
      }
      assertTrue(live.state().current());
      assertSame(newest.design(), live.state().analysis().design());
      assertTrue(live.state().fallback().complete());
      assertFalse(live.state().analysis().separation().sites().isEmpty());
    }
  }
}
