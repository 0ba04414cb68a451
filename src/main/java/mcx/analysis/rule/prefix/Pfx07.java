package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.network.VrfId;

/**
 * PFX-07: an appliance tells a Route Server more prefixes than that takes, or too many appliances
 * speak with one.
 */
final class Pfx07 extends BudgetRule {

  Pfx07() {
    super("PFX-07");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>(super.check(situation));
    for (Gateway server : situation.gateways("azure.route-server")) {
      Product product = situation.product(server.id());
      long most =
          product == null
              ? Long.MAX_VALUE
              : product.number(Quantity.MAX_PEERS).orElse(Long.MAX_VALUE);
      List<Id> peers =
          situation.analysis().budgets().stream()
              .filter(b -> b.rule().equals(id()) && b.holder().equals(server.id()))
              .map(b -> b.at() == null ? server.id() : Id.of(b.at().node()))
              .distinct()
              .sorted()
              .toList();
      if (peers.size() > most) {
        found.add(tooMany(situation, server.id(), peers, most));
      }
    }
    return found;
  }

  private Finding tooMany(Situation situation, Id server, List<Id> peers, long most) {
    return finding(server)
        .showing(peers)
        .title(
            situation.name(server)
                + " has "
                + peers.size()
                + " appliances to speak with; it takes "
                + most)
        .text(
            "Azure refuses a peer beyond that number, so an appliance stays without routes, and its"
                + " networks are not reached.")
        .remedy("Put the appliances that have one task behind one address, or into fewer pairs.")
        .remedy("Give some of them to a second virtual network with a Route Server of its own.")
        .done();
  }

  /** The appliance: two that exceed it are two findings. */
  @Override
  Id subject(Situation situation, Budget budget) {
    VrfId at = budget.at();
    return at == null ? budget.holder() : Id.of(at.node());
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    draft.showing(List.of(budgets.getFirst().holder()));
    draft.remedy("Summarise at the appliance what it tells, or filter it.");
  }
}
