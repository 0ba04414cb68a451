package mcx.export.lab;

/**
 * What a daemon does in its own way, where others do otherwise or the standards leave it open, and
 * what the lab does about it. Each was seen in a running lab of the named version.
 */
public enum DaemonQuirk {
  FRR_NEEDS_POLICY(
      LabDaemon.FRR,
      "8.4.4",
      "An outer session without a policy passes nothing (RFC 8212), so the lab says “no bgp"
          + " ebgp-requires-policy”."),
  FRR_LIMIT_LATE(
      LabDaemon.FRR,
      "8.4.4",
      "A prefix limit is looked at before an update is counted, so one update may exceed it; after"
          + " the tables are at rest lab.sh has every limited session send all once more."),
  FRR_SENDS_BACK(
      LabDaemon.FRR,
      "8.4.4",
      "A route is sent back to the neighbour that it came from, which shows where that neighbour"
          + " accepts its own number or the number is overridden; the lab forbids it there."),
  FRR_TIE_BY_AGE(
      LabDaemon.FRR,
      "8.4.4",
      "Between equal outer routes the older one stays unless “bgp bestpath compare-routerid” is"
          + " set, as it is in the lab."),
  FRR_HAND_STAYS(
      LabDaemon.FRR,
      "8.4.4",
      "A floating static route that BGP took over before a neighbour told the prefix has weight"
          + " 32768 there, wins over the neighbour's route for ever, and never gives way."),
  FRR_DEFAULT_LATE(
      LabDaemon.FRR,
      "8.4.4",
      "Whether the condition of a default route sent by hand holds is looked at every five seconds,"
          + " not when the table changes; lab.sh waits for it."),
  FRR_REWRITES_FIRST(
      LabDaemon.FRR,
      "8.4.4",
      "Private numbers are removed and the neighbour's number is overridden before the export"
          + " policy looks at the path; BIRD's filters in the lab look first."),
  FRR_CONNECTED_COSTS_NOTHING(
      LabDaemon.FRR,
      "8.4.4",
      "A next hop on a network of the router's own has no cost, whatever inner routing says of that"
          + " link; BIRD does the same."),
  FRR_MED_ZERO(
      LabDaemon.FRR,
      "8.4.4",
      "What a router holds itself is sent with a MED of 0, where BIRD sends none; both count"
          + " alike."),
  FRR_REFLECTS_UNCHANGED(
      LabDaemon.FRR,
      "8.4.4",
      "A reflector's export policy cannot change what it reflects unless “bgp route-reflector"
          + " allow-outbound-policy” is set, as it is in the lab."),
  BIRD_SENDS_NOT_BACK(
      LabDaemon.BIRD, "2.0.12", "A route is never sent back over the session that it came by."),
  BIRD_SHOWS_UNREACHABLE(
      LabDaemon.BIRD,
      "2.0.12",
      "A route whose next hop cannot be reached is marked as best where there is no other; the"
          + " lab's filters do not send it on."),
  BIRD_NO_WEIGHT(
      LabDaemon.BIRD,
      "2.0.12",
      "There is no weight; the lab uses the preference, which is compared before all else."),
  BIRD_NO_SUMMARIES(
      LabDaemon.BIRD,
      "2.0.12",
      "There are neither summaries nor default routes sent by hand; such a router runs FRR."),
  BIRD_MASKS(
      LabDaemon.BIRD,
      "2.0.12",
      "Paths are matched by masks of whole numbers; a router whose policy needs a regular"
          + " expression that no mask can say runs FRR."),
  BIRD_PASSES_LINK_LOCAL(
      LabDaemon.BIRD,
      "2.0.12",
      "Inside a system, IPv6 routes whose next hop stays outside come with the link-local address of"
          + " the outer link besides, to which FRR then reckons no cost; the lab has FRR prefer the"
          + " global one."),
  BIRD_ONE_BEST(
      LabDaemon.BIRD,
      "2.0.12",
      "The BGP table marks one route as best also where several share the traffic."),
  GOBGP_HOLDS_BACK(
      LabDaemon.GOBGP,
      "3.10.0",
      "A route is not sent to a neighbour whose number is in its path, unless that number is"
          + " overridden; so a neighbour that accepts its own number gets nothing to accept. Other"
          + " edges are told nothing either that has the provider's number in its path."),
  GOBGP_NO_VRF_CHOICE(
      LabDaemon.GOBGP,
      "3.10.0",
      "The best route is chosen for each route distinguisher and not again in the VRF, whose"
          + " neighbours get whatever came last; so VRFs that share all routes share a"
          + " distinguisher in the lab."),
  GOBGP_TELLS_IMPORTS(
      LabDaemon.GOBGP,
      "3.10.0",
      "A VRF's neighbours are told only what the VRF imports, also of each other's routes; so in"
          + " the lab a VRF that does not take what it exports, as a hub or a spoke does not, has a"
          + " route target of its own besides."),
  GOBGP_NO_COST(
      LabDaemon.GOBGP,
      "3.10.0",
      "There is no inner routing: the cost to another edge does not count, and next hops are not"
          + " looked up."),
  GOBGP_NEXT_HOP_STAYS(
      LabDaemon.GOBGP,
      "3.10.0",
      "A route of a VPN goes to other edges with the customer's address as next hop, not the"
          + " edge's."),
  GOBGP_GLOBAL_POLICIES(
      LabDaemon.GOBGP,
      "3.10.0",
      "There are no policies for a VRF's session; the lab's are global and ask for the neighbour"
          + " first."),
  GOBGP_MAPPED_NEXT_HOP(
      LabDaemon.GOBGP,
      "3.10.0",
      "Over an IPv4 session IPv6 routes come with a next hop that BIRD does not take; FRR does, so"
          + " neighbours of such an edge run FRR where the lab has IPv6."),
  GOBGP_KEEPS_TOLD(
      LabDaemon.GOBGP,
      "3.10.0",
      "Where a route becomes best that a neighbour brings itself, or that is held back from it"
          + " because of a number in its path, what that neighbour was told of the prefix before is"
          + " not taken back; so what a lab shows depends on the order in which its sessions came"
          + " up."),
  GOBGP_KEEPS_REPLACED(
      LabDaemon.GOBGP,
      "3.10.0",
      "A route that a neighbour was told with its own number replaced is not taken back from it"
          + " when it is gone; a lab after a failure may show it, a fresh one does not."),
  GOBGP_KEEPS_HEARD(
      LabDaemon.GOBGP,
      "3.10.0",
      "Where a neighbour replaces a route by one that has GoBGP's own number in its path, the new"
          + " one is refused and the old one stays; so what a lab shows depends on the order in"
          + " which its sessions came up."),
  GOBGP_SLOW_START(
      LabDaemon.GOBGP,
      "3.10.0",
      "Two edges need about six seconds for their first session, however short the timers are.");

  private final LabDaemon daemon;
  private final String version;
  private final String text;

  DaemonQuirk(LabDaemon daemon, String version, String text) {
    this.daemon = daemon;
    this.version = version;
    this.text = text;
  }

  public LabDaemon daemon() {
    return daemon;
  }

  /** The version it was seen in. */
  public String version() {
    return version;
  }

  /** What it does, and what the lab does about it, in words. */
  public String text() {
    return text;
  }
}
