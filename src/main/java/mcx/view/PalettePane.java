package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mcx.catalog.Catalog;
import mcx.change.Stencil;
import mcx.change.Stencils;
import mcx.paint.Color;
import org.jspecify.annotations.Nullable;

/** What can be put on the canvas: dragged there, or clicked and then the canvas, or by Enter. */
final class PalettePane extends BorderPane {

  private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed-stencil");

  /** How far the pointer must move to drag rather than click, in pixels. */
  private static final double THRESHOLD = 4;

  /** What happens with a chosen stencil. */
  interface Use {
    /** The next click on the canvas puts it down. */
    void arm(Stencil stencil);

    /** It is put down in the middle of what the canvas shows. */
    void insert(Stencil stencil);

    /** It is being dragged; the pointer is here in the window. */
    void dragged(Stencil stencil, MouseEvent at);

    void dropped(Stencil stencil, MouseEvent at);

    /** It is not dragged any more, and put down nowhere. */
    void cancelled();
  }

  private final TextField find = new TextField();
  private final VBox list = new VBox();
  private final Use use;
  private final ObservableBooleanValue dark;
  private Catalog catalog;
  private @Nullable Stencil armed;
  private @Nullable Gesture gesture;

  PalettePane(Catalog catalog, ObservableBooleanValue dark, Use use) {
    this.catalog = catalog;
    this.dark = dark;
    this.use = use;
    getStyleClass().add("side-panel");
    setId("palette");
    find.setId("palette-find");
    find.setPromptText(Texts.get("palette.find"));
    Label slash = Parts.label("/", "command-key");
    StackPane field = new StackPane(find, slash);
    StackPane.setAlignment(slash, javafx.geometry.Pos.CENTER_RIGHT);
    slash.setTranslateX(-10);
    slash.setMouseTransparent(true);
    slash.visibleProperty().bind(find.focusedProperty().not().and(find.textProperty().isEmpty()));
    field.getStyleClass().add("search-box");
    list.getStyleClass().add("palette-list");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("pane-scroll");
    setTop(field);
    setCenter(scroll);
    find.textProperty().subscribe(t -> fill());
    find.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            matching().stream().findFirst().ifPresent(use::insert);
            e.consume();
          } else if (e.getCode() == KeyCode.DOWN) {
            rows().stream().findFirst().ifPresent(Button::requestFocus);
            e.consume();
          } else if (e.getCode() == KeyCode.ESCAPE && !find.getText().isEmpty()) {
            find.clear();
            e.consume();
          }
        });
  }

  /** Offers what this catalog knows. */
  void offer(Catalog changed) {
    catalog = changed;
    fill();
  }

  /** Puts the cursor into the search field. */
  void search() {
    find.requestFocus();
    find.selectAll();
  }

  /**
   * Ends a drag without putting anything down.
   *
   * @return whether there was one
   */
  boolean cancelDrag() {
    Gesture current = gesture;
    if (current == null || !current.dragging) {
      return false;
    }
    current.end();
    use.cancelled();
    return true;
  }

  /** Marks the stencil that the next click puts down. */
  void showArmed(@Nullable Stencil stencil) {
    armed = stencil;
    rows().forEach(r -> r.pseudoClassStateChanged(ARMED, Objects.equals(r.getUserData(), armed)));
  }

  private List<Button> rows() {
    List<Button> rows = new ArrayList<>();
    list.getChildren()
        .forEach(
            n -> {
              if (n instanceof Button b) {
                rows.add(b);
              }
            });
    return rows;
  }

  private List<Stencil> matching() {
    String wanted = find.getText() == null ? "" : find.getText().strip().toLowerCase(Locale.ROOT);
    return Stencils.all(catalog).stream()
        .filter(
            s ->
                (s.label() + " " + s.group() + " " + s.key())
                    .toLowerCase(Locale.ROOT)
                    .contains(wanted))
        .toList();
  }

  private void fill() {
    list.getChildren().clear();
    String group = "";
    for (Stencil s : matching()) {
      if (!s.group().equals(group)) {
        group = s.group();
        list.getChildren().add(Parts.heading(group));
      }
      list.getChildren().add(row(s));
    }
    if (list.getChildren().isEmpty()) {
      list.getChildren()
          .add(Parts.paragraph(Texts.get("palette.none", find.getText()), "muted", "palette-none"));
    }
    showArmed(armed);
  }

  private Button row(Stencil stencil) {
    Label label = Parts.label(stencil.label());
    label.setMinWidth(0);
    HBox content = new HBox(10, new IconView(stencil.icon(), 20, tint(stencil), dark), label);
    content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    Button row = new Button(null, content);
    row.setId("stencil-" + stencil.key());
    row.setUserData(stencil);
    row.getStyleClass().setAll("palette-row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(stencil.label());
    row.setTooltip(Parts.tooltip(Texts.get("palette.tip", stencil.label())));
    row.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> press(stencil, e));
    row.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            use.insert(stencil);
            e.consume();
          } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            List<Button> rows = rows();
            int to = rows.indexOf(row) + (e.getCode() == KeyCode.DOWN ? 1 : -1);
            if (to < 0) {
              find.requestFocus();
            } else if (to < rows.size()) {
              rows.get(to).requestFocus();
            }
            e.consume();
          }
        });
    return row;
  }

  /** The colour of a cloud's vendor on its own row; none on the others. */
  private @Nullable Color tint(Stencil stencil) {
    if (!stencil.key().startsWith("cloud.")) {
      return null;
    }
    var vendor = catalog.vendor(stencil.key().substring("cloud.".length()));
    return vendor == null ? null : Color.of(vendor.color());
  }

  private void press(Stencil stencil, MouseEvent e) {
    if (e.getButton() == MouseButton.PRIMARY && gesture == null) {
      gesture = new Gesture(stencil, e);
    }
  }

  /**
   * A press on a row and what follows. It listens to the whole window: not every platform goes on
   * telling the row where the pointer is once it has left it.
   */
  private final class Gesture {
    private final Stencil stencil;
    private final MouseEvent start;
    private final Scene scene = getScene();
    private final EventHandler<MouseEvent> dragged = this::dragged;
    private final EventHandler<MouseEvent> released = this::released;
    private boolean dragging;

    Gesture(Stencil stencil, MouseEvent start) {
      this.stencil = stencil;
      this.start = start;
      scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
      scene.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
    }

    private void dragged(MouseEvent e) {
      double dx = e.getSceneX() - start.getSceneX();
      double dy = e.getSceneY() - start.getSceneY();
      if (dragging || Math.hypot(dx, dy) >= THRESHOLD) {
        dragging = true;
        use.dragged(stencil, e);
        e.consume();
      }
    }

    private void released(MouseEvent e) {
      end();
      if (dragging) {
        use.dropped(stencil, e);
        e.consume();
      } else {
        use.arm(stencil);
      }
    }

    private void end() {
      gesture = null;
      scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
      scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
    }
  }
}
