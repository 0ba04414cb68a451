package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.StaticRoute;
import mcx.design.VirtualNetwork;
import org.jspecify.annotations.Nullable;

/**
 * PATH-16: a user-defined route to an ExpressRoute gateway, or to a VPN gateway that stands beside
 * one. Azure takes neither.
 */
final class Path16 extends Rule {

  private static final int SHOWN = 3;

  Path16() {
    super("PATH-16");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    List<RouteTable> tables =
        situation.all(RouteTable.class).stream()
            .filter(t -> situation.vendor(t.id()).equals("azure") || !t.associations().isEmpty())
            .toList();
    if (tables.isEmpty()) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    for (RouteTable table : tables) {
      List<StaticRoute> refused = new ArrayList<>();
      SortedSet<Id> gateways = new TreeSet<>();
      for (StaticRoute route : table.routes()) {
        Gateway gateway = gateway(situation, route.via());
        if (gateway != null && isRefused(situation, circuitry, gateway)) {
          refused.add(route);
          gateways.add(gateway.id());
        }
      }
      if (!refused.isEmpty()) {
        found.add(found(situation, table, refused, gateways));
      }
    }
    return found;
  }

  private static @Nullable Gateway gateway(Situation situation, @Nullable Id via) {
    Gateway direct = situation.design().element(via, Gateway.class);
    if (direct != null || via == null) {
      return direct;
    }
    Link link = situation.design().link(via.owner());
    return link instanceof NetworkAttachment l
        ? situation.design().element(l.b(), Gateway.class)
        : null;
  }

  private static boolean isRefused(Situation situation, Circuitry circuitry, Gateway gateway) {
    if (gateway.product().startsWith("azure.er-gateway")) {
      return true;
    }
    return gateway.product().startsWith("azure.vpn-gateway")
        && situation.gateways("azure.er-gateway").stream()
            .anyMatch(
                er ->
                    circuitry.networks(er.id()).stream()
                        .anyMatch(circuitry.networks(gateway.id())::contains));
  }

  private Finding found(
      Situation situation, RouteTable table, List<StaticRoute> refused, SortedSet<Id> gateways) {
    String name = situation.name(table.id());
    String prefixes = Phrases.some(refused.stream().map(StaticRoute::prefix).toList(), SHOWN);
    String to = Phrases.list(List.copyOf(gateways), situation::name);
    Id id = table.id();
    FindingDraft draft =
        finding(id)
            .showing(gateways)
            .title(name + " leads " + prefixes + " to " + to + ", which Azure refuses")
            .text(
                "A user-defined route cannot lead to an ExpressRoute gateway, nor to a virtual network"
                    + " gateway where an ExpressRoute and a VPN gateway stand side by side. What the"
                    + " gateways learn by BGP reaches the subnets by itself.")
            .remedy("Remove the route and let BGP propagate.")
            .remedy("Lead it to a network virtual appliance, with a Route Server beside it.")
            .fix(
                "Remove " + prefixes + " from " + name,
                (design, catalog) -> led(design, id, refused, null));
    Router appliance = appliance(situation, table);
    if (appliance != null) {
      Id nva = appliance.id();
      draft.fix(
          "Lead " + prefixes + " to " + situation.name(nva),
          (design, catalog) -> led(design, id, refused, nva));
    }
    return draft.done();
  }

  private static @Nullable Router appliance(Situation situation, RouteTable table) {
    for (Router r : situation.all(Router.class)) {
      VirtualNetwork around = situation.design().within(r.id(), VirtualNetwork.class);
      if (around != null
          && (around.id().equals(table.parent()) || table.associations().contains(around.id()))) {
        return r;
      }
    }
    return null;
  }

  private static Change led(Design design, Id table, List<StaticRoute> refused, @Nullable Id via) {
    RouteTable before = Objects.requireNonNull(design.element(table, RouteTable.class));
    List<StaticRoute> routes = new ArrayList<>();
    for (StaticRoute r : before.routes()) {
      if (!refused.contains(r)) {
        routes.add(r);
      } else if (via != null) {
        routes.add(Components.with(r, "via", via));
      }
    }
    return Change.of(design, Components.with(before, "routes", routes));
  }
}
