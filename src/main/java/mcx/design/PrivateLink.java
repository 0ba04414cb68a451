package mcx.design;

import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * Joins two routers directly.
 *
 * @param subnet the addresses between the two; null to have them made
 * @param bandwidthMbps its speed in Mbit/s; 0 where not given
 * @param igpCost its cost in the inner routing of one autonomous system, 1 to 65535
 * @param routing BGP (inner where both ends have one AS number), or none
 * @param session the BGP settings; end a and b as the link's
 * @param settings what else is set of it
 */
public record PrivateLink(
    Id id,
    String name,
    Id a,
    Id b,
    @Nullable Prefix subnet,
    int bandwidthMbps,
    int igpCost,
    Routing routing,
    BgpSettings session,
    Settings settings)
    implements Link {

  public PrivateLink {
    name = Checks.name(name);
    Checks.range(id, "The bandwidth", bandwidthMbps, 0, 10_000_000);
    Checks.range(id, "The IGP cost", igpCost, 1, 65535);
  }

  /** With no further settings. */
  public PrivateLink(
      Id id,
      String name,
      Id a,
      Id b,
      @Nullable Prefix subnet,
      int bandwidthMbps,
      int igpCost,
      Routing routing,
      BgpSettings session) {
    this(id, name, a, b, subnet, bandwidthMbps, igpCost, routing, session, Settings.NONE);
  }
}
