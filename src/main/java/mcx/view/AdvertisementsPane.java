package mcx.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mcx.analysis.Analysis;
import mcx.analysis.SessionFlow;
import mcx.design.Id;
import mcx.design.NaturalOrder;
import mcx.inet.AsPath;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.PrefixLimit;
import mcx.network.VrfId;
import mcx.paint.Overlay;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;
import org.jspecify.annotations.Nullable;

/**
 * Who tells whom about which prefixes: each session in each direction, or the way of one prefix.
 */
final class AdvertisementsPane extends AnalysisPane {

  /**
   * A prefix and the table that first holds it; without a prefix, all that the table holds, and
   * without a table, all there is.
   */
  private record OriginChoice(@Nullable VrfId table, @Nullable Prefix prefix, String label) {}

  /** How many letters of a session's ends fit into one line. */
  private static final int SHORT = 26;

  /** How many letters of an AS path fit into one line. */
  private static final int PATH_WIDTH = 14;

  /** Rows are equal when they are of the very same result: routes know all their way here. */
  private record Row(SessionFlow flow, @Nullable Advertisement route) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row o && flow == o.flow && route == o.route;
    }

    @Override
    public int hashCode() {
      return flow.session().hashCode();
    }
  }

  private final OriginChoice all = new OriginChoice(null, null, Texts.get("adverts.allOrigins"));
  private final ComboBox<OriginChoice> origins = new ComboBox<>();
  private final Hyperlink reset = new Hyperlink(Texts.get("adverts.resetOrigin"));
  private final Rows<Row> rows = new Rows<>(Look::of);
  private final TableView<Row> table =
      Columns.table(rows, Texts.get("adverts.working"), Texts.get("adverts.workingHint"));
  private final SessionRoutes routes = new SessionRoutes(this::chooseRoute);
  private final ToggleButton sessions =
      Parts.viewButton(Texts.get("adverts.sessions"), "show-sessions");
  private final ToggleButton limits = Parts.viewButton(Texts.get("adverts.limits"), "show-limits");
  private final ToggleButton flowAll = Parts.viewButton(Texts.get("adverts.flowAll"), "flow-all");
  private final LimitsPane limitsPane;
  private final VBox sessionsPane = new VBox();
  private boolean refreshing;

  /** Whether a result was shown, so that an empty table means that there is nothing. */
  private boolean anyShown;

  /**
   * @param grower works out what growth does, away from the window's thread
   */
  AdvertisementsPane(Consumer<Spotlight> canvas, GrowthBox.Grower grower) {
    super(canvas);
    limitsPane = new LimitsPane(this::spotlight, grower);
    origins.getStyleClass().add("chip-box");
    origins.setId("origin-filter");
    origins.setAccessibleText(Texts.get("adverts.from"));
    origins.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable OriginChoice choice) {
            return choice == null ? "" : choice.label();
          }

          @Override
          public OriginChoice fromString(String text) {
            return all;
          }
        });
    Parts.fillLine(origins);
    reset.setMinWidth(USE_PREF_SIZE);
    reset.setOnAction(e -> origins.setValue(all));
    flowAll.setTooltip(Parts.tooltip(Texts.get("adverts.flowAllHint")));
    flowAll.setMinWidth(USE_PREF_SIZE);
    flowAll.selectedProperty().subscribe((before, now) -> revealAnew());
    HBox bar = new HBox(8, Parts.firm(Texts.get("adverts.from"), "muted"), origins, reset, flowAll);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("pane-bar");

    table.setId("advertisements");
    table
        .getColumns()
        .add(Columns.of(Texts.get("adverts.session"), 186, r -> sessionCell(Look.of(r))));
    table.getColumns().add(Columns.of(Texts.get("adverts.asPath"), 130, r -> pathCell(Look.of(r))));
    table
        .getColumns()
        .add(Columns.of(Texts.get("adverts.count.title"), 90, r -> countCell(Look.of(r))));
    VBox.setVgrow(table, Priority.ALWAYS);
    sessionsPane.getChildren().addAll(bar, table, routes);
    getChildren().addAll(Parts.viewBar(sessions, limits), sessionsPane, limitsPane);
    VBox.setVgrow(sessionsPane, Priority.ALWAYS);
    VBox.setVgrow(limitsPane, Priority.ALWAYS);
    limits.selectedProperty().subscribe(this::showLimits);

    origins
        .valueProperty()
        .subscribe(
            choice -> {
              if (!refreshing) {
                fill();
                reveal();
              }
            });
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (!refreshing) {
                reveal();
              }
            });
  }

  /** All routes on the canvas are about no row. */
  private void revealAnew() {
    if (flowAll.isSelected()) {
      table.getSelectionModel().clearSelection();
    }
    reveal();
  }

  private void showLimits(boolean shown) {
    sessionsPane.setVisible(!shown);
    sessionsPane.setManaged(!shown);
    limitsPane.setVisible(shown);
    limitsPane.setManaged(shown);
    Analysis analysis = shown();
    if (analysis != null) {
      if (shown) {
        limitsPane.refresh(analysis);
      }
      reveal();
    }
  }

  /** Shows the way of one prefix: what other panes and the command search lead to. */
  void choose(VrfId table, Prefix prefix) {
    for (OriginChoice o : origins.getItems()) {
      if (table.equals(o.table()) && prefix.equals(o.prefix())) {
        origins.setValue(o);
        return;
      }
    }
  }

  @Override
  void refresh(Analysis analysis) {
    if (!anyShown) {
      anyShown = true;
      Columns.whenEmpty(table, Texts.get("adverts.empty"), Texts.get("adverts.emptyHint"));
    }
    OriginChoice before = origins.getValue();
    refreshing = true;
    List<OriginChoice> choices = origins(analysis);
    if (!choices.equals(origins.getItems())) {
      origins.getItems().setAll(choices);
    }
    OriginChoice same = before == null || !origins.getItems().contains(before) ? all : before;
    origins.setValue(same);
    refreshing = false;
    if (limits.isSelected()) {
      limitsPane.refresh(analysis);
    }
    fill();
    if (isVisible() && table.getSelectionModel().getSelectedItem() != null) {
      reveal();
    }
  }

  /** The name of a site; of one with several tables, that of the one in question. */
  private static String holder(Analysis analysis, VrfId table, Id site) {
    return analysis.compiled().tables(site).size() > 1
        ? Names.table(analysis, table)
        : Names.site(analysis.design(), site);
  }

  private record OriginKey(VrfId table, Prefix prefix) {}

  private List<OriginChoice> origins(Analysis analysis) {
    Map<VrfId, Id> sites = new HashMap<>(analysis.compiled().siteOf());
    Map<VrfId, Set<List<Prefix>>> seen = new HashMap<>();
    Map<OriginKey, OriginChoice> found = new LinkedHashMap<>();
    Map<VrfId, OriginChoice> whole = new LinkedHashMap<>();
    for (SessionFlow flow : analysis.advertisements()) {
      for (AdvertisementGroup g : flow.routes().groups()) {
        VrfId source = g.source();
        // The same prefixes are told on very many sessions, and are one list on all of them.
        if (!seen.computeIfAbsent(source, k -> Collections.newSetFromMap(new IdentityHashMap<>()))
            .add(g.prefixes())) {
          continue;
        }
        Id of = sites.get(source);
        if (of != null) {
          String name = Texts.get("adverts.allOf", holder(analysis, source, of));
          whole.putIfAbsent(source, new OriginChoice(source, null, name));
        }
        for (Prefix prefix : g.prefixes()) {
          found.computeIfAbsent(
              new OriginKey(source, prefix),
              k -> {
                Id site = sites.get(source);
                String name =
                    site == null ? Names.table(analysis, source) : holder(analysis, source, site);
                return new OriginChoice(source, prefix, name + " " + prefix);
              });
        }
      }
    }
    List<OriginChoice> choices = new ArrayList<>(found.values());
    choices.sort(Comparator.comparing(OriginChoice::label, NaturalOrder.BY_NAME));
    List<OriginChoice> elements = new ArrayList<>(whole.values());
    elements.sort(Comparator.comparing(OriginChoice::label, NaturalOrder.BY_NAME));
    choices.addAll(0, elements);
    choices.addFirst(all);
    return choices;
  }

  private void fill() {
    Analysis analysis = shown();
    if (analysis == null) {
      return;
    }
    OriginChoice origin = origins.getValue();
    Row before = table.getSelectionModel().getSelectedItem();
    List<Row> newest = new ArrayList<>();
    for (SessionFlow flow : analysis.advertisements()) {
      if (origin == null || origin.prefix() == null) {
        if (origin == null || origin.table() == null || carries(flow, origin.table())) {
          newest.add(new Row(flow, null));
        }
        continue;
      }
      flow.routes().groups().stream()
          .filter(g -> g.source().equals(origin.table()))
          .flatMap(g -> g.about(origin.prefix()).stream())
          .forEach(a -> newest.add(new Row(flow, a)));
    }
    boolean one = origin != null && origin.prefix() != null;
    if (one) {
      newest.sort(Comparator.comparingInt(AdvertisementsPane::distance));
    } else {
      // What nobody set up by hand comes last.
      newest.sort(Comparator.comparing(r -> r.flow().insideCloud()));
    }
    boolean every = origin == null || origin.table() == null;
    reset.setVisible(!every);
    reset.setManaged(!every);
    flowAll.setVisible(every);
    flowAll.setManaged(every);
    refreshing = true;
    rows.show(newest);
    int again =
        before == null ? -1 : Places.first(rows, r -> r.flow().isSameDirection(before.flow()));
    Places.choose(table.getSelectionModel(), again);
    refreshing = false;
    showRoutes(again < 0 ? null : rows.get(again));
  }

  private static boolean carries(SessionFlow flow, VrfId source) {
    return flow.routes().groups().stream()
        .anyMatch(g -> g.outcome().sent() && g.source().equals(source));
  }

  /** How many tables a route passed: what is near its origin comes first. */
  private static int distance(Row row) {
    int steps = 0;
    var r = Objects.requireNonNull(row.route()).route();
    while (r.from() != null) {
      steps++;
      r = r.from();
    }
    return steps;
  }

  private void showRoutes(@Nullable Row row) {
    routes.show(
        row == null || row.route() != null ? null : row.flow(), row == null ? null : row.route());
  }

  private void chooseRoute(Advertisement route) {
    Analysis analysis = shown();
    if (analysis != null) {
      spotlight(on -> Overlay.ofFlows(on, analysis.advertisements(), RouteChain.upTo(route)));
    }
  }

  @Override
  void reveal() {
    if (limits.isSelected()) {
      limitsPane.reveal();
      return;
    }
    Analysis analysis = shown();
    Row row = table.getSelectionModel().getSelectedItem();
    OriginChoice origin = origins.getValue();
    showRoutes(row);
    if (analysis == null) {
      return;
    }
    Advertisement chosen = routes.chosen();
    if (row != null && row.route() != null) {
      chooseRoute(row.route());
    } else if (row != null && chosen != null) {
      chooseRoute(chosen);
    } else if (row != null) {
      spotlight(on -> Overlay.ofFlow(on, row.flow()));
    } else if (origin != null && origin.table() != null) {
      VrfId source = origin.table();
      spotlight(on -> Overlay.ofOrigin(on, analysis.advertisements(), source, origin.prefix()));
    } else if (flowAll.isSelected()) {
      spotlight(on -> Overlay.ofAllFlows(on, analysis.advertisements()));
    } else {
      spotlight(Spotlight.NONE);
    }
  }

  private static Node sessionCell(Look look) {
    VBox cell = new VBox(1);
    String direction = Texts.get("adverts.direction", look.from, look.to);
    if (direction.length() <= SHORT) {
      cell.getChildren().add(Parts.label(direction, "cell"));
    } else {
      cell.getChildren()
          .addAll(
              Parts.name(look.from, "cell"), Parts.name(Texts.get("adverts.to", look.to), "cell"));
    }
    if (!look.down.isEmpty()) {
      cell.getChildren().add(stop(look.down));
    } else if (look.stopped != null) {
      cell.getChildren().add(outcome(look.stopped));
    } else if (!look.refused.isEmpty()) {
      cell.getChildren().add(stop(look.refused));
    }
    Parts.tip(cell, () -> look.down.isEmpty() ? direction : direction + "\n" + look.down);
    return cell;
  }

  private static Node stop(String text) {
    return Parts.label(text, "cell-error");
  }

  /** What became of a route that was not accepted, in a few words. */
  static Node outcome(Advertisement.Outcome outcome) {
    return Parts.firm(
        Texts.get("outcome." + outcome), outcome.sent() ? "cell-error" : "cell-muted");
  }

  private static Node pathCell(Look look) {
    return look.paths == 1 ? withTip(look.path) : Parts.label(look.path, "muted");
  }

  /** The path in as many lines as the column needs. */
  private static Node withTip(String path) {
    VBox lines = new VBox(1);
    StringBuilder line = new StringBuilder();
    for (String number : path.split(" ")) {
      if (!line.isEmpty() && line.length() + number.length() >= PATH_WIDTH) {
        lines.getChildren().add(Parts.label(line.toString(), "mono"));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(number);
    }
    lines.getChildren().add(Parts.label(line.toString(), "mono"));
    lines.setAlignment(Pos.CENTER_LEFT);
    Parts.tip(lines, () -> path);
    return lines;
  }

  static String path(Advertisement a) {
    return path(a.asPath());
  }

  private static String path(AsPath path) {
    return path.isEmpty() ? Texts.get("adverts.local") : path.toString();
  }

  private static Node countCell(Look look) {
    return new LimitMeter(look.count, look.limit);
  }

  /**
   * All that a row shows.
   *
   * @param from who tells
   * @param to who is told
   * @param down why the session is down; empty where it is up
   * @param stopped what became of the one route that is told of, where it was not accepted
   * @param refused how many of all routes were not accepted, and why; empty for none
   * @param path the one path; where there are more or none, that
   * @param paths how many paths there are
   * @param count how many prefixes count
   * @param limit the most there may be
   */
  private record Look(
      String from,
      String to,
      String down,
      Advertisement.@Nullable Outcome stopped,
      String refused,
      String path,
      int paths,
      int count,
      @Nullable PrefixLimit limit) {

    static Look of(Row row) {
      SessionFlow flow = row.flow();
      Advertisement one = row.route();
      boolean v6 =
          one == null
              ? flow.acceptedV6() > 0 && flow.acceptedV4() == 0
              : one.prefix().family() == Family.V6;
      List<String> paths = paths(row);
      return new Look(
          flow.fromLabel(),
          flow.toLabel(),
          flow.state().up() ? "" : Texts.get("adverts.down", flow.state().reason()),
          one == null || one.outcome() == Advertisement.Outcome.ACCEPTED ? null : one.outcome(),
          one == null ? refused(flow) : "",
          switch (paths.size()) {
            case 0 -> Texts.get(one == null ? "adverts.nothing" : "adverts.notAdvertised");
            case 1 -> paths.getFirst();
            default -> Texts.get("adverts.paths", paths.size());
          },
          paths.size(),
          v6 ? flow.acceptedV6() : flow.acceptedV4(),
          v6 ? flow.limitV6() : flow.limitV4());
    }

    private static List<String> paths(Row row) {
      Advertisement one = row.route();
      return one != null
          ? one.outcome().sent() ? List.of(AdvertisementsPane.path(one)) : List.of()
          : row.flow().routes().groups().stream()
              .filter(g -> g.outcome().sent())
              .map(g -> AdvertisementsPane.path(g.asPath()))
              .distinct()
              .toList();
    }

    private static String refused(SessionFlow flow) {
      List<AdvertisementGroup> refused =
          flow.routes().groups().stream()
              .filter(g -> g.outcome().sent() && g.outcome() != Advertisement.Outcome.ACCEPTED)
              .sorted(Comparator.comparing(g -> g.prefixes().getFirst()))
              .toList();
      int count = refused.stream().mapToInt(g -> g.prefixes().size()).sum();
      return refused.isEmpty()
          ? ""
          : Texts.get(
              "adverts.refusedCount", count, Texts.get("outcome." + refused.getFirst().outcome()));
    }
  }
}
