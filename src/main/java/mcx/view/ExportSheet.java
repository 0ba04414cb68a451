package mcx.view;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mcx.diagram.Document;
import mcx.editor.EditingSession;
import mcx.editor.Viewport;
import mcx.export.PngExport;
import mcx.geometry.Rect;
import mcx.paint.Overlay;
import mcx.paint.OverlayPainter;
import mcx.paint.Scene;
import mcx.paint.ScenePainter;
import mcx.paint.Theme;

/** Asks how a picture should be, shows how it will look, and writes it. */
final class ExportSheet {

  private static final double WIDTH = 420;
  private static final double HEIGHT = 250;

  private final EditingSession session;
  private final Sheets sheets;
  private final FileWork files;
  private final FileChoice choice;
  private final Consumer<String> tell;

  ExportSheet(
      EditingSession session,
      Sheets sheets,
      FileWork files,
      FileChoice choice,
      Consumer<String> tell) {
    this.session = session;
    this.sheets = sheets;
    this.files = files;
    this.choice = choice;
    this.tell = tell;
  }

  /**
   * Opens the sheet.
   *
   * @param scene the diagram as it is on the canvas
   * @param shown what the canvas shows on top of it
   * @param dark whether the window is dark: where the choice of colours starts
   */
  void open(Scene scene, Overlay shown, boolean dark, ScenePainter.Options options) {
    ToggleGroup colors = new ToggleGroup();
    RadioButton light = new RadioButton(Texts.get("export.light"));
    RadioButton night = new RadioButton(Texts.get("export.dark"));
    light.setId("export-light");
    night.setId("export-dark");
    light.setToggleGroup(colors);
    night.setToggleGroup(colors);
    (dark ? night : light).setSelected(true);
    CheckBox transparent = new CheckBox(Texts.get("export.transparent"));
    transparent.setId("export-transparent");
    CheckBox overlay = new CheckBox(Texts.get("export.overlay"));
    overlay.setId("export-overlay");
    overlay.setSelected(true);
    overlay.setDisable(shown.isEmpty());
    Slider scale = new Slider(1, 4, 2);
    scale.setId("export-scale");
    scale.setMajorTickUnit(1);
    scale.setMinorTickCount(0);
    scale.setSnapToTicks(true);
    scale.setAccessibleText(Texts.get("export.scale"));
    Label size = Parts.label("", "muted");
    size.setMinWidth(StackPane.USE_PREF_SIZE);
    Canvas preview = new Canvas(WIDTH, HEIGHT);
    StackPane frame = new StackPane(preview);
    frame.getStyleClass().add("export-preview");

    Runnable refresh =
        () -> {
          Rect all = scene.bounds().grown(PngExport.Options.DEFAULT.border());
          long times = Math.round(scale.getValue());
          size.setText(
              Texts.get(
                  "export.scale.text",
                  times,
                  String.valueOf(Math.round(all.width() * times)),
                  String.valueOf(Math.round(all.height() * times))));
          frame.setStyle(
              transparent.isSelected()
                  ? ""
                  : "-fx-background-color: " + theme(night).canvas().hex());
          draw(preview, scene, overlay.isSelected() ? shown : Overlay.NONE, theme(night), options);
        };
    colors.selectedToggleProperty().subscribe(refresh);
    transparent.selectedProperty().subscribe(refresh);
    overlay.selectedProperty().subscribe(refresh);
    scale.valueProperty().subscribe(refresh);
    refresh.run();

    GridPane grid = new GridPane(14, 10);
    HBox choices = new HBox(16, light, night);
    HBox scaling = new HBox(12, scale, size);
    scaling.setAlignment(Pos.CENTER_LEFT);
    grid.addRow(0, Parts.label(Texts.get("export.scale"), "field-label"), scaling);
    grid.addRow(1, Parts.label(Texts.get("export.theme"), "field-label"), choices);
    grid.add(transparent, 1, 2);
    grid.add(overlay, 1, 3);
    Document document = session.document();
    Button cancel = Parts.button(Texts.get("file.cancel"), sheets::close);
    Button go =
        Parts.button(
            Texts.get("export.do"),
            () -> {
              sheets.close();
              write(
                  document,
                  new PngExport.Options(
                      Math.round(scale.getValue()),
                      theme(night),
                      !transparent.isSelected(),
                      PngExport.Options.DEFAULT.border(),
                      options.labels(),
                      options.vrfs(),
                      overlay.isSelected() ? shown : Overlay.NONE));
            },
            "accent");
    go.setId("export-go");
    go.setDefaultButton(true);
    HBox buttons = new HBox(8, Parts.spacer(), cancel, go);
    VBox card =
        new VBox(14, Parts.label(Texts.get("export.title"), "sheet-title"), frame, grid, buttons);
    card.getStyleClass().add("sheet-card");
    sheets.show(card, Pos.CENTER, () -> {});
    go.requestFocus();
  }

  private static Theme theme(RadioButton night) {
    return night.isSelected() ? Theme.DARK : Theme.LIGHT;
  }

  private static void draw(
      Canvas canvas, Scene scene, Overlay overlay, Theme theme, ScenePainter.Options shown) {
    canvas.getGraphicsContext2D().clearRect(0, 0, WIDTH, HEIGHT);
    CanvasPen pen = new CanvasPen(canvas.getGraphicsContext2D());
    Viewport v = Viewport.fitting(scene.bounds(), WIDTH, HEIGHT, 16);
    pen.save();
    pen.translate(v.panX(), v.panY());
    pen.scale(v.zoom());
    ScenePainter.paint(
        pen,
        scene,
        theme,
        v.visible(WIDTH, HEIGHT),
        v.zoom(),
        new ScenePainter.Options(shown.labels(), shown.vrfs(), false, false));
    OverlayPainter.paint(pen, scene, overlay, theme, v.zoom(), 0);
    pen.restore();
  }

  private void write(Document document, PngExport.Options options) {
    Path beside = session.file();
    Path file =
        choice.toSave(
            FileChoice.Kind.PICTURE,
            files.suggestion(FileChoice.Kind.PICTURE),
            beside == null ? null : beside.getParent());
    if (file == null) {
      return;
    }
    files.inBackground(
        () -> {
          PngExport.write(document, session.catalog(), options, file);
          return file;
        },
        done -> tell.accept(Texts.get("export.done", done.getFileName())),
        problem -> sheets.tell(Texts.get("export.failed"), problem));
  }
}
