package mcx.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mcx.inet.Prefix;
import mcx.routing.Route.OriginCode;
import org.jspecify.annotations.Nullable;

/**
 * What all tables settled on for one class of prefixes, kept small: of each table only which edge,
 * or which route of its own, it chose. The routes themselves follow from that, and are made again
 * when asked for ({@link Hydrated}).
 */
final class ClassState {

  final PrefixClass cls;

  /** The prefixes it stands for, in order. */
  final List<Prefix> members;

  /** For each table the code of the first route in use; {@link Candidate#NONE} for none. */
  final int[] codes;

  /** For each table the length of the path of that route, cut short. */
  final byte[] lengths;

  /** The codes of all routes in use, of tables that use several. */
  final Map<Integer, int[]> shared;

  /** The tables that use several routes. */
  private final BitSet sharing;

  /** The code of the route that BGP tells others, of tables where it is not the first in use. */
  final Map<Integer, Integer> told;

  /** The edges at whose ends these prefixes are dropped as beyond a limit. */
  final BitSet dropped;

  /** The edges over which a default route is sent by hand. */
  final BitSet defaults;

  /** For a summary, the tables in which it stands, with the origin it then has. */
  final Map<Integer, OriginCode> standing;

  /** The tables that never came to rest; empty where all did. */
  final BitSet restless;

  /** The sum of a state that was not added up; such a sum is of no use. */
  static final long NOT_SUMMED = Long.MIN_VALUE;

  /**
   * The sum over all tables of what they have, for comparing whole solutions; {@link #NOT_SUMMED}
   * where it is still to be added up.
   */
  final long sum;

  /**
   * What a state was worked out from.
   *
   * @param state the state under other conditions
   * @param unlike the tables whose routes differ from those they have there, or may differ, in
   *     anything: not only in the edge they came by; not to be changed after
   */
  record Origin(ClassState state, BitSet unlike) {}

  private final @Nullable Origin origin;

  private volatile @Nullable Boolean unique;
  private volatile @Nullable Boolean circular;

  ClassState(
      PrefixClass cls,
      List<Prefix> members,
      int[] codes,
      byte[] lengths,
      Map<Integer, int[]> shared,
      Map<Integer, Integer> told,
      BitSet dropped,
      BitSet defaults,
      Map<Integer, OriginCode> standing,
      BitSet restless,
      long sum,
      @Nullable Origin origin) {
    this.cls = cls;
    this.members = members;
    this.codes = codes;
    this.lengths = lengths;
    this.shared = shared;
    this.sharing = shared.isEmpty() ? NO_TABLE : sharing(shared);
    this.told = told;
    this.dropped = dropped;
    this.defaults = defaults;
    this.standing = standing;
    this.restless = restless;
    this.sum = sum;
    this.origin = origin;
  }

  /** The state that this one was worked out from; this one itself where it was not. */
  ClassState origin() {
    Origin from = origin;
    return from == null ? this : from.state;
  }

  /** Whether a table has the very routes that it has in {@link #origin}. */
  boolean isAsInOrigin(Table table) {
    Origin from = origin;
    return from == null || !from.unlike.get(table.index);
  }

  private static BitSet sharing(Map<Integer, int[]> shared) {
    BitSet tables = new BitSet();
    shared.forEach((table, several) -> tables.set(table, several.length > 1));
    return tables;
  }

  private static final BitSet NO_TABLE = new BitSet();

  private static final int TOO_LONG = 255;

  static byte shortened(int length) {
    return (byte) Math.min(length, TOO_LONG);
  }

  /** The length of the path of a table's route; more than any where it is not known. */
  int length(int table) {
    int length = lengths[table] & TOO_LONG;
    return length == TOO_LONG ? Integer.MAX_VALUE : length;
  }

  boolean isSettled() {
    return restless.isEmpty();
  }

  boolean has(Table table) {
    return codes[table.index] != Candidate.NONE;
  }

  /** Whether a table has several routes in use. */
  boolean isShared(Table table) {
    return sharing.get(table.index);
  }

  /** Whether a table uses what came in by this edge, or tells others of it. */
  boolean uses(Edge edge) {
    int at = edge.to.index;
    if (codes[at] == edge.index) {
      return true;
    }
    int[] all = shared.isEmpty() ? null : shared.get(at);
    if (all != null && Arrays.stream(all).anyMatch(c -> c == edge.index)) {
      return true;
    }
    Integer tells = told.isEmpty() ? null : told.get(at);
    return tells != null && tells == edge.index;
  }

  /** Whether the tables chose the same. */
  boolean choosesLike(ClassState o) {
    return Arrays.equals(codes, o.codes) && told.equals(o.told) && sameShared(o);
  }

  private boolean sameShared(ClassState o) {
    return shared.keySet().equals(o.shared.keySet())
        && shared.entrySet().stream()
            .allMatch(e -> Arrays.equals(e.getValue(), o.shared.get(e.getKey())));
  }

  /** Whether it is proven to be the only stable state; computed once. */
  boolean isUnique(java.util.function.BooleanSupplier proof) {
    Boolean known = unique;
    if (known == null) {
      known = isSettled() && proof.getAsBoolean();
      unique = known;
    }
    return known;
  }

  /**
   * Whether tables use routes of each other in a circle, as two do that share traffic between a way
   * of their own and one through the other; or may, where they never came to rest. What they use
   * cannot then be made again one table after the other. Computed once.
   */
  boolean isCircular(Plan plan) {
    Boolean known = circular;
    if (known == null) {
      known = !isSettled() || (!shared.isEmpty() && Circles.any(plan, this));
      circular = known;
    }
    return known;
  }

  /** The codes of all that a table uses, the first of them first. */
  int[] inUse(int table) {
    int[] several = shared.get(table);
    return several != null ? several : new int[] {codes[table]};
  }

  /**
   * The same state, taken at a moment in a search without end. What a table then uses may stand on
   * what its neighbour no longer has; that is taken away.
   */
  ClassState cutOff(Case about) {
    ClassState state = this;
    BitSet empty = new BitSet();
    do {
      empty.clear();
      Hydrated at = new Hydrated(about, state);
      for (Table t : about.conditions.plan().tables()) {
        Candidate best = at.best(t);
        if (state.has(t) && (best == null || !best.isUsable())) {
          empty.set(t.index);
        }
      }
      state = empty.isEmpty() ? state : state.without(empty);
    } while (!empty.isEmpty());
    return state;
  }

  /** The same state, but that these tables have no route. */
  ClassState without(BitSet tables) {
    int[] kept = codes.clone();
    byte[] far = lengths.clone();
    Map<Integer, int[]> several = new HashMap<>(shared);
    Map<Integer, Integer> tells = new HashMap<>(told);
    for (int t = tables.nextSetBit(0); t >= 0; t = tables.nextSetBit(t + 1)) {
      kept[t] = Candidate.NONE;
      far[t] = 0;
      several.remove(t);
      tells.remove(t);
    }
    return new ClassState(
        cls,
        members,
        kept,
        far,
        several,
        tells,
        dropped,
        defaults,
        standing,
        restless,
        NOT_SUMMED,
        null);
  }
}
