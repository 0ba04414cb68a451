package mcx.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mcx.analysis.Analysis;
import mcx.analysis.Routed;
import mcx.compile.Compiled;
import mcx.design.Id;
import mcx.design.NaturalOrder;
import mcx.inet.Prefix;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.paint.Overlay;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * The routing table of any VRF: for each prefix the routes in use, and why each other one lost; and
 * what sites hold that the table has no route to. What is chosen is explained below.
 */
final class RoutesPane extends AnalysisPane {

  private record Table(VrfId id, String label) {}

  /**
   * One route, or a prefix without.
   *
   * @param route the route; null for a prefix that the table has no route to
   * @param step what decided against the route; empty for one in use
   * @param first whether it is the first of its prefix
   * @param hop where it leads, in words; empty where there is no route
   */
  private record Row(Prefix prefix, @Nullable Route route, String step, boolean first, String hop) {
    boolean inUse() {
      return route != null && step.isEmpty();
    }

    /** Rows are equal when they look the same: routes know where they come from, all the way. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row o
          && prefix.equals(o.prefix)
          && step.equals(o.step)
          && first == o.first
          && hop.equals(o.hop)
          && (route == o.route
              || route != null
                  && o.route != null
                  && route.asPath().equals(o.route.asPath())
                  && route.learned() == o.route.learned());
    }

    @Override
    public int hashCode() {
      return Objects.hash(prefix, step, first, hop);
    }
  }

  /** How many prefixes without a route are listed. */
  private static final int MOST_MISSING = 200;

  private final ComboBox<Table> tables = new ComboBox<>();
  private final Label count = Parts.label("", "muted");
  private final Rows<Row> rows = new Rows<>(Function.identity());
  private final TableView<Row> rib =
      Columns.table(rows, Texts.get("routes.empty"), Texts.get("routes.emptyHint"));
  private final Label why = Parts.paragraph("", "muted");
  private final RouteReason reason = new RouteReason();
  private @Nullable Routed routed;
  private @Nullable Solution explained;
  private boolean refreshing;

  RoutesPane(Consumer<Spotlight> canvas) {
    super(canvas);
    tables.setId("routes-table");
    tables.getStyleClass().add("chip-box");
    tables.setAccessibleText(Texts.get("routes.of"));
    tables.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Table t) {
            return t == null ? "" : t.label();
          }

          @Override
          public @Nullable Table fromString(String text) {
            return null;
          }
        });
    Parts.fillLine(tables);
    HBox bar = new HBox(8, Parts.firm(Texts.get("routes.of"), "muted"), tables, count);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("pane-bar");
    count.setMinWidth(USE_PREF_SIZE);
    rib.setId("rib");
    rib.getColumns().add(Columns.of(Texts.get("routes.prefix"), 128, this::prefixCell));
    rib.getColumns().add(Columns.of(Texts.get("routes.nextHop"), 130, this::nextHopCell));
    rib.getColumns().add(Columns.of(Texts.get("routes.asPath"), 130, this::pathCell));
    VBox.setVgrow(rib, Priority.ALWAYS);
    VBox explain = new VBox(8, why, reason);
    explain.getStyleClass().add("pane-foot");
    Foot foot = new Foot(explain);
    foot.maxHeightProperty().bind(heightProperty().multiply(0.5));
    getChildren().addAll(bar, rib, foot);
    tables
        .valueProperty()
        .subscribe(
            t -> {
              if (!refreshing) {
                fill();
                explain(rib.getSelectionModel().getSelectedItem());
                reveal();
              }
            });
    rib.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            r -> {
              if (!refreshing) {
                explain(r);
                reveal();
              }
            });
    explain(null);
  }

  /** As high as what it holds, as far as there is room; then it scrolls. */
  private static final class Foot extends ScrollPane {
    private final Region content;

    Foot(Region content) {
      super(content);
      this.content = content;
      setFitToWidth(true);
      setHbarPolicy(ScrollBarPolicy.NEVER);
      setMinHeight(USE_PREF_SIZE);
      getStyleClass().add("pane-scroll");
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.min(content.prefHeight(getWidth() > 0 ? getWidth() : width), getMaxHeight());
    }
  }

  /** Shows the first table of an element, if it has one. */
  void choose(Id element) {
    Analysis analysis = shown();
    if (analysis == null) {
      return;
    }
    tables.getItems().stream()
        .filter(t -> element.equals(Names.element(analysis, t.id().node())))
        .findFirst()
        .ifPresent(tables::setValue);
  }

  @Override
  void refresh(Analysis analysis) {
    refresh(analysis.routed());
    // The same routes come again with what else was found out in the meantime.
    if (explained != analysis.solution()) {
      explain(rib.getSelectionModel().getSelectedItem());
    }
  }

  @Override
  void refresh(Routed routes) {
    Routed before = routed;
    if (before != null && before.solution() == routes.solution()) {
      return;
    }
    routed = routes;
    list(routes.compiled());
    fill();
  }

  /** Puts all tables into the list, the one that was chosen in front. */
  private void list(Compiled compiled) {
    Table before = tables.getValue();
    List<Table> all = new ArrayList<>();
    for (mcx.network.Node node : compiled.network().nodes().values()) {
      for (Vrf vrf : node.vrfs()) {
        all.add(new Table(vrf.id(), Names.table(compiled, vrf.id())));
      }
    }
    all.sort(Comparator.comparing(Table::label, NaturalOrder.BY_NAME).thenComparing(Table::id));
    refreshing = true;
    if (!all.equals(tables.getItems())) {
      tables.getItems().setAll(all);
    }
    Table first = all.isEmpty() ? null : all.getFirst();
    tables.setValue(
        before == null
            ? first
            : all.stream().filter(t -> t.id().equals(before.id())).findFirst().orElse(first));
    refreshing = false;
  }

  /** Puts the routes of the chosen table into the rows. */
  private void fill() {
    Routed routes = routed;
    Table table = tables.getValue();
    List<Row> newest = new ArrayList<>();
    int prefixes = 0;
    if (routes != null && table != null) {
      Hops hops = new Hops(routes.compiled());
      for (RibEntry entry : routes.solution().rib(table.id()).values()) {
        prefixes++;
        boolean first = true;
        for (Route route : entry.best()) {
          newest.add(new Row(entry.prefix(), route, "", first, hops.of(route)));
          first = false;
        }
        for (RibEntry.Lost lost : entry.lost()) {
          Route route = lost.route();
          newest.add(new Row(entry.prefix(), route, lost.step(), false, hops.of(route)));
        }
      }
      missing(routes, table.id()).forEach(p -> newest.add(new Row(p, null, "", true, "")));
    }
    count.setText(Texts.get("routes.count", prefixes));
    refreshing = true;
    Row before = rib.getSelectionModel().getSelectedItem();
    rows.show(newest);
    int again = before == null ? -1 : newest.indexOf(before);
    Places.choose(rib.getSelectionModel(), again);
    refreshing = false;
  }

  /** The analysis of the routes that are on show; null while it is being worked out. */
  private @Nullable Analysis analysis() {
    Analysis newest = shown();
    Routed routes = routed;
    return newest != null && routes != null && newest.solution() == routes.solution()
        ? newest
        : null;
  }

  /** Where routes lead, in words; each place is named once. */
  private static final class Hops {
    private final Compiled compiled;
    private final Map<VrfId, String> names = new HashMap<>();

    Hops(Compiled compiled) {
      this.compiled = compiled;
    }

    String of(Route route) {
      VrfId next = route.nextHop();
      return route.discard()
          ? Texts.get("routes.discard")
          : next == null
              ? Texts.get("routes.here")
              : names.computeIfAbsent(next, n -> Names.table(compiled, n));
    }
  }

  /** What sites hold that the table has no route to, some of it where that is very much. */
  private static List<Prefix> missing(Routed routes, VrfId table) {
    SortedSet<Prefix> missing = new TreeSet<>();
    for (VrfId site : routes.compiled().siteOf().keySet()) {
      Vrf held = routes.compiled().network().vrf(site);
      if (held != null) {
        for (Prefix p : held.originated()) {
          if (routes.solution().lookup(table, p.address()) == null) {
            missing.add(p);
          }
        }
      }
    }
    return missing.stream().limit(MOST_MISSING).toList();
  }

  /** Says why; the steps of it once the analysis of the routes is there. */
  private void explain(@Nullable Row row) {
    Analysis analysis = analysis();
    Table table = tables.getValue();
    explained = analysis == null ? null : analysis.solution();
    if (row == null || table == null) {
      why.setText(Texts.get("routes.choose"));
      reason.clear();
      return;
    }
    Route route = row.route();
    if (route == null) {
      why.setText(Texts.get("routes.missing", row.prefix()));
    } else if (row.inUse()) {
      why.setText(Texts.get("routes.won", attributes(route)));
    } else {
      why.setText(Texts.get("routes.lost", row.step(), attributes(route)));
    }
    if (analysis == null) {
      reason.clear();
    } else {
      reason.show(analysis, table.id(), row.prefix());
    }
  }

  private static String attributes(Route r) {
    return Texts.get(
        "routes.attributes",
        String.valueOf(r.localPreference()),
        String.valueOf(r.med()),
        String.valueOf(r.weight()),
        String.valueOf(r.distance()),
        String.valueOf(r.igpCost()));
  }

  @Override
  void reveal() {
    Analysis analysis = analysis();
    Row row = rib.getSelectionModel().getSelectedItem();
    Route route = row == null ? null : row.route();
    if (analysis != null && route != null) {
      RouteChain chain = RouteChain.of(route);
      spotlight(on -> Overlay.ofFlows(on, analysis.advertisements(), chain));
    } else if (analysis != null && tables.getValue() != null) {
      Id element = Names.element(analysis, tables.getValue().id().node());
      spotlight(on -> Overlay.ofEvidence(element == null ? List.of() : List.of(element)));
    } else {
      spotlight(Spotlight.NONE);
    }
  }

  private Node prefixCell(Row row) {
    Label label = Parts.label(row.first() ? row.prefix().toString() : "", "mono");
    label.setGraphic(
        row.inUse()
            ? Glyphs.of(Material2OutlinedAL.CHECK, "glyph-ok")
            : row.route() == null
                ? Glyphs.of(Material2OutlinedAL.BLOCK, "glyph-faint")
                : Glyphs.of(Material2OutlinedMZ.REMOVE, "glyph-faint"));
    label.setAccessibleText(
        Texts.get(
            row.inUse()
                ? "routes.inUse"
                : row.route() == null ? "routes.noRoute" : "routes.notUsed",
            row.prefix()));
    return label;
  }

  private Node nextHopCell(Row row) {
    if (row.route() == null) {
      return Parts.label(Texts.get("routes.none"), "cell-muted");
    }
    VBox cell = new VBox(1, Parts.label(row.hop(), row.inUse() ? "cell" : "cell-muted"));
    if (!row.step().isEmpty()) {
      cell.getChildren().add(Parts.label(row.step(), "cell-muted", "small"));
    }
    return cell;
  }

  private Node pathCell(Row row) {
    Route r = row.route();
    if (r == null) {
      return Parts.label("", "cell-muted");
    }
    String path = r.asPath().toString();
    return path.isEmpty()
        ? Parts.label(Texts.get("learned." + r.learned()), "cell-muted")
        : Parts.label(path, "mono", row.inUse() ? "cell" : "cell-muted");
  }
}
