package mcx.analysis.rule.transit;

import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.SitePath;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.design.Cloud;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.network.Session;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Clouds that reach each other through a router of the customer's own. */
final class ThroughCustomer {

  private ThroughCustomer() {}

  /** The pairs of virtual networks of different clouds of which one reaches the other so. */
  static SitePairs pairs(Situation situation) {
    var networks = situation.all(VirtualNetwork.class).stream().map(VirtualNetwork::id).toList();
    return situation
        .sites()
        .pairs(networks, networks)
        .where(
            (a, b) ->
                !sameCloud(situation, a, b)
                    && (passesRouter(situation, a, b) || passesRouter(situation, b, a)));
  }

  private static boolean sameCloud(Situation situation, Id a, Id b) {
    Cloud one = situation.design().within(a, Cloud.class);
    return one == null || one.equals(situation.design().within(b, Cloud.class));
  }

  private static boolean passesRouter(Situation situation, Id from, Id to) {
    SitePath path = situation.path(from, to);
    return path != null
        && path.reaches()
        && path.allDrawn().stream()
            .anyMatch(
                d ->
                    situation.design().element(d, Router.class) != null
                        && situation.design().within(d, Cloud.class) == null);
  }

  /** The customer's router that a table belongs to; null where it belongs to something else. */
  static @Nullable Id router(Situation situation, VrfId table) {
    Id element = situation.elementOf(table);
    return situation.design().element(element, Router.class) != null
            && situation.design().within(element, Cloud.class) == null
        ? element
        : null;
  }

  /** The clouds that a table belongs to, or that have a session with its VRF. */
  static SortedSet<Id> cloudsBehind(Situation situation, VrfId table) {
    SortedSet<Id> clouds = new TreeSet<>();
    Cloud own = situation.design().within(situation.elementOf(table), Cloud.class);
    if (own != null) {
      clouds.add(own.id());
      return clouds;
    }
    for (Session s : situation.network().sessions()) {
      if (s.a().vrf().equals(table.vrf()) || s.b().vrf().equals(table.vrf())) {
        for (VrfId end : java.util.List.of(s.a(), s.b())) {
          Cloud cloud = situation.design().within(situation.elementOf(end), Cloud.class);
          if (cloud != null) {
            clouds.add(cloud.id());
          }
        }
      }
    }
    return clouds;
  }
}
