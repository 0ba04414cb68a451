package mcx.analysis;

import java.util.List;
import mcx.design.Id;
import mcx.inet.PrefixRange;

/**
 * What the growth of one site or virtual network does.
 *
 * @param origin what grows
 * @param added the prefixes that it has more
 * @param after the analysis of the grown design
 * @param exceeded the limits that are exceeded with it and are not without it, as they stand then,
 *     the fullest first
 * @param nearer the limits that count more than before and are not exceeded, the fullest first
 * @param down the sessions that are up without it and down with it
 * @param lost the ordered pairs of sites that reach each other without it and not with it
 */
public record Growth(
    Id origin,
    List<PrefixRange> added,
    Analysis after,
    List<Budget> exceeded,
    List<Budget> nearer,
    List<Down> down,
    List<SitePath> lost) {

  public Growth {
    added = List.copyOf(added);
    exceeded = List.copyOf(exceeded);
    nearer = List.copyOf(nearer);
    down = List.copyOf(down);
    lost = List.copyOf(lost);
  }

  /**
   * A session that falls.
   *
   * @param session its id in the network
   * @param link the link, or part of one, that it belongs to
   * @param reason why, in words
   */
  public record Down(String session, Id link, String reason) {}
}
