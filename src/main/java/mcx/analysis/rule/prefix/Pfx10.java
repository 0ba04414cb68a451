package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mcx.analysis.Budget;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.fix.Edits;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.Setting;

/**
 * PFX-10: more prefixes are allotted to the interfaces of one connection, or of one Direct Connect
 * gateway, than it has.
 */
final class Pfx10 extends BudgetRule {

  Pfx10() {
    super("PFX-10");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>(super.check(situation));
    for (CircuitConnection link : situation.links(CircuitConnection.class)) {
      Integer allotted = link.settings().number(Setting.PREFIX_ALLOCATION);
      Product product = situation.product(link.a());
      OptionalLong most =
          product == null ? OptionalLong.empty() : product.number(Quantity.MAX_ALLOCATION);
      if (allotted != null && most.isPresent() && allotted > most.getAsLong()) {
        found.add(tooMuch(situation, link.id(), allotted, (int) most.getAsLong()));
      }
    }
    return found;
  }

  private Finding tooMuch(Situation situation, Id link, int allotted, int most) {
    return finding(link)
        .title(situation.name(link) + " has " + allotted + " prefixes allotted; AWS allots " + most)
        .text(
            "One virtual interface gets no more than "
                + most
                + " prefixes of each family. AWS refuses a larger allocation.")
        .remedy("Allot " + most + ", and summarise what the interface is told.")
        .fix(
            "Allot " + most + " prefixes to " + situation.name(link),
            (design, catalog) -> Edits.set(design, List.of(link), Setting.PREFIX_ALLOCATION, most))
        .done();
  }

  @Override
  String text(Situation situation, List<Budget> budgets) {
    return "What an interface may be told is set aside for it, whether it is used or not. AWS refuses"
        + " an allocation beyond what there is.";
  }

  @Override
  void complete(Situation situation, List<Budget> budgets, FindingDraft draft) {
    draft
        .remedy("Lower the allocations to what the interfaces need.")
        .remedy("Spread the interfaces over more connections, or more Direct Connect gateways.");
    Allocations.offerToLower(situation, budgets, draft);
  }
}
