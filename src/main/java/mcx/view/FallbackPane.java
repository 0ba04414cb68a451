package mcx.view;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.Fallback;
import mcx.analysis.Fallback.Effect;
import mcx.analysis.PathKind;
import mcx.design.Id;
import mcx.editor.EditingSession;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** For each pair of sites: the way now, and what each single failure makes of it. */
final class FallbackPane extends AnalysisPane {

  /** How tall a pair stands in the list. */
  private static final double PAIR_HEIGHT = 47;

  private final Consumer<Set<Id>> fail;
  private final BiConsumer<Id, Id> looks;
  private final Label progress = Parts.label("", "muted");
  private final Rows<Fallback.Pair> pairRows = new Rows<>(this::said);
  private final ListView<Fallback.Pair> pairs = new ListView<>(pairRows);
  private final Rows<Fallback.Outcome> outcomeRows =
      new Rows<>(o -> List.of(o.label(), o.effect(), o.overloads().isEmpty()));
  private final TableView<Fallback.Outcome> outcomes =
      Columns.table(
          outcomeRows, Texts.get("fallback.noOutcomes"), Texts.get("fallback.noOutcomesHint"));
  private final OutcomeCard card = new OutcomeCard();
  private final DemandField demand;
  private final RankingPane ranking;
  private final SplitPane split = new SplitPane();
  private final ToggleButton byFailure = Parts.viewButton(Texts.get("ranking.title"), "by-failure");
  private final Button failIt =
      Parts.button(Texts.get("fallback.fail"), this::failChosen, "accent");
  private @Nullable Fallback fallback;
  private boolean late;
  private boolean refreshing;
  private List<Object> lit = List.of();

  /**
   * @param fail puts elements, links or parts out of order
   * @param looks is told of the pair of sites that is looked at
   * @param trier tries pairs of failures
   */
  FallbackPane(
      Consumer<Spotlight> canvas,
      EditingSession session,
      Consumer<Set<Id>> fail,
      BiConsumer<Id, Id> looks,
      RankingPane.PairTrier trier) {
    super(canvas);
    this.looks = looks;
    this.fail = fail;
    this.demand = new DemandField(session);
    this.ranking = new RankingPane(this::spotlight, trier);
    pairs.setId("fallback-pairs");
    pairs.getStyleClass().add("panel-list");
    pairs.setCellFactory(l -> pairRows.listCell(p -> cell(said(p))));
    pairs.setPlaceholder(
        Parts.emptyState(
            Glyphs.of(Material2OutlinedAL.ALT_ROUTE),
            Texts.get("fallback.empty"),
            Texts.get("fallback.emptyHint")));
    outcomes.setId("fallback-outcomes");
    outcomes
        .getColumns()
        .add(Columns.words(Texts.get("fallback.if"), 220, Fallback.Outcome::label));
    outcomes.getColumns().add(Columns.of(Texts.get("fallback.then"), 130, this::effectCell));
    failIt.setDisable(true);
    HBox actions = new HBox(8, demand, Parts.spacer(), failIt);
    actions.setAlignment(Pos.CENTER_LEFT);
    actions.getStyleClass().add("pane-bar");
    ScrollPane details = new ScrollPane(card);
    details.setFitToWidth(true);
    details.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    details.getStyleClass().add("pane-scroll");
    details.setId("outcome-details");
    SplitPane.setResizableWithParent(details, true);
    VBox lower =
        new VBox(8, Parts.heading(Texts.get("fallback.outcomes")), outcomes, details, actions);
    outcomes.setMinHeight(96);
    details.setMinHeight(120);
    VBox.setVgrow(details, Priority.ALWAYS);
    lower.getStyleClass().add("pane-content");
    VBox.setVgrow(outcomes, Priority.ALWAYS);
    VBox upper = new VBox(pairs);
    VBox.setVgrow(pairs, Priority.ALWAYS);
    // Few pairs leave their room to what is said of the one that is chosen.
    upper
        .maxHeightProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(pairs.getItems()))
                .then(Double.MAX_VALUE)
                .otherwise(Bindings.size(pairs.getItems()).multiply(PAIR_HEIGHT).add(1)));
    split.getItems().addAll(upper, lower);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.3);
    VBox.setVgrow(split, Priority.ALWAYS);
    VBox.setVgrow(ranking, Priority.ALWAYS);
    HBox switcher =
        Parts.viewBar(Parts.viewButton(Texts.get("fallback.pairs"), "by-pair"), byFailure);
    switcher.getChildren().addAll(Parts.spacer(), progress);
    progress.setMinWidth(0);
    getChildren().addAll(switcher, split, ranking);
    byFailure.selectedProperty().subscribe(this::showRanking);

    pairs.getSelectionModel().selectedItemProperty().subscribe(p -> choosePair(p));
    outcomes.getSelectionModel().selectedItemProperty().subscribe(o -> chooseOutcome(o));
  }

  private void showRanking(boolean shown) {
    split.setVisible(!shown);
    split.setManaged(!shown);
    ranking.setVisible(shown);
    ranking.setManaged(shown);
    Fallback found = fallback;
    if (shown && found != null) {
      ranking.show(found);
    }
    if (shown() != null) {
      reveal();
    }
  }

  /** Shows what the failures do, in the place of the result before. */
  void show(Fallback found) {
    fallback = found;
    late = !isFront();
    if (isFront()) {
      put(found);
    }
  }

  @Override
  void catchUp() {
    Fallback found = fallback;
    if (late && found != null) {
      late = false;
      put(found);
    }
  }

  private void put(Fallback found) {
    Fallback.Pair before = pairs.getSelectionModel().getSelectedItem();
    Fallback.Outcome outcome = outcomes.getSelectionModel().getSelectedItem();
    if (byFailure.isSelected()) {
      ranking.show(found);
    }
    refreshing = true;
    pairRows.show(found.pairs());
    Places.choose(
        pairs.getSelectionModel(),
        before == null
            ? -1
            : Places.first(
                found.pairs(), p -> p.a().equals(before.a()) && p.b().equals(before.b())));
    if (pairs.getSelectionModel().isEmpty()) {
      pairs.getSelectionModel().selectFirst();
    }
    fillOutcomes(pairs.getSelectionModel().getSelectedItem());
    if (outcome != null) {
      Places.choose(
          outcomes.getSelectionModel(),
          Places.first(outcomes.getItems(), o -> o.failed().equals(outcome.failed())));
    }
    refreshing = false;
    chooseOutcomeQuietly();
    if (!byFailure.isSelected() && !lit().equals(lit)) {
      reveal();
    }
    progress.setText(found.complete() ? "" : Texts.get("fallback.partial"));
  }

  /** Says that a newer result is on its way. */
  void working() {
    progress.setText(Texts.get("fallback.working"));
  }

  @Override
  void refresh(Analysis analysis) {
    ranking.refresh(analysis);
    if (fallback == null) {
      working();
    }
    pairRows.renew();
  }

  private void choosePair(Fallback.@Nullable Pair pair) {
    if (pair != null) {
      looks.accept(pair.a(), pair.b());
    }
    if (refreshing) {
      return;
    }
    // The failures of another pair stand in the same places.
    refreshing = true;
    outcomes.getSelectionModel().clearSelection();
    refreshing = false;
    fillOutcomes(pair);
    chooseOutcomeQuietly();
    reveal();
  }

  private void fillOutcomes(Fallback.@Nullable Pair pair) {
    List<Fallback.Outcome> all =
        pair == null
            ? List.of()
            : pair.outcomes().stream()
                .sorted(Comparator.comparing(Fallback.Outcome::effect))
                .toList();
    outcomeRows.show(all);
  }

  private void chooseOutcome(Fallback.@Nullable Outcome outcome) {
    if (!refreshing) {
      chooseOutcomeQuietly();
      reveal();
    }
  }

  private void chooseOutcomeQuietly() {
    Fallback.Outcome outcome = outcomes.getSelectionModel().getSelectedItem();
    Fallback.Pair pair = pairs.getSelectionModel().getSelectedItem();
    failIt.setDisable(outcome == null);
    card.show(shown(), pair, outcome);
    demand.show(pair);
  }

  private void failChosen() {
    Fallback.Outcome outcome = outcomes.getSelectionModel().getSelectedItem();
    if (outcome != null) {
      fail.accept(Set.of(outcome.failure().id()));
    }
  }

  /** The ways that the canvas shows for what is chosen: of an edit they may be others. */
  private List<Object> lit() {
    Fallback.Pair pair = pairs.getSelectionModel().getSelectedItem();
    Fallback.Outcome outcome = outcomes.getSelectionModel().getSelectedItem();
    if (pair == null) {
      return List.of();
    }
    return outcome == null
        ? List.of(pair.now(), pair.back())
        : List.of(pair.now(), pair.back(), outcome);
  }

  @Override
  void reveal() {
    if (byFailure.isSelected()) {
      ranking.reveal();
      return;
    }
    lit = lit();
    Fallback.Pair pair = pairs.getSelectionModel().getSelectedItem();
    Fallback.Outcome outcome = outcomes.getSelectionModel().getSelectedItem();
    if (pair != null && outcome != null) {
      spotlight(on -> Overlay.ofOutcome(on, pair, outcome));
    } else if (pair != null) {
      spotlight(on -> Overlay.ofPath(on, pair.now()).plus(Overlay.ofPath(on, pair.back())));
    } else {
      spotlight(Spotlight.NONE);
    }
  }

  private Node effectCell(Fallback.Outcome outcome) {
    Label label = effect(outcome.effect());
    if (outcome.overloads().isEmpty()) {
      return label;
    }
    return new VBox(1, label, Parts.label(Texts.get("fallback.overload"), "cell-error"));
  }

  private static Label effect(Effect effect) {
    Ikon glyph =
        switch (effect) {
          case LOST -> Material2OutlinedAL.BLOCK;
          case VPN -> Material2OutlinedMZ.VPN_LOCK;
          case OTHER_TUNNEL -> Material2OutlinedMZ.VPN_KEY;
          case OTHER_PRIVATE -> Material2OutlinedAL.ALT_ROUTE;
          case FEWER_WAYS -> Material2OutlinedAL.CALL_MERGE;
        };
    Label label =
        Parts.label(
            effect.label(),
            "effect",
            "effect-" + effect.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    label.setGraphic(Glyphs.of(glyph));
    return label;
  }

  /** What one pair comes to: the way now, and the worst that can happen. */
  private static Node cell(Said pair) {
    HBox head =
        new HBox(8, Parts.label(pair.title, "cell"), Parts.spacer(), PathBadge.of(pair.kind));
    head.setAlignment(Pos.CENTER_LEFT);
    return new VBox(2, head, verdict(pair));
  }

  private static Node verdict(Said pair) {
    if (pair.singlePoints > 0) {
      Label label =
          Parts.label(
              Texts.get("fallback.singlePoints", pair.singlePoints), "effect", "effect-lost");
      label.setGraphic(Glyphs.of(Material2OutlinedMZ.WARNING));
      return label;
    }
    if (pair.vpn) {
      return effect(Effect.VPN);
    }
    Label label = Parts.label(Texts.get("fallback.survives"), "effect", "effect-other-private");
    label.setGraphic(Glyphs.of(Material2OutlinedAL.CHECK_CIRCLE));
    return label;
  }

  /** All that a cell says of a pair, with the names that things have now. */
  private record Said(String title, PathKind kind, int singlePoints, boolean vpn) {}

  private Said said(Fallback.Pair pair) {
    Analysis analysis = shown();
    return new Said(
        analysis == null
            ? ""
            : Texts.get(
                "way.between",
                Names.site(analysis.design(), pair.a()),
                Names.site(analysis.design(), pair.b())),
        pair.now().kind(),
        pair.singlePoints().size(),
        pair.fallsBackToVpn());
  }
}
