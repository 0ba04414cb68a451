package mcx.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.inet.Prefix;
import mcx.network.VrfId;

/** What tables do otherwise in one solution than in another of the same network. */
public final class Changes {

  private Changes() {}

  /**
   * The prefixes for which a table uses another route, by what it came in by, has one that it had
   * not, or has none any more; of tables with such prefixes only.
   *
   * @throws IllegalArgumentException if the two are not of one solver
   */
  public static SortedMap<VrfId, List<Prefix>> between(Solution one, Solution other) {
    if (!(one instanceof Solved before)
        || !(other instanceof Solved after)
        || before.plan() != after.plan()) {
      throw new IllegalArgumentException("Solutions of two networks.");
    }
    SortedMap<VrfId, List<Prefix>> changes = new TreeMap<>();
    for (int i = 0; i < before.plan().classes().size(); i++) {
      for (ClassState a : before.groups(i)) {
        for (ClassState b : after.groups(i)) {
          if (a != b) {
            compare(before.plan(), a, b, changes);
          }
        }
      }
    }
    changes.values().forEach(Collections::sort);
    return changes;
  }

  private static void compare(
      Plan plan, ClassState a, ClassState b, SortedMap<VrfId, List<Prefix>> changes) {
    List<Prefix> both = new ArrayList<>(a.members);
    if (a.members != b.members) {
      both.retainAll(b.members);
    }
    if (both.isEmpty()) {
      return;
    }
    for (Table t : plan.tables()) {
      if (a.codes[t.index] != b.codes[t.index]) {
        changes.computeIfAbsent(t.id(), k -> new ArrayList<>()).addAll(both);
      }
    }
  }
}
