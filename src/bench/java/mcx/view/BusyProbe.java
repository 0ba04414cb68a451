package mcx.view;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * Asks the JavaFX thread for a sign of life every millisecond, and keeps how long each took: what
 * somebody at mouse or keyboard would have waited. A sign that comes late for another process took
 * the processor counts as well; the processor time of the thread tells one from the other.
 */
final class BusyProbe implements AutoCloseable {

  /** What is too short to be called busy. */
  private static final double LEAST_MILLIS = 1;

  /** From when on it is worth knowing what the thread was doing. */
  private static final long SUSPICIOUS_NANOS = 8_000_000;

  /** One wait for a sign, with the processor time that went by on the thread since the last. */
  private record Wait(double millis, double processorMillis) {}

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread ui;
  private final List<Wait> waits = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Thread asking = Thread.ofPlatform().daemon().name("probe").unstarted(this::ask);
  private final Thread watching = Thread.ofPlatform().daemon().name("watch").unstarted(this::watch);
  private volatile long pending;
  private volatile boolean closed;
  private long processorBefore = -1;

  /**
   * @param ui the JavaFX thread
   */
  BusyProbe(Thread ui) {
    this.ui = ui;
    asking.setPriority(Thread.MAX_PRIORITY);
    asking.start();
    watching.start();
  }

  private void ask() {
    while (!closed) {
      CountDownLatch answered = new CountDownLatch(1);
      long asked = System.nanoTime();
      pending = asked;
      Platform.runLater(
          () -> {
            pending = 0;
            answer(asked);
            answered.countDown();
          });
      try {
        answered.await();
        Thread.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void answer(long asked) {
    double millis = (System.nanoTime() - asked) / 1e6;
    long processor = threads.getCurrentThreadCpuTime();
    synchronized (waits) {
      if (processorBefore >= 0) {
        waits.add(new Wait(millis, (processor - processorBefore) / 1e6));
      }
      processorBefore = processor;
    }
  }

  private void watch() {
    while (!closed) {
      long since = pending;
      if (since != 0 && System.nanoTime() - since > SUSPICIOUS_NANOS) {
        String at = place(ui.getStackTrace());
        synchronized (waits) {
          seen.merge(at, 1, Integer::sum);
        }
      }
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The innermost steps of ours, and where nothing of ours is there, those of the toolkit. */
  private static String place(StackTraceElement[] stack) {
    List<String> ours =
        Arrays.stream(stack)
            .filter(s -> s.getClassName().startsWith("mcx."))
            .filter(s -> !s.getClassName().contains("BusyProbe"))
            .limit(4)
            .map(s -> s.getClassName().replaceFirst(".*\\.", "") + "." + s.getMethodName())
            .toList();
    List<String> theirs =
        Arrays.stream(stack)
            .filter(s -> s.getClassName().contains("javafx"))
            .map(s -> s.getClassName().replaceFirst(".*\\.", "") + "." + s.getMethodName())
            .distinct()
            .toList();
    return !ours.isEmpty()
        ? String.join(" < ", ours)
        : "(" + String.join(" < ", theirs.subList(0, Math.min(5, theirs.size()))) + ")";
  }

  /** Forgets all that was until now. */
  void reset() {
    synchronized (waits) {
      waits.clear();
      seen.clear();
    }
  }

  /**
   * How long the thread was busy in one go.
   *
   * @param longest the longest wait, in milliseconds
   * @param percentile99 of the waits of a millisecond and more, the 99th percentile
   * @param longestProcessor the most processor time of the thread from one sign to the next
   * @param processor all its processor time, in milliseconds
   */
  record Busy(double longest, double percentile99, double longestProcessor, double processor) {}

  Busy busy() {
    synchronized (waits) {
      double[] all =
          waits.stream()
              .mapToDouble(Wait::millis)
              .filter(m -> m >= LEAST_MILLIS)
              .sorted()
              .toArray();
      double most = waits.stream().mapToDouble(Wait::processorMillis).max().orElse(0);
      double sum = waits.stream().mapToDouble(Wait::processorMillis).sum();
      return all.length == 0
          ? new Busy(0, 0, most, sum)
          : new Busy(
              all[all.length - 1], all[(int) Math.floor(0.99 * (all.length - 1))], most, sum);
    }
  }

  /** What the thread was doing when a sign was late, the most frequent first. */
  List<String> suspects(int most) {
    synchronized (waits) {
      return seen.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(most)
          .map(e -> e.getValue() + " × " + e.getKey())
          .toList();
    }
  }

  @Override
  public void close() {
    closed = true;
    asking.interrupt();
    watching.interrupt();
  }
}
