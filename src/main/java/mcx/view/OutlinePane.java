package mcx.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.editor.EditingSession;
import org.jspecify.annotations.Nullable;

/**
 * The design as a tree of ordinary controls: what each element holds, and the links. It selects
 * with the canvas, in both directions, and is the way in for assistive technology.
 */
final class OutlinePane extends BorderPane {

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
    addChildren(root, null, design, folded);
    for (Link link : design.links().values()) {
      root.getChildren().add(item(link.id(), folded));
    }
    tree.setRoot(root);
    following = false;
    selectInTree(session.selection());
  }

  /** What the tree says of a thing, and where it says it. */
  private record Row(Id id, @Nullable Id parent, String text) {}

  private record Place(Id id, @Nullable Id parent) {}

  private static List<Row> rows(Design design) {
    List<Row> all = new ArrayList<>();
    for (Element e : design.elements().values()) {
      all.add(new Row(e.id(), e.parent(), Names.of(design, e.id()) + " " + Names.kind(e)));
    }
    for (Link l : design.links().values()) {
      all.add(
          new Row(
              l.id(),
              null,
              String.join(
                  " ",
                  Names.of(design, l.id()),
                  Names.of(design, l.a()),
                  Names.of(design, l.b()))));
    }
    return all;
  }

  private static List<Place> places(List<Row> rows) {
    return rows.stream().map(r -> new Place(r.id, r.parent)).toList();
  }

  private void addChildren(
      TreeItem<Id> holder, @Nullable Id parent, Design design, Set<Id> folded) {
    for (Element e : design.children(parent)) {
      TreeItem<Id> item = item(e.id(), folded);
      holder.getChildren().add(item);
      addChildren(item, e.id(), design, folded);
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
        return;
      }
      setText(Names.of(shown, id));
      Element element = shown.element(id);
      Link link = shown.link(id);
      setAccessibleText(
          element != null
              ? Texts.get("outline.element", Names.of(shown, id), Names.kind(element))
              : link == null
                  ? ""
                  : Texts.get(
                      "outline.link", Names.of(shown, link.a()), Names.of(shown, link.b())));
      if (link != null) {
        setGraphic(Glyphs.of(org.kordamp.ikonli.material2.Material2OutlinedAL.LINK));
      }
    }
  }
}
