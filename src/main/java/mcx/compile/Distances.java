package mcx.compile;

/**
 * The administrative distances that the compiled network uses. Only their order means anything;
 * they stay within what routers customarily give (a static route 1, an outer BGP route 20).
 */
final class Distances {

  /** A route of an Azure service endpoint, which not even a user-defined route overrides. */
  static final int SERVICE_ENDPOINT = 0;

  /** A static route. */
  static final int STATIC = 1;

  /** A route to a prefix of a prefix list: behind a static route, before all that is learned. */
  static final int PREFIX_LIST = 2;

  /** A site's own networks at its router or gateway; a peered virtual network's, too. */
  static final int NETWORK = 5;

  /** Routes from a gateway that a vendor's networks prefer to others. */
  static final int PREFERRED = 10;

  /** Routes from a router or gateway at its site, and between associated gateways. */
  static final int LEARNED = 20;

  /** Routes from an appliance at its virtual network. */
  static final int APPLIANCE = 30;

  /** A static VPN route that the gateway's vendor puts behind what BGP tells. */
  static final int LAST = 250;

  /** What a route table tells one of its attachments, behind all that the attachment learned. */
  static final int TOLD = 254;

  /** The distance between two ranks in a vendor's own order of preference. */
  private static final int STEP = 10;

  private Distances() {}

  /** The distance of a source that stands at this place, from 0, in a vendor's order. */
  static int ranked(int place) {
    return LEARNED + STEP * place;
  }
}
