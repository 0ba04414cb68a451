package mcx.network;

import java.util.List;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.inet.RouteTarget;
import org.jspecify.annotations.Nullable;

/**
 * One routing table of a node, with what it originates.
 *
 * @param id the node and the VRF's name
 * @param label what people see, such as {@code VRF-AZ}
 * @param asn the AS number that its BGP speaks with; null where it speaks none
 * @param element the design element of the VRF itself; null for a router's own table
 * @param originated the prefixes it holds itself
 * @param statics routes by hand
 * @param aggregates summaries
 * @param connected the networks that its segments lie in, where they matter to routing
 * @param imports route targets it takes from its VPN domain
 * @param exports route targets it marks its routes with
 * @param selection how it chooses among routes to one prefix
 * @param sharing how many equally good routes share the traffic
 */
public record Vrf(
    VrfId id,
    String label,
    @Nullable Asn asn,
    @Nullable Origin element,
    List<Prefix> originated,
    List<StaticRoute> statics,
    List<Aggregate> aggregates,
    List<Connected> connected,
    Set<RouteTarget> imports,
    Set<RouteTarget> exports,
    List<Key> selection,
    Sharing sharing) {

  public Vrf {
    originated = List.copyOf(originated);
    statics = List.copyOf(statics);
    aggregates = List.copyOf(aggregates);
    connected = List.copyOf(connected);
    imports = Set.copyOf(imports);
    exports = Set.copyOf(exports);
    selection = List.copyOf(selection);
  }

  /** Whether equally good routes share the traffic. */
  public boolean multipath() {
    return sharing.several();
  }

  /**
   * A key that routes to one prefix are compared by. A table's list of keys, in order, is its way
   * to choose; whatever is left after the last is settled by router id and neighbour address, so
   * that the choice never depends on the order of the candidates.
   */
  public enum Key {
    /** The smaller administrative distance. */
    DISTANCE,
    /** The higher weight. */
    WEIGHT,
    /** The higher local preference. */
    LOCAL_PREFERENCE,
    /** What the table holds itself before what it learned. */
    LOCALLY_ORIGINATED,
    /** The shorter AS path. */
    AS_PATH_LENGTH,
    /** IGP before EGP before incomplete. */
    ORIGIN,
    /** The lower MED, among routes from one neighbouring AS. */
    MED,
    /** The lower MED, among all. */
    ALWAYS_MED,
    /** Outer sessions before inner ones. */
    EXTERNAL,
    /** The smaller cost to the next hop. */
    IGP_COST
  }

  /** The order of RFC 4271 §9.1.2.2 with the customary weight and local preference before it. */
  public static final List<Key> BGP_DECISION =
      List.of(
          Key.DISTANCE,
          Key.WEIGHT,
          Key.LOCAL_PREFERENCE,
          Key.LOCALLY_ORIGINATED,
          Key.AS_PATH_LENGTH,
          Key.ORIGIN,
          Key.MED,
          Key.EXTERNAL,
          Key.IGP_COST);

  /**
   * A route by hand.
   *
   * @param nextHop the table that traffic is handed to; null to discard it
   * @param segment the segment it leaves by, whose failure withdraws it; null where there is none
   * @param distance the administrative distance, 1 to 255
   * @param redistribute whether it is offered to BGP
   */
  public record StaticRoute(
      Prefix prefix,
      @Nullable VrfId nextHop,
      @Nullable String segment,
      int distance,
      boolean redistribute) {}

  /**
   * A network that an interface lies in.
   *
   * @param segment the segment behind the interface, whose failure withdraws it; null for a
   *     loopback
   * @param redistribute whether it is offered to BGP
   */
  public record Connected(Prefix prefix, @Nullable String segment, boolean redistribute) {}

  /** A summary that stands while a more specific route is known. */
  public record Aggregate(Prefix prefix, boolean summaryOnly) {}
}
