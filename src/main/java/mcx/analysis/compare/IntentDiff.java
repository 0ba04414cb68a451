package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.intent.IntentResult;
import mcx.analysis.intent.IntentText;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** Finds the intents that changed, or whose state did. */
final class IntentDiff {

  private IntentDiff() {}

  static List<IntentChange> changes(Analysis before, Analysis after) {
    SortedMap<Id, IntentResult> old = byId(before);
    SortedMap<Id, IntentResult> fresh = byId(after);
    SortedSet<Id> all = new TreeSet<>(old.keySet());
    all.addAll(fresh.keySet());
    List<IntentChange> changes = new ArrayList<>();
    for (Id id : all) {
      IntentResult was = old.get(id);
      IntentResult is = fresh.get(id);
      String said = sentence(before, was);
      String says = sentence(after, is);
      if (was == null || is == null || was.state() != is.state() || !said.equals(says)) {
        changes.add(new IntentChange(id, said, says, was, is));
      }
    }
    return changes;
  }

  private static SortedMap<Id, IntentResult> byId(Analysis analysis) {
    SortedMap<Id, IntentResult> all = new TreeMap<>();
    analysis.intents().forEach(r -> all.put(r.intent().id(), r));
    return all;
  }

  private static String sentence(Analysis analysis, @Nullable IntentResult result) {
    return result == null ? "" : IntentText.print(analysis.design(), result.intent());
  }
}
