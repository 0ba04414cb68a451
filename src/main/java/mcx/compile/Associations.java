package mcx.compile;

import java.util.List;
import mcx.catalog.RouteSource;
import mcx.design.GatewayAssociation;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Propagation;

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
    String there = hand(c, link, near, far, toFar, RouteSource.CIRCUIT);
    String back = hand(c, link, far, near, toNear, RouteSource.NETWORK);
    c.net.door(near.table(), Side.DOWNSTREAM, back, there);
    c.net.door(far.table(), Side.UPSTREAM, there, back);
  }

  private static String hand(
      Context c,
      GatewayAssociation link,
      GatewayEnd from,
      GatewayEnd to,
      Policy policy,
      RouteSource as) {
    String id = link.id() + ":" + from.gateway().id() + ">" + to.gateway().id();
    c.net.add(
        new Propagation(
            id,
            from.table(),
            to.table(),
            policy,
            to.behaviour().distance(as, to.product()),
            Origin.of(link.id()),
            List.of(Origin.of(link.id())),
            c.around(link.id()),
            null));
    return id;
  }
}
