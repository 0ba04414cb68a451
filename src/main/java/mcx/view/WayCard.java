package mcx.view;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mcx.analysis.Analysis;
import mcx.analysis.SitePath;
import mcx.design.Design;
import org.jspecify.annotations.Nullable;

/** The way from one site to another in words: its kind, its steps, or why there is none. */
final class WayCard extends VBox {

  WayCard() {
    super(4);
    getStyleClass().add("card");
    show(null, null);
  }

  /** Shows a way; nothing where there is none to show. */
  void show(@Nullable Analysis analysis, @Nullable SitePath path) {
    getChildren().clear();
    boolean shown = analysis != null && path != null;
    setVisible(shown);
    setManaged(shown);
    if (analysis == null || path == null) {
      return;
    }
    Design design = analysis.design();
    HBox head =
        new HBox(
            8,
            Parts.label(
                Texts.get(
                    "way.direction",
                    Names.site(design, path.from()),
                    Names.site(design, path.to())),
                "strong"),
            Parts.spacer(),
            PathBadge.of(path.kind()));
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
    if (!path.steps().isEmpty()) {
      getChildren().add(Parts.paragraph(String.join("  →  ", path.steps()), "steps"));
    }
    if (path.isShared()) {
      getChildren().add(Parts.paragraph(Texts.get("way.shared", path.ways()), "muted"));
    }
    if (!path.reason().isEmpty()) {
      getChildren().add(Parts.paragraph(path.reason(), path.reaches() ? "muted" : "reason"));
    }
  }
}
