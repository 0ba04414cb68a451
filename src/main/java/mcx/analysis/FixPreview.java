package mcx.analysis;

import java.util.List;
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
    Analysis after = Analyzer.analyze(change.design(), before.catalog(), before.failures(), before);
    List<Finding> solved = Finding.without(before.findings(), after.findings());
    return new FixPreview(
        fix,
        change,
        after,
        solved,
        Finding.without(before.findings(), solved),
        Finding.without(after.findings(), before.findings()));
  }
}
