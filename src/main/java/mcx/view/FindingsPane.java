package mcx.view;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Finding;
import mcx.compile.Note.Severity;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What a senior reviewer would say, worst first, each with its evidence on the canvas. */
final class FindingsPane extends AnalysisPane {

  private final ListView<Finding> list = new ListView<>();
  private boolean refreshing;

  FindingsPane(Consumer<Spotlight> canvas) {
    super(canvas);
    list.setId("findings");
    list.getStyleClass().addAll("panel-list", "card-list");
    list.setCellFactory(l -> new Card());
    list.setPlaceholder(
        Parts.emptyState(
            Glyphs.of(Material2OutlinedAL.CHECK_CIRCLE),
            Texts.get("findings.empty"),
            Texts.get("findings.emptyHint")));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
    // Cards of different heights may be left scrolled when the list has grown to hold them all.
    list.heightProperty()
        .subscribe(
            h ->
                Platform.runLater(
                    () -> list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex()))));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            f -> {
              if (!refreshing) {
                reveal();
              }
            });
  }

  @Override
  void refresh(Analysis analysis) {
    Finding before = list.getSelectionModel().getSelectedItem();
    refreshing = true;
    list.getItems().setAll(analysis.findings());
    list.getSelectionModel().clearSelection();
    if (before != null && analysis.findings().contains(before)) {
      list.getSelectionModel().select(before);
    }
    refreshing = false;
  }

  @Override
  void reveal() {
    Finding chosen = list.getSelectionModel().getSelectedItem();
    spotlight(
        chosen == null ? Spotlight.NONE : on -> Overlay.ofEvidence(chosen.evidence()));
  }

  private static Ikon glyph(Severity severity) {
    return switch (severity) {
      case ERROR -> Material2OutlinedAL.ERROR_OUTLINE;
      case WARNING -> Material2OutlinedMZ.WARNING;
      case INFO -> Material2OutlinedAL.INFO;
    };
  }

  /** One finding as a card. */
  private final class Card extends ListCell<Finding> {

    Card() {
      getStyleClass().add("card-cell");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
      super.updateItem(finding, empty);
      setText(null);
      setGraphic(empty || finding == null ? null : card(finding));
    }

    private VBox card(Finding finding) {
      String severity = finding.severity().name().toLowerCase(java.util.Locale.ROOT);
      VBox card =
          new VBox(
              6,
              line(
                  Glyphs.of(glyph(finding.severity()), "glyph-" + severity),
                  Parts.paragraph(finding.title(), "finding-title")),
              Parts.paragraph(finding.text(), "finding-text"));
      card.getStyleClass().addAll("card", "finding", "finding-" + severity);
      for (String remedy : finding.remedies()) {
        card.getChildren()
            .add(
                line(
                    Glyphs.of(Material2OutlinedAL.BUILD, "glyph-faint", "remedy-glyph"),
                    Parts.paragraph(remedy, "remedy")));
      }
      HBox foot = new HBox(8);
      foot.setAlignment(Pos.CENTER_LEFT);
      if (!finding.rule().isEmpty()) {
        foot.getChildren().add(Parts.label(finding.rule(), "rule-id"));
      }
      if (!finding.source().isEmpty()) {
        foot.getChildren().add(source(finding));
      }
      if (!foot.getChildren().isEmpty()) {
        card.getChildren().add(foot);
      }
      return card;
    }

    private static HBox line(Node glyph, Label text) {
      HBox line = new HBox(8, glyph, text);
      line.setAlignment(Pos.TOP_LEFT);
      HBox.setHgrow(text, Priority.ALWAYS);
      return line;
    }

    private Label source(Finding finding) {
      Analysis analysis = shown();
      mcx.catalog.Source known =
          analysis == null ? null : analysis.catalog().sources().get(finding.source());
      Label label = Parts.label(known == null ? finding.source() : known.title(), "source");
      if (known != null) {
        label.setTooltip(Parts.tooltip(known.title() + "\n" + known.location()));
      }
      return label;
    }
  }
}
