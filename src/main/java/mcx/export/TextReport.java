package mcx.export;

import java.util.List;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.DoubleFailures;
import mcx.analysis.Fallback;
import mcx.analysis.Names;
import mcx.analysis.SessionFlow;
import mcx.analysis.intent.Proposal;
import mcx.compile.Note.Severity;
import mcx.design.Id;

/** An analysis as plain text, for a terminal or a review. */
public final class TextReport {

  private TextReport() {}

  /** All that is worth saying about a design: summary, findings, and the live answers. */
  public static String of(Analysis analysis, Fallback fallback) {
    return of(analysis, fallback, Extras.NONE);
  }

  /**
   * The same with what was asked for besides.
   *
   * @param extras that
   */
  public static String of(Analysis analysis, Fallback fallback, Extras extras) {
    List<Proposal> proposals = extras.proposals();
    DoubleFailures pairs = extras.pairs();
    return summary(analysis)
        + FindingsText.of(analysis)
        + IntentsText.of(analysis)
        + (proposals == null ? "" : IntentsText.proposals(proposals))
        + AdvertisementsText.of(analysis)
        + BudgetsText.of(analysis)
        + SeparationText.of(analysis)
        + FallbackText.of(analysis, fallback)
        + (pairs == null ? "" : PairsText.of(analysis, pairs))
        + StepsText.of(extras.steps())
        + SourcesText.of(analysis, fallback);
  }

  static String heading(String title) {
    return "\n" + title + "\n" + "─".repeat(title.length()) + "\n";
  }

  /** What is analysed and how it stands, in a few lines. */
  static String summary(Analysis analysis) {
    String name = analysis.design().name().isBlank() ? "Untitled" : analysis.design().name();
    StringBuilder text = new StringBuilder();
    text.append(name).append('\n').append("═".repeat(name.length())).append('\n');
    text.append(
        String.join(
            " · ",
            Words.count(analysis.design().elements().size(), "element", "elements"),
            Words.count(analysis.design().links().size(), "link", "links"),
            Words.count(analysis.separation().sites().size(), "site", "sites"),
            sessions(analysis.advertisements()),
            findings(analysis)));
    text.append('\n');
    text.append(failed(analysis));
    text.append(StandingText.unsettled(analysis));
    return text.toString();
  }

  /** What is taken as failed, in a line of its own; nothing where all is well. */
  static String failed(Analysis analysis) {
    if (analysis.failures().down().isEmpty()) {
      return "";
    }
    return analysis.failures().down().stream()
            .map(o -> Names.of(analysis.design(), Id.of(o.id())) + " (" + o.id() + ")")
            .collect(Collectors.joining(", ", "Failed: ", ""))
        + "\n";
  }

  private static String sessions(List<SessionFlow> flows) {
    long all = flows.stream().map(SessionFlow::session).distinct().count();
    long up =
        flows.stream().filter(f -> f.state().up()).map(SessionFlow::session).distinct().count();
    String text = Words.count((int) all, "BGP session", "BGP sessions");
    return up == all ? text : text + ", " + (all - up) + " of them down";
  }

  private static String findings(Analysis analysis) {
    long errors = count(analysis, Severity.ERROR);
    long warnings = count(analysis, Severity.WARNING);
    if (errors + warnings == 0) {
      return "no errors or warnings";
    }
    return Words.count((int) errors, "error", "errors")
        + ", "
        + Words.count((int) warnings, "warning", "warnings");
  }

  private static long count(Analysis analysis, Severity severity) {
    return analysis.findings().stream().filter(f -> f.severity() == severity).count();
  }
}
