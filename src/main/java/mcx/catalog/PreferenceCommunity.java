package mcx.catalog;

import mcx.inet.Community;

/**
 * A community by which the customer says how much the cloud prefers a route; it counts before the
 * AS path.
 *
 * @param community the community
 * @param level how much
 * @param source the key of the {@link Source}
 */
public record PreferenceCommunity(Community community, Level level, String source) {

  /** How much a route is preferred. */
  public enum Level {
    LOW,
    /** As a route without such a community is. */
    MEDIUM,
    HIGH
  }
}
