package mcx.view;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mcx.network.PrefixLimit;
import org.jspecify.annotations.Nullable;

/** A prefix count against its limit, as numbers and as a bar. */
final class LimitMeter extends VBox {

  private static final double WIDTH = 74;

  LimitMeter(int count, @Nullable PrefixLimit limit) {
    getStyleClass().add("limit-meter");
    if (limit == null) {
      getChildren().add(Parts.label(Texts.get("adverts.countNoLimit", count), "mono"));
      return;
    }
    double share = limit.max() == 0 ? 1 : (double) count / limit.max();
    String level = share > 1 ? "over" : share >= 0.8 ? "near" : "ok";
    Region fill = new Region();
    fill.getStyleClass().addAll("meter-fill", "meter-" + level);
    fill.setMaxWidth(count == 0 ? 0 : Math.max(2, Math.min(1, share) * WIDTH));
    StackPane bar = new StackPane(fill);
    StackPane.setAlignment(fill, javafx.geometry.Pos.CENTER_LEFT);
    bar.getStyleClass().add("meter");
    bar.setMaxWidth(WIDTH);
    getChildren()
        .addAll(
            Parts.label(
                Texts.get("adverts.count", count, limit.max()), "mono", "meter-text-" + level),
            bar);
    javafx.scene.control.Tooltip.install(
        this,
        Parts.tooltip(
            Texts.get(
                "adverts.limit",
                limit.max(),
                Texts.get("beyond." + limit.beyond()),
                limit.source())));
  }
}
