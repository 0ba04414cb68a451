package mcx.change;

import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Id;
import mcx.design.PrivateLink;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.inet.Asn;

/** What a new private link between two routers comes with. */
final class PrivateLinks {

  /** Without this the far router could not reach what the near one learned from outside. */
  private static final BgpEnd INNER = BgpEnd.DEFAULT.with("nextHopSelf", true);

  private PrivateLinks() {}

  /**
   * A link with a BGP session where both routers have an AS number. An inner session sets each end
   * as next hop: the links to the outside are no part of the inner routing.
   */
  static PrivateLink between(Id id, Router a, Router b, int bandwidthMbps, int igpCost) {
    boolean bgp = a.asn() != null && b.asn() != null;
    return new PrivateLink(
        id,
        "",
        a.id(),
        b.id(),
        null,
        bandwidthMbps,
        igpCost,
        bgp ? Routing.BGP : Routing.NONE,
        session(a, b));
  }

  /** The settings of a new session between the two. */
  static BgpSettings session(Router a, Router b) {
    Asn asn = a.asn();
    boolean inner = asn != null && asn.equals(b.asn());
    return inner ? new BgpSettings(INNER, INNER) : BgpSettings.DEFAULT;
  }
}
