package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.change.Behind;
import mcx.change.Change;
import mcx.change.fix.Summaries;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** Summaries that an Azure gateway could tell in the place of each prefix of its networks. */
final class GatewaySummaries {

  private GatewaySummaries() {}

  /** Offers to tell them, where that brings all these counts well below their limits. */
  static void offer(Situation situation, List<Budget> budgets, FindingDraft draft) {
    Id holder = budgets.getFirst().holder();
    Gateway gateway = situation.design().element(holder, Gateway.class);
    if (gateway == null
        || !Setting.SUMMARIZED_GATEWAY_PREFIXES.isOf(gateway.product())
        || !gateway.settings().prefixes(Setting.SUMMARIZED_GATEWAY_PREFIXES).isEmpty()) {
      return;
    }
    Set<Prefix> single = new TreeSet<>();
    for (VirtualNetwork network :
        Behind.networks(situation.design(), situation.catalog(), holder)) {
      network.prefixes().stream().flatMap(PrefixRange::stream).forEach(single::add);
    }
    List<Prefix> told = Summaries.exact(single);
    List<Prefix> summaries = new ArrayList<>(told);
    summaries.removeAll(single);
    if (!summaries.isEmpty() && budgets.stream().allMatch(b -> leavesMargin(b, told))) {
      draft.fix(
          "Let "
              + situation.name(holder)
              + " advertise "
              + told.size()
              + (told.size() == 1 ? " prefix" : " prefixes")
              + " in the place of "
              + single.size(),
          (design, catalog) -> {
            Gateway now = design.element(holder, Gateway.class);
            return new Change(
                now == null
                    ? design
                    : design.with(now.with(Setting.SUMMARIZED_GATEWAY_PREFIXES, summaries)),
                List.of(),
                holder);
          });
    }
  }

  private static boolean leavesMargin(Budget budget, Collection<Prefix> told) {
    long count = told.stream().filter(p -> budget.families().contains(p.family())).count();
    return count < budget.max() * PrefixMargin.NEARLY_FULL;
  }
}
