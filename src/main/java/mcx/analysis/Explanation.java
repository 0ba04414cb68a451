package mcx.analysis;

import java.util.List;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Why a table sends packets for a prefix where it sends them. At least one of the two parts is
 * there: {@code used} where a route holds the prefix, and {@code missing} where some table of the
 * network has, or should have, a more specific one than that.
 *
 * @param table the table
 * @param asked what was asked for; for an address the prefix that holds it alone
 * @param used how the table chose its route to the longest prefix that holds what was asked; null
 *     where none does
 * @param missing why it has no more specific one; null where there is none to have
 * @param inside the more specific prefixes that the table has inside what was asked for
 */
public record Explanation(
    VrfId table,
    Prefix asked,
    @Nullable Elimination used,
    @Nullable Absence missing,
    List<Prefix> inside) {

  public Explanation {
    inside = List.copyOf(inside);
  }

  /** Whether what was asked for is a single address. */
  public boolean isAddress() {
    return asked.length() == asked.family().bits();
  }
}
