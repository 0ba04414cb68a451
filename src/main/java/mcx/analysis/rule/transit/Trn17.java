package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.fix.Edits;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VpnConnection;

/**
 * TRN-17: sites behind different border routers or VPNs of an Alibaba transit router do not reach
 * each other: an automatic policy denies it until one with a lower number permits it.
 */
final class Trn17 extends PairRule {

  Trn17() {
    super("TRN-17");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway router : situation.gateways("alibaba.transit-router")) {
      Product product = situation.product(router.id());
      int denied =
          product == null ? 0 : (int) product.number(Quantity.ISOLATION_PRIORITY).orElse(0);
      Integer permitted = router.settings().number(Setting.PERMIT_PRIORITY);
      SortedSet<Id> sites = sites(situation, router.id());
      SitePairs missing = missing(situation, sites, sites);
      if (denied > 1 && (permitted == null || permitted >= denied) && !missing.isEmpty()) {
        String name = situation.name(router.id());
        found.add(
            about(missing, router.id())
                .title(missing.names() + " do not reach each other through " + name)
                .text(
                    "A transit router keeps border routers and VPNs apart by a policy of priority "
                        + denied
                        + (permitted == null
                            ? ", and nothing permits it before."
                            : ", and what permits it has priority " + permitted + ", behind that."))
                .remedy(
                    "Add a policy at "
                        + name
                        + " that permits it, with a number below "
                        + denied
                        + ".")
                .fix(
                    "Permit it at " + name + " with priority " + denied / 2,
                    (design, catalog) ->
                        Edits.set(
                            design, List.of(router.id()), Setting.PERMIT_PRIORITY, denied / 2))
                .done());
      }
    }
    return found;
  }

  /** The sites behind the border routers, circuits and VPNs that are joined to it. */
  private static SortedSet<Id> sites(Situation situation, Id router) {
    SortedSet<Id> gateways = new TreeSet<>(List.of(router));
    for (GatewayAssociation l : situation.links(GatewayAssociation.class)) {
      if (l.joins(router)) {
        gateways.add(l.other(router));
      }
    }
    SortedSet<Id> sites = new TreeSet<>();
    for (Circuit circuit : situation.circuits("alibaba.")) {
      if (situation.sites().gateways(circuit).stream().anyMatch(gateways::contains)) {
        sites.addAll(situation.sites().premisesBehind(circuit));
      }
    }
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      for (Id end : List.of(vpn.a(), vpn.b())) {
        if (gateways.contains(end)) {
          sites.addAll(situation.sites().premisesBehind(vpn, end));
        }
      }
    }
    return sites;
  }
}
