package mcx.routing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The routes of a circular state ({@link ClassState#isCircular}), made again all at once: from what
 * tables have themselves outward, each table again whenever what it stands on has changed. What
 * nothing stands on is never made; so where a search was cut off, some tables have nothing here.
 */
final class Rounds implements Edge.Tables {

  /** How many turns a table gets on average; of a state at rest it needs a few. */
  private static final int MOST_TURNS = 100;

  private static final Candidate[] NONE = {};

  private final Case c;
  private final ClassState state;
  private final List<Edge> edges;
  private final Draft draft = new Draft();

  /** For each table what was made of each route in use; null for what was not. */
  private final @Nullable Candidate[][] used;

  private final @Nullable Candidate[] told;

  Rounds(Case c, ClassState state) {
    this.c = c;
    this.state = state;
    Plan plan = c.conditions.plan();
    this.edges = plan.edges();
    int n = state.codes.length;
    used = new Candidate[n][];
    told = new Candidate[n];
    ArrayDeque<Table> open = new ArrayDeque<>();
    BitSet isOpen = new BitSet();
    for (Table t : plan.tables()) {
      used[t.index] = NONE;
      if (state.has(t)) {
        used[t.index] = new Candidate[state.inUse(t.index).length];
        open.add(t);
        isOpen.set(t.index);
      }
    }
    for (long left = (long) MOST_TURNS * n; left > 0 && !open.isEmpty(); left--) {
      Table t = open.remove();
      isOpen.clear(t.index);
      if (makeAgain(t)) {
        for (Edge e : t.out) {
          if (state.has(e.to) && state.uses(e) && !isOpen.get(e.to.index)) {
            open.add(e.to);
            isOpen.set(e.to.index);
          }
        }
      }
    }
  }

  /** Whether anything came of it that was not so before. */
  private boolean makeAgain(Table t) {
    int i = t.index;
    int[] codes = state.inUse(i);
    boolean news = false;
    for (int k = 0; k < codes.length; k++) {
      Candidate before = used[i][k];
      used[i][k] = make(t, codes[k], before);
      news |= used[i][k] != before;
    }
    Integer tells = state.told.get(i);
    if (tells != null) {
      Candidate before = told[i];
      told[i] = make(t, tells, before);
      news |= told[i] != before;
    }
    return news;
  }

  /** The one before where nothing has changed for it. */
  private @Nullable Candidate make(Table t, int code, @Nullable Candidate before) {
    if (code <= Candidate.FIRST_OWN) {
      return before != null ? before : Own.get(t, c, code);
    }
    Edge edge = edges.get(code);
    Candidate offered = edge.offered(c, this);
    if (offered == null) {
      return null;
    }
    return before != null && before.from == offered ? before : edge.hand(offered, c, draft);
  }

  @Override
  public @Nullable Candidate best(Table table) {
    Candidate[] all = used[table.index];
    return all.length == 0 ? null : all[0];
  }

  @Override
  public @Nullable Candidate advertised(Table table) {
    if (state.told.containsKey(table.index)) {
      return told[table.index];
    }
    Candidate first = best(table);
    return first == null || !first.offered ? null : first;
  }

  @Override
  public Candidate[] inUse(Table table) {
    return Arrays.stream(used[table.index]).filter(Objects::nonNull).toArray(Candidate[]::new);
  }
}
