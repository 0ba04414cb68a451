package mcx.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import mcx.analysis.Absence;
import mcx.analysis.Analysis;
import mcx.analysis.Decision;
import mcx.analysis.Elimination;
import mcx.analysis.Elimination.Candidate;
import mcx.analysis.Explanation;
import mcx.analysis.Names;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Why a table has the route that it has, as text: its candidates, the steps that eliminated them,
 * the way of the winner; or where the route that is missing stopped.
 */
public final class ExplanationText {

  /** How many stops are listed. */
  private static final int MOST_STOPS = 12;

  /** How many more specific prefixes are listed. */
  private static final int MOST_PREFIXES = 10;

  private final Analysis analysis;

  private ExplanationText(Analysis analysis) {
    this.analysis = analysis;
  }

  /** The explanation. */
  public static String of(Analysis analysis, Explanation explanation) {
    return new ExplanationText(analysis).text(explanation);
  }

  private String text(Explanation e) {
    StringBuilder text = new StringBuilder(title(e));
    text.append(StandingText.of(analysis));
    text.append('\n');
    Elimination used = e.used();
    Absence missing = e.missing();
    if (missing != null) {
      text.append(missing(e, missing));
    }
    if (used != null) {
      text.append(missing == null ? "" : "\n").append(used(e, used));
    }
    return text.append(inside(e)).toString();
  }

  private String title(Explanation e) {
    String title = asked(e) + " at " + name(e.table()) + "  (" + e.table() + ")";
    return title + "\n" + "═".repeat(title.length()) + "\n";
  }

  private static String asked(Explanation e) {
    return e.isAddress() ? e.asked().address().toString() : e.asked().toString();
  }

  private String name(VrfId table) {
    return Names.of(analysis.compiled().network(), table);
  }

  private String inside(Explanation e) {
    if (e.inside().isEmpty()) {
      return "";
    }
    String some =
        e.inside().stream()
            .limit(MOST_PREFIXES)
            .map(Prefix::toString)
            .collect(Collectors.joining(", "));
    int more = e.inside().size() - MOST_PREFIXES;
    return "\n"
        + Wrapping.lines(
            "More specific here: ", some + (more > 0 ? " and " + more + " more" : ""), "  ");
  }

  // --- what is there ---

  private String used(Explanation e, Elimination used) {
    StringBuilder text = new StringBuilder();
    boolean exact = used.prefix().equals(e.asked());
    text.append(exact ? "" : longest(e, used));
    text.append(candidates(used));
    if (used.steps().isEmpty()) {
      text.append("\nIt is the only route.\n");
    } else {
      text.append("\nHow the choice falls\n").append(steps(used));
    }
    text.append("\n").append(winner(used));
    if (used.dependsOnArrival()) {
      text.append(
          Wrapping.lines(
              "",
              "A router that keeps the older of equal outer routes (FRR and IOS, unless told to"
                  + " compare router ids) may hold on to another one.",
              ""));
    }
    return text.append("\nHow it came here\n").append(way(used)).toString();
  }

  private static String longest(Explanation e, Elimination used) {
    String what =
        e.missing() == null && !e.isAddress()
            ? "No table has " + asked(e) + " itself. The longest prefix that holds it: "
            : "The longest match for " + asked(e) + ": ";
    return what + used.prefix() + "\n\n";
  }

  /** A column of the candidates' table. */
  private record Column(String title, Function<Candidate, String> cell) {}

  /** The columns, without those that hold nothing to choose by. */
  private List<Column> columns(Elimination used) {
    List<Column> all = new ArrayList<>();
    all.add(new Column("", c -> mark(used, c)));
    all.add(new Column("#>", c -> String.valueOf(c.number())));
    all.add(new Column("From", c -> c.from() == null ? "itself" : name(c.from())));
    all.add(new Column("Learned", c -> Words.learned(c.route().learned())));
    if (used.candidates().stream().anyMatch(c -> !isNext(c))) {
      all.add(new Column("Next hop", c -> Words.nextHop(analysis, c.route())));
    }
    all.add(new Column("Dist>", c -> String.valueOf(c.route().distance())));
    number(all, used, "Weight>", Route::weight);
    all.add(new Column("Pref>", c -> String.valueOf(c.route().localPreference())));
    all.add(new Column("AS path", c -> Words.path(c.route().asPath())));
    all.add(new Column("Len>", c -> String.valueOf(c.route().asPath().length())));
    all.add(new Column("Origin", c -> Words.origin(c.route().origin())));
    number(all, used, "MED>", Route::med);
    number(all, used, "Cost>", Route::igpCost);
    if (used.candidates().size() > 1) {
      all.add(new Column("Router id", c -> c.routerId() == null ? "–" : c.routerId().toString()));
    }
    return all;
  }

  private static void number(
      List<Column> all, Elimination used, String title, ToLongFunction<Route> value) {
    if (used.candidates().stream().anyMatch(c -> value.applyAsLong(c.route()) != 0)) {
      all.add(new Column(title, c -> String.valueOf(value.applyAsLong(c.route()))));
    }
  }

  private static String mark(Elimination used, Candidate c) {
    return c.number() == 1 ? "*" : c.number() <= used.inUse() ? "=" : "";
  }

  /** Whether packets go on to the table that told the route. */
  private static boolean isNext(Candidate c) {
    return c.from() != null && c.from().equals(c.route().nextHop());
  }

  private String candidates(Elimination used) {
    List<Column> columns = columns(used);
    TextTable table =
        new TextTable("  ", columns.stream().map(Column::title).toArray(String[]::new));
    for (Candidate c : used.candidates()) {
      table.row(columns.stream().map(k -> k.cell().apply(c)).toArray(String[]::new));
    }
    return table.toString();
  }

  private static String steps(Elimination used) {
    TextTable table = new TextTable("  ", "Step", "Left>", "Out");
    for (Elimination.Step step : used.steps()) {
      String left = step.after() + " of " + step.before();
      if (step.out().isEmpty()) {
        table.row(step.decision().label(), left, "–");
      }
      String label = step.decision().label();
      for (Candidate c : step.out()) {
        table.row(label, left, c.number() + ": " + c.because());
        label = "";
        left = "";
      }
    }
    return table.toString();
  }

  private String winner(Elimination used) {
    List<Candidate> best = used.candidates().subList(0, used.inUse());
    if (best.size() > 1) {
      return Wrapping.lines(
          "In use: ",
          best.stream().map(c -> c.number() + " " + from(c)).collect(Collectors.joining(", "))
              + "; equal, they share the traffic.",
          "  ");
    }
    Decision last = null;
    for (Elimination.Step step : used.steps()) {
      last = step.out().isEmpty() ? last : step.decision();
    }
    return "In use: 1 " + from(best.getFirst()) + by(last) + ".\n";
  }

  private static String by(@Nullable Decision last) {
    return last == null ? "" : ", decided last by: " + last.label();
  }

  private String from(Candidate c) {
    return c.from() == null ? "its own" : "from " + name(c.from());
  }

  private String way(Elimination used) {
    TextTable table = new TextTable("  ", "Table", "AS path", "How", "Over");
    for (Elimination.Passage p : used.way()) {
      table.row(name(p.route().table()), Words.path(p.route().asPath()), p.what(), p.over());
    }
    return table.toString();
  }

  // --- what is not ---

  private String missing(Explanation e, Absence missing) {
    StringBuilder text = new StringBuilder();
    boolean exact = missing.prefix().equals(e.asked());
    text.append("No route to ").append(missing.prefix());
    text.append(exact ? "" : ", which holds " + asked(e));
    text.append(" at ").append(name(e.table())).append(".\n");
    text.append(absence(analysis, missing, "  "));
    return text.toString();
  }

  /** Where a route stopped, in a few lines. */
  static String absence(Analysis analysis, Absence missing, String indent) {
    StringBuilder text = new StringBuilder();
    if (!missing.origins().isEmpty()) {
      String origins =
          missing.origins().stream()
              .limit(MOST_PREFIXES)
              .map(t -> Names.of(analysis.compiled().network(), t))
              .collect(Collectors.joining(", "));
      text.append(
          Wrapping.lines(
              indent,
              "It begins at "
                  + origins
                  + "; "
                  + (missing.holders() == 0
                      ? "no table has"
                      : Words.count(missing.holders(), "table has", "tables have"))
                  + " it.",
              indent));
    }
    if (missing.stops().isEmpty()) {
      return text.append(Wrapping.lines(indent, missing.summary(), indent)).toString();
    }
    text.append(indent).append("It stops, the nearest first:\n");
    for (Absence.Stop stop : missing.stops().stream().limit(MOST_STOPS).toList()) {
      text.append(stop(analysis, stop, indent + "  "));
    }
    int more = missing.stops().size() - MOST_STOPS;
    if (more > 0) {
      text.append(indent).append("  … and at ").append(more).append(" more places\n");
    }
    return text.toString();
  }

  private static String stop(Analysis analysis, Absence.Stop stop, String indent) {
    String to = Names.of(analysis.compiled().network(), stop.to());
    String where =
        stop.from().equals(stop.to())
            ? "at " + to
            : Names.of(analysis.compiled().network(), stop.from())
                + " → "
                + to
                + (stop.over().isEmpty() ? "" : ", over " + stop.over());
    return Wrapping.lines(indent, where + ":", indent)
        + Wrapping.lines(indent + "  ", stop.reason(), indent + "  ");
  }
}
