package mcx.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** More cards than these are made only on request. */
  private static final int MOST = 40;

  private final EditingSession session;
  private final Fixing fixing;
  private final Consumer<String> tell;
  private final VBox cards = new VBox(10);
  private final List<FindingCard> all = new ArrayList<>();
  private final FreshFindings fresh = new FreshFindings();
  private boolean allOpen;
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
  void note(Analysis analysis) {
    List<Finding> findings = analysis.review().findings();
    fresh.take(analysis.design(), findings, session.canUndoProperty().get());
  }

  @Override
  void refresh(Analysis analysis) {
    Review review = analysis.review();
    Map<Finding.Key, FindingCard> before = new HashMap<>();
    all.forEach(c -> before.put(c.finding().key(), c));
    all.clear();
    List<Node> rows = new ArrayList<>();
    add(rows, analysis, fresh.ordered(review.findings()), before, MOST);
    if (review.findings().isEmpty()) {
      VBox empty =
          Parts.emptyState(
              Glyphs.of(Material2OutlinedAL.CHECK_CIRCLE),
              Texts.get("findings.empty"),
              Texts.get("findings.emptyHint"));
      VBox.setVgrow(empty, Priority.ALWAYS);
      empty.setMaxWidth(Double.MAX_VALUE);
      rows.add(empty);
    }
    if (!review.undecided().isEmpty()) {
      rows.add(
          opener(
              Texts.get("findings.undecided", review.undecided().size()),
              undecidedOpen,
              () -> undecidedOpen = !undecidedOpen));
      if (undecidedOpen) {
        add(rows, analysis, review.undecided(), before, Integer.MAX_VALUE);
      }
    }
    if (!review.muted().isEmpty()) {
      rows.add(
          opener(
              Texts.get("findings.muted", review.muted().size()),
              mutedOpen,
              () -> mutedOpen = !mutedOpen));
      if (mutedOpen) {
        review.muted().forEach(m -> rows.add(muted(m)));
      }
    }
    put(rows);
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

  /** Puts these in the place of what is there, and leaves alone what stays at both ends. */
  private void put(List<Node> rows) {
    List<Node> there = cards.getChildren();
    int head = 0;
    int most = Math.min(there.size(), rows.size());
    while (head < most && there.get(head) == rows.get(head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && there.get(there.size() - 1 - tail) == rows.get(rows.size() - 1 - tail)) {
      tail++;
    }
    if (head + tail < there.size()) {
      there.subList(head, there.size() - tail).clear();
    }
    there.addAll(head, rows.subList(head, rows.size() - tail));
  }

  /** A card for each, the one that is there already where it reads the same. */
  private void add(
      List<Node> rows,
      Analysis analysis,
      List<Finding> findings,
      Map<Finding.Key, FindingCard> before,
      int most) {
    boolean cut = findings.size() > most && !allOpen;
    for (Finding finding : cut ? findings.subList(0, most) : findings) {
      FindingCard card = before.remove(finding.key());
      boolean isFresh = fresh.isFresh(finding);
      if (card == null || !card.take(finding, isFresh)) {
        card = new FindingCard(finding, isFresh, analysis.catalog(), this);
      }
      all.add(card);
      rows.add(card);
    }
    if (cut) {
      rows.add(
          opener(Texts.get("findings.more", findings.size() - most), false, () -> allOpen = true));
    }
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
