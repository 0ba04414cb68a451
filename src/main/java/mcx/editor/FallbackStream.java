package mcx.editor;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import mcx.analysis.Fallback;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the table of every single failure while it grows: the pair that somebody looks at as
 * soon as that is known, and then all of it now and then.
 */
final class FallbackStream implements Fallback.Listener {

  /** How long it is at least from one table to the next. */
  static final Duration PAUSE = Duration.ofMillis(200);

  private final @Nullable Fallback before;
  private final Consumer<Fallback> show;
  private final LongSupplier nanos;
  private long last;

  /**
   * @param before the table that is on show, of an older design perhaps; null for none
   * @param show takes each table; none of them is complete
   * @param nanos a clock, such as {@link System#nanoTime}
   */
  FallbackStream(@Nullable Fallback before, Consumer<Fallback> show, LongSupplier nanos) {
    this.before = before;
    this.show = show;
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  /** Puts the pair into the table on show, in which the rest is as old as it was. */
  @Override
  public void first(Fallback.Pair pair) {
    last = nanos.getAsLong();
    if (before == null || before.pairs().stream().noneMatch(p -> isSame(p, pair))) {
      show.accept(new Fallback(List.of(pair), List.of(), List.of(), false));
      return;
    }
    List<Fallback.Pair> pairs =
        before.pairs().stream().map(p -> isSame(p, pair) ? pair : p).toList();
    show.accept(new Fallback(pairs, before.ranking(), before.overloads(), false));
  }

  private static boolean isSame(Fallback.Pair one, Fallback.Pair other) {
    return one.a().equals(other.a()) && one.b().equals(other.b());
  }

  @Override
  public void table(Supplier<Fallback> soFar) {
    if (nanos.getAsLong() - last >= PAUSE.toNanos()) {
      Fallback table = soFar.get();
      if (!table.complete()) {
        show.accept(table);
      }
      // From after the work, so that it never becomes most of what is done.
      last = nanos.getAsLong();
    }
  }
}
