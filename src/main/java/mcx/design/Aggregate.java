package mcx.design;

import mcx.inet.Prefix;

/**
 * A summary that a router originates while it knows a more specific route inside it.
 *
 * @param summaryOnly whether the more specific routes are then held back
 */
public record Aggregate(Prefix prefix, boolean summaryOnly) {}
