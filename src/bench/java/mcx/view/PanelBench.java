package mcx.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mcx.bench.Drawn;
import mcx.design.Id;
import mcx.format.McxFiles;
import mcx.format.McxFormatException;
import mcx.geometry.Point;
import mcx.geometry.Rect;

/**
 * The window on the design with 50 sites while it is edited: {@code PanelBench [ROUNDS] [warm=N]
 * [stacks] [TAB]...} makes every kind of edit so many times with each tab of the panel in front,
 * and says for how long the JavaFX thread was busy in one go, and how long after an edit each
 * answer was there; with {@code stacks} also what the thread did when it was busy for long. Before
 * that it makes them {@code warm} times with each tab: one time measures a window that was opened a
 * minute ago, ten times one that has been worked in for some minutes, for which the runtime has
 * learnt all it will.
 */
public final class PanelBench {

  private static final List<String> TABS =
      List.of("adverts", "separation", "fallback", "intents", "findings", "routes");

  private static final String WARM = "warm=";

  private final Robot robot;
  private final BusyProbe probe;
  private final PanelTimes times;
  private final PanelEdits edits = new PanelEdits();
  private final Map<PanelEdits.Kind, List<Double>> applying = new EnumMap<>(PanelEdits.Kind.class);
  private final List<String> tabs;
  private final int rounds;
  private final int warm;
  private final boolean stacks;

  private PanelBench(Robot robot, int rounds, int warm, boolean stacks, List<String> tabs) {
    this.warm = warm;
    this.tabs = tabs;
    this.robot = robot;
    this.rounds = rounds;
    this.stacks = stacks;
    this.probe = new BusyProbe(Robot.fx(Thread::currentThread));
    this.times = Robot.fx(() -> new PanelTimes(robot.window()));
  }

  /**
   * Takes the number of rounds (3 where it is not said), how often to warm up (else once), {@code
   * stacks}, and tabs (else all).
   */
  public static void main(String[] args) throws IOException, McxFormatException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    List<String> words = new ArrayList<>(List.of(args));
    boolean stacks = words.remove("stacks");
    List<String> tabs = TABS.stream().filter(words::remove).toList();
    int warm = 1;
    for (String word : List.copyOf(words)) {
      if (word.startsWith(WARM)) {
        words.remove(word);
        warm = Integer.parseInt(word.substring(WARM.length()));
      }
    }
    int rounds = words.isEmpty() ? 3 : Integer.parseInt(words.getFirst());
    Path file = Files.createTempFile("fifty-sites", ".mcx");
    try (Robot robot = Robot.start()) {
      McxFiles.save(Drawn.fiftySitesPlaced(), file);
      robot.open(file);
      new PanelBench(robot, rounds, warm, stacks, tabs.isEmpty() ? TABS : tabs).run();
    } finally {
      Files.delete(file);
    }
    System.exit(0);
  }

  private void run() {
    Robot.fx(() -> times.looks(Id.of("site-1"), Id.of("vnet")));
    say("warming up");
    for (String tab : tabs) {
      edit(tab, warm);
    }
    Robot.fx(times::reset);
    applying.clear();
    say(
        "                 JavaFX thread busy in one go [ms]  CPU of it   until the answer [ms],"
            + " median / worst");
    say(
        "tab in front     longest      99 %%  longest CPU    an edit       routes       findings "
            + "    this pair   all failures");
    for (String tab : tabs) {
      Robot.fx(times::reset);
      edit(tab, rounds);
      row(tab);
    }
    drag();
    say("the edit itself, with the canvas, median / longest [ms]:");
    applying.forEach(
        (kind, all) -> {
          all.sort(null);
          say(
              "  %-18s %6.1f / %6.1f",
              kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
              all.get(all.size() / 2),
              all.getLast());
        });
    probe.close();
  }

  private void edit(String tab, int often) {
    Robot.fx(() -> robot.window().analysis().open(tab));
    robot.settle();
    probe.reset();
    for (int i = 0; i < often; i++) {
      for (PanelEdits.Kind kind : PanelEdits.Kind.values()) {
        Robot.fx(
            () -> {
              times.begin();
              long start = System.nanoTime();
              edits.make(kind, robot.session());
              applying
                  .computeIfAbsent(kind, k -> new ArrayList<>())
                  .add((System.nanoTime() - start) / 1e6);
            });
        robot.untilAnalysed();
        Robot.fx(times::finish);
      }
    }
  }

  private void row(String tab) {
    BusyProbe.Busy busy = probe.busy();
    say(
        "%-14s %8.1f  %8.1f  %10.1f  %8.1f    %5.0f / %4.0f  %5.0f / %4.0f  %5.0f / %4.0f  %6.0f /"
            + " %5.0f",
        tab,
        busy.longest(),
        busy.percentile99(),
        busy.longestProcessor(),
        busy.processor() / (rounds * PanelEdits.Kind.values().length),
        times.median(PanelTimes.Part.ROUTES),
        times.worst(PanelTimes.Part.ROUTES),
        times.median(PanelTimes.Part.FINDINGS),
        times.worst(PanelTimes.Part.FINDINGS),
        times.median(PanelTimes.Part.PAIR),
        times.worst(PanelTimes.Part.PAIR),
        times.median(PanelTimes.Part.FAILURES),
        times.worst(PanelTimes.Part.FAILURES));
    tellSuspects();
  }

  /** A site is dragged with the mouse, in many small steps. */
  private void drag() {
    Rect site = robot.place(Id.of("site-7"));
    Point from = new Point(site.x() + 20, site.y() + 8);
    robot.look(from, 0.8);
    List<Point> along = new ArrayList<>(List.of(from));
    for (int i = 1; i <= 20 * rounds; i++) {
      along.add(from.plus(4.0 * (i % 20), 3.0 * (i % 20)));
    }
    probe.reset();
    robot.dragCanvas(along.toArray(Point[]::new));
    BusyProbe.Busy busy = probe.busy();
    say(
        "%-14s %8.1f  %8.1f  %10.1f",
        "while dragging", busy.longest(), busy.percentile99(), busy.longestProcessor());
    tellSuspects();
  }

  private void tellSuspects() {
    if (stacks) {
      probe.suspects(14).forEach(s -> say("    %s", s));
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
