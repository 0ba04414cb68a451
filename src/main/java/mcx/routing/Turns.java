package mcx.routing;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which tables have something to do, and what: first come first served, or in an order of chance.
 */
final class Turns {

  /** A table is to choose among all that it is told. */
  static final int CHOOSE = 1;

  /** A table is to tell others what it chose. */
  static final int TELL = 2;

  /** A ring of tables. */
  private final int[] queue;

  private final byte[] due;
  private int head;
  private int waiting;

  /** Where tables are to act in another order than first come first served; null where not. */
  private @Nullable RandomGenerator order;

  Turns(int tables) {
    queue = new int[Math.max(1, tables)];
    due = new byte[tables];
  }

  /** From now on tables act in an order of chance; null for first come first served. */
  void order(@Nullable RandomGenerator byChance) {
    order = byChance;
  }

  /** Gives a table something to do, besides what it has to do already. */
  void add(int table, int what) {
    if (due[table] == 0) {
      int at = head + waiting++;
      queue[at >= queue.length ? at - queue.length : at] = table;
    }
    due[table] |= (byte) what;
  }

  boolean isEmpty() {
    return waiting == 0;
  }

  /** The table whose turn it is. */
  int next() {
    if (order != null) {
      bringForward(order.nextInt(waiting));
    }
    int table = queue[head];
    head = head + 1 == queue.length ? 0 : head + 1;
    waiting--;
    return table;
  }

  /** What a table has to do, which then counts as done. */
  int take(int table) {
    int what = due[table];
    due[table] = 0;
    return what;
  }

  /** Lets a table that waits further behind act next. */
  private void bringForward(int place) {
    int at = (head + place) % queue.length;
    int table = queue[at];
    queue[at] = queue[head];
    queue[head] = table;
  }

  /** Nobody has anything to do any more. */
  void clear() {
    while (waiting > 0) {
      due[queue[head]] = 0;
      head = head + 1 == queue.length ? 0 : head + 1;
      waiting--;
    }
  }
}
