package mcx.view;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Finding;
import mcx.analysis.Fix;
import mcx.catalog.Catalog;
import mcx.catalog.Source;
import mcx.compile.Note.Severity;
import mcx.editor.Fixing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** One finding: what is so, what follows, how to mend it, and by one click. */
final class FindingCard extends VBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /** What people do with a finding. */
  interface Deeds {
    /** Lights it up on the canvas, or no longer. */
    void choose(Finding finding);

    /** Shows what a fix would do. */
    void tryOut(Finding finding, Fix fix);

    void apply();

    void discard();

    /** Accepts it, for this reason. */
    void mute(Finding finding, String reason);
  }

  private Finding finding;
  private final boolean fresh;
  private final Deeds deeds;
  private final VBox trial = new VBox();
  private final HBox foot = new HBox(8);

  /**
   * @param fresh whether it came with the last edit
   */
  FindingCard(Finding finding, boolean fresh, @Nullable Catalog catalog, Deeds deeds) {
    super(6);
    this.finding = finding;
    this.fresh = fresh;
    this.deeds = deeds;
    String severity =
        finding.decided() ? finding.severity().name().toLowerCase(Locale.ROOT) : "undecided";
    getStyleClass().addAll("card", "finding", "finding-" + severity);
    HBox head =
        line(
            Glyphs.of(
                finding.decided() ? glyph(finding.severity()) : Material2OutlinedAL.HELP_OUTLINE,
                "glyph-" + severity),
            Parts.paragraph(finding.title(), "finding-title"));
    if (fresh) {
      Label mark = Parts.firm(Texts.get("findings.new"), "badge-new");
      mark.setMinWidth(USE_PREF_SIZE);
      mark.setTooltip(Parts.tooltip(Texts.get("findings.newHint")));
      head.getChildren().add(mark);
    }
    getChildren().addAll(head, Parts.paragraph(finding.text(), "finding-text"));
    for (String remedy : finding.remedies()) {
      getChildren()
          .add(
              line(
                  Glyphs.of(Material2OutlinedAL.BUILD, "glyph-faint", "remedy-glyph"),
                  Parts.paragraph(remedy, "remedy")));
    }
    for (int i = 0; i < finding.fixes().size(); i++) {
      getChildren().add(fixButton(i));
    }
    foot.setAlignment(Pos.CENTER_LEFT);
    fillFoot(catalog);
    getChildren().addAll(trial, foot);
    trial.setManaged(false);
    setUserData(finding);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(finding.title() + " " + finding.text());
    setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY) {
            deeds.choose(this.finding);
          }
        });
    setOnKeyPressed(
        e -> {
          if (e.getTarget() == this
              && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
            deeds.choose(this.finding);
            e.consume();
          }
        });
  }

  Finding finding() {
    return finding;
  }

  /**
   * Takes the same finding of a newer result, where it reads the same; its fixes are those of the
   * newer design from then on.
   *
   * @param isFresh whether it came with the last edit
   * @return whether it reads the same; the card is left as it was where it does not
   */
  boolean take(Finding newer, boolean isFresh) {
    boolean same =
        isFresh == fresh
            && newer.rule().equals(finding.rule())
            && newer.severity() == finding.severity()
            && newer.decided() == finding.decided()
            && newer.title().equals(finding.title())
            && newer.text().equals(finding.text())
            && newer.remedies().equals(finding.remedies())
            && newer.source().equals(finding.source())
            && titles(newer).equals(titles(finding));
    if (same) {
      finding = newer;
      setUserData(newer);
    }
    return same;
  }

  private static List<String> titles(Finding finding) {
    return finding.fixes().stream().map(Fix::title).toList();
  }

  void mark(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  /** Shows what the fix that is being tried would do; null where none of this finding's is. */
  void show(Fixing.@Nullable Trial tried) {
    if (tried == null && trial.getChildren().isEmpty()) {
      return;
    }
    trial.getChildren().clear();
    boolean shown = tried != null && tried.finding().key().equals(finding.key());
    trial.setManaged(shown);
    if (tried != null && shown) {
      trial.getChildren().add(new TrialBox(tried, deeds::apply, deeds::discard));
    }
  }

  private Node fixButton(int number) {
    Button button =
        Parts.button(
            finding.fixes().get(number).title(),
            () -> deeds.tryOut(finding, finding.fixes().get(number)),
            "chip",
            "fix-button");
    button.setGraphic(Glyphs.of(Material2OutlinedAL.FLASH_ON));
    button.setMinSize(0, USE_PREF_SIZE);
    button.setWrapText(true);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setTooltip(Parts.tooltip(Texts.get("fix.hint")));
    return button;
  }

  private void fillFoot(@Nullable Catalog catalog) {
    foot.getChildren().clear();
    if (!finding.rule().isEmpty()) {
      foot.getChildren().add(Parts.firm(finding.rule(), "rule-id"));
    }
    for (String key : finding.sources()) {
      foot.getChildren().add(source(catalog, key));
    }
    if (finding.decided()) {
      Button accept =
          Parts.button(Texts.get("findings.accept"), () -> askReason(catalog), "link-button");
      accept.setTooltip(Parts.tooltip(Texts.get("findings.acceptHint")));
      foot.getChildren().addAll(Parts.spacer(), accept);
    }
  }

  private void askReason(@Nullable Catalog catalog) {
    TextField reason = new TextField();
    reason.setPromptText(Texts.get("findings.reason"));
    HBox.setHgrow(reason, Priority.ALWAYS);
    Button done =
        Parts.button(
            Texts.get("findings.acceptNow"), () -> deeds.mute(finding, reason.getText()), "chip");
    done.disableProperty().bind(reason.textProperty().map(String::isBlank));
    reason.setOnAction(
        e -> {
          if (!reason.getText().isBlank()) {
            deeds.mute(finding, reason.getText().strip());
          }
        });
    reason.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            fillFoot(catalog);
            requestFocus();
            e.consume();
          }
        });
    foot.getChildren().setAll(List.of(reason, done));
    reason.requestFocus();
  }

  private static Label source(@Nullable Catalog catalog, String key) {
    Source known = catalog == null ? null : catalog.sources().get(key);
    Label label = Parts.label(known == null ? key : known.title(), "source");
    label.setMinWidth(0);
    if (known != null) {
      label.setTooltip(Parts.tooltip(known.title() + "\n" + known.location()));
    }
    return label;
  }

  private static Ikon glyph(Severity severity) {
    return switch (severity) {
      case ERROR -> Material2OutlinedAL.ERROR_OUTLINE;
      case WARNING -> Material2OutlinedMZ.WARNING;
      case INFO -> Material2OutlinedAL.INFO;
    };
  }

  static HBox line(Node glyph, Label text) {
    HBox line = new HBox(8, glyph, text);
    line.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    return line;
  }
}
