package mcx.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import javafx.collections.ListChangeListener;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.NaturalOrder;
import mcx.editor.EditingSession;
import org.jspecify.annotations.Nullable;

/**
 * The design as a tree of ordinary controls: what each element holds, and the links. It selects
 * with the canvas, in both directions, and is the way in for assistive technology.
 */
final class OutlinePane extends BorderPane {

  private static final Comparator<Row> BY_NAME =
      Comparator.comparing(Row::text, NaturalOrder.BY_NAME)
          .thenComparing(Row::id, NaturalOrder.BY_ID);

  private final EditingSession session;
  private final TreeView<Id> tree = new TreeView<>();
  private final Map<Id, TreeItem<Id>> items = new HashMap<>();
  private Design shown = Design.EMPTY;
  private final List<Cell> cells = new ArrayList<>();
  private boolean following;
  private boolean front;
  private List<Row> rows = List.of();

  OutlinePane(EditingSession session) {
    this.session = session;
    getStyleClass().add("side-panel");
    tree.setId("outline");
    tree.getStyleClass().add("outline-tree");
    tree.setShowRoot(false);
    tree.setAccessibleText(Texts.get("outline.title"));
    tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    tree.setCellFactory(t -> new Cell());
    tree.getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<TreeItem<Id>>) c -> selectOnCanvas());
    setCenter(tree);
    session.documentProperty().subscribe(d -> refresh(d.design()));
    session.selectionProperty().subscribe(this::selectInTree);
  }

  /** Says whether people see it; while they do not, it follows nothing and costs nothing. */
  void front(boolean now) {
    front = now;
    if (front) {
      refresh(session.document().design());
      selectInTree(session.selection());
    }
  }

  private void refresh(Design design) {
    if (!front || design == shown && tree.getRoot() != null) {
      return;
    }
    shown = design;
    List<Row> newest = rows(design);
    if (newest.equals(rows) && tree.getRoot() != null) {
      return;
    }
    boolean sameTree = tree.getRoot() != null && places(newest).equals(places(rows));
    rows = newest;
    if (sameTree) {
      cells.forEach(Cell::renew);
      return;
    }
    Set<Id> folded = new HashSet<>();
    items.forEach(
        (id, item) -> {
          if (!item.isExpanded()) {
            folded.add(id);
          }
        });
    following = true;
    items.clear();
    TreeItem<Id> root = new TreeItem<>();
    Map<@Nullable Id, List<Row>> below = new HashMap<>();
    newest.forEach(r -> below.computeIfAbsent(r.parent, k -> new ArrayList<>()).add(r));
    addChildren(root, null, below, folded);
    tree.setRoot(root);
    following = false;
    selectInTree(session.selection());
  }

  /** What the tree says of a thing, and where it says it. */
  private record Row(Id id, @Nullable Id parent, String text) {}

  private record Place(Id id, @Nullable Id parent) {}

  /** The elements in the order of their names, then the links. */
  private static List<Row> rows(Design design) {
    List<Row> all = new ArrayList<>();
    for (Element e : design.elements().values()) {
      all.add(new Row(e.id(), e.parent(), Names.of(design, e.id()) + " " + Names.kind(e)));
    }
    all.sort(BY_NAME);
    List<Row> links = new ArrayList<>();
    for (Link l : design.links().values()) {
      links.add(
          new Row(
              l.id(),
              null,
              String.join(
                  " ",
                  Names.of(design, l.id()),
                  Names.of(design, l.a()),
                  Names.of(design, l.b()))));
    }
    links.sort(BY_NAME);
    all.addAll(links);
    return all;
  }

  private static List<Place> places(List<Row> rows) {
    return rows.stream().map(r -> new Place(r.id, r.parent)).toList();
  }

  private void addChildren(
      TreeItem<Id> holder,
      @Nullable Id parent,
      Map<@Nullable Id, List<Row>> below,
      Set<Id> folded) {
    for (Row row : below.getOrDefault(parent, List.of())) {
      TreeItem<Id> item = item(row.id, folded);
      holder.getChildren().add(item);
      addChildren(item, row.id, below, folded);
    }
  }

  private TreeItem<Id> item(Id id, Set<Id> folded) {
    TreeItem<Id> item = new TreeItem<>(id);
    item.setExpanded(!folded.contains(id));
    items.put(id, item);
    return item;
  }

  private void selectOnCanvas() {
    if (!following) {
      following = true;
      List<Id> chosen =
          List.copyOf(tree.getSelectionModel().getSelectedItems()).stream()
              .filter(java.util.Objects::nonNull)
              .map(TreeItem::getValue)
              .toList();
      session.select(chosen);
      following = false;
    }
  }

  private void selectInTree(SortedSet<Id> selection) {
    if (following || !front) {
      return;
    }
    following = true;
    tree.getSelectionModel().clearSelection();
    TreeItem<Id> first = null;
    for (Id id : selection) {
      TreeItem<Id> item = items.get(id);
      if (item != null) {
        tree.getSelectionModel().select(item);
        first = first == null ? item : first;
      }
    }
    if (first != null) {
      tree.scrollTo(tree.getRow(first));
    }
    following = false;
  }

  private final class Cell extends TreeCell<Id> {

    Cell() {
      // As wide as the tree, never wider: long names are shortened.
      setPrefWidth(0);
      cells.add(this);
    }

    /** Says what the design now says of the same thing. */
    void renew() {
      put(getItem(), isEmpty());
    }

    @Override
    protected void updateItem(@Nullable Id id, boolean empty) {
      super.updateItem(id, empty);
      put(id, empty);
    }

    private void put(@Nullable Id id, boolean empty) {
      setGraphic(null);
      if (empty || id == null) {
        setText(null);
        setTooltip(null);
        return;
      }
      String name = Names.of(shown, id);
      setText(name);
      Element element = shown.element(id);
      Link link = shown.link(id);
      setAccessibleText(
          element != null
              ? Texts.get("outline.element", Names.of(shown, id), Names.kind(element))
              : link == null
                  ? ""
                  : Texts.get(
                      "outline.link", Names.of(shown, link.a()), Names.of(shown, link.b())));
      // The two ends tell links apart; what is left out is in between, and in the tooltip.
      setTextOverrun(link == null ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
      Tooltip whole = getTooltip();
      if (whole == null) {
        setTooltip(Parts.tooltip(name));
      } else {
        whole.setText(name);
      }
      if (link != null) {
        setGraphic(Glyphs.of(org.kordamp.ikonli.material2.Material2OutlinedAL.LINK));
      }
    }
  }
}
