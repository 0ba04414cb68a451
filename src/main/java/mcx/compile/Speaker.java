package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.catalog.RouteSource;
import mcx.design.Id;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Propagation;
import mcx.network.VrfId;

/**
 * What speaks BGP for one attachment of a gateway that has several route tables. It only exchanges
 * routes: what it learns enters the tables that the attachment propagates to, what it tells comes
 * from the one that the attachment is associated with, and packets pass from table to neighbour.
 */
final class Speaker {

  private Speaker() {}

  /**
   * The table that the sessions of an attachment end in: the gateway's own, where its attachments
   * share one.
   *
   * @param source what the attachment's routes rank as
   * @param distance their administrative distance in the tables that they enter
   */
  static VrfId of(
      Context c, GatewayEnd gateway, Id link, Side side, RouteSource source, int distance) {
    AttachmentTables tables = gateway.tables();
    if (!tables.areSeparate()) {
      return gateway.table();
    }
    Id id = gateway.gateway().id().part("at-" + link.value());
    VrfId table = VrfId.of(id.value());
    if (c.net.node(id.value()) != null) {
      return table;
    }
    NodeDraft node =
        new NodeDraft(
            id.value(),
            c.name(gateway.gateway()),
            Node.Kind.GATEWAY,
            Origin.of(gateway.gateway().id()),
            false,
            null,
            c.around(gateway.gateway().id()));
    node.ownTable(gateway.asn())
        .choose(
            gateway.behaviour().selection(),
            gateway.behaviour().sharing(c, gateway.gateway(), gateway.product()));
    c.net.add(node);
    hand(c, gateway, link, side, table, source, distance);
    return table;
  }

  private static void hand(
      Context c,
      GatewayEnd gateway,
      Id link,
      Side side,
      VrfId speaker,
      RouteSource source,
      int distance) {
    AttachmentTables tables = gateway.tables();
    VrfId lookup = tables.lookup(link);
    String out = link + ":" + lookup + ">" + speaker;
    c.net.add(propagation(c, link, out, lookup, speaker, Policy.PERMIT, Distances.TOLD));
    Integer weight = gateway.behaviour().arriving(source, gateway.product()).weight();
    Policy learned =
        Policies.first(
            List.of(
                Policies.denyFrom(
                    "What comes from a route table is not handed back to one", Set.of(out))),
            Policies.alsoSet(Policy.PERMIT, weight == null ? Change.NONE : Change.weight(weight)));
    boolean told = false;
    for (VrfId entry : tables.entries(link)) {
      String in = link + ":" + speaker + ">" + entry;
      c.net.add(propagation(c, link, in, speaker, entry, learned, distance));
      c.net.door(entry, side, in, entry.equals(lookup) ? out : null);
      told |= entry.equals(lookup);
    }
    if (!told) {
      c.net.door(lookup, side, null, out);
    }
  }

  private static Propagation propagation(
      Context c, Id link, String id, VrfId from, VrfId to, Policy policy, int distance) {
    return new Propagation(
        id, from, to, policy, distance, Origin.of(link), List.of(), c.around(link), null);
  }
}
