package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.intent.Counterexample;
import mcx.analysis.intent.IntentResult;
import mcx.analysis.intent.Proposal;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.editor.EditingSession;
import mcx.editor.Edits;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What should hold: written as sentences, checked at every edit, each with what breaks it. */
final class IntentsPane extends AnalysisPane implements IntentCard.Deeds {

  /** Works out, away from the window's thread, which intents a design could have. */
  interface Proposer {
    void propose(Analysis analysis, Consumer<List<Proposal>> then);
  }

  private final EditingSession session;
  private final Consumer<List<Id>> fail;
  private final Proposer proposer;
  private final IntentForm form;
  private final VBox cards = new VBox(10);
  private final VBox proposals = new VBox(6);
  private final List<IntentCard> all = new ArrayList<>();
  private List<IntentResult> results = List.of();
  private Map<Id, Element> proposedFor = Map.of();
  private @Nullable Id chosen;

  /** What the cards on show name things by. */
  private @Nullable Design named;

  /**
   * @param fail puts these out of order, and nothing else
   */
  IntentsPane(
      Consumer<Spotlight> canvas,
      EditingSession session,
      Consumer<List<Id>> fail,
      Proposer proposer) {
    super(canvas);
    this.session = session;
    this.fail = fail;
    this.proposer = proposer;
    form = new IntentForm(() -> session.document().design(), this::keep);
    cards.setId("intents");
    cards.getStyleClass().add("pane-content");
    Button propose =
        Parts.button(Texts.get("intents.propose"), this::propose, "flat-button", "section-opener");
    propose.setId("propose-intents");
    propose.setGraphic(Glyphs.of(Material2OutlinedAL.LIGHTBULB));
    propose.setTooltip(Parts.tooltip(Texts.get("intents.proposeHint")));
    VBox content = new VBox(10, cards, propose, proposals);
    proposals.getStyleClass().add("pane-content");
    proposals.setId("intent-proposals");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("pane-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(form, scroll);
  }

  @Override
  void refresh(Analysis analysis) {
    if (!analysis.design().elements().equals(proposedFor)) {
      proposals.getChildren().clear();
    }
    if (results.equals(analysis.intents()) && namesAsBefore(analysis.design())) {
      return;
    }
    results = analysis.intents();
    named = analysis.design();
    cards.getChildren().clear();
    all.clear();
    for (IntentResult result : results) {
      IntentCard card = new IntentCard(analysis.design(), result, this);
      all.add(card);
      cards.getChildren().add(card);
    }
    if (all.isEmpty()) {
      VBox empty =
          Parts.emptyState(
              Glyphs.of(Material2OutlinedAL.FLAG),
              Texts.get("intents.empty"),
              Texts.get("intents.emptyHint"));
      empty.setMaxWidth(Double.MAX_VALUE);
      cards.getChildren().add(empty);
    }
    mark();
  }

  private boolean namesAsBefore(Design now) {
    Design before = named;
    return before != null
        && before.elements().equals(now.elements())
        && before.links().equals(now.links());
  }

  private void mark() {
    all.forEach(c -> c.mark(c.result().intent().id().equals(chosen)));
  }

  private void keep(Intent intent) {
    SortedMap<Id, Intent> intents = new TreeMap<>(session.document().design().intents());
    intents.put(intent.id(), intent);
    session.apply(Edits.intents(Texts.get("intents.edit.keep"), intents));
  }

  private void propose() {
    Analysis analysis = shown();
    if (analysis == null) {
      return;
    }
    proposedFor = analysis.design().elements();
    proposals.getChildren().setAll(Parts.label(Texts.get("intents.proposing"), "muted"));
    proposer.propose(
        analysis,
        found -> {
          proposals.getChildren().clear();
          if (found.isEmpty()) {
            proposals.getChildren().add(Parts.paragraph(Texts.get("intents.noProposal"), "muted"));
          }
          for (Proposal proposal : found) {
            proposals.getChildren().add(new ProposalRow(proposal, this::accept));
          }
        });
  }

  private void accept(ProposalRow row) {
    proposals.getChildren().remove(row);
    SortedMap<Id, Intent> intents = new TreeMap<>(session.document().design().intents());
    intents.put(row.intent().id(), row.intent());
    session.apply(Edits.intents(Texts.get("intents.edit.keep"), intents));
  }

  @Override
  void reveal() {
    Id now = chosen;
    IntentResult result =
        results.stream().filter(r -> r.intent().id().equals(now)).findFirst().orElse(null);
    if (result == null) {
      spotlight(Spotlight.NONE);
      return;
    }
    Counterexample shown = result.counterexample();
    if (shown == null) {
      Analysis analysis = shown();
      var there =
          analysis == null
              ? null
              : analysis.separation().path(result.intent().from(), result.intent().to());
      spotlight(
          there == null
              ? on -> Overlay.ofEvidence(List.copyOf(result.intent().things()))
              : on -> Overlay.ofPath(on, there));
    } else {
      spotlight(on -> overlay(on, result.intent(), shown));
    }
  }

  private static Overlay overlay(mcx.paint.Scene on, Intent intent, Counterexample shown) {
    List<Id> told = new ArrayList<>();
    told.add(intent.from());
    told.add(intent.to());
    if (shown.at() != null) {
      told.add(shown.at());
    }
    Overlay overlay = Overlay.ofEvidence(told).plus(Overlay.ofDown(shown.failed()));
    return shown.there() == null ? overlay : overlay.plus(Overlay.ofPath(on, shown.there()));
  }

  @Override
  public void choose(IntentResult result) {
    Id id = result.intent().id();
    chosen = id.equals(chosen) ? null : id;
    mark();
    reveal();
  }

  @Override
  public void edit(IntentResult result) {
    form.edit(result.intent());
  }

  @Override
  public void remove(IntentResult result) {
    SortedMap<Id, Intent> intents = new TreeMap<>(session.document().design().intents());
    intents.remove(result.intent().id());
    session.apply(Edits.intents(Texts.get("intents.edit.remove"), intents));
  }

  @Override
  public void fail(IntentResult result) {
    Counterexample shown = result.counterexample();
    if (shown != null) {
      fail.accept(shown.failed());
    }
  }
}
