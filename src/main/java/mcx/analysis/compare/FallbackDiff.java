package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Fallback;
import mcx.analysis.Fallback.Effect;
import mcx.analysis.compare.FallbackChange.EffectChange;
import mcx.design.Design;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** Finds the pairs of sites, in both designs, for which failures do something else than before. */
final class FallbackDiff {

  private FallbackDiff() {}

  static List<FallbackChange> changes(
      Analysis before, Analysis after, Fallback old, Fallback fresh) {
    Map<List<Id>, Fallback.Pair> now = new HashMap<>();
    fresh.pairs().forEach(p -> now.put(List.of(p.a(), p.b()), p));
    List<FallbackChange> changes = new ArrayList<>();
    for (Fallback.Pair was : old.pairs()) {
      Fallback.Pair is = now.get(List.of(was.a(), was.b()));
      if (is != null) {
        FallbackChange change = change(before, after, was, is);
        if (change != null) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  private static @Nullable FallbackChange change(
      Analysis before, Analysis after, Fallback.Pair was, Fallback.Pair is) {
    SortedSet<Id> added = new TreeSet<>(is.singlePoints());
    added.removeAll(was.singlePoints());
    SortedSet<Id> gone = new TreeSet<>(was.singlePoints());
    gone.removeAll(is.singlePoints());
    SortedMap<Id, Effect> then = effects(was);
    SortedMap<Id, Effect> now = effects(is);
    SortedSet<Id> all = new TreeSet<>(then.keySet());
    all.addAll(now.keySet());
    List<EffectChange> effects = new ArrayList<>();
    for (Id failed : all) {
      Effect a = then.get(failed);
      Effect b = now.get(failed);
      if (a != b && isIn(before.design(), failed) && isIn(after.design(), failed)) {
        effects.add(new EffectChange(failed, ReachDiff.name(before, after, failed), a, b));
      }
    }
    if (added.isEmpty() && gone.isEmpty() && effects.isEmpty()) {
      return null;
    }
    String label =
        ReachDiff.name(before, after, was.a()) + " – " + ReachDiff.name(before, after, was.b());
    return new FallbackChange(
        was.a(), was.b(), label, List.copyOf(added), List.copyOf(gone), effects);
  }

  private static SortedMap<Id, Effect> effects(Fallback.Pair pair) {
    SortedMap<Id, Effect> effects = new TreeMap<>();
    pair.outcomes().forEach(o -> effects.put(o.failed(), o.effect()));
    return effects;
  }

  private static boolean isIn(Design design, Id id) {
    return design.element(id.owner()) != null || design.link(id.owner()) != null;
  }
}
