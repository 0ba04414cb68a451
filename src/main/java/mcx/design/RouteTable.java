package mcx.design;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A route table of a cloud.
 *
 * @param parent the virtual network or gateway whose table it is
 * @param associations what looks routes up in it: subnets' virtual networks, or links to a gateway
 * @param propagations gateways or links whose routes enter it by themselves
 * @param routes routes by hand
 * @param listRoutes references to prefix lists (AWS Transit Gateway)
 * @param settings what else is set of it
 */
public record RouteTable(
    Id id,
    String name,
    @Nullable Id parent,
    Set<Id> associations,
    Set<Id> propagations,
    List<StaticRoute> routes,
    List<PrefixListRoute> listRoutes,
    Settings settings)
    implements Element {

  public RouteTable {
    name = Checks.name(name);
    associations = Checks.set(associations);
    propagations = Checks.set(propagations);
    routes = Checks.list(routes);
    listRoutes = Checks.list(listRoutes);
  }

  /** Without references to prefix lists, and with no further settings. */
  public RouteTable(
      Id id,
      String name,
      @Nullable Id parent,
      Set<Id> associations,
      Set<Id> propagations,
      List<StaticRoute> routes) {
    this(id, name, parent, associations, propagations, routes, List.of(), Settings.NONE);
  }
}
