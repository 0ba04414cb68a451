package mcx.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mcx.inet.Prefix;
import mcx.network.Segment;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * What of a solution of another network, mostly the same design before an edit, holds in this one:
 * which of its tables and edges are the same here, and for each class of prefixes the state that
 * carries over. Tables and edges may have other numbers; a table or an edge counts as the same only
 * if all that its routes depend on is equal.
 */
final class Takeover {

  private static final int GONE = -1;

  private final Plan plan;
  private final Solved from;

  /** For each table, and each edge, of the other network its number here; -1 where it is gone. */
  private final int[] tables;

  private final int[] edges;

  /** The edges here that are up, and were not there or not up. */
  private final BitSet added = new BitSet();

  /** The edges that are up here and were there, but may say something else. */
  private final BitSet changed = new BitSet();

  /** The edges that were up there and are down here. */
  private final BitSet fallen = new BitSet();

  /** The edges there that are gone, and the tables here that they came from. */
  private final List<Edge> goneEdges = new ArrayList<>();

  private final BitSet before = new BitSet();

  Takeover(Conditions now, Solved from) {
    this.plan = now.plan();
    this.from = from;
    Plan old = from.plan();
    tables = new int[old.tables().size()];
    boolean[] same = new boolean[plan.tables().size()];
    for (Table t : old.tables()) {
      Table here = plan.find(t.id());
      tables[t.index] = here == null ? GONE : here.index;
      if (here != null) {
        same[here.index] = isSame(t, here);
      }
    }
    Edges found = new Edges(plan.edges());
    boolean inside = sameInside(old, same);
    edges = new int[old.edges().size()];
    added.set(0, plan.edges().size());
    for (Edge e : old.edges()) {
      Edge here = found.like(e);
      edges[e.index] = here == null ? GONE : here.index;
      if (here == null) {
        goneEdges.add(e);
        if (tables[e.from.index] != GONE) {
          before.set(tables[e.from.index]);
        }
        continue;
      }
      boolean up = now.isEdgeUp(here);
      boolean wasUp = from.conditions().isEdgeUp(e);
      boolean equal =
          same[here.from.index]
              && same[here.to.index]
              && e.sameAs(here)
              && (inside || !(here instanceof SessionEdge s && s.inner));
      if (wasUp && !up) {
        fallen.set(here.index);
      }
      if (wasUp) {
        added.clear(here.index);
        if (up && !equal) {
          changed.set(here.index);
        }
      }
    }
    for (int i = added.nextSetBit(0); i >= 0; i = added.nextSetBit(i + 1)) {
      if (!now.isEdgeUp(plan.edges().get(i))) {
        added.clear(i);
      }
    }
  }

  /** An edge by what it joins. */
  private record Key(String id, VrfId from, VrfId to) {
    static Key of(Edge e) {
      return new Key(e.id, e.from.id(), e.to.id());
    }
  }

  /** Finds edges that join the same; quickly where they are asked for in their order. */
  private static final class Edges {
    private final List<Edge> all;
    private final Map<Key, Edge> byKey = new HashMap<>();
    private int next;

    Edges(List<Edge> all) {
      this.all = all;
    }

    /** The edge here that joins what an edge of another plan does; null for none. */
    @Nullable Edge like(Edge other) {
      Edge here = next < all.size() ? all.get(next) : null;
      if (here == null || !joinsSame(here, other)) {
        if (byKey.isEmpty()) {
          all.forEach(e -> byKey.put(Key.of(e), e));
        }
        here = byKey.get(Key.of(other));
      }
      next = here == null ? next : here.index + 1;
      return here;
    }

    private static boolean joinsSame(Edge a, Edge b) {
      return a.id.equals(b.id) && a.from.id().equals(b.from.id()) && a.to.id().equals(b.to.id());
    }
  }

  /** Whether a table does the same with what it learns; what it holds itself may differ. */
  private static boolean isSame(Table a, Table b) {
    Vrf x = a.vrf;
    Vrf y = b.vrf;
    return a.routerId().equals(b.routerId())
        && java.util.Objects.equals(x.asn(), y.asn())
        && x.selection().equals(y.selection())
        && x.sharing().equals(y.sharing())
        && x.aggregates().equals(y.aggregates())
        && x.imports().equals(y.imports())
        && x.exports().equals(y.exports());
  }

  /** Whether inner routing finds the same ways. */
  private boolean sameInside(Plan old, boolean[] same) {
    if (!plan.innerSegments().equals(old.innerSegments())) {
      return false;
    }
    for (Segment s : plan.innerSegments()) {
      Table a = plan.find(s.a());
      Table b = plan.find(s.b());
      if (a == null || b == null || !same[a.index] || !same[b.index]) {
        return false;
      }
    }
    return true;
  }

  /** The edges here over which a class may come to be told something new. */
  BitSet added() {
    BitSet all = (BitSet) added.clone();
    all.or(changed);
    return all;
  }

  /** The edges here over which something that was told no longer is, or not as it was. */
  BitSet removed() {
    BitSet removed = (BitSet) fallen.clone();
    removed.or(changed);
    return removed;
  }

  /**
   * The state of a class as it was there, with the numbers of here; null where it does not carry
   * over: other prefixes make it up, tables hold them in another way, or it stands on what is gone.
   */
  @Nullable ClassState state(PrefixClass c) {
    if (c.summary || c.first().isDefault()) {
      return null;
    }
    Plan old = from.plan();
    int number = old.prefixes().classOf(c.first());
    if (number < 0 || from.groups(number).length != 1) {
      return null;
    }
    ClassState was = from.groups(number)[0];
    if (!was.dropped.isEmpty() || !was.isSettled()) {
      return null;
    }
    for (Prefix p : c.members) {
      if (old.prefixes().classOf(p) != number) {
        return null;
      }
    }
    if (!heldAlike(c, was.cls)) {
      return null;
    }
    for (Edge e : goneEdges) {
      // What lost may have counted, by its MED, for what won.
      if (was.uses(e) || (!e.to.pairwise && was.has(e.from))) {
        return null;
      }
    }
    return translated(c, was);
  }

  /** The state with the numbers of here; null where something that it rests on is gone. */
  private @Nullable ClassState translated(PrefixClass c, ClassState was) {
    int[] codes = new int[plan.tables().size()];
    Arrays.fill(codes, Candidate.NONE);
    byte[] lengths = new byte[codes.length];
    for (int i = 0; i < tables.length; i++) {
      if (was.codes[i] != Candidate.NONE) {
        int at = tables[i];
        int here = here(was.codes[i]);
        if (at == GONE || here == GONE) {
          return null;
        }
        codes[at] = here;
        lengths[at] = was.lengths[i];
      }
    }
    Map<Integer, int[]> shared = new HashMap<>();
    for (Map.Entry<Integer, int[]> e : was.shared.entrySet()) {
      int[] all = Arrays.stream(e.getValue()).map(this::here).toArray();
      if (Arrays.stream(all).anyMatch(code -> code == GONE)) {
        return null;
      }
      shared.put(tables[e.getKey()], all);
    }
    Map<Integer, Integer> told = new HashMap<>();
    for (Map.Entry<Integer, Integer> e : was.told.entrySet()) {
      int tells = here(e.getValue());
      if (tells == GONE) {
        return null;
      }
      told.put(tables[e.getKey()], tells);
    }
    return new ClassState(
        c,
        c.members,
        codes,
        lengths,
        shared,
        told,
        was.dropped,
        was.defaults,
        was.standing,
        new BitSet(),
        ClassState.NOT_SUMMED,
        null);
  }

  /** The number here of what a table there chose. */
  private int here(int code) {
    return code >= 0 ? edges[code] : code;
  }

  private boolean heldAlike(PrefixClass now, PrefixClass before) {
    if (now.holders.size() != before.holders.size()) {
      return false;
    }
    for (int i = 0; i < now.holders.size(); i++) {
      Table a = now.holders.get(i);
      Table b = before.holders.get(i);
      if (!a.id().equals(b.id())
          || !a.originates(now.first())
          || !b.originates(before.first())
          || !List.of(a.statics(now.first()), a.connected(now.first()))
              .equals(List.of(b.statics(before.first()), b.connected(before.first())))
          || !a.statics(now.first()).isEmpty()
          || !a.connected(now.first()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing of a class can come to any of the edges that are new or changed. */
  boolean isOutOfReach(PrefixClass c) {
    if (added.isEmpty() && changed.isEmpty() && fallen.isEmpty() && goneEdges.isEmpty()) {
      return true;
    }
    BitSet reached = new BitSet();
    int[] open = new int[plan.tables().size()];
    int n = 0;
    for (Table t : c.holders) {
      reached.set(t.index);
      open[n++] = t.index;
    }
    while (n > 0) {
      Table t = plan.tables().get(open[--n]);
      if (before.get(t.index)) {
        return false;
      }
      for (Edge e : t.out) {
        if (added.get(e.index) || changed.get(e.index) || fallen.get(e.index)) {
          return false;
        }
        if (!reached.get(e.to.index) && !e.neverCarries(c)) {
          reached.set(e.to.index);
          open[n++] = e.to.index;
        }
      }
    }
    return true;
  }
}
