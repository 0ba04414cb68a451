package mcx.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the state of a class together from what its tables have. */
final class StateMaker {

  private final Case about;
  private final int[] codes;
  private final byte[] lengths;
  private Map<Integer, int[]> shared = Map.of();
  private Map<Integer, Integer> told = Map.of();
  private long sum;

  /** Starts with tables that have nothing. */
  StateMaker(Case about) {
    this.about = about;
    int tables = about.conditions.plan().tables().size();
    codes = new int[tables];
    Arrays.fill(codes, Candidate.NONE);
    lengths = new byte[tables];
  }

  /**
   * Starts with tables that have what they have in a state.
   *
   * @param sum what is known of the sum of the state that is made, as far as tables keep what they
   *     have
   */
  StateMaker(Case about, ClassState like, long sum) {
    this.about = about;
    codes = like.codes.clone();
    lengths = like.lengths.clone();
    shared = like.shared.isEmpty() ? Map.of() : new HashMap<>(like.shared);
    told = like.told.isEmpty() ? Map.of() : new HashMap<>(like.told);
    this.sum = sum;
  }

  /** A table has this, and tells others of it; null for nothing. */
  void put(int table, @Nullable Version v) {
    if (v == null) {
      put(table, null, null, null);
    } else {
      put(table, v.best, v.told, v.shared);
    }
  }

  /**
   * What a table has.
   *
   * @param tells what BGP tells others of; null for nothing
   * @param several all that it uses, where these are several; null where not
   */
  void put(
      int table,
      @Nullable Candidate first,
      @Nullable Candidate tells,
      Candidate @Nullable [] several) {
    if (sum != ClassState.NOT_SUMMED) {
      sum += Chosen.term(table, first, several);
    }
    codes[table] = first == null ? Candidate.NONE : first.code;
    lengths[table] = ClassState.shortened(first == null ? 0 : first.path.length);
    if (several != null) {
      shared = with(shared, table, Arrays.stream(several).mapToInt(r -> r.code).toArray());
    } else if (!shared.isEmpty()) {
      shared.remove(table);
    }
    Candidate usual = first != null && first.offered ? first : null;
    if (tells != usual && tells != null) {
      told = with(told, table, tells.code);
    } else if (!told.isEmpty()) {
      told.remove(table);
    }
  }

  /** Takes from the sum what a table had. */
  void takeAway(int table, @Nullable Version had) {
    if (had != null && sum != ClassState.NOT_SUMMED) {
      sum -= Chosen.term(table, had.best, had.shared);
    }
  }

  private static <V> Map<Integer, V> with(Map<Integer, V> map, int key, V value) {
    Map<Integer, V> changed = map.isEmpty() ? new HashMap<>() : map;
    changed.put(key, value);
    return changed;
  }

  /**
   * The state.
   *
   * @param restless the tables that never came to rest; not to be changed after
   */
  ClassState make(BitSet restless) {
    return make(restless, null);
  }

  /**
   * The same.
   *
   * @param origin what it was worked out from; null for nothing
   */
  ClassState make(BitSet restless, ClassState.@Nullable Origin origin) {
    return new ClassState(
        about.cls,
        about.members,
        codes,
        lengths,
        shared,
        told,
        about.dropped(),
        about.defaults(),
        about.standing,
        restless,
        sum,
        origin);
  }
}
