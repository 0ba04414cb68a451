package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.SessionFlow;
import mcx.analysis.SitePath;
import mcx.analysis.rule.Situation;
import mcx.change.Behind;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.PeeringType;
import mcx.inet.Asn;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.AdvertisementGroup;
import org.jspecify.annotations.Nullable;

/**
 * Routes alike that their receiver dropped for its own AS number in the path, and without which a
 * site does not reach another.
 *
 * @param flow on which session
 * @param routes the routes
 * @param receiver the element that dropped them
 * @param asn the receiver's number
 * @param origin the site they lead to; null where they lead to no site
 * @param kept the sites behind the receiver that do not reach that site; empty where there are no
 *     sites
 * @param sameCloud another circuit or gateway of the receiver's own cloud vendor that they came
 *     from; null where they came from none
 */
record LoopRefusal(
    SessionFlow flow,
    AdvertisementGroup routes,
    Id receiver,
    Asn asn,
    @Nullable Id origin,
    List<Id> kept,
    @Nullable Id sameCloud) {

  /** All but the hairpins through a provider's other VRF, which ASN-13 tells of. */
  static List<LoopRefusal> of(Situation situation) {
    List<LoopRefusal> all = new ArrayList<>();
    for (Situation.Told told : situation.loops()) {
      if (!told.flow().insideCloud() && !isPublic(situation, told.flow().link())) {
        LoopRefusal refusal = of(situation, told.flow(), told.routes());
        if (refusal != null) {
          all.add(refusal);
        }
      }
    }
    return all;
  }

  /** Whether a link leads to a cloud's public services, where no routes of networks belong. */
  private static boolean isPublic(Situation situation, Id link) {
    return situation.design().link(link.owner()) instanceof CircuitConnection c
        && (c.peering() == PeeringType.MICROSOFT || c.peering() == PeeringType.PUBLIC);
  }

  private static @Nullable LoopRefusal of(
      Situation situation, SessionFlow flow, AdvertisementGroup a) {
    Id receiver = situation.elementOf(a.to());
    Vrf table = situation.network().vrf(a.to());
    if (receiver == null
        || table == null
        || table.asn() == null
        || situation.solution().has(a.to(), a.prefixes().getFirst())
        || Asn13.refusedHairpin(situation.analysis(), a) != null) {
      return null;
    }
    Id origin = origin(situation, a.source());
    List<Id> behind = Behind.sites(situation.design(), situation.catalog(), receiver);
    List<Id> kept =
        origin == null
            ? List.of()
            : behind.stream().filter(s -> misses(situation, s, origin)).toList();
    if (origin != null && kept.isEmpty() && !behind.isEmpty()) {
      return null;
    }
    return new LoopRefusal(
        flow, a, receiver, table.asn(), origin, kept, sameCloud(situation, a, receiver));
  }

  private static boolean misses(Situation situation, Id from, Id to) {
    SitePath path = situation.path(from, to);
    return path != null && !path.reaches() && !situation.isolates(from, to);
  }

  private static @Nullable Id origin(Situation situation, VrfId source) {
    Id element = situation.elementOf(source);
    List<Id> sites =
        element == null
            ? List.<Id>of()
            : Behind.sites(situation.design(), situation.catalog(), element);
    return sites.isEmpty() ? null : sites.getFirst();
  }

  private static @Nullable Id sameCloud(Situation situation, AdvertisementGroup a, Id receiver) {
    String vendor = situation.vendor(receiver);
    if (vendor.isEmpty()) {
      return null;
    }
    for (VrfId table : a.way().stream().skip(1).toList()) {
      Id element = situation.elementOf(table);
      if (element != null && situation.vendor(element).equals(vendor)) {
        return element.equals(receiver) ? null : element;
      }
    }
    return null;
  }

  private static boolean isEdge(Situation situation, VrfId table) {
    Node node = situation.network().node(table.node());
    return node != null && node.kind() == Node.Kind.PROVIDER_EDGE;
  }

  /** The drawn VRF that the routes were told from; null where there is none. */
  @Nullable Id vrf(Situation situation) {
    Vrf table = situation.network().vrf(routes.from());
    return table == null || table.element() == null || !isEdge(situation, routes.from())
        ? null
        : Id.of(table.element().id());
  }

  /** Whether an intent asks for what it breaks. */
  boolean isExpected(Situation situation) {
    Id site = origin;
    return site != null && kept.stream().anyMatch(k -> situation.expects(k, site));
  }
}
