package mcx.view;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import mcx.catalog.Catalog;
import mcx.editor.RecentFiles;
import mcx.editor.Viewport;
import mcx.geometry.Rect;
import mcx.paint.Scene;
import mcx.paint.ScenePainter;
import mcx.paint.Theme;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What stands at the start: the samples as pictures, the recent files, an empty canvas. */
final class GalleryPane extends BorderPane {

  private static final double CARD = 286;
  private static final double PICTURE = 178;
  private static final double CAPTION = 118;

  /** What people choose here. */
  interface Choice {
    void sample(Sample sample);

    void file(Path file);

    void empty();

    void browse();

    /** Back to the design that is open. */
    void close();
  }

  private final Catalog catalog;
  private final ObservableBooleanValue dark;
  private final Choice choice;
  private final TilePane cards = new TilePane(18, 18);
  private final TilePane recent = new TilePane(8, 2);

  GalleryPane(Catalog catalog, ObservableBooleanValue dark, Choice choice) {
    this.catalog = catalog;
    this.dark = dark;
    this.choice = choice;
    getStyleClass().add("gallery");
    setId("gallery");
    cards.setPrefTileWidth(CARD);
    cards.setPrefColumns(3);
    cards.setTileAlignment(Pos.TOP_LEFT);
    recent.setPrefTileWidth(CARD);
    recent.setPrefColumns(3);
    recent.setTileAlignment(Pos.CENTER_LEFT);
    VBox titles =
        new VBox(
            4,
            Parts.label(Texts.get("gallery.title"), "gallery-title"),
            Parts.paragraph(Texts.get("gallery.hint"), "muted"));
    Button open = Parts.button(Texts.get("gallery.open"), choice::browse);
    open.setId("gallery-open");
    open.setGraphic(Glyphs.of(Material2OutlinedAL.FOLDER_OPEN));
    Button empty = Parts.button(Texts.get("gallery.empty"), choice::empty, "accent");
    empty.setId("gallery-empty");
    Button close =
        Parts.iconButton(Material2OutlinedAL.CLOSE, Texts.get("gallery.close"), choice::close);
    close.setId("gallery-close");
    HBox head = new HBox(12, TopBar.mark(), titles, Parts.spacer(), open, empty, close);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox content =
        new VBox(
            head,
            Parts.heading(Texts.get("gallery.recent")),
            recent,
            Parts.heading(Texts.get("gallery.samples")),
            cards);
    content.getStyleClass().add("gallery-content");
    content.setMaxWidth(3 * CARD + 2 * 18 + 80);
    StackPane middle = new StackPane(content);
    StackPane.setAlignment(content, Pos.TOP_CENTER);
    ScrollPane scroll = new ScrollPane(middle);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("pane-scroll");
    setCenter(scroll);
  }

  /** Shows these samples. */
  void show(List<Sample> samples) {
    cards.getChildren().clear();
    samples.forEach(s -> cards.getChildren().add(card(s)));
  }

  /** Shows these files, the newest first. */
  void show(RecentFiles files) {
    recent.getChildren().clear();
    for (Path file : files.files()) {
      Button row = new Button(String.valueOf(file.getFileName()));
      row.getStyleClass().add("recent-row");
      row.setGraphic(Glyphs.of(Material2OutlinedAL.INSERT_DRIVE_FILE));
      row.setTooltip(Parts.tooltip(file.toString()));
      row.setPrefWidth(CARD);
      row.setOnAction(e -> choice.file(file));
      recent.getChildren().add(row);
    }
    if (files.files().isEmpty()) {
      var hint = Parts.label(Texts.get("gallery.noRecent"), "muted");
      hint.setGraphic(Glyphs.of(Material2OutlinedAL.HISTORY));
      recent.getChildren().add(hint);
    }
  }

  private Node card(Sample sample) {
    Pane picture = new Pane(new Picture(sample));
    picture.getStyleClass().add("gallery-picture");
    picture.setPrefSize(CARD, PICTURE);
    Label description = Parts.label(sample.description(), "muted", "gallery-text");
    description.setWrapText(true);
    description.setMinHeight(0);
    VBox.setVgrow(description, Priority.ALWAYS);
    VBox caption = new VBox(Parts.paragraph(sample.title(), "strong"), description);
    caption.getStyleClass().add("gallery-caption");
    caption.setPrefSize(CARD - 2, CAPTION);
    VBox content = new VBox(picture, caption);
    Button card = new Button(null, content);
    card.getStyleClass().setAll("gallery-card");
    card.setAccessibleText(sample.title() + ". " + sample.description());
    card.setPrefSize(CARD, PICTURE + CAPTION + 2);
    card.setOnAction(e -> choice.sample(sample));
    return card;
  }

  /** The sample as the canvas would show it, small. */
  private final class Picture extends Canvas {

    /** How much finer the picture is drawn than it is shown. */
    private static final double FINER = 2;

    private final Scene scene;

    Picture(Sample sample) {
      super((CARD - 2) * FINER, PICTURE * FINER);
      scene = Scene.of(sample.document(), catalog);
      setScaleX(1 / FINER);
      setScaleY(1 / FINER);
      // The layout must see the size shown, not the size drawn.
      setManaged(false);
      setLayoutX(-(CARD - 2) * (FINER - 1) / 2 + 1);
      setLayoutY(-PICTURE * (FINER - 1) / 2 + 1);
      dark.subscribe(now -> draw());
    }

    private void draw() {
      Theme theme = dark.get() ? Theme.DARK : Theme.LIGHT;
      Rect all = scene.bounds();
      Viewport v = Viewport.fitting(all, getWidth(), getHeight(), 24, 1.2);
      getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
      CanvasPen pen = new CanvasPen(getGraphicsContext2D());
      pen.save();
      pen.translate(v.panX(), v.panY());
      pen.scale(v.zoom());
      ScenePainter.paint(
          pen,
          scene,
          theme,
          v.visible(getWidth(), getHeight()),
          Math.max(v.zoom(), ScenePainter.TEXT_FROM),
          new ScenePainter.Options(false, true, false, false));
      pen.restore();
    }
  }
}
