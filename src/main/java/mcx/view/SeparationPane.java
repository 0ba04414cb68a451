package mcx.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.PathKind;
import mcx.analysis.Separation;
import mcx.analysis.SitePath;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.NaturalOrder;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;

/** Which VRF sees which cloud, and how each pair of sites reaches each other. */
final class SeparationPane extends AnalysisPane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private static final double ROW = 32;

  /**
   * The height of the header, with some room: where a scroll bar just hides the last row, it calls
   * for another one, which then keeps the first.
   */
  private static final double HEADER = 40;

  private static final double SCROLL_BAR = 14;
  private static final double NAMES = 100;

  /** The least width of a site's column. */
  private static final double COLUMN = 84;

  /** The most width of a site's column. */
  private static final double WIDE_COLUMN = 140;

  /** More than so many of what a VRF sees are listed only on request. */
  private static final int MOST_SEEN = 12;

  /** What the matrix shows: the names of the sites, and a kind of way for each pair. */
  private record Matrix(List<String> names, List<PathKind> kinds) {}

  /** What the card of a VRF shows, with the names of what it sees. */
  private record VrfRow(Separation.VrfView view, SortedMap<Id, String> seen) {}

  private final VBox vrfs = new VBox(8);
  private final Rows<Id> rows = new Rows<>(this::look);
  private final TableView<Id> matrix =
      Columns.table(rows, Texts.get("separation.empty"), Texts.get("separation.emptyHint"));
  private final WayCard there = new WayCard();
  private final WayCard back = new WayCard();
  private final Map<Id, String> siteNames = new HashMap<>();
  private final Set<Id> open = new HashSet<>();
  private final Set<Id> lit = new LinkedHashSet<>();
  private @Nullable Matrix onShow;
  private List<VrfRow> vrfsOnShow = List.of();
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
    Separation separation = analysis.separation();
    refreshing = true;
    nameSites(analysis);
    Matrix newest =
        new Matrix(
            separation.sites().stream().map(this::siteName).toList(),
            separation.paths().stream().map(SitePath::kind).toList());
    boolean sameSites = matrix.getItems().equals(separation.sites());
    if (!sameSites || matrix.getColumns().isEmpty()) {
      buildColumns(separation);
      rows.show(separation.sites());
    } else if (!newest.equals(onShow)) {
      for (TableColumn<Id, ?> column : matrix.getColumns()) {
        if (column.getUserData() instanceof Id site && !siteName(site).equals(column.getText())) {
          column.setText(siteName(site));
        }
      }
      rows.renew();
    }
    onShow = newest;
    double inSight = Math.clamp(separation.sites().size(), 3, 12);
    shareWidth();
    double head = fits() ? HEADER : HEADER + SCROLL_BAR;
    matrix.setPrefHeight(ROW * inSight + head);
    matrix.setMinHeight(ROW * Math.min(inSight, 4) + head);
    refreshing = false;
    showVrfs(analysis);
    showPair();
  }

  private void showVrfs(Analysis analysis) {
    List<VrfRow> newest = new ArrayList<>();
    for (Separation.VrfView view : analysis.separation().vrfs()) {
      newest.add(new VrfRow(view, seen(analysis.design(), view)));
    }
    if (newest.equals(vrfsOnShow) && !vrfs.getChildren().isEmpty()) {
      return;
    }
    vrfsOnShow = newest;
    vrfs.getChildren().clear();
    for (VrfRow row : newest) {
      vrfs.getChildren().add(vrfCard(row));
    }
    if (newest.isEmpty()) {
      vrfs.getChildren().add(Parts.paragraph(Texts.get("separation.noVrfs"), "muted"));
    }
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

  private void nameSites(Analysis analysis) {
    Design design = analysis.design();
    Map<String, Integer> same = new HashMap<>();
    List<Id> sites = analysis.separation().sites();
    sites.forEach(s -> same.merge(Names.of(design, s), 1, Integer::sum));
    siteNames.clear();
    for (Id site : sites) {
      String name = Names.of(design, site);
      siteNames.put(site, same.getOrDefault(name, 0) == 1 ? name : Names.site(design, site));
    }
  }

  private String siteName(Id id) {
    return siteNames.getOrDefault(id, id.value());
  }

  private Node cell(Id a, Id b) {
    PathKind kind = kind(a, b);
    return kind == null ? Parts.label("–", "muted") : PathBadge.of(kind);
  }

  /** All that a row of the matrix shows. */
  private List<Object> look(Id site) {
    List<Object> all = new ArrayList<>(List.of(siteName(site)));
    Analysis analysis = shown();
    if (analysis != null) {
      for (Id to : analysis.separation().sites()) {
        PathKind kind = kind(site, to);
        all.add(kind == null ? "" : kind);
      }
    }
    return all;
  }

  private @Nullable PathKind kind(Id a, Id b) {
    Analysis analysis = shown();
    SitePath path = analysis == null ? null : analysis.separation().path(a, b);
    return path == null ? null : path.kind();
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
    List<Id> vrfsLit = List.copyOf(lit);
    if (analysis == null || way == null) {
      spotlight(vrfsLit.isEmpty() ? Spotlight.NONE : on -> Overlay.ofVrfs(vrfsLit));
    } else {
      SitePath home = path(analysis, way.to(), way.from());
      spotlight(
          on -> {
            Overlay shown = Overlay.ofVrfs(vrfsLit).plus(Overlay.ofPath(on, way));
            return home == null ? shown : shown.plus(Overlay.ofPath(on, home));
          });
    }
  }

  /** What a VRF sees, by name: clouds, and sites that are in none. */
  private static SortedMap<Id, String> seen(Design design, Separation.VrfView view) {
    SortedMap<Id, String> names = new TreeMap<>(NaturalOrder.BY_ID);
    view.clouds().forEach(c -> names.put(c, Names.of(design, c)));
    for (Id site : view.sites()) {
      if (design.within(site, mcx.design.Cloud.class) == null) {
        names.put(site, Names.of(design, site));
      }
    }
    return names;
  }

  private Node vrfCard(VrfRow row) {
    Separation.VrfView view = row.view();
    FlowPane sees = new FlowPane(6, 6);
    List<Id> shown = new ArrayList<>(view.clouds());
    row.seen().keySet().stream().filter(s -> !shown.contains(s)).forEach(shown::add);
    boolean all = shown.size() <= MOST_SEEN || open.contains(view.vrf());
    for (Id id : all ? shown : shown.subList(0, MOST_SEEN)) {
      sees.getChildren().add(chip(row.seen().getOrDefault(id, id.value()), id));
    }
    if (!all) {
      sees.getChildren()
          .add(
              Parts.button(
                  Texts.get("separation.moreSeen", shown.size() - MOST_SEEN),
                  () -> {
                    open.add(view.vrf());
                    vrfs.getChildren().set(vrfsOnShow.indexOf(row), vrfCard(row));
                  },
                  "link-button"));
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
    card.getStyleClass().addAll("card", "vrf-card");
    card.setId("vrf-" + view.vrf());
    card.setFocusTraversable(true);
    card.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
    card.setAccessibleText(view.label());
    Parts.tip(card, () -> Texts.get("separation.vrfHint"));
    card.pseudoClassStateChanged(SELECTED, lit.contains(view.vrf()));
    card.setOnMouseClicked(e -> light(card, view.vrf()));
    card.setOnKeyPressed(
        e -> {
          if (e.getTarget() == card
              && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
            light(card, view.vrf());
            e.consume();
          }
        });
    return card;
  }

  /** Shows on the canvas what belongs to a VRF, beside the others that are shown; or no longer. */
  private void light(VBox card, Id vrf) {
    if (!lit.remove(vrf)) {
      lit.add(vrf);
    }
    card.pseudoClassStateChanged(SELECTED, lit.contains(vrf));
    reveal();
  }

  private Node chip(String name, Id id) {
    return Parts.button(
        name, () -> spotlight(on -> Overlay.ofEvidence(List.of(id))), "chip", "chip-small");
  }
}
