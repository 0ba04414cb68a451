package mcx.analysis;

import java.util.List;
import mcx.compile.Note.Severity;

/** Routes that chase each other for ever. */
final class Unstable implements Rule {

  @Override
  public List<Finding> check(Analysis analysis) {
    if (analysis.solution().converged()) {
      return List.of();
    }
    return List.of(
        new Finding(
            "",
            Severity.ERROR,
            "The routes do not settle",
            "The policies in this design give the routers no stable choice: each change makes"
                + " another router change its mind. What is shown is one moment of it.",
            List.of("Look for policies that prefer a longer way round over the direct one."),
            List.of(),
            "RFC 4264"));
  }
}
