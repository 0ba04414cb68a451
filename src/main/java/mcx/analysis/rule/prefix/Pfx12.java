package mcx.analysis.rule.prefix;

import java.util.List;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.change.fix.Summaries;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.inet.Prefix;

/**
 * PFX-12: a transit gateway has more allowed prefixes at a Direct Connect gateway than AWS takes.
 */
final class Pfx12 extends BudgetRule {

  Pfx12() {
    super("PFX-12");
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    draft.remedy("Summarise the list: a prefix stands for all that lies in it.");
    Id id = budgets.getFirst().holder();
    if (situation.design().link(id) instanceof GatewayAssociation link) {
      List<Prefix> fewer = Summaries.exact(link.allowedPrefixes());
      if (fewer.size() <= budgets.getFirst().max()) {
        draft.fix(
            "Summarise the "
                + link.allowedPrefixes().size()
                + " allowed prefixes into "
                + fewer.size(),
            (design, catalog) -> Edits.component(design, List.of(id), "allowedPrefixes", fewer));
      }
    }
  }
}
