package mcx.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mcx.analysis.Analysis;
import mcx.analysis.Budget;
import mcx.analysis.Growth;
import mcx.analysis.SitePath;
import mcx.design.Id;
import mcx.paint.Overlay;
import org.jspecify.annotations.Nullable;

/** Tries what the growth of one site does: which limits trip, and what falls with them. */
final class GrowthBox extends VBox {

  private static final int MOST = 20_000;

  /** So many pairs of sites are named. */
  private static final int NAMED = 6;

  /** Works out what growth does, away from the window's thread. */
  interface Grower {
    void grow(Analysis analysis, Id origin, int more, Consumer<Growth> then);
  }

  private final Grower grower;
  private final Consumer<Spotlight> canvas;
  private final ComboBox<Id> origin = new ComboBox<>();
  private final Spinner<Integer> more = new Spinner<>(1, MOST, 100, 50);
  private final VBox outcome = new VBox(4);
  private @Nullable Analysis analysis;

  GrowthBox(Grower grower, Consumer<Spotlight> canvas) {
    super(6);
    this.grower = grower;
    this.canvas = canvas;
    setId("growth");
    getStyleClass().add("pane-content");
    origin.getStyleClass().add("chip-box");
    origin.setAccessibleText(Texts.get("growth.origin"));
    origin.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Id id) {
            Analysis now = analysis;
            return id == null || now == null ? "" : Names.site(now.design(), id);
          }

          @Override
          public @Nullable Id fromString(String text) {
            return null;
          }
        });
    Parts.fillLine(origin);
    more.setEditable(true);
    more.setPrefWidth(90);
    more.setMinWidth(USE_PREF_SIZE);
    HBox line =
        new HBox(
            8,
            origin,
            Parts.firm(Texts.get("growth.by"), "muted"),
            more,
            Parts.button(Texts.get("growth.try"), this::attempt, "chip"));
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(Parts.heading(Texts.get("growth.title")), line, outcome);
  }

  /** Whether the way back of this pair does not stand before it. */
  private static boolean first(List<SitePath> all, SitePath path) {
    return path.from().compareTo(path.to()) < 0
        || all.stream().noneMatch(p -> p.from().equals(path.to()) && p.to().equals(path.from()));
  }

  void refresh(Analysis now) {
    Id before = origin.getValue();
    analysis = now;
    List<Id> sites = List.copyOf(now.compiled().sites().keySet());
    origin.getItems().setAll(sites);
    origin.setValue(
        before != null && sites.contains(before)
            ? before
            : sites.isEmpty() ? null : sites.getFirst());
    outcome.getChildren().clear();
    setDisable(sites.isEmpty());
  }

  private void attempt() {
    Analysis now = analysis;
    Id grown = origin.getValue();
    if (now == null || grown == null) {
      return;
    }
    outcome.getChildren().setAll(Parts.label(Texts.get("growth.working"), "muted"));
    grower.grow(
        now,
        grown,
        more.getValue(),
        g -> {
          if (analysis == now) {
            show(now, g);
          }
        });
  }

  private void show(Analysis now, Growth g) {
    outcome.getChildren().clear();
    String name = Names.site(now.design(), g.origin());
    if (g.exceeded().isEmpty() && g.down().isEmpty()) {
      outcome
          .getChildren()
          .add(Parts.paragraph(Texts.get("growth.fine", name, more.getValue()), "effect-ok"));
    }
    List<Id> hit = new ArrayList<>();
    for (Budget b : g.exceeded()) {
      hit.add(b.holder());
      outcome
          .getChildren()
          .add(
              Parts.paragraph(
                  Texts.get("growth.exceeds", b.label(), b.count(), b.max()), "cell-error"));
    }
    for (Growth.Down d : g.down()) {
      hit.add(d.link());
      outcome
          .getChildren()
          .add(
              Parts.paragraph(
                  Texts.get("growth.down", Names.of(now.design(), d.link()), d.reason()),
                  "remedy"));
    }
    List<SitePath> lost = g.lost().stream().filter(p -> first(g.lost(), p)).limit(NAMED).toList();
    for (SitePath p : lost) {
      outcome
          .getChildren()
          .add(
              Parts.paragraph(
                  Texts.get(
                      "growth.lost",
                      Names.site(now.design(), p.from()),
                      Names.site(now.design(), p.to())),
                  "remedy"));
    }
    if (!g.nearer().isEmpty() && g.exceeded().isEmpty()) {
      Budget b = g.nearer().getFirst();
      outcome
          .getChildren()
          .add(
              Parts.paragraph(
                  Texts.get("growth.nearest", b.label(), b.count(), b.max()), "remedy"));
    }
    canvas.accept(hit.isEmpty() ? Spotlight.NONE : on -> Overlay.ofEvidence(hit));
  }
}
