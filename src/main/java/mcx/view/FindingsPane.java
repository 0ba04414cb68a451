package mcx.view;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Finding;
import mcx.catalog.Source;
import mcx.compile.Note.Severity;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What a senior reviewer would say, worst first, each with its evidence on the canvas. */
final class FindingsPane extends AnalysisPane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final VBox cards = new VBox(10);
  private @Nullable Finding chosen;

  FindingsPane(Consumer<Spotlight> canvas) {
    super(canvas);
    cards.setId("findings");
    cards.getStyleClass().add("pane-content");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("pane-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
  }

  @Override
  void refresh(Analysis analysis) {
    if (chosen != null && !analysis.findings().contains(chosen)) {
      chosen = null;
    }
    cards.getChildren().clear();
    analysis.findings().forEach(f -> cards.getChildren().add(card(f)));
    if (cards.getChildren().isEmpty()) {
      VBox empty =
          Parts.emptyState(
              Glyphs.of(Material2OutlinedAL.CHECK_CIRCLE),
              Texts.get("findings.empty"),
              Texts.get("findings.emptyHint"));
      VBox.setVgrow(empty, Priority.ALWAYS);
      empty.setMaxWidth(Double.MAX_VALUE);
      cards.getChildren().add(empty);
    }
    mark();
  }

  private void choose(Finding finding) {
    chosen = finding.equals(chosen) ? null : finding;
    mark();
    reveal();
  }

  private void mark() {
    cards
        .getChildren()
        .forEach(
            c ->
                c.pseudoClassStateChanged(
                    SELECTED, chosen != null && chosen.equals(c.getUserData())));
  }

  @Override
  void reveal() {
    Finding now = chosen;
    spotlight(now == null ? Spotlight.NONE : on -> Overlay.ofEvidence(now.evidence()));
  }

  private static Ikon glyph(Severity severity) {
    return switch (severity) {
      case ERROR -> Material2OutlinedAL.ERROR_OUTLINE;
      case WARNING -> Material2OutlinedMZ.WARNING;
      case INFO -> Material2OutlinedAL.INFO;
    };
  }

  private VBox card(Finding finding) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
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
      foot.getChildren().add(Parts.firm(finding.rule(), "rule-id"));
    }
    if (!finding.source().isEmpty()) {
      foot.getChildren().add(source(finding));
    }
    if (!foot.getChildren().isEmpty()) {
      card.getChildren().add(foot);
    }
    card.setUserData(finding);
    card.setFocusTraversable(true);
    card.setAccessibleRole(AccessibleRole.BUTTON);
    card.setAccessibleText(finding.title() + " " + finding.text());
    card.setOnMouseClicked(e -> choose(finding));
    card.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            choose(finding);
            e.consume();
          }
        });
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
    Source known = analysis == null ? null : analysis.catalog().sources().get(finding.source());
    Label label = Parts.label(known == null ? finding.source() : known.title(), "source");
    if (known != null) {
      label.setTooltip(Parts.tooltip(known.title() + "\n" + known.location()));
    }
    return label;
  }
}
