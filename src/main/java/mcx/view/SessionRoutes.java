package mcx.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mcx.analysis.SessionFlow;
import mcx.routing.Advertisement;
import org.jspecify.annotations.Nullable;

/** The routes of one session in one direction, each with its path and what became of it. */
final class SessionRoutes extends VBox {

  private final Rows<Advertisement> rows =
      new Rows<>(a -> List.of(a.prefix(), path(a), a.outcome()));
  private final ListView<Advertisement> list = new ListView<>(rows);
  private final javafx.scene.control.Label title = Parts.label("", "group-heading");
  private final javafx.scene.control.Label reason = Parts.paragraph("", "reason");
  private @Nullable SessionFlow of;

  /**
   * @param chosen told when a route is chosen
   */
  SessionRoutes(Consumer<Advertisement> chosen) {
    getStyleClass().add("session-routes");
    list.setId("session-routes");
    list.getStyleClass().add("panel-list");
    list.setCellFactory(l -> rows.listCell(SessionRoutes::cell));
    list.setPrefHeight(180);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            a -> {
              explain(a);
              if (a != null) {
                chosen.accept(a);
              }
            });
    getChildren().addAll(title, list, reason);
    show(null, null);
  }

  /**
   * Shows all routes of a session, or the fate of one.
   *
   * @param flow the session's direction whose routes are listed; null for none
   * @param only the one route to explain, where there is no list
   */
  void show(@Nullable SessionFlow flow, @Nullable Advertisement only) {
    List<Advertisement> routes = flow == null ? List.of() : flow.routes();
    int again = flow == null ? -1 : placeOfChosen(flow);
    of = flow;
    list.getSelectionModel().clearSelection();
    rows.show(routes);
    boolean listed = !routes.isEmpty();
    title.setText(
        flow == null ? "" : Texts.get("adverts.routesOf", flow.fromLabel(), flow.toLabel()));
    show(title, listed);
    show(list, listed);
    list.setPrefHeight(Math.min(200, 12 + routes.size() * 30.0));
    explain(only);
    if (again >= 0) {
      list.getSelectionModel().select(again);
    }
    if (flow != null && !flow.state().up()) {
      reason.setText(Texts.get("adverts.down", flow.state().reason()));
      show(reason, true);
    }
    show(this, listed || reason.isVisible());
  }

  /** The route that is chosen; null for none. */
  @Nullable Advertisement chosen() {
    return list.getSelectionModel().getSelectedItem();
  }

  /** Where the prefix that is chosen now stands in a newer list of the same session. */
  private int placeOfChosen(SessionFlow flow) {
    Advertisement chosen = chosen();
    SessionFlow before = of;
    return chosen == null || before == null || !before.isSameDirection(flow)
        ? -1
        : Places.first(flow.routes(), r -> r.prefix().equals(chosen.prefix()));
  }

  private void explain(@Nullable Advertisement a) {
    boolean stopped = a != null && a.outcome() != Advertisement.Outcome.ACCEPTED;
    reason.setText(a == null || !stopped ? "" : reason(a));
    show(reason, stopped);
  }

  private static String reason(Advertisement a) {
    return a.reason().isEmpty() ? Texts.get("outcome." + a.outcome()) : a.reason();
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static Node cell(Advertisement a) {
    HBox row =
        new HBox(
            10,
            Parts.firm(a.prefix().toString(), "mono"),
            Parts.label(path(a), "mono", "cell-muted"),
            Parts.spacer());
    row.getChildren()
        .add(
            a.outcome() == Advertisement.Outcome.ACCEPTED
                ? Parts.firm(Texts.get("outcome.ACCEPTED"), "cell-ok")
                : AdvertisementsPane.outcome(a.outcome()));
    return row;
  }

  private static String path(Advertisement a) {
    return a.outcome().sent() ? AdvertisementsPane.path(a) : "";
  }
}
