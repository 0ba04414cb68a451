package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Together;
import mcx.change.Joints;
import mcx.design.Design;
import mcx.design.Id;
import mcx.editor.Action;
import mcx.editor.EditorHost;
import mcx.editor.Viewport;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** What actions and tools ask of the window. */
final class WindowHost implements EditorHost {

  private static final List<List<String>> OF_SELECTION =
      List.of(
          List.of("rename", "toggle-failure"),
          List.of("cut", "copy", "duplicate", "delete"),
          List.of("straighten", "fit-selection"));
  private static final List<List<String>> OF_CANVAS =
      List.of(
          List.of("paste", "add-note", "select-all"),
          List.of("fit", "toggle-grid", "toggle-minimap"),
          List.of("restore-all"));

  /** How wide the explanation of an offer may get, in pixels. */
  private static final double OFFER_WIDTH = 340;

  private final MainWindow window;

  WindowHost(MainWindow window) {
    this.window = window;
  }

  @Override
  public void newDesign() {
    window.files().startNew();
  }

  @Override
  public void openDesign() {
    window.files().open();
  }

  @Override
  public void showGallery() {
    window.showGallery();
  }

  @Override
  public void save() {
    window.files().save();
  }

  @Override
  public void saveAs() {
    window.files().saveAs();
  }

  @Override
  public void exportPng() {
    window.openExport();
  }

  @Override
  public void compare() {
    window.compare();
  }

  @Override
  public void quit() {
    window.files().ifFree(window::close);
  }

  @Override
  public void renameInPlace(Id id) {
    window.rename(id);
  }

  @Override
  public void zoomBy(double factor) {
    zoomTo(viewport().zoom() * factor);
  }

  @Override
  public void zoomTo(double zoom) {
    CanvasView canvas = window.canvas();
    window
        .tools()
        .viewportProperty()
        .set(viewport().zoomedAt(canvas.getWidth() / 2, canvas.getHeight() / 2, zoom));
  }

  private Viewport viewport() {
    return window.tools().viewportProperty().get();
  }

  @Override
  public void fit() {
    window.canvas().fit();
  }

  @Override
  public void fitSelection() {
    Rect all = null;
    for (Id id : window.session().selection()) {
      Rect r = window.canvas().place(id);
      if (r != null) {
        all = all == null ? r : all.union(r);
      }
    }
    if (all != null) {
      window.canvas().fit(all);
    }
  }

  @Override
  public void showCommandPalette() {
    List<CommandSearch.Entry> entries = new ArrayList<>();
    for (Action a : window.actions().all()) {
      entries.add(
          new CommandSearch.Entry(
              a.label().get(),
              a.group().label(),
              a.shortcuts().isEmpty() ? "" : a.shortcuts().getFirst(),
              a.enabled().get(),
              a::run));
    }
    entries.addAll(things());
    window.search().open(Texts.get("command.prompt"), entries);
  }

  @Override
  public void showFind() {
    window.search().open(Texts.get("command.find"), things());
  }

  private List<CommandSearch.Entry> things() {
    return entries(this::goTo);
  }

  /** Lets people choose what fails. */
  void chooseFailure() {
    Consumer<Id> fail = id -> window.failing().toggleFailure(id);
    List<CommandSearch.Entry> entries = entries(fail);
    for (Failable group : Together.of(window.session().document().design())) {
      entries.add(
          new CommandSearch.Entry(
              group.label(), group.kind().label(), "", true, () -> fail.accept(group.id())));
    }
    window.search().open(Texts.get("failure.choose"), entries);
  }

  private List<CommandSearch.Entry> entries(Consumer<Id> chosen) {
    Design design = window.session().document().design();
    List<CommandSearch.Entry> entries = new ArrayList<>();
    design
        .elements()
        .values()
        .forEach(
            e ->
                entries.add(
                    new CommandSearch.Entry(
                        Names.of(design, e.id()),
                        Names.kind(e),
                        "",
                        true,
                        () -> chosen.accept(e.id()))));
    design
        .links()
        .values()
        .forEach(
            l ->
                entries.add(
                    new CommandSearch.Entry(
                        Names.of(design, l.id()),
                        Texts.get("command.link"),
                        "",
                        true,
                        () -> chosen.accept(l.id()))));
    return entries;
  }

  private void goTo(Id id) {
    window.session().select(List.of(id));
    Rect place = window.canvas().place(id);
    if (place != null) {
      window.canvas().reveal(place);
    }
    window.canvas().requestFocus();
  }

  @Override
  public void searchPalette() {
    window.searchPalette();
  }

  @Override
  public void chooseOffer(List<Joints.Offer> offers, Point at, Consumer<Joints.Offer> chosen) {
    ContextMenu menu = new ContextMenu();
    menu.setId("offers");
    for (Joints.Offer offer : offers) {
      VBox content = new VBox(1, Parts.label(offer.label(), "cell"));
      if (!offer.detail().isEmpty()) {
        Label detail =
            Parts.paragraph(offer.detail(), offer.warning() ? "offer-warning" : "offer-detail");
        detail.setMaxWidth(OFFER_WIDTH);
        content.getChildren().add(detail);
      }
      MenuItem item = new MenuItem(null, content);
      item.setId("offer-" + offer.key());
      item.setOnAction(e -> chosen.accept(offer));
      menu.getItems().add(item);
    }
    Point view = viewport().toView(at);
    show(menu, view.x(), view.y());
  }

  @Override
  public void showContextMenu(@Nullable Id id, double viewX, double viewY) {
    ContextMenu menu = new ContextMenu();
    menu.setId("context-menu");
    for (List<String> group : id == null ? OF_CANVAS : OF_SELECTION) {
      List<MenuItem> items = window.menus().enabled(group);
      if (!items.isEmpty()) {
        if (!menu.getItems().isEmpty()) {
          menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(items);
      }
    }
    if (id != null && window.hasRoutes(id)) {
      MenuItem routes = new MenuItem(Texts.get("canvas.routes"));
      routes.setOnAction(e -> window.showRoutes(id));
      menu.getItems().addAll(new SeparatorMenuItem(), routes);
    }
    if (!menu.getItems().isEmpty()) {
      show(menu, viewX, viewY);
    }
  }

  private void show(ContextMenu menu, double viewX, double viewY) {
    var at = window.canvas().localToScreen(viewX, viewY);
    if (at != null) {
      menu.show(window.canvas(), at.getX(), at.getY());
    }
  }

  @Override
  public void setClipboardText(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public @Nullable String clipboardText() {
    return Clipboard.getSystemClipboard().getString();
  }

  @Override
  public Point pastePoint() {
    CanvasView canvas = window.canvas();
    Point pointer = window.pointer();
    return pointer != null
        ? viewport().toDiagram(pointer.x(), pointer.y())
        : viewport().toDiagram(canvas.getWidth() / 2, canvas.getHeight() / 2);
  }

  @Override
  public void tell(String message) {
    window.toasts().tell(message);
  }
}
