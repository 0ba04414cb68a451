package mcx.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcx.catalog.RouteSource;
import mcx.design.GatewayAssociation;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.VrfId;

/** Joins two gateways of a cloud. */
final class Associations {

  private Associations() {}

  /**
   * Lets two gateways hand each other their routes.
   *
   * @param near the gateway nearer to the customer
   * @param far the one nearer to the virtual networks
   * @param toFar what the near one hands over
   * @param toNear what the far one hands over
   */
  static void exchange(
      Context c,
      GatewayAssociation link,
      GatewayEnd near,
      GatewayEnd far,
      Policy toFar,
      Policy toNear) {
    Map<VrfId, String> there = hand(c, link, near, far, toFar, RouteSource.CIRCUIT);
    Map<VrfId, String> back = hand(c, link, far, near, toNear, RouteSource.NETWORK);
    doors(c, near.tables().lookup(link.id()), Side.DOWNSTREAM, back, there);
    doors(c, far.tables().lookup(link.id()), Side.UPSTREAM, there, back);
  }

  /** A line between two gateways that routes by hand lead over. */
  static void line(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    c.net.add(
        new Segment(
            link.id().value(),
            Segment.Kind.LINK,
            near.tables().lookup(link.id()),
            far.tables().lookup(link.id()),
            null,
            null,
            0,
            0,
            Origin.of(link.id()),
            List.of(Origin.of(link.id())),
            c.around(link.id()),
            null));
  }

  /**
   * States what leads in and out of a gateway.
   *
   * @param lookup the table of the gateway that the other one is told of
   * @param in by which way routes enter, for each table
   * @param out by which ways its routes leave, for each table of the other
   */
  private static void doors(
      Context c, VrfId lookup, Side side, Map<VrfId, String> in, Map<VrfId, String> out) {
    in.forEach(
        (table, id) -> {
          if (out.isEmpty() || !table.equals(lookup)) {
            c.net.door(table, side, id, null);
          }
        });
    out.forEach((table, id) -> c.net.door(lookup, side, in.get(lookup), id));
  }

  private static Map<VrfId, String> hand(
      Context c,
      GatewayAssociation link,
      GatewayEnd from,
      GatewayEnd to,
      Policy policy,
      RouteSource as) {
    Map<VrfId, String> ids = new LinkedHashMap<>();
    VrfId lookup = from.tables().lookup(link.id());
    for (VrfId entry : to.tables().entries(link.id())) {
      String id = link.id() + ":" + lookup + ">" + entry;
      ids.put(entry, id);
      hand(c, link, id, lookup, entry, policy, to.behaviour().distance(as, to.product()));
    }
    return ids;
  }

  /** Hands routes from one table to another, one way. */
  static void hand(
      Context c,
      GatewayAssociation link,
      String id,
      VrfId from,
      VrfId to,
      Policy policy,
      int distance) {
    c.net.add(
        new Propagation(
            id,
            from,
            to,
            policy,
            distance,
            Origin.of(link.id()),
            List.of(Origin.of(link.id())),
            c.around(link.id()),
            null));
  }
}
