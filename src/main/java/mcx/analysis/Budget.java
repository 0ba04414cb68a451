package mcx.analysis;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Id;
import mcx.inet.Family;
import mcx.network.LimitBasis;
import mcx.network.PrefixLimit;
import mcx.network.VrfId;
import mcx.routing.Tripped;
import org.jspecify.annotations.Nullable;

/**
 * One prefix limit with what it counts now, after policies and aggregation.
 *
 * @param id unique among the budgets of a design; the same after an edit elsewhere
 * @param label what is counted, in words
 * @param holder the element that has the limit: a circuit, gateway, port, virtual network, router
 * @param link the link, or part of one, that is counted over, where it is a single one
 * @param session the session it is counted over; null where it is counted over more or something
 *     else
 * @param at the table that counts; null for what was entered by hand
 * @param families which prefixes count, together
 * @param count how many there are; where a limit took down what it is counted over, how many came
 *     then
 * @param limit the most there may be, and what happens beyond
 * @param origins the sites, or routers and gateways, that the prefixes come from, with how many
 *     each brings; empty for what was entered by hand
 * @param sites the room for more premises like those here
 * @param networks the room for more virtual networks like those here
 * @param tripped what became of it, where it is exceeded and routing knows of it; null otherwise
 */
public record Budget(
    String id,
    String label,
    Id holder,
    @Nullable Id link,
    @Nullable String session,
    @Nullable VrfId at,
    Set<Family> families,
    int count,
    PrefixLimit limit,
    SortedMap<Id, Integer> origins,
    @Nullable Room sites,
    @Nullable Room networks,
    @Nullable Tripped tripped) {

  public Budget {
    families = Set.copyOf(families);
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
  }

  /**
   * The room for more of a kind.
   *
   * @param size how many prefixes one of the usual size adds here: the median, at least 1
   * @param more how many more fit
   */
  public record Room(int size, int more) {

    /** For what comes from several of a kind; null where none of the kind brings anything. */
    static @Nullable Room of(java.util.Collection<Integer> sizes, int headroom) {
      OptionalInt median =
          sizes.stream().mapToInt(Integer::intValue).sorted().skip(sizes.size() / 2).findFirst();
      if (median.isEmpty()) {
        return null;
      }
      int size = Math.max(1, median.getAsInt());
      return new Room(size, Math.max(0, headroom) / size);
    }
  }

  /** The id of the finding rule that speaks of it; empty for none. */
  public String rule() {
    return limit.basis().rule();
  }

  /** What it is counted over. */
  public LimitBasis.Over over() {
    return limit.basis().over();
  }

  /** Whether it limits what a cloud sends; else what one takes. */
  public boolean outgoing() {
    return limit.basis().outgoing();
  }

  public int max() {
    return limit.max();
  }

  /** How many more fit; negative where it is exceeded. */
  public int headroom() {
    return limit.max() - count;
  }

  /** How much of it is used; above 1 where it is exceeded. */
  public double share() {
    return (double) count / limit.max();
  }

  public boolean exceeded() {
    return count > limit.max();
  }

  /** One family, where the limit is on one; null for both together. */
  public @Nullable Family family() {
    return families.size() == 1 ? families.iterator().next() : null;
  }

  /** What is counted, in a word or two. */
  public String what() {
    Family family = family();
    return family == null ? "prefixes" : family.label() + " prefixes";
  }

  /** What happens beyond it, in words. */
  public String consequence() {
    return Beyonds.consequence(limit, tripped);
  }
}
