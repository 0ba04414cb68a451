package mcx.design;

import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * A route by hand.
 *
 * @param via the link or neighbouring element that the traffic is handed to; null to discard it
 * @param redistribute whether BGP advertises it
 */
public record StaticRoute(Prefix prefix, @Nullable Id via, boolean redistribute) {}
