package mcx.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.change.Change;

/**
 * What a fix would do, by analysing the design after it.
 *
 * @param fix the fix
 * @param change the edited design
 * @param after the analysis of it
 * @param solved the findings that go with it
 * @param left those that stay
 * @param caused those that it would newly cause
 */
public record FixPreview(
    Fix fix,
    Change change,
    Analysis after,
    List<Finding> solved,
    List<Finding> left,
    List<Finding> caused) {

  public FixPreview {
    solved = List.copyOf(solved);
    left = List.copyOf(left);
    caused = List.copyOf(caused);
  }

  static FixPreview of(Fix fix, Analysis before) {
    Change change = fix.apply(before.design(), before.catalog());
    Analysis after =
        Analyzer.analyze(change.design(), before.catalog(), before.failures(), before);
    return new FixPreview(
        fix,
        change,
        after,
        without(before.findings(), after.findings()),
        with(before.findings(), after.findings()),
        without(after.findings(), before.findings()));
  }

  private static List<Finding> without(List<Finding> all, List<Finding> others) {
    return kept(all, others, false);
  }

  private static List<Finding> with(List<Finding> all, List<Finding> others) {
    return kept(all, others, true);
  }

  private static List<Finding> kept(List<Finding> all, List<Finding> others, boolean common) {
    Set<Finding.Key> keys = new HashSet<>();
    others.forEach(f -> keys.add(f.key()));
    List<Finding> kept = new ArrayList<>();
    for (Finding f : all) {
      if (keys.contains(f.key()) == common) {
        kept.add(f);
      }
    }
    return kept;
  }
}
