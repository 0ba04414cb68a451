package mcx.analysis;

import java.util.List;
import mcx.change.Change;
import mcx.compile.Note.Severity;

/**
 * What a fix would do, by analysing the design after it.
 *
 * @param fix the fix
 * @param change the edited design
 * @param after the analysis of it
 * @param solved the findings that go with it
 * @param left those that stay
 * @param caused the errors and warnings that it would newly cause
 * @param remarks what would newly be said for information
 */
public record FixPreview(
    Fix fix,
    Change change,
    Analysis after,
    List<Finding> solved,
    List<Finding> left,
    List<Finding> caused,
    List<Finding> remarks) {

  public FixPreview {
    solved = List.copyOf(solved);
    left = List.copyOf(left);
    caused = List.copyOf(caused);
    remarks = List.copyOf(remarks);
  }

  static FixPreview of(Fix fix, Analysis before) {
    Change change = fix.apply(before.design(), before.catalog());
    // Intents that speak of failures would be pending, and look as if they were mended.
    Analysis judged =
        Analyzer.judge(
            Analyzer.analyze(change.design(), before.catalog(), before.failures(), before),
            () -> false);
    // The same with routes that may settle in more than one way.
    Analysis after = before.instabilities().isEmpty() ? judged : Analyzer.settled(judged);
    List<Finding> solved = Finding.without(before.findings(), after.findings());
    List<Finding> more = Finding.without(after.findings(), before.findings());
    return new FixPreview(
        fix,
        change,
        after,
        solved,
        Finding.without(before.findings(), solved),
        more.stream().filter(f -> f.severity() != Severity.INFO).toList(),
        more.stream().filter(f -> f.severity() == Severity.INFO).toList());
  }
}
