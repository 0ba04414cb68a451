package mcx.view;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import mcx.analysis.Analyzer;
import mcx.analysis.Budgets;
import mcx.analysis.DoubleFailures;
import mcx.analysis.intent.Proposals;

/** Runs what panes ask for in the background, and hands back what came of it. */
final class PanelWork implements AnalysisPanel.Work {

  private static final Logger LOG = Logger.getLogger(PanelWork.class.getName());

  private final Executor background;
  private final Consumer<String> tell;

  /**
   * @param tell shows a sentence to people, where something went wrong
   */
  PanelWork(Executor background, Consumer<String> tell) {
    this.background = background;
    this.tell = tell;
  }

  @Override
  public IntentsPane.Proposer proposer() {
    return (analysis, then) -> run(() -> Proposals.of(analysis, () -> false), then);
  }

  @Override
  public GrowthBox.Grower grower() {
    return (analysis, origin, more, then) -> run(() -> Budgets.grown(analysis, origin, more), then);
  }

  @Override
  public StepsBox.Finder steps() {
    return (whole, failed, then) -> run(() -> Analyzer.steps(whole, failed), then);
  }

  @Override
  public RankingPane.PairTrier pairs() {
    return (analysis, progress, then) -> {
      AtomicBoolean cancelled = new AtomicBoolean();
      AtomicInteger told = new AtomicInteger();
      // Beside the live analysis, which must not wait for it.
      Thread.ofPlatform()
          .name("pairs of failures")
          .daemon()
          .priority(Thread.MIN_PRIORITY)
          .start(
              () -> {
                DoubleFailures found =
                    Analyzer.doubleFailures(
                        analysis,
                        (done, all) -> {
                          int percent = (int) (100L * done / Math.max(1, all));
                          if (told.getAndSet(percent) != percent) {
                            Platform.runLater(() -> progress.at(done, all));
                          }
                        },
                        cancelled::get);
                Platform.runLater(() -> then.accept(found));
              });
      return () -> cancelled.set(true);
    };
  }

  /** Counts beside the live analysis, which takes much longer. */
  FailureBar.Counter counter() {
    return (work, then) -> run(ForkJoinPool.commonPool(), work::getAsInt, then::accept);
  }

  private <T> void run(Callable<T> work, Consumer<T> then) {
    run(background, work, then);
  }

  private <T> void run(Executor executor, Callable<T> work, Consumer<T> then) {
    executor.execute(
        () -> {
          try {
            T result = work.call();
            Platform.runLater(() -> then.accept(result));
          } catch (Exception e) {
            LOG.log(Level.WARNING, "work for a pane failed", e);
            Platform.runLater(() -> tell.accept(String.valueOf(e.getMessage())));
          }
        });
  }
}
