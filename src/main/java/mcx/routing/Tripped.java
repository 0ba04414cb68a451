package mcx.routing;

import mcx.inet.Family;
import mcx.network.PrefixLimit;
import mcx.network.VrfId;

/**
 * A prefix limit that was exceeded.
 *
 * @param session the session
 * @param at the end that counts
 * @param family which prefixes
 * @param count how many came
 * @param limit the limit and what happens beyond it
 */
public record Tripped(String session, VrfId at, Family family, int count, PrefixLimit limit) {}
