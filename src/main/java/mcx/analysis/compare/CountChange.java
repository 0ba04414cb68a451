package mcx.analysis.compare;

import mcx.inet.Family;
import mcx.network.PrefixLimit;
import org.jspecify.annotations.Nullable;

/**
 * A change of how many prefixes a session brings, or may.
 *
 * @param session the session's id in the network
 * @param label who tells whom, as in {@code CE to ExpressRoute}
 * @param family of which family
 * @param before how many were accepted
 * @param limitBefore how many might be; null for any number
 * @param after how many are accepted
 * @param limitAfter how many may be; null for any number
 */
public record CountChange(
    String session,
    String label,
    Family family,
    int before,
    @Nullable PrefixLimit limitBefore,
    int after,
    @Nullable PrefixLimit limitAfter) {}
