package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import mcx.design.Id;
import mcx.design.PrefixListRoute;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.design.RouteTable;
import mcx.design.StaticRoute;
import mcx.network.VrfId;

/**
 * The routes that route tables have by references to prefix lists. The tables of AWS's Transit
 * Gateway take them, behind static routes and before what is propagated (AWS-TGW).
 */
final class PrefixListRoutes {

  private final Context c;
  private final Gateways gateways;

  PrefixListRoutes(Context c, Gateways gateways) {
    this.c = c;
    this.gateways = gateways;
  }

  /** The routes of a drawn table, as they stand in the table of its gateway. */
  List<StaticRoute> at(VrfId holder, RouteTable table) {
    if (table.listRoutes().isEmpty()) {
      return List.of();
    }
    GatewayEnd gateway = gateways.get(Id.of(holder.node()));
    if (gateway == null || !gateway.behaviour().takesPrefixLists()) {
      c.notes.warning(
          "",
          "AWS-TGW",
          "The prefix lists of "
              + c.label(table.id())
              + " count for nothing: only the tables of a Transit Gateway take them here. Enter"
              + " their prefixes as routes.",
          table.id());
      return List.of();
    }
    List<StaticRoute> routes = new ArrayList<>();
    for (PrefixListRoute reference : table.listRoutes()) {
      for (PrefixMatch entry :
          c.design.prefixLists().byName().getOrDefault(reference.list(), List.of())) {
        routes.add(new StaticRoute(entry.prefix(), reference.via(), Distances.PREFIX_LIST, false));
        if (entry.ge() != null || entry.le() != null) {
          noteRange(table, reference, entry);
        }
      }
    }
    return routes;
  }

  private void noteRange(RouteTable table, PrefixListRoute reference, PrefixMatch entry) {
    c.notes.info(
        "",
        "AWS-TGW",
        "Of the prefix list "
            + reference.list()
            + " "
            + c.label(table.id())
            + " takes "
            + entry.prefix()
            + " itself: a route leads to one prefix, not to a range of lengths.",
        table.id());
  }
}
