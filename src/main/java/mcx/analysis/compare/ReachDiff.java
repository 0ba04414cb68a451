package mcx.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.analysis.SitePath;
import mcx.analysis.compare.ReachChange.What;
import mcx.design.Design;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** Finds the pairs of sites that reach each other otherwise than before. */
final class ReachDiff {

  private ReachDiff() {}

  static List<ReachChange> changes(Analysis before, Analysis after) {
    SortedSet<Id> sites = new TreeSet<>(before.separation().sites());
    sites.addAll(after.separation().sites());
    List<ReachChange> changes = new ArrayList<>();
    for (Id from : sites) {
      for (Id to : sites) {
        SitePath old = before.separation().path(from, to);
        SitePath fresh = after.separation().path(from, to);
        What what = what(old, fresh);
        if (what != null) {
          changes.add(
              new ReachChange(
                  from, to, name(before, after, from), name(before, after, to), what, old, fresh));
        }
      }
    }
    return changes;
  }

  /** What people call a thing that is in one of two designs at least. */
  static String name(Analysis before, Analysis after, Id id) {
    Design in = after.design();
    boolean there = in.element(id.owner()) != null || in.link(id.owner()) != null;
    return Names.of(there ? in : before.design(), id);
  }

  private static @Nullable What what(@Nullable SitePath old, @Nullable SitePath fresh) {
    boolean was = old != null && old.reaches();
    boolean is = fresh != null && fresh.reaches();
    if (was != is) {
      return is ? What.GAINED : What.LOST;
    }
    if (old == null || fresh == null || !was) {
      return null;
    }
    if (old.kind() != fresh.kind()) {
      return What.KIND;
    }
    return old.drawn().equals(fresh.drawn()) ? null : What.WAY;
  }
}
