package mcx.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Absence;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.analysis.Elimination;
import mcx.analysis.Explanation;
import mcx.inet.Prefix;
import mcx.network.VrfId;

/**
 * Why a table has a route, or has none: the steps of the choice with who went out at each, and the
 * way of the winner; or where the missing route stopped.
 */
final class RouteReason extends VBox {

  /** How many places are told at which a route stopped. */
  private static final int MOST_STOPS = 8;

  RouteReason() {
    super(6);
    setId("route-reason");
  }

  /** Explains this prefix in this table. */
  void show(Analysis analysis, VrfId table, Prefix prefix) {
    getChildren().clear();
    Explanation explanation = Analyzer.explain(analysis, table, prefix);
    Elimination used = explanation.used();
    Absence missing = explanation.missing();
    if (missing != null) {
      missing(analysis, missing);
    } else if (used != null) {
      used(analysis, used);
    }
  }

  /** Says nothing. */
  void clear() {
    getChildren().clear();
  }

  // --- what is there ---

  private void used(Analysis analysis, Elimination used) {
    if (used.steps().isEmpty()) {
      getChildren().add(Parts.paragraph(Texts.get("reason.only"), "muted"));
    } else {
      getChildren().addAll(Parts.heading(Texts.get("reason.steps")), steps(analysis, used));
    }
    if (used.dependsOnArrival()) {
      getChildren().add(Parts.paragraph(Texts.get("reason.arrival"), "muted"));
    }
    getChildren().addAll(Parts.heading(Texts.get("reason.way")), way(analysis, used));
  }

  private static GridPane steps(Analysis analysis, Elimination used) {
    GridPane grid = grid();
    List<String> equal = new ArrayList<>();
    int row = 0;
    for (Elimination.Step step : used.steps()) {
      if (step.out().isEmpty()) {
        equal.add(step.decision().label());
        continue;
      }
      if (!equal.isEmpty()) {
        grid.addRow(row++, equal(equal), left(step.before(), step.before()));
        equal.clear();
      }
      grid.addRow(
          row++,
          Parts.paragraph(step.decision().label(), "cell"),
          left(step.after(), step.before()));
      for (Elimination.Candidate c : step.out()) {
        grid.add(
            Parts.paragraph(
                Texts.get("reason.out", from(analysis, c), c.because()), "cell-muted", "small"),
            0,
            row++,
            2,
            1);
      }
    }
    if (!equal.isEmpty()) {
      grid.addRow(row, equal(equal), left(used.inUse(), used.inUse()));
    }
    return grid;
  }

  private static Label equal(List<String> steps) {
    return Parts.paragraph(
        Texts.get("reason.equal", String.join(", ", steps)), "cell-muted", "small");
  }

  private static Label left(int after, int before) {
    return Parts.firm(Texts.get("reason.left", after, before), "cell-muted");
  }

  private static String from(Analysis analysis, Elimination.Candidate c) {
    VrfId from = c.from();
    if (from == null) {
      return Texts.get("reason.itself");
    }
    return c.over().isEmpty()
        ? Names.table(analysis, from)
        : Texts.get("reason.over", Names.table(analysis, from), c.over());
  }

  private static GridPane way(Analysis analysis, Elimination used) {
    GridPane grid = grid();
    int row = 0;
    for (Elimination.Passage p : used.way()) {
      grid.addRow(
          row++,
          Parts.paragraph(Names.table(analysis, p.route().table()), "cell"),
          Parts.firm(p.route().asPath().toString(), "mono", "cell-muted"));
      grid.add(Parts.paragraph(p.what(), "cell-muted", "small"), 0, row++, 2, 1);
    }
    return grid;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(10, 2);
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(wide, new ColumnConstraints());
    return grid;
  }

  // --- what is not ---

  private void missing(Analysis analysis, Absence missing) {
    List<String> origins = missing.origins().stream().map(t -> Names.table(analysis, t)).toList();
    if (!origins.isEmpty()) {
      getChildren()
          .add(
              Parts.paragraph(
                  Texts.get("reason.begins", String.join(", ", origins), missing.holders()),
                  "muted"));
    }
    if (missing.stops().isEmpty()) {
      getChildren().add(Parts.paragraph(missing.summary(), "cell"));
      return;
    }
    getChildren().add(Parts.heading(Texts.get("reason.stops")));
    for (Absence.Stop stop : missing.stops().stream().limit(MOST_STOPS).toList()) {
      String to = Names.table(analysis, stop.to());
      String where =
          stop.from().equals(stop.to())
              ? to
              : Texts.get("reason.between", Names.table(analysis, stop.from()), to);
      VBox one = new VBox(1, Parts.paragraph(where, "cell"));
      if (!stop.over().isEmpty()) {
        one.getChildren().add(Parts.paragraph(stop.over(), "cell-muted", "small"));
      }
      one.getChildren().add(Parts.paragraph(stop.reason(), "cell-muted"));
      getChildren().add(one);
    }
    int more = missing.stops().size() - MOST_STOPS;
    if (more > 0) {
      getChildren().add(Parts.paragraph(Texts.get("reason.more", more), "muted"));
    }
  }
}
