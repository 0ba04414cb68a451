package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import mcx.analysis.Finding;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.StaticRoutes;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.PrefixListRoute;
import mcx.design.RouteTable;
import mcx.design.StaticRoute;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/**
 * TRN-12: two Transit Gateways are peered, and one of them has no route by hand over the peering.
 * Such a peering carries static routes only.
 */
final class Trn12 extends Rule {

  Trn12() {
    super("TRN-12");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (GatewayAssociation link : situation.links(GatewayAssociation.class)) {
      List<Id> without = new ArrayList<>();
      for (Id end : List.of(link.a(), link.b())) {
        Gateway gateway = situation.design().element(end, Gateway.class);
        Id far = link.other(end);
        if (gateway != null
            && gateway.product().equals("aws.tgw")
            && situation.design().element(far, Gateway.class) instanceof Gateway g
            && g.product().equals("aws.tgw")
            && !situation.sites().attached(far).isEmpty()
            && !hasRoute(situation, end, link)) {
          without.add(end);
        }
      }
      if (!without.isEmpty()) {
        found.add(found(situation, link, without));
      }
    }
    return found;
  }

  private static boolean hasRoute(Situation situation, Id gateway, GatewayAssociation link) {
    return situation.all(RouteTable.class).stream()
        .filter(t -> gateway.equals(t.parent()))
        .flatMap(
            t ->
                Stream.concat(
                    t.routes().stream().map(StaticRoute::via),
                    t.listRoutes().stream().map(PrefixListRoute::via)))
        .anyMatch(via -> link.id().equals(via) || link.other(gateway).equals(via));
  }

  private Finding found(Situation situation, GatewayAssociation link, List<Id> without) {
    String names = Phrases.list(without.stream().map(situation::name).toList());
    return finding(link.id())
        .showing(without)
        .title(
            names
                + (without.size() == 1 ? " has" : " have")
                + " no static route over "
                + situation.name(link.id()))
        .text(
            "A peering of Transit Gateways carries no dynamic routes: what the one side learns is"
                + " never told to the other. Without routes by hand nothing crosses it.")
        .remedy(
            "Enter static routes to the networks behind the far side in the route tables of"
                + " both Transit Gateways.")
        .fix(
            "Enter static routes over " + situation.name(link.id()),
            (design, catalog) ->
                StaticRoutes.over(
                    design,
                    link.id(),
                    without,
                    gateway -> prefixes(situation, link.other(gateway))))
        .done();
  }

  private static List<Prefix> prefixes(Situation situation, Id gateway) {
    SortedSet<Id> networks = situation.sites().attached(gateway);
    return networks.stream()
        .map(n -> situation.design().element(n, VirtualNetwork.class))
        .filter(n -> n != null)
        .flatMap(n -> n.prefixes().stream())
        .flatMap(PrefixRange::stream)
        .distinct()
        .toList();
  }
}
