package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one class in all tables, made again from what the tables chose, each when asked
 * for, or in a circular state all at once.
 */
final class Hydrated implements Edge.Tables {

  private static final Candidate[] NONE = {};

  private final Case c;
  private final ClassState state;

  /** The routes in the state that this one was worked out from; null where there are none. */
  private final @Nullable Hydrated origin;

  private final Draft draft = new Draft();

  /** The first routes in use, and of which tables they are known; null before the first. */
  private @Nullable Candidate @Nullable [] best;

  private final BitSet known = new BitSet();

  /** The routes that BGP tells others, of tables where they are not the first in use. */
  private final Map<Integer, Candidate> told = new HashMap<>(0);

  /** By the place of the prefix; null before the first. */
  private @Nullable Publishing @Nullable [] published;

  /** All routes at once, where they cannot be made one by one; null for not yet. */
  private @Nullable Rounds rounds;

  Hydrated(Case c, ClassState state) {
    this(c, state, null);
  }

  /**
   * @param origin the routes in the {@link ClassState#origin} of the state, of which those that are
   *     the same here are taken; null for none
   */
  Hydrated(Case c, ClassState state, @Nullable Hydrated origin) {
    this.c = c;
    this.state = state;
    this.origin = origin;
  }

  Case about() {
    return c;
  }

  /** What names the routes to the prefix at this place among those that the state stands for. */
  synchronized Publishing publishing(int member) {
    @Nullable Publishing[] all = published;
    if (all == null) {
      all = new Publishing[state.members.size()];
      published = all;
    }
    Publishing known = all[member];
    if (known == null) {
      known = new Publishing(state.members.get(member), origin, member);
      all[member] = known;
    }
    return known;
  }

  /** All routes at once; null where they are made one by one. */
  private @Nullable Rounds rounds() {
    if (rounds == null && state.isCircular(c.conditions.plan())) {
      rounds = new Rounds(c, state);
    }
    return rounds;
  }

  /** Where the routes of a table are known to be the same; null where they are made here. */
  private @Nullable Hydrated same(Table table) {
    return origin != null && state.isAsInOrigin(table) ? origin : null;
  }

  /** Whether a table is known to have the very routes that it has without failures. */
  boolean isAsInOrigin(Table table) {
    return same(table) != null;
  }

  @Override
  public @Nullable Candidate best(Table table) {
    Hydrated same = same(table);
    return same == null ? made(table) : same.best(table);
  }

  private synchronized @Nullable Candidate made(Table table) {
    Rounds atOnce = rounds();
    if (atOnce != null) {
      return atOnce.best(table);
    }
    int i = table.index;
    @Nullable Candidate[] all = best;
    if (all == null) {
      all = new Candidate[state.codes.length];
      best = all;
    }
    if (!known.get(i)) {
      known.set(i);
      all[i] = make(table, state.codes[i]);
    }
    return all[i];
  }

  @Override
  public @Nullable Candidate advertised(Table table) {
    Hydrated same = same(table);
    return same == null ? madeAdvertised(table) : same.advertised(table);
  }

  private synchronized @Nullable Candidate madeAdvertised(Table table) {
    Rounds atOnce = rounds();
    if (atOnce != null) {
      return atOnce.advertised(table);
    }
    if (!state.told.isEmpty()) {
      Integer code = state.told.get(table.index);
      if (code != null) {
        Candidate kept = told.get(table.index);
        if (kept == null) {
          kept = make(table, code);
          if (kept != null) {
            told.put(table.index, kept);
          }
        }
        return kept;
      }
    }
    Candidate first = best(table);
    return first == null || !first.offered ? null : first;
  }

  @Override
  public Candidate[] inUse(Table table) {
    Hydrated same = same(table);
    return same == null ? madeInUse(table) : same.inUse(table);
  }

  private synchronized Candidate[] madeInUse(Table table) {
    Rounds atOnce = rounds();
    if (atOnce != null) {
      return atOnce.inUse(table);
    }
    int[] codes = state.shared.isEmpty() ? null : state.shared.get(table.index);
    if (codes == null) {
      Candidate first = best(table);
      return first == null ? NONE : new Candidate[] {first};
    }
    List<Candidate> all = new ArrayList<>(codes.length);
    for (int code : codes) {
      Candidate made = make(table, code);
      if (made != null) {
        all.add(made);
      }
    }
    return all.toArray(NONE);
  }

  private @Nullable Candidate make(Table table, int code) {
    if (code == Candidate.NONE) {
      return null;
    }
    if (code <= Candidate.FIRST_OWN) {
      return Own.get(table, c, code);
    }
    Edge edge = c.conditions.plan().edges().get(code);
    Candidate offered = edge.offered(c, this);
    return offered == null ? null : edge.hand(offered, c, draft);
  }

  /** All routes that a table has to choose from. */
  synchronized List<Candidate> candidates(Table table) {
    List<Candidate> all = new ArrayList<>();
    if (c.conditions.isUp(table)) {
      all.addAll(Own.standing(table, c));
      for (Edge e : table.in) {
        if (c.conditions.isEdgeUp(e)) {
          Candidate offered = e.offered(c, this);
          Candidate got =
              offered == null
                  ? null
                  : state.codes[table.index] == e.index ? best(table) : e.hand(offered, c, draft);
          if (got != null) {
            all.add(got);
          }
        }
      }
    }
    return all;
  }
}
