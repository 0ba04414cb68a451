package mcx.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import mcx.analysis.Analysis;
import mcx.analysis.Fallback;
import mcx.analysis.Routed;
import mcx.compile.Note.Severity;
import mcx.design.Id;
import mcx.editor.EditingSession;
import mcx.editor.Fixing;

/** The live answers beside the canvas, a tab for each question. */
final class AnalysisPanel extends BorderPane {

  /**
   * For how long an older answer stays as it is before it is dimmed. Most answers come sooner, and
   * a panel that dims and lights up at every edit would only flicker.
   */
  private static final Duration PATIENCE = Duration.millis(400);

  private static final double DIMMED = 0.6;

  private final TabPane tabs = new TabPane();
  private final Map<Tab, AnalysisPane> panes = new LinkedHashMap<>();
  private final FallbackPane fallback;
  private final RoutesPane routes;
  private final Label badge = Parts.label("", "badge");
  private final Tab findings;
  private final PauseTransition dimming = new PauseTransition(PATIENCE);

  /** What panes have worked out on request, away from the window's thread. */
  interface Work {
    IntentsPane.Proposer proposer();

    GrowthBox.Grower grower();

    StepsBox.Finder steps();

    RankingPane.PairTrier pairs();
  }

  /**
   * @param canvas shows what is chosen in a tab
   * @param fail puts an element, a link or a part out of order
   * @param looks is told of the pair of sites whose failures are looked at
   */
  AnalysisPanel(
      Consumer<Spotlight> canvas,
      Consumer<Set<Id>> fail,
      BiConsumer<Id, Id> looks,
      EditingSession session,
      Fixing fixing,
      Consumer<List<Id>> failOnly,
      Work work,
      Consumer<String> tell) {
    getStyleClass().add("analysis-panel");
    setId("analysis-panel");
    fallback = new FallbackPane(canvas, session, fail, looks, work.pairs());
    routes = new RoutesPane(canvas);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("panel-tabs");
    add("adverts", new AdvertisementsPane(canvas, work.grower()));
    add("separation", new SeparationPane(canvas));
    add("fallback", fallback);
    add("intents", new IntentsPane(canvas, session, failOnly, work.proposer()));
    findings = add("findings", new FindingsPane(canvas, session, fixing, tell));
    add("routes", routes);
    tabs.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              AnalysisPane left = panes.get(before);
              if (left != null) {
                left.front(false);
              }
              AnalysisPane pane = panes.get(now);
              if (pane != null) {
                pane.front(true);
                pane.reveal();
              }
            });
    panes.values().iterator().next().front(true);
    setCenter(tabs);
    dimming.setOnFinished(e -> dim(true));
  }

  private Tab add(String key, AnalysisPane pane) {
    Tab tab = new Tab(Texts.get(key + ".title"), pane);
    tab.setId("tab-" + key);
    panes.put(tab, pane);
    tabs.getTabs().add(tab);
    return tab;
  }

  /** Brings a tab to the front: {@code adverts}, {@code separation}, {@code fallback}, ... */
  void open(String key) {
    panes.keySet().stream()
        .filter(t -> ("tab-" + key).equals(t.getId()))
        .findFirst()
        .ifPresent(t -> tabs.getSelectionModel().select(t));
  }

  /** Brings the routing table of an element to the front. */
  void openRoutes(Id element) {
    open("routes");
    routes.choose(element);
  }

  /** Shows routes of which it is not known yet what follows from them. */
  void show(Routed routes) {
    panes.values().forEach(p -> p.show(routes));
  }

  /** Shows a result, in the other tabs as soon as they come to the front. */
  void show(Analysis analysis) {
    panes.values().forEach(p -> p.show(analysis));
    long worst = analysis.findings().stream().filter(f -> f.severity() != Severity.INFO).count();
    boolean broken = analysis.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
    badge.setText(String.valueOf(worst));
    String style = broken ? "badge-error" : "badge-warning";
    if (!badge.getStyleClass().contains(style)) {
      badge.getStyleClass().setAll("label", "badge", style);
    }
    findings.setGraphic(worst > 0 ? badge : null);
  }

  /** Shows what single failures do. */
  void show(Fallback found) {
    fallback.show(found);
  }

  /**
   * Marks what is on show as older than the design, or as up to date again; to be seen once it has
   * been older for a while.
   *
   * @param failures the same for what single failures do
   */
  void stale(boolean older, boolean failures) {
    if (!older) {
      dimming.stop();
      dim(false);
    } else if (!isDimmed() && dimming.getStatus() != Animation.Status.RUNNING) {
      dimming.playFromStart();
    }
    if (failures) {
      fallback.working();
    }
  }

  /** Straight at the panes: a state of the style would have every node in them styled anew. */
  private void dim(boolean older) {
    panes.values().forEach(p -> p.setOpacity(older ? DIMMED : 1));
  }

  private boolean isDimmed() {
    return panes.values().iterator().next().getOpacity() < 1;
  }
}
