package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.RouteTable;
import mcx.design.StaticRoute;
import mcx.inet.Prefix;

/** Routes by hand. */
public final class StaticRoutes {

  private StaticRoutes() {}

  /**
   * Enters routes over a link in a route table of each gateway: in its first, or in one that is
   * made where it has none.
   *
   * @param prefixes what each gateway is to reach over the link
   */
  public static Change over(
      Design design, Id link, List<Id> gateways, Function<Id, List<Prefix>> prefixes) {
    Design changed = design;
    List<Id> created = new ArrayList<>();
    for (Id gateway : gateways) {
      List<StaticRoute> routes = new ArrayList<>();
      prefixes.apply(gateway).forEach(p -> routes.add(new StaticRoute(p, link, false)));
      RouteTable table =
          design.all(RouteTable.class).stream()
              .filter(t -> gateway.equals(t.parent()))
              .findFirst()
              .orElse(null);
      if (table == null) {
        Id id = changed.freeId(gateway + "-routes");
        created.add(id);
        changed = changed.with(new RouteTable(id, "Routes", gateway, Set.of(), Set.of(), routes));
      } else {
        routes.addAll(0, table.routes());
        changed = changed.with(Components.with(table, "routes", routes));
      }
    }
    return new Change(changed, created, link);
  }
}
