package mcx.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mcx.export.lab.LabDaemon.Choice;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Session;
import mcx.routing.Nets;
import mcx.routing.Routing;
import mcx.routing.Solution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Small networks in real routers: every table must be the one that was computed. Where the daemons
 * are missing this is skipped, but not in continuous integration.
 */
class LiveLabTest {

  private static final UnaryOperator<Session.End> AS_IS = UnaryOperator.identity();

  @BeforeAll
  static void labsRunHere() {
    String obstacle = LiveLab.obstacle();
    if ("true".equals(System.getenv("CI"))) {
      assertEquals(null, obstacle, "labs must run in continuous integration");
    }
    assumeTrue(obstacle == null, "no labs here: " + obstacle);
  }

  /** Runs the network as it is, then with each failure, and compares all tables each time. */
  private static void agrees(Nets nets, Choice choice, String... failures) throws Exception {
    Network network = nets.build();
    Solution well = Routing.solve(network, Failures.NONE);
    List<String> differences = new ArrayList<>();
    try (LiveLab lab = LiveLab.start(network, well, choice)) {
      lab.compare(well).forEach(d -> differences.add(d.toString()));
      for (String id : failures) {
        Solution without = Routing.solve(network, Failures.of(id));
        lab.fail(id, without);
        lab.compare(without)
            .forEach(d -> differences.add("without " + id + ": " + d));
        lab.restore(id, well);
      }
      if (failures.length > 0) {
        lab.compare(well).forEach(d -> differences.add("mended: " + d));
      }
      System.out.println(choice + " " + lab.log());
    }
    assertEquals(List.of(), differences);
  }

  @ParameterizedTest
  @EnumSource(Choice.class)
  void twoCloudsOverALayer2Provider(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("CE1", 65010).holds("10.10.0.0/16");
    nets.router("CE2", 65010).holds("10.10.0.0/16");
    nets.router("MSEE1", 12076).holds("10.20.0.0/16", "2001:db8:20::/48");
    nets.router("MSEE2", 12076).holds("10.20.0.0/16", "2001:db8:20::/48");
    nets.router("DX1", 64512).holds("10.30.0.0/16");
    nets.router("DX2", 64512).holds("10.30.0.0/16");
    nets.router("SITE", 65020).holds("10.40.0.0/16", "2001:db8:40::/48");
    nets.session("CE1", "MSEE1").session("CE2", "MSEE2");
    nets.session("CE1", "DX1").session("CE2", "DX2");
    nets.session("SITE", "CE1").session("SITE", "CE2");
    agrees(nets, choice, "CE1-MSEE1", "CE2");
  }
}
