package mcx.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What tables do with packets for one address in two solutions of the same network: each table is
 * compared once, when asked for. Safe for use by several threads.
 */
final class Comparison {

  private static final byte ALIKE = 1;
  private static final byte DIFFERENT = 2;

  private final Solved solved;
  private final Solved now;
  private final ClassState[] states;

  /** What all tables settled on in the other solution; null where it cannot be compared. */
  private final ClassState @Nullable [] then;

  /** What was found out of each table; 0 for nothing yet. Threads may find out the same twice. */
  private final byte[] known;

  /**
   * @param held the prefixes with the address in them, in the first solution
   */
  Comparison(Solved solved, Holding held, Solved now) {
    this.solved = solved;
    this.now = now;
    this.states = held.states();
    this.then = comparable(solved, held, now);
    this.known = new byte[solved.plan().tables().size()];
  }

  private static ClassState @Nullable [] comparable(Solved solved, Holding held, Solved now) {
    if (now.plan() != solved.plan() || !solved.isAtRest() || !now.isAtRest()) {
      return null;
    }
    int[] classes = held.classes();
    ClassState[] then = new ClassState[classes.length];
    for (int i = 0; i < then.length; i++) {
      ClassState[] groups = now.groups(classes[i]);
      then[i] = groups[0];
      // What holds for a prefix must hold for all of its class.
      if (groups.length > 1 || !held.states()[i].isSettled() || !then[i].isSettled()) {
        return null;
      }
    }
    return then;
  }

  /** Whether a table certainly does the same in both. */
  boolean isAlike(Table t) {
    byte found = known[t.index];
    if (found == 0) {
      found = then != null && alike(t, then) ? ALIKE : DIFFERENT;
      known[t.index] = found;
    }
    return found == ALIKE;
  }

  private boolean alike(Table t, ClassState[] then) {
    return now.conditions().isUp(t) == solved.conditions().isUp(t) && sendsAlike(t, then);
  }

  private boolean sendsAlike(Table t, ClassState[] then) {
    for (int i = 0; i < states.length; i++) {
      int code = states[i].codes[t.index];
      if (then[i].codes[t.index] != code) {
        return false;
      }
      if (code != Candidate.NONE) {
        return usesAlike(t, states[i], then[i]);
      }
    }
    return true;
  }

  /** Whether the table uses the same routes in both, and they lead to the same tables. */
  private boolean usesAlike(Table t, ClassState was, ClassState is) {
    boolean shared = was.isShared(t);
    if (shared != is.isShared(t)) {
      return false;
    }
    if (!shared) {
      return leadsAlike(t, was.codes[t.index], was, is);
    }
    int[] used = was.inUse(t.index);
    if (!Arrays.equals(used, is.inUse(t.index))) {
      return false;
    }
    for (int code : used) {
      if (!leadsAlike(t, code, was, is)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a route that the table uses in both leads to the same table over the same wire. */
  private boolean leadsAlike(Table t, int code, ClassState was, ClassState is) {
    SessionEdge session = session(code);
    if (session == null) {
      return true;
    }
    if (!session.inner) {
      return session.session.segment() != null;
    }
    Igp before = solved.conditions().igp();
    Igp after = now.conditions().igp();
    return (before == after || before.sameWays(after, t)) && exitsAlike(session, was, is);
  }

  /** Whether the table whose address is the next hop on an inner session is the same in both. */
  private boolean exitsAlike(SessionEdge inner, ClassState was, ClassState is) {
    if (!was.told.isEmpty() || !is.told.isEmpty()) {
      return false;
    }
    SessionEdge at = inner;
    // As many steps as there are tables lead to the end, or in a circle.
    for (int step = 0; step < was.codes.length; step++) {
      int code = was.codes[at.from.index];
      if (is.codes[at.from.index] != code) {
        return false;
      }
      SessionEdge before = session(code);
      if (before == null || !before.inner) {
        return true;
      }
      at = before;
    }
    return false;
  }

  private @Nullable SessionEdge session(int code) {
    return code >= 0 && solved.plan().edges().get(code) instanceof SessionEdge s ? s : null;
  }
}
