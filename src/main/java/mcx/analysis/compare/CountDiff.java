package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mcx.analysis.Analysis;
import mcx.analysis.SessionFlow;
import mcx.inet.Family;
import mcx.network.PrefixLimit;
import org.jspecify.annotations.Nullable;

/** Finds the sessions with a prefix limit that bring another number of prefixes than before. */
final class CountDiff {

  private CountDiff() {}

  static List<CountChange> changes(Analysis before, Analysis after) {
    Map<List<Object>, SessionFlow> old = new HashMap<>();
    before.advertisements().forEach(f -> old.put(List.of(f.session(), f.from()), f));
    List<CountChange> changes = new ArrayList<>();
    for (SessionFlow is : after.advertisements()) {
      SessionFlow was = old.get(List.of(is.session(), is.from()));
      if (was != null) {
        add(changes, is, Family.V4, was.acceptedV4(), was.limitV4(), is.acceptedV4(), is.limitV4());
        add(changes, is, Family.V6, was.acceptedV6(), was.limitV6(), is.acceptedV6(), is.limitV6());
      }
    }
    return changes;
  }

  private static void add(
      List<CountChange> changes,
      SessionFlow flow,
      Family family,
      int before,
      @Nullable PrefixLimit limitBefore,
      int after,
      @Nullable PrefixLimit limitAfter) {
    boolean limited = limitBefore != null || limitAfter != null;
    if (limited && (before != after || !Objects.equals(limitBefore, limitAfter))) {
      changes.add(
          new CountChange(
              flow.session(),
              flow.fromLabel() + " to " + flow.toLabel(),
              family,
              before,
              limitBefore,
              after,
              limitAfter));
    }
  }
}
