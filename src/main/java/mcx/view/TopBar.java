package mcx.view;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import mcx.editor.Action;
import mcx.editor.DisplayOptions;
import mcx.editor.EditingSession;
import mcx.editor.EditorHost;
import mcx.editor.tool.CanvasTools;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The bar at the top: what is open, undo and redo, what the canvas shows, search, export, zoom. */
final class TopBar extends HBox {

  private final Label name = Parts.label("", "design-name");
  private final Label file = Parts.label("", "file-name");

  TopBar(
      EditingSession session,
      DisplayOptions options,
      CanvasTools tools,
      Menus menus,
      EditorHost host) {
    getStyleClass().add("top-bar");
    setId("top-bar");
    name.setId("design-name");
    name.setMaxWidth(260);
    file.setMaxWidth(150);
    HBox.setHgrow(name, Priority.SOMETIMES);
    name.setMinWidth(40);
    file.setMinWidth(0);
    getChildren().addAll(mark(), mainMenu(menus), name, file, Parts.separator());
    getChildren()
        .addAll(
            history(
                "undo",
                Material2OutlinedMZ.UNDO,
                session.undoNameProperty(),
                session.canUndoProperty(),
                session::undo),
            history(
                "redo",
                Material2OutlinedMZ.REDO,
                session.redoNameProperty(),
                session.canRedoProperty(),
                session::redo),
            Parts.separator(),
            toggle("flows", options.flowsProperty()),
            toggle("vrfs", options.vrfsProperty()),
            toggle("labels", options.labelsProperty()),
            Parts.spacer(),
            commandButton(host),
            Parts.spacer(),
            arrange(menus),
            export(host),
            Parts.separator(),
            zoom(tools, host),
            fit(host),
            theme(options.darkProperty()));

    session.documentProperty().subscribe(d -> refresh(session));
    session.fileProperty().subscribe(f -> refresh(session));
  }

  private void refresh(EditingSession session) {
    String title = session.document().design().name();
    name.setText(title.isEmpty() ? Texts.get("app.untitled") : title);
    var path = session.file();
    file.setText(path == null || path.getFileName() == null ? "" : path.getFileName().toString());
  }

  /** Four clouds, crosswise joined. */
  static Node mark() {
    Canvas canvas = new Canvas(22, 22);
    var g = canvas.getGraphicsContext2D();
    g.setStroke(Color.web("#4493f8"));
    g.setLineWidth(2.4);
    g.strokeLine(4, 4, 18, 18);
    g.strokeLine(18, 4, 4, 18);
    String[] colors = {"#0a6ed1", "#c2620a", "#57606a", "#1b7c83"};
    for (int i = 0; i < 4; i++) {
      g.setFill(Color.web(colors[i]));
      g.fillOval(i % 2 == 0 ? 1 : 15, i < 2 ? 1 : 15, 6, 6);
    }
    return canvas;
  }

  private static Node mainMenu(Menus menus) {
    Button button = new Button(null, Glyphs.of(Material2OutlinedMZ.MENU));
    button.setId("main-menu");
    button.getStyleClass().addAll("flat-button", "icon-button");
    button.setAccessibleText(Texts.get("bar.menu"));
    button.setTooltip(Parts.tooltip(Texts.get("bar.menu")));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> menus.main().show(button, javafx.geometry.Side.BOTTOM, 0, 4));
    return button;
  }

  private static Node history(
      String key,
      org.kordamp.ikonli.Ikon glyph,
      javafx.beans.value.ObservableStringValue label,
      javafx.beans.value.ObservableBooleanValue enabled,
      Runnable work) {
    Button button = Parts.iconButton(glyph, Texts.get("bar." + key), work);
    button.setId(key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(Bindings.not(enabled));
    button.getTooltip().textProperty().bind(label);
    button.accessibleTextProperty().bind(label);
    button.setFocusTraversable(false);
    return button;
  }

  private static Node toggle(String key, BooleanProperty on) {
    ToggleButton button = new ToggleButton(Texts.get("bar." + key));
    button.setId("show-" + key);
    button.getStyleClass().add("flat-toggle");
    button.setTooltip(Parts.tooltip(Texts.get("bar." + key + ".tip")));
    button.selectedProperty().bindBidirectional(on);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static Node commandButton(EditorHost host) {
    Label key = Parts.label(Texts.get("bar.search.key"), "command-key");
    Label text = Parts.label(Texts.get("bar.search"));
    text.setMinWidth(0);
    key.setMinWidth(Region.USE_PREF_SIZE);
    HBox content = new HBox(8, text, Parts.spacer(), key);
    content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Button button = new Button(null, content);
    button.setId("command-search");
    button.getStyleClass().add("command-button");
    button.setAccessibleText(Texts.get("bar.search"));
    button.setPrefWidth(252);
    button.setMinWidth(150);
    content.prefWidthProperty().bind(button.widthProperty().subtract(24));
    content.setMinWidth(0);
    button.setOnAction(e -> host.showCommandPalette());
    return button;
  }

  private static Node arrange(Menus menus) {
    MenuButton button = new MenuButton(Texts.get("bar.arrange"));
    button.setId("arrange");
    button.getStyleClass().addAll("flat-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnShowing(e -> button.getItems().setAll(menus.items(Action.Group.ARRANGE)));
    button.getItems().setAll(menus.items(Action.Group.ARRANGE));
    return button;
  }

  private static Node export(EditorHost host) {
    Button button = Parts.button(Texts.get("bar.export"), host::exportPng, "flat-button");
    button.setId("export");
    return button;
  }

  private static Node zoom(CanvasTools tools, EditorHost host) {
    Button button = new Button();
    button.setId("zoom");
    button.getStyleClass().addAll("flat-button", "zoom-text");
    button.setMinWidth(62);
    button.setOnAction(e -> host.zoomTo(1));
    tools
        .viewportProperty()
        .subscribe(
            v -> {
              button.setText(Texts.get("bar.zoom.text", v.percent()));
              button.setAccessibleText(Texts.get("bar.zoom", v.percent()));
            });
    return button;
  }

  private static Node fit(EditorHost host) {
    Button button = Parts.button(Texts.get("bar.fit"), host::fit, "flat-button");
    button.setId("fit");
    return button;
  }

  private static Node theme(BooleanProperty dark) {
    Button button =
        Parts.iconButton(
            Material2OutlinedMZ.TONALITY, Texts.get("bar.theme"), () -> dark.set(!dark.get()));
    button.setId("theme");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
