package mcx.view;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import mcx.analysis.Analysis;
import mcx.design.Id;
import mcx.editor.EditingSession;
import mcx.editor.Failing;
import mcx.editor.LiveAnalysis;
import mcx.editor.tool.CanvasTools;
import mcx.editor.tool.Preview;
import mcx.network.Node;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/** The line at the bottom: the analysis, what is under way, what is selected, what is saved. */
final class StatusLine extends HBox {

  private final EditingSession session;
  private final Region dot = new Region();
  private final Label state = Parts.label("");
  private final Label counts = Parts.label("");
  private final Label failed = Parts.label("", "status-error");
  private final Label gesture = Parts.label("");
  private final Label selected = Parts.label("");
  private final Label saved = Parts.label("");
  private @Nullable Solution counted;

  StatusLine(EditingSession session, LiveAnalysis live, Failing failing, CanvasTools tools) {
    this.session = session;
    getStyleClass().add("status-line");
    dot.getStyleClass().add("status-dot");
    state.setId("status-analysis");
    gesture.setId("status-gesture");
    selected.setId("status-selection");
    saved.setId("status-saved");
    HBox analysis = new HBox(6, dot, state);
    analysis.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    for (Label keep : new Label[] {state, counts, failed, saved}) {
      keep.setMinWidth(USE_PREF_SIZE);
    }
    gesture.setMinWidth(0);
    selected.setMinWidth(0);
    getChildren().addAll(analysis, counts, failed, gesture, Parts.spacer(), selected, saved);

    live.stateProperty().subscribe(this::showAnalysis);
    failing
        .idsProperty()
        .subscribe(
            ids -> {
              failed.setText(ids.isEmpty() ? "" : Texts.get("status.down", ids.size()));
              failed.setManaged(!ids.isEmpty());
            });
    tools.previewProperty().subscribe(this::showGesture);
    session.selectionProperty().subscribe(s -> showSelection());
    session.documentProperty().subscribe(d -> showSelection());
    session.dirtyProperty().subscribe(d -> showSaved());
    session.fileProperty().subscribe(f -> showSaved());
  }

  private void showAnalysis(LiveAnalysis.State s) {
    String light = !s.error().isEmpty() ? "broken" : s.stale() ? "working" : "";
    List<String> classes = light.isEmpty() ? List.of("status-dot") : List.of("status-dot", light);
    // What has the same classes again is styled anew all the same.
    if (!dot.getStyleClass().equals(classes)) {
      dot.getStyleClass().setAll(classes);
    }
    if (!s.error().isEmpty()) {
      state.setText(Texts.get("status.broken"));
      state.setTooltip(Parts.tooltip(s.error()));
    } else if (s.stale()) {
      state.setText(Texts.get("status.analysing"));
    } else {
      state.setText(Texts.get("status.analysed", Math.max(1, s.duration().toMillis())));
    }
    Analysis a = s.analysis();
    // The same analysis comes many times while failures are tried.
    if (a == null || a.solution() != counted) {
      counted = a == null ? null : a.solution();
      counts.setText(a == null ? "" : counts(a));
    }
  }

  private static String counts(Analysis analysis) {
    var network = analysis.compiled().network();
    long routers =
        network.nodes().values().stream().filter(n -> n.kind() != Node.Kind.SITE).count();
    long routes = analysis.solution().routeCount();
    return Texts.get("status.counts", routers, network.sessions().size(), routes);
  }

  private void showGesture(Preview preview) {
    gesture.setText(preview.status());
    gesture.getStyleClass().removeAll("status-error");
    if (preview.refused()) {
      gesture.getStyleClass().add("status-error");
    }
  }

  private void showSelection() {
    var ids = session.selection();
    if (ids.isEmpty()) {
      selected.setText("");
    } else if (ids.size() == 1) {
      Id only = ids.first();
      boolean note = session.document().diagram().notes().containsKey(only);
      selected.setText(
          Texts.get(
              "status.selected",
              note ? Texts.get("status.note") : Names.of(session.document().design(), only)));
    } else {
      selected.setText(Texts.get("status.selectedMany", ids.size()));
    }
  }

  private void showSaved() {
    saved.setText(
        Texts.get(
            session.dirtyProperty().get()
                ? "status.unsaved"
                : session.file() == null ? "status.new" : "status.saved"));
  }
}
