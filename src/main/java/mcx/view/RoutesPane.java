package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mcx.analysis.Analysis;
import mcx.design.Id;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.paint.Overlay;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The routing table of any VRF: for each prefix the routes in use, and why each other one lost. */
final class RoutesPane extends AnalysisPane {

  private record Table(VrfId id, String label) {}

  /** One route; {@code step} is empty for one in use. */
  private record Row(Route route, String step, boolean first) {}

  private final ComboBox<Table> tables = new ComboBox<>();
  private final Label count = Parts.label("", "muted");
  private final TableView<Row> rib =
      Columns.table(Texts.get("routes.empty"), Texts.get("routes.emptyHint"));
  private final Label why = Parts.paragraph("", "muted");
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
    tables.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(tables, Priority.ALWAYS);
    HBox bar = new HBox(8, Parts.firm(Texts.get("routes.of"), "muted"), tables, count);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("pane-bar");
    count.setMinWidth(USE_PREF_SIZE);
    rib.setId("rib");
    rib.getColumns().add(Columns.of(Texts.get("routes.prefix"), 128, this::prefixCell));
    rib.getColumns().add(Columns.of(Texts.get("routes.nextHop"), 130, this::nextHopCell));
    rib.getColumns().add(Columns.of(Texts.get("routes.asPath"), 130, this::pathCell));
    VBox.setVgrow(rib, Priority.ALWAYS);
    VBox explain = new VBox(why);
    explain.getStyleClass().add("pane-foot");
    getChildren().addAll(bar, rib, explain);
    tables
        .valueProperty()
        .subscribe(
            t -> {
              if (!refreshing) {
                fill();
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
    Table before = tables.getValue();
    List<Table> all = new ArrayList<>();
    analysis
        .compiled()
        .network()
        .nodes()
        .values()
        .forEach(
            node -> {
              for (Vrf vrf : node.vrfs()) {
                all.add(new Table(vrf.id(), Names.table(analysis, vrf.id())));
              }
            });
    all.sort(java.util.Comparator.comparing(Table::label).thenComparing(Table::id));
    refreshing = true;
    tables.getItems().setAll(all);
    Table next =
        before == null
            ? all.isEmpty() ? null : all.getFirst()
            : all.stream()
                .filter(t -> t.id().equals(before.id()))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    tables.setValue(next);
    refreshing = false;
    fill();
  }

  private void fill() {
    Analysis analysis = shown();
    Table table = tables.getValue();
    List<Row> rows = new ArrayList<>();
    int prefixes = 0;
    if (analysis != null && table != null) {
      for (RibEntry entry : analysis.solution().rib(table.id()).values()) {
        prefixes++;
        boolean first = true;
        for (Route route : entry.best()) {
          rows.add(new Row(route, "", first));
          first = false;
        }
        for (RibEntry.Lost lost : entry.lost()) {
          rows.add(new Row(lost.route(), lost.step(), false));
        }
      }
    }
    count.setText(Texts.get("routes.count", prefixes));
    refreshing = true;
    Row before = rib.getSelectionModel().getSelectedItem();
    rib.getItems().setAll(rows);
    if (before != null && rows.contains(before)) {
      rib.getSelectionModel().select(before);
    } else {
      rib.getSelectionModel().clearSelection();
    }
    refreshing = false;
    explain(rib.getSelectionModel().getSelectedItem());
  }

  private void explain(@Nullable Row row) {
    if (row == null) {
      why.setText(Texts.get("routes.choose"));
    } else if (row.step().isEmpty()) {
      why.setText(Texts.get("routes.won", attributes(row.route())));
    } else {
      why.setText(Texts.get("routes.lost", row.step(), attributes(row.route())));
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
    Analysis analysis = shown();
    Row row = rib.getSelectionModel().getSelectedItem();
    if (analysis != null && row != null) {
      RouteChain chain = RouteChain.of(row.route());
      spotlight(on -> Overlay.ofFlows(on, analysis.advertisements(), chain));
    } else if (analysis != null && tables.getValue() != null) {
      Id element = Names.element(analysis, tables.getValue().id().node());
      spotlight(on -> Overlay.ofEvidence(element == null ? List.of() : List.of(element)));
    } else {
      spotlight(Spotlight.NONE);
    }
  }

  private Node prefixCell(Row row) {
    Label label = Parts.label(row.first() ? row.route().prefix().toString() : "", "mono");
    label.setGraphic(
        row.step().isEmpty()
            ? Glyphs.of(Material2OutlinedAL.CHECK, "glyph-ok")
            : Glyphs.of(Material2OutlinedMZ.REMOVE, "glyph-faint"));
    label.setAccessibleText(
        Texts.get(row.step().isEmpty() ? "routes.inUse" : "routes.notUsed", row.route().prefix()));
    return label;
  }

  private Node nextHopCell(Row row) {
    Analysis analysis = shown();
    Route r = row.route();
    String text =
        r.discard()
            ? Texts.get("routes.discard")
            : r.nextHop() == null || analysis == null
                ? Texts.get("routes.here")
                : Names.table(analysis, r.nextHop());
    VBox cell = new VBox(1, Parts.label(text, row.step().isEmpty() ? "cell" : "cell-muted"));
    if (!row.step().isEmpty()) {
      cell.getChildren().add(Parts.label(row.step(), "cell-muted", "small"));
    }
    return cell;
  }

  private Node pathCell(Row row) {
    String path = row.route().asPath().toString();
    return path.isEmpty()
        ? Parts.label(Texts.get("learned." + row.route().learned()), "cell-muted")
        : Parts.label(path, "mono", row.step().isEmpty() ? "cell" : "cell-muted");
  }
}
