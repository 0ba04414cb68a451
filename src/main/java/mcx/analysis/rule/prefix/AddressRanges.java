package mcx.analysis.rule.prefix;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.Summaries;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** Address ranges of virtual networks that could be fewer and hold the same addresses. */
final class AddressRanges {

  private AddressRanges() {}

  /** Offers to merge ranges, where that brings all these counts well below their limits. */
  static void offerToMerge(Situation situation, List<Budget> budgets, FindingDraft draft) {
    Map<Id, List<Prefix>> merged = new TreeMap<>();
    int before = 0;
    int after = 0;
    for (Budget b : budgets) {
      int count = b.count();
      for (Id origin : b.origins().keySet()) {
        VirtualNetwork network = situation.design().element(origin, VirtualNetwork.class);
        if (network != null) {
          List<Prefix> all = prefixes(network);
          List<Prefix> fewer = Summaries.exact(all);
          if (fewer.size() < all.size()) {
            count -= all.size() - fewer.size();
            if (merged.put(origin, fewer) == null) {
              before += all.size();
              after += fewer.size();
            }
          }
        }
      }
      if (count >= b.max() * PrefixMargin.NEARLY_FULL) {
        return;
      }
    }
    if (!merged.isEmpty()) {
      String names =
          merged.size() > 2
              ? merged.size() + " virtual networks"
              : merged.keySet().stream().map(situation::name).collect(Collectors.joining(" and "));
      draft.fix(
          "Merge the " + before + " address ranges of " + names + " into " + after,
          (design, catalog) -> merge(design, merged));
    }
  }

  private static Change merge(Design design, Map<Id, List<Prefix>> merged) {
    Design changed = design;
    for (Map.Entry<Id, List<Prefix>> e : merged.entrySet()) {
      VirtualNetwork network = changed.element(e.getKey(), VirtualNetwork.class);
      if (network != null) {
        changed =
            changed.with(
                Components.with(
                    network, "prefixes", e.getValue().stream().map(PrefixRange::of).toList()));
      }
    }
    return new Change(changed, List.of(), merged.keySet().iterator().next());
  }

  private static List<Prefix> prefixes(VirtualNetwork network) {
    return network.prefixes().stream().flatMap(PrefixRange::stream).toList();
  }
}
