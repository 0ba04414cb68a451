package mcx.view;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;

/** Small pieces that many panes are made of. */
final class Parts {

  private Parts() {}

  static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** A name: where it is too long for its place, it keeps its end, which tells it from others. */
  static Label name(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    return label;
  }

  /** A label that keeps its width. */
  static Label firm(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** A label that breaks into as many lines as it needs. */
  static Label paragraph(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** The small heading over a group. */
  static Label heading(String text) {
    return label(text, "group-heading");
  }

  /** A button of one glyph; its name is told by tooltip and to assistive technology. */
  static Button iconButton(Ikon ikon, String name, Runnable action) {
    Button button = new Button(null, Glyphs.of(ikon));
    button.getStyleClass().addAll("flat-button", "icon-button");
    button.setAccessibleText(name);
    button.setTooltip(tooltip(name));
    button.setOnAction(e -> action.run());
    return button;
  }

  static Button button(String text, Runnable action, String... styleClasses) {
    Button button = new Button(text);
    button.getStyleClass().addAll(styleClasses);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  /** A button that brings one of several views to the front. */
  static ToggleButton viewButton(String text, String id) {
    ToggleButton button = new ToggleButton(text);
    button.getStyleClass().add("flat-toggle");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setId(id);
    return button;
  }

  /**
   * The bar with the buttons of several views, of which exactly one is chosen: the first so far.
   */
  static HBox viewBar(ToggleButton... buttons) {
    ToggleGroup views = new ToggleGroup();
    views.getToggles().addAll(buttons);
    views.selectToggle(buttons[0]);
    views
        .selectedToggleProperty()
        .subscribe(
            (before, now) -> {
              if (now == null && before != null) {
                before.setSelected(true);
              }
            });
    HBox bar = new HBox(4, buttons);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("pane-bar");
    return bar;
  }

  static Tooltip tooltip(String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    return tooltip;
  }

  /** A tooltip that is made when the pointer comes near: rows of tables have very many. */
  static void tip(Node node, Supplier<String> text) {
    EventHandler<MouseEvent> arrived =
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent e) {
            node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            Tooltip.install(node, tooltip(text.get()));
          }
        };
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, arrived);
  }

  /**
   * Lets a box take what its line has to spare. It is given its widths: to find them itself it
   * would draw and measure all its choices anew, whenever one of them changes.
   */
  static void fillLine(ComboBox<?> box) {
    box.setMinWidth(80);
    box.setPrefWidth(160);
    box.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(box, Priority.ALWAYS);
  }

  static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  static Region separator() {
    Region line = new Region();
    line.getStyleClass().add("bar-separator");
    return line;
  }

  /** What stands where there is nothing to list yet: what it would be, and how to get there. */
  static VBox emptyState(Node picture, String title, String hint) {
    Label head = paragraph(title, "empty-title");
    Label text = paragraph(hint, "empty-hint");
    VBox box = new VBox(8, picture, head, text);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("empty-state");
    picture.getStyleClass().add("empty-glyph");
    return box;
  }
}
