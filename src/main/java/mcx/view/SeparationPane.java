package mcx.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Separation;
import mcx.analysis.SitePath;
import mcx.design.Design;
import mcx.design.Id;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;

/** Which VRF sees which cloud, and how each pair of sites reaches each other. */
final class SeparationPane extends AnalysisPane {

  private static final double ROW = 32;

  private static final double HEADER = 34;
  private static final double SCROLL_BAR = 14;
  private static final double NAMES = 100;

  /** The least and the most width of a site's column. */
  private static final double COLUMN = 80;

  private static final double WIDE_COLUMN = 140;

  private final VBox vrfs = new VBox(8);
  private final TableView<Id> matrix =
      Columns.table(Texts.get("separation.empty"), Texts.get("separation.emptyHint"));
  private final WayCard there = new WayCard();
  private final WayCard back = new WayCard();
  private @Nullable Id from;
  private @Nullable Id to;
  private boolean refreshing;

  SeparationPane(Consumer<Spotlight> canvas) {
    super(canvas);
    matrix.setId("separation-matrix");
    matrix.getSelectionModel().setCellSelectionEnabled(true);
    matrix.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    matrix.setFixedCellSize(ROW);
    matrix.widthProperty().subscribe(w -> shareWidth());
    matrix
        .getSelectionModel()
        .getSelectedCells()
        .addListener((ListChangeListener<TablePosition>) change -> chooseCell());
    VBox content =
        new VBox(
            8,
            Parts.heading(Texts.get("separation.matrix")),
            matrix,
            there,
            back,
            Parts.heading(Texts.get("separation.vrfs")),
            vrfs);
    content.getStyleClass().add("pane-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("pane-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  @Override
  void refresh(Analysis analysis) {
    Design design = analysis.design();
    Separation separation = analysis.separation();
    refreshing = true;
    if (!matrix.getItems().equals(separation.sites()) || matrix.getColumns().isEmpty()) {
      buildColumns(separation);
    }
    matrix.getItems().setAll(separation.sites());
    matrix.refresh();
    double rows = Math.clamp(separation.sites().size(), 3, 12);
    shareWidth();
    double head = fits() ? HEADER : HEADER + SCROLL_BAR;
    matrix.setPrefHeight(ROW * rows + head);
    matrix.setMinHeight(ROW * Math.min(rows, 4) + head);
    refreshing = false;
    vrfs.getChildren().clear();
    for (Separation.VrfView view : separation.vrfs()) {
      vrfs.getChildren().add(vrfCard(design, view));
    }
    if (separation.vrfs().isEmpty()) {
      vrfs.getChildren().add(Parts.paragraph(Texts.get("separation.noVrfs"), "muted"));
    }
    showPair();
  }

  private void buildColumns(Separation separation) {
    matrix.getColumns().clear();
    TableColumn<Id, Id> names =
        Columns.of(
            Texts.get("separation.fromTo"),
            NAMES,
            id -> Parts.label(siteName(id), "cell", "matrix-head"));
    matrix.getColumns().add(names);
    for (Id site : separation.sites()) {
      TableColumn<Id, Id> column = Columns.of(siteName(site), COLUMN, row -> cell(row, site));
      column.setUserData(site);
      matrix.getColumns().add(column);
    }
  }

  private boolean fits() {
    return NAMES + (matrix.getColumns().size() - 1) * COLUMN <= matrix.getWidth();
  }

  /** Gives the sites' columns the width there is, as far as it serves. */
  private void shareWidth() {
    int sites = matrix.getColumns().size() - 1;
    if (sites > 0 && matrix.getWidth() > 0) {
      double share = Math.clamp((matrix.getWidth() - NAMES - 4) / sites, COLUMN, WIDE_COLUMN);
      matrix.getColumns().stream().skip(1).forEach(c -> c.setPrefWidth(share));
    }
  }

  private String siteName(Id id) {
    Analysis analysis = shown();
    if (analysis == null) {
      return id.value();
    }
    String name = Names.of(analysis.design(), id);
    boolean unique =
        analysis.separation().sites().stream()
                .filter(s -> Names.of(analysis.design(), s).equals(name))
                .count()
            == 1;
    return unique ? name : Names.site(analysis.design(), id);
  }

  private Node cell(Id a, Id b) {
    Analysis analysis = shown();
    SitePath path = analysis == null || a.equals(b) ? null : analysis.separation().path(a, b);
    return path == null ? Parts.label("–", "muted") : PathBadge.of(path.kind());
  }

  private void chooseCell() {
    List<?> cells = matrix.getSelectionModel().getSelectedCells();
    if (refreshing || cells.isEmpty()) {
      return;
    }
    TablePosition<?, ?> at = (TablePosition<?, ?>) cells.getFirst();
    if (at.getRow() < 0 || at.getTableColumn() == null) {
      return;
    }
    Object column = at.getTableColumn().getUserData();
    from = matrix.getItems().get(at.getRow());
    to = column instanceof Id id && !id.equals(from) ? id : null;
    showPair();
    reveal();
  }

  private void showPair() {
    Analysis analysis = shown();
    SitePath way = analysis == null || from == null || to == null ? null : path(analysis, from, to);
    SitePath home =
        analysis == null || from == null || to == null ? null : path(analysis, to, from);
    there.show(analysis, way);
    back.show(analysis, home);
  }

  private static @Nullable SitePath path(Analysis analysis, Id a, Id b) {
    return analysis.separation().path(a, b);
  }

  @Override
  void reveal() {
    Analysis analysis = shown();
    SitePath way = analysis == null || from == null || to == null ? null : path(analysis, from, to);
    if (analysis == null || way == null) {
      spotlight(Spotlight.NONE);
    } else {
      SitePath home = path(analysis, way.to(), way.from());
      spotlight(
          on -> {
            Overlay shown = Overlay.ofPath(on, way);
            return home == null ? shown : shown.plus(Overlay.ofPath(on, home));
          });
    }
  }

  private Node vrfCard(Design design, Separation.VrfView view) {
    FlowPane sees = new FlowPane(6, 6);
    for (Id cloud : view.clouds()) {
      sees.getChildren().add(chip(Names.of(design, cloud), cloud));
    }
    for (Id site : view.sites()) {
      if (design.within(site, mcx.design.Cloud.class) == null) {
        sees.getChildren().add(chip(Names.of(design, site), site));
      }
    }
    if (sees.getChildren().isEmpty()) {
      sees.getChildren().add(Parts.label(Texts.get("separation.seesNothing"), "muted"));
    }
    HBox head =
        new HBox(
            8,
            Glyphs.of(org.kordamp.ikonli.material2.Material2OutlinedAL.LAYERS),
            Parts.label(view.label(), "strong"),
            Parts.spacer(),
            Parts.label(Texts.get("separation.prefixes", view.prefixes().size()), "muted"));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(6, head, sees);
    card.getStyleClass().add("card");
    card.setOnMouseClicked(e -> spotlight(on -> Overlay.ofEvidence(evidence(view))));
    return card;
  }

  private static List<Id> evidence(Separation.VrfView view) {
    List<Id> ids = new java.util.ArrayList<>(List.of(view.vrf()));
    ids.addAll(view.clouds());
    ids.addAll(view.sites());
    return ids;
  }

  private Node chip(String name, Id id) {
    return Parts.button(
        name, () -> spotlight(on -> Overlay.ofEvidence(List.of(id))), "chip", "chip-small");
  }
}
