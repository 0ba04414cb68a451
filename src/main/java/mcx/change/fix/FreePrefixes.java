package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import mcx.design.Design;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.inet.PrivateAddresses;

/** Private prefixes that a design does not use. */
public final class FreePrefixes {

  /** Where private networks of IPv6 may lie (RFC 4193), and how long a usual one is. */
  private static final List<Prefix> PRIVATE_V6 = List.of(Prefix.of("fd00::/8"));

  private static final int USUAL_V4 = 24;
  private static final int USUAL_V6 = 64;

  private FreePrefixes() {}

  /**
   * As many prefixes as asked for that overlap nothing that any site, virtual network, router,
   * gateway or link has. They are of the usual length of a network, longer where that leaves too
   * few; of IPv6 where all that is there is.
   *
   * @param has what grows
   * @param count how many, at least 1
   * @throws IllegalArgumentException if there is no room for so many
   */
  public static List<PrefixRange> like(Design design, List<PrefixRange> has, int count) {
    boolean v6 = !has.isEmpty() && has.stream().allMatch(r -> r.first().family() == Family.V6);
    Family family = v6 ? Family.V6 : Family.V4;
    for (int length = v6 ? USUAL_V6 : USUAL_V4; length <= family.bits(); length++) {
      List<PrefixRange> found =
          free(design, v6 ? PRIVATE_V6 : PrivateAddresses.RFC_1918, length, count);
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw new IllegalArgumentException("There is no room for " + count + " more prefixes.");
  }

  /** Free runs of this length in these pools; empty where there are not so many. */
  private static List<PrefixRange> free(Design design, List<Prefix> pools, int length, int count) {
    List<PrefixRange> used = FreeBlocks.taken(design);
    List<PrefixRange> found = new ArrayList<>();
    int left = count;
    for (Prefix pool : pools) {
      Prefix at = Prefix.containing(pool.address(), length);
      while (left > 0 && at != null && pool.contains(at)) {
        Prefix blocked = blocked(used, at);
        if (blocked != null) {
          at = after(blocked, pool, length);
          continue;
        }
        int run = 1;
        Prefix next = after(at, pool, length);
        while (run < left && next != null && blocked(used, next) == null) {
          run++;
          next = after(next, pool, length);
        }
        found.add(new PrefixRange(at, run));
        left -= run;
        at = next;
      }
    }
    return left > 0 ? List.of() : found;
  }

  /** The last prefix of a used range that overlaps this one; null for none. */
  private static @org.jspecify.annotations.Nullable Prefix blocked(
      List<PrefixRange> used, Prefix prefix) {
    for (PrefixRange range : used) {
      if (range.first().family() == prefix.family()
          && (range.first().overlaps(prefix)
              || range.last().overlaps(prefix)
              || (range.first().compareTo(prefix) < 0 && range.last().compareTo(prefix) > 0))) {
        return range.last().compareTo(prefix) > 0 ? range.last() : prefix;
      }
    }
    return null;
  }

  /** The prefix of this length after another one; null where the pool ends. */
  private static @org.jspecify.annotations.Nullable Prefix after(
      Prefix prefix, Prefix pool, int length) {
    Prefix whole = prefix.length() > length ? Prefix.containing(prefix.address(), length) : prefix;
    Prefix end = pool.next(1);
    Prefix next = Prefix.containing(whole.next(1).address(), length);
    return next.address().compareTo(end.address()) >= 0 ? null : next;
  }
}
