package mcx.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import mcx.analysis.Analysis;
import mcx.analysis.Analyzer;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Router;
import mcx.format.McxFiles;
import mcx.network.Failures;
import org.junit.jupiter.api.Test;

/** What the tab of the routing tables shows, and when. */
class RoutesPaneTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private static Node in(RoutesPane pane, String id) {
    return Objects.requireNonNull(pane.lookup("#" + id), id);
  }

  private static String count(RoutesPane pane) {
    HBox bar = (HBox) pane.getChildren().getFirst();
    return ((Label) bar.getChildren().getLast()).getText();
  }

  private static int reasons(RoutesPane pane) {
    return ((RouteReason) in(pane, "route-reason")).getChildren().size();
  }

  @Test
  void routesOfAnEditAreThereBeforeWhatFollowsFromThem() throws Exception {
    Design design = McxFiles.read(Path.of("samples/vpn-backup-of-expressroute.mcx")).design();
    Analysis before = Analyzer.analyze(design, CATALOG);
    List<Id> routers =
        design.elements().values().stream()
            .filter(Router.class::isInstance)
            .map(Element::id)
            .toList();
    Analysis after = Analyzer.analyze(design, CATALOG, Failures.of(routers), before);
    try (Robot robot = Robot.start()) {
      Robot.fx(
          () -> {
            RoutesPane pane = new RoutesPane(s -> {});
            pane.front(true);
            pane.show(before);
            new Scene(pane, 400, 600);
            pane.applyCss();
            pane.layout();
            TableView<?> rib = (TableView<?>) in(pane, "rib");
            rib.getSelectionModel().selectLast();
            assertEquals("3 prefixes", count(pane));
            int reasons = reasons(pane);
            assertTrue(reasons > 0);
            pane.show(after.routed());
            assertEquals("1 prefix", count(pane));
            assertEquals(reasons, reasons(pane), "why is not known yet");
            rib.getSelectionModel().clearSelection();
            rib.getSelectionModel().selectFirst();
            assertEquals(0, reasons(pane), "a row of routes of which nothing more is known yet");
            pane.show(after);
            assertEquals("1 prefix", count(pane));
            assertTrue(reasons(pane) > 0);
          });
      robot.settle();
    }
  }

  @Test
  void tablesStandInTheOrderInWhichPeopleLookThemUp() throws Exception {
    Design design = McxFiles.read(Path.of("samples/layer-3-provider-vrf-per-cloud.mcx")).design();
    try (Robot robot = Robot.start()) {
      List<String> labels =
          Robot.fx(
              () -> {
                RoutesPane pane = new RoutesPane(s -> {});
                pane.front(true);
                pane.show(Analyzer.analyze(design, CATALOG).routed());
                @SuppressWarnings("unchecked")
                ComboBox<Object> tables = (ComboBox<Object>) in(pane, "routes-table");
                return tables.getItems().stream().map(tables.getConverter()::toString).toList();
              });
      assertEquals(labels.stream().sorted(mcx.design.NaturalOrder.BY_NAME).toList(), labels);
      assertTrue(labels.contains("PE 2 · VRF-AZ"), labels.toString());
    }
  }
}
