package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Change;
import mcx.change.fix.Edits;
import mcx.change.fix.SessionEnds;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.network.LimitBasis.Over;
import mcx.network.Session;
import mcx.network.SharedLimit;

/** How many prefixes are allotted to virtual interfaces. */
final class Allocations {

  /** Allocations are asked for in steps of this. */
  private static final int STEP = 100;

  private Allocations() {}

  /** Offers to allot so many that there is a margin, as far as the product and its pool allow. */
  static void offerToRaise(Situation situation, List<Budget> budgets, FindingDraft draft) {
    Map<Id, Integer> wanted = new TreeMap<>();
    for (Budget b : budgets) {
      Id link = b.link();
      Product product = situation.product(b.holder());
      OptionalLong most =
          product == null ? OptionalLong.empty() : product.number(Quantity.MAX_ALLOCATION);
      int needed = withMargin(b.count());
      if (link == null || most.isEmpty() || needed > most.getAsLong()) {
        return;
      }
      wanted.merge(link, needed, Math::max);
    }
    if (fits(situation, wanted)) {
      int each = wanted.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      draft.fix(
          "Allot " + each + " prefixes to " + situation.name(budgets.getFirst().holder()),
          (design, catalog) -> allot(design, wanted));
    }
  }

  /** Offers to allot what is needed, with a margin, where all that fits. */
  static void offerToLower(Situation situation, List<Budget> budgets, FindingDraft draft) {
    Map<Id, Integer> wanted = new TreeMap<>();
    for (Budget b : budgets) {
      int sum = 0;
      for (Id link : interfaces(situation, b)) {
        int needed = withMargin(told(situation, link));
        wanted.put(link, needed);
        sum += needed * b.families().size();
      }
      if (sum > b.max()) {
        return;
      }
    }
    if (!wanted.isEmpty()) {
      draft.fix(
          "Allot to each interface what it needs: "
              + wanted.values().stream().mapToInt(Integer::intValue).sum()
              + " prefixes in all",
          (design, catalog) -> allot(design, wanted));
    }
  }

  private static int withMargin(int count) {
    int needed = (int) Math.ceil(count / PrefixMargin.NEARLY_FULL) + 1;
    return Math.max(1, (needed + STEP - 1) / STEP) * STEP;
  }

  /** The most that comes over a connection, in either family. */
  private static int told(Situation situation, Id link) {
    return situation.analysis().budgets().stream()
        .filter(b -> link.equals(b.link()) && !b.outgoing())
        .mapToInt(Budget::count)
        .max()
        .orElse(0);
  }

  private static List<Id> interfaces(Situation situation, Budget pool) {
    List<Id> all = new ArrayList<>();
    for (SharedLimit limit : situation.network().limits()) {
      for (SharedLimit.Counted counted : limit.counted()) {
        Session session = situation.network().session(counted.edge());
        if (session != null && limit.id().equals(pool.id())) {
          Id link = Id.of(session.origin().id());
          if (situation.design().link(link) instanceof CircuitConnection && !all.contains(link)) {
            all.add(link);
          }
        }
      }
    }
    return all;
  }

  /** Whether the pools hold these in the place of what is allotted now. */
  private static boolean fits(Situation situation, Map<Id, Integer> wanted) {
    for (Budget pool : situation.analysis().budgets()) {
      if (pool.over() == Over.ALLOCATION) {
        int sum = pool.count();
        for (Id link : interfaces(situation, pool)) {
          Integer more = wanted.get(link);
          if (more != null) {
            sum += (more - allotted(situation, link)) * pool.families().size();
          }
        }
        if (sum > pool.max()) {
          return false;
        }
      }
    }
    return true;
  }

  private static int allotted(Situation situation, Id link) {
    for (Session s : situation.sessions(link)) {
      mcx.network.PrefixLimit limit = s.atA().limitV4();
      if (limit != null) {
        return limit.max();
      }
    }
    return 0;
  }

  private static Change allot(Design design, Map<Id, Integer> wanted) {
    Design changed = design;
    for (Map.Entry<Id, Integer> e : wanted.entrySet()) {
      changed = SessionEnds.edit(changed, e.getKey(), true, end -> end.with("prefixLimit", null));
      changed =
          Edits.set(changed, List.of(e.getKey()), Setting.PREFIX_ALLOCATION, e.getValue()).design();
    }
    return new Change(changed, List.of(), wanted.keySet().iterator().next());
  }
}
