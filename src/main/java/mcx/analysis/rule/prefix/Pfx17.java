package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.change.fix.Summaries;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** PFX-17: a Cloud Router has more ranges to advertise by hand than it takes on a session. */
final class Pfx17 extends BudgetRule {

  Pfx17() {
    super("PFX-17");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    draft.remedy(
        "Summarise the ranges; subnets that the router advertises by itself do not count.");
    Id id = budgets.getFirst().holder();
    Gateway router = situation.design().element(id, Gateway.class);
    if (router != null) {
      List<Prefix> all = router.advertised().stream().flatMap(PrefixRange::stream).toList();
      List<PrefixRange> fewer = Summaries.exact(all).stream().map(PrefixRange::of).toList();
      if (fewer.size() <= budgets.getFirst().max()) {
        draft.fix(
            "Summarise the "
                + all.size()
                + " ranges of "
                + situation.name(id)
                + " into "
                + fewer.size(),
            (design, catalog) -> Edits.component(design, List.of(id), "advertised", fewer));
      }
    }
  }
}
