package mcx.analysis;

import mcx.design.Id;
import mcx.network.Node;
import mcx.network.Segment;
import org.jspecify.annotations.Nullable;

/** Finds out of what kind the ways between two sites are, of several the least private. */
final class WayKind {

  /**
   * What counts of a table that packets pass, and of how they leave it.
   *
   * @param segment what they cross; null where there is no segment to cross, or at the end
   * @param node the node that the table is on; null where the network has none
   * @param home the premises or cloud that the node's element is in; null for a bare one
   * @param inCloud whether that is a cloud
   */
  record Mark(
      Segment.@Nullable Kind segment,
      Node.@Nullable Kind node,
      @Nullable Id home,
      boolean inCloud) {}

  private final @Nullable Id start;
  private final @Nullable Id goal;
  private boolean inside;
  private boolean vpn;
  private boolean interconnect;
  private boolean thirdRouter;
  private boolean provider;
  private boolean otherCloud;

  /**
   * @param start the premises or cloud that the one site is in; null for a bare one
   * @param goal the same of the other
   */
  WayKind(@Nullable Id start, @Nullable Id goal) {
    this.start = start;
    this.goal = goal;
    this.inside = start != null && start.equals(goal);
  }

  /** They pass this too. */
  void pass(Mark mark) {
    vpn |= mark.segment() == Segment.Kind.TUNNEL;
    interconnect |= mark.segment() == Segment.Kind.INTERCONNECT;
    if (mark.node() == null) {
      return;
    }
    provider |= mark.node() == Node.Kind.PROVIDER_EDGE;
    Id at = mark.home();
    boolean elsewhere = at == null || !(at.equals(start) || at.equals(goal));
    inside &= at != null && at.equals(start);
    otherCloud |= mark.inCloud() && elsewhere;
    thirdRouter |= mark.node() == Node.Kind.CUSTOMER_ROUTER && elsewhere;
  }

  /** The kind of ways that pass what was told. */
  PathKind kind() {
    if (vpn) {
      return PathKind.VPN;
    }
    if (interconnect) {
      return PathKind.INTERCONNECT;
    }
    if (otherCloud) {
      return PathKind.CLOUD;
    }
    if (thirdRouter) {
      return PathKind.CUSTOMER_ROUTER;
    }
    if (provider) {
      return PathKind.PROVIDER;
    }
    return inside ? PathKind.INSIDE : PathKind.DIRECT;
  }
}
