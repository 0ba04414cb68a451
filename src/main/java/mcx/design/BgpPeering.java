package mcx.design;

/**
 * A BGP session between two routers of the customer's own that runs between their loopbacks rather
 * than over one link: inner over the links inside their autonomous system, outer over whatever
 * routes lead from each to the other's loopback (multihop). A loopback has the address that is set
 * at its end of the session, else the router id.
 *
 * @param a one router
 * @param b the other
 * @param session the BGP settings; end a and b as the link's
 * @param settings what else is set of it
 */
public record BgpPeering(Id id, String name, Id a, Id b, BgpSettings session, Settings settings)
    implements Link {

  public BgpPeering {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public BgpPeering(Id id, String name, Id a, Id b, BgpSettings session) {
    this(id, name, a, b, session, Settings.NONE);
  }
}
