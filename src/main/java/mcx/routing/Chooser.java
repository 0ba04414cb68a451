package mcx.routing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has a table choose among all that it has itself and is told. One serves one thread; its array is
 * used again for each table.
 */
final class Chooser {

  private Candidate[] room = new Candidate[16];
  private int count;

  /** Starts with what the table has itself. */
  void start(List<Candidate> own) {
    count = 0;
    for (int i = 0; i < own.size(); i++) {
      add(own.get(i));
    }
  }

  void add(Candidate route) {
    if (count == room.length) {
      room = Arrays.copyOf(room, 2 * count);
    }
    room[count++] = route;
  }

  /**
   * What the table has from this round on.
   *
   * @param now what it has had so far, which is returned where that stays; null for nothing yet
   */
  @Nullable Version choose(Table t, int round, @Nullable Version now) {
    if (count == 0) {
      return now == null || now.best == null ? now : new Version(round, now, null, null, null);
    }
    Candidate[] offered = count > 1 && !isAllOffered() ? Arrays.copyOf(room, count) : null;
    int used = count == 1 && room[0].isUsable() ? 1 : Selection.choose(room, count, t.vrf, null);
    Candidate first = used == 0 ? null : room[0];
    Candidate tells = first == null || first.offered ? first : told(t, offered);
    if (now == null
        ? first == null
        : first == now.best && tells == now.told && sharesLike(used, now.shared)) {
      return now;
    }
    return new Version(round, now, first, tells, used > 1 ? Arrays.copyOf(room, used) : null);
  }

  private boolean isAllOffered() {
    for (int i = 0; i < count; i++) {
      if (!room[i].offered) {
        return false;
      }
    }
    return true;
  }

  /** The best of what BGP may tell others of, where that is not what is used first. */
  private static @Nullable Candidate told(Table t, Candidate @Nullable [] all) {
    if (all == null) {
      return null;
    }
    int n = 0;
    for (Candidate c : all) {
      if (c.offered) {
        all[n++] = c;
      }
    }
    return Selection.choose(all, n, t.vrf, null) == 0 ? null : all[0];
  }

  private boolean sharesLike(int used, Candidate @Nullable [] shared) {
    if (shared == null || used != shared.length) {
      return shared == null && used <= 1;
    }
    for (int i = 0; i < used; i++) {
      if (room[i] != shared[i]) {
        return false;
      }
    }
    return true;
  }
}
