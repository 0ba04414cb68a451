package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Finding;
import mcx.analysis.Fix;
import mcx.analysis.Review;
import mcx.editor.EditingSession;
import mcx.editor.Edits;
import mcx.editor.Fixing;
import mcx.editor.FreshFindings;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What a reviewer would say, worst first; then what cannot be told, and what is accepted. */
final class FindingsPane extends AnalysisPane implements FindingCard.Deeds {

  private final EditingSession session;
  private final Fixing fixing;
  private final Consumer<String> tell;
  private final VBox cards = new VBox(10);
  private final List<FindingCard> all = new ArrayList<>();
  private final FreshFindings fresh = new FreshFindings();
  private boolean undecidedOpen;
  private boolean mutedOpen;
  private Finding.@Nullable Key chosen;

  /**
   * @param tell shows a sentence to people
   */
  FindingsPane(
      Consumer<Spotlight> canvas, EditingSession session, Fixing fixing, Consumer<String> tell) {
    super(canvas);
    this.session = session;
    this.fixing = fixing;
    this.tell = tell;
    cards.setId("findings");
    cards.getStyleClass().add("pane-content");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("pane-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    fixing.trialProperty().subscribe(t -> all.forEach(c -> c.show(t)));
  }

  @Override
  void refresh(Analysis analysis) {
    Review review = analysis.review();
    cards.getChildren().clear();
    all.clear();
    fresh.take(analysis.design(), review.findings(), session.canUndoProperty().get());
    fresh.ordered(review.findings()).forEach(f -> add(analysis, f));
    if (review.findings().isEmpty()) {
      VBox empty =
          Parts.emptyState(
              Glyphs.of(Material2OutlinedAL.CHECK_CIRCLE),
              Texts.get("findings.empty"),
              Texts.get("findings.emptyHint"));
      VBox.setVgrow(empty, Priority.ALWAYS);
      empty.setMaxWidth(Double.MAX_VALUE);
      cards.getChildren().add(empty);
    }
    if (!review.undecided().isEmpty()) {
      cards
          .getChildren()
          .add(
              opener(
                  Texts.get("findings.undecided", review.undecided().size()),
                  undecidedOpen,
                  () -> undecidedOpen = !undecidedOpen));
      if (undecidedOpen) {
        review.undecided().forEach(f -> add(analysis, f));
      }
    }
    if (!review.muted().isEmpty()) {
      cards
          .getChildren()
          .add(
              opener(
                  Texts.get("findings.muted", review.muted().size()),
                  mutedOpen,
                  () -> mutedOpen = !mutedOpen));
      if (mutedOpen) {
        review.muted().forEach(m -> cards.getChildren().add(muted(m)));
      }
    }
    if (chosen != null && all.stream().noneMatch(c -> c.finding().key().equals(chosen))) {
      chosen = null;
      if (inFront()) {
        reveal();
      }
    }
    mark();
    Fixing.Trial trial = fixing.trial();
    all.forEach(c -> c.show(trial));
  }

  private void add(Analysis analysis, Finding finding) {
    FindingCard card = new FindingCard(finding, fresh.isFresh(finding), analysis.catalog(), this);
    all.add(card);
    cards.getChildren().add(card);
  }

  private Node opener(String text, boolean open, Runnable toggle) {
    Button button =
        Parts.button(
            text,
            () -> {
              toggle.run();
              Analysis analysis = shown();
              if (analysis != null) {
                refresh(analysis);
              }
            },
            "flat-button",
            "section-opener");
    button.setGraphic(
        Glyphs.of(open ? Material2OutlinedAL.EXPAND_LESS : Material2OutlinedAL.EXPAND_MORE));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAlignment(Pos.CENTER_LEFT);
    return button;
  }

  private Node muted(Review.Muted muted) {
    Button back =
        Parts.button(
            Texts.get("findings.unmute"),
            () -> session.apply(Edits.unmute(muted.mute())),
            "link-button");
    HBox foot = new HBox(8, Parts.firm(muted.finding().rule(), "rule-id"), Parts.spacer(), back);
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        new VBox(
            6,
            FindingCard.line(
                Glyphs.of(Material2OutlinedMZ.NOTIFICATIONS_OFF, "glyph-faint"),
                Parts.paragraph(muted.finding().title(), "finding-text")),
            Parts.paragraph(Texts.get("findings.because", muted.mute().reason()), "remedy"),
            foot);
    card.getStyleClass().addAll("card", "finding", "finding-undecided");
    return card;
  }

  private void mark() {
    all.forEach(c -> c.mark(c.finding().key().equals(chosen)));
  }

  @Override
  void reveal() {
    Finding.Key now = chosen;
    FindingCard card =
        all.stream().filter(c -> c.finding().key().equals(now)).findFirst().orElse(null);
    spotlight(card == null ? Spotlight.NONE : on -> Overlay.ofEvidence(card.finding().evidence()));
  }

  @Override
  public void choose(Finding finding) {
    chosen = finding.key().equals(chosen) ? null : finding.key();
    mark();
    reveal();
  }

  @Override
  public void tryOut(Finding finding, Fix fix) {
    Analysis analysis = shown();
    if (analysis == null) {
      return;
    }
    chosen = finding.key();
    mark();
    String refusal = fixing.tryOut(analysis, finding, fix);
    if (!refusal.isEmpty()) {
      tell.accept(refusal);
    }
  }

  @Override
  public void apply() {
    fixing.apply();
  }

  @Override
  public void discard() {
    fixing.discard();
  }

  @Override
  public void mute(Finding finding, String reason) {
    session.apply(Edits.mute(finding, reason));
  }
}
