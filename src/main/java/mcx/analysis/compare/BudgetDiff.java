package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Budget;
import org.jspecify.annotations.Nullable;

/** Finds the prefix limits that are another, or count another number, than before. */
final class BudgetDiff {

  private BudgetDiff() {}

  static List<BudgetChange> changes(Analysis before, Analysis after) {
    SortedMap<String, Budget> old = byId(before);
    SortedMap<String, Budget> fresh = byId(after);
    SortedSet<String> all = new TreeSet<>(old.keySet());
    all.addAll(fresh.keySet());
    List<BudgetChange> changes = new ArrayList<>();
    for (String id : all) {
      Budget was = old.get(id);
      Budget is = fresh.get(id);
      boolean same =
          was != null && is != null && was.count() == is.count() && was.max() == is.max();
      if (!same) {
        changes.add(new BudgetChange(id, label(was, is), was, is));
      }
    }
    return changes;
  }

  private static String label(@Nullable Budget was, @Nullable Budget is) {
    return is != null ? is.label() : was != null ? was.label() : "";
  }

  private static SortedMap<String, Budget> byId(Analysis analysis) {
    SortedMap<String, Budget> all = new TreeMap<>();
    analysis.budgets().forEach(b -> all.put(b.id(), b));
    return all;
  }
}
