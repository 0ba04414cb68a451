package mcx.export.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.PathMatch;
import mcx.network.Policy;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Nets;
import mcx.routing.Routing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a lab's folder. Nothing is run here. */
class LabExportTest {

  private static final String ODD = "Zürich \"DC\" $(x)";
  private static final UnaryOperator<Session.End> AS_IS = UnaryOperator.identity();

  @TempDir Path folder;

  private static Nets nets() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16", "2001:db8:1::/48");
    nets.router(ODD, 65002);
    nets.router("C", 65003);
    nets.router("D", 65003);
    nets.session("A", ODD).session(ODD, "C");
    nets.wire("C", "D", 7).inner("C", "D");
    return nets;
  }

  private static Lab lab(Nets nets, LabDaemon.Choice choice, String... failed) {
    Network network = nets.build();
    Failures failures = Failures.of(List.of(failed));
    return Lab.of(network, failures, Routing.solve(network, failures), choice, "test");
  }

  /** Otherwise GoBGP would not tell a spoke's neighbours of each other. */
  @Test
  void aVrfThatDoesNotTakeWhatItExportsHasATargetOfItsOwn() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002);
    nets.router("C", 65003);
    nets.edge("PE")
        .vrf("SPOKE", 64900L, Set.of("64900:1"), Set.of("64900:2"))
        .vrf("SELF", 64900L, Set.of("64900:3"), Set.of("64900:3"));
    nets.session("A", "PE:SPOKE").session("B", "PE:SPOKE").session("C", "PE:SELF");
    nets.domain("core", 7, "PE");
    String text =
        lab(nets, LabDaemon.Choice.FRR).files().entrySet().stream()
            .filter(f -> f.getKey().endsWith("gobgpd.toml"))
            .map(f -> f.getValue())
            .findFirst()
            .orElseThrow();
    List<String> targets =
        text.lines().map(String::strip).filter(l -> l.contains("-rt-list")).toList();
    assertEquals(
        List.of(
            "import-rt-list = [\"64900:3\"]",
            "export-rt-list = [\"64900:3\"]",
            "import-rt-list = [\"64900:1\", \"4294967294:2\"]",
            "export-rt-list = [\"64900:2\", \"4294967294:2\"]"),
        targets);
  }

  @Test
  void everyRouterHasItsFiles() {
    Lab lab = lab(nets(), LabDaemon.Choice.MIXED);
    List<String> routers = lab.files().keySet().stream().filter(f -> f.startsWith("r")).toList();
    assertEquals(
        List.of(
            "routers/r01/bgpd.conf",
            "routers/r01/daemons",
            "routers/r01/vtysh.conf",
            "routers/r01/zebra.conf",
            "routers/r02/bird.conf",
            "routers/r03/bgpd.conf",
            "routers/r03/daemons",
            "routers/r03/ospf6d.conf",
            "routers/r03/ospfd.conf",
            "routers/r03/vtysh.conf",
            "routers/r03/zebra.conf",
            "routers/r04/bird.conf"),
        routers);
    assertTrue(lab.files().keySet().containsAll(List.of("lab.sh", "README.txt", "manifest.json")));
    assertEquals(3, lab.plan().wires().size());
  }

  @Test
  void theSameNetworkGivesTheSameFiles() {
    for (LabDaemon.Choice choice : LabDaemon.Choice.values()) {
      assertEquals(lab(nets(), choice).files(), lab(nets(), choice).files());
    }
  }

  @Test
  void oddNamesDoNoHarm() throws Exception {
    Lab lab = lab(nets(), LabDaemon.Choice.MIXED);
    for (Map.Entry<String, String> f : lab.files().entrySet()) {
      if (f.getKey().startsWith("routers/")) {
        assertFalse(f.getValue().contains("$("), f.getKey());
        assertTrue(f.getValue().chars().allMatch(c -> c < 128), f.getKey());
      }
    }
    assertTrue(lab.files().get("plan/routers.tsv").contains("\t" + ODD + "\n"));
    lab.write(folder.resolve("a b"));
    Process script =
        new ProcessBuilder("bash", folder.resolve("a b/lab.sh").toString(), "status")
            .redirectErrorStream(true)
            .start();
    String said = new String(script.getInputStream().readAllBytes());
    assertEquals(1, script.waitFor());
    assertEquals("lab.sh: the lab is not up\n", said);
  }

  @Test
  void interfacesHaveShortNamesAndAddressesAreUsedOnce() {
    Lab lab = lab(nets(), LabDaemon.Choice.FRR);
    List<String> addresses =
        lab.plan().routers().stream()
            .flatMap(r -> r.ports().stream())
            .flatMap(p -> p.addresses().stream())
            .map(Object::toString)
            .toList();
    assertEquals(addresses.stream().distinct().toList(), addresses);
    lab.plan().wires().forEach(w -> assertTrue(w.port().length() <= 15));
  }

  @Test
  void whatHasFailedIsNotThere() {
    Lab lab = lab(nets(), LabDaemon.Choice.FRR, "A");
    assertEquals(3, lab.plan().routers().size());
    assertEquals(2, lab.plan().wires().size());
    assertTrue(lab.files().get("README.txt").contains("Taken as failed"));
  }

  @Test
  void handedOverRoutesArePutInByHandAndNamed() {
    Nets nets = new Nets();
    nets.router("R", 65010);
    nets.router("X", 65009);
    nets.session("R", "X");
    nets.site("DC", "R", "10.10.0.0/16");
    Lab lab = lab(nets, LabDaemon.Choice.FRR);
    assertEquals(1, lab.plan().injections().size());
    assertEquals(VrfId.of("R"), lab.plan().injections().getFirst().table());
    assertTrue(lab.files().get("README.txt").contains("10.10.0.0/16"));
    assertTrue(lab.files().get("routers/r01/bgpd.conf").contains("network 10.10.0.0/16 route-map"));
  }

  @Test
  void policiesThatBirdCannotSayMakeItFrr() {
    Policy odd =
        new Policy(
            List.of(
                new Policy.Statement(
                    null,
                    List.of(),
                    java.util.Set.of(),
                    PathMatch.of("6500[12]"),
                    null,
                    java.util.Set.of(),
                    java.util.Set.of(),
                    false,
                    Policy.Change.NONE)),
            true);
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002);
    nets.session("A", "B", AS_IS, Nets.end("importPolicy", odd));
    Lab lab = lab(nets, LabDaemon.Choice.BIRD);
    assertEquals(
        List.of(LabDaemon.BIRD, LabDaemon.FRR),
        lab.plan().routers().stream().map(LabPlan.Router::daemon).toList());
    assertEquals(1, lab.plan().notes().size());
  }

  @Test
  void pathsBecomeMasks() {
    assertEquals("[= 65001 65000 =]", PathPattern.mask(PathMatch.of("^65001 65000$")));
    assertEquals("[= * 65001 * =]", PathPattern.mask(PathMatch.of("(?:^|$| )65001(?:^|$| )")));
    assertEquals("[= 65001 * =]", PathPattern.mask(PathMatch.of("^65001(?:^|$| )")));
    assertEquals("[=  =]", PathPattern.mask(PathMatch.of("^$")));
    assertNull(PathPattern.mask(PathMatch.of("^6500")));
    assertNull(PathPattern.mask(PathMatch.of("650.1")));
  }

  @Test
  void folderMustBeFree() throws IOException {
    assertTrue(Lab.isFree(folder.resolve("new")));
    assertTrue(Lab.isFree(folder));
    Path file = Files.writeString(folder.resolve("x"), "");
    assertFalse(Lab.isFree(folder));
    assertFalse(Lab.isFree(file));
    assertEquals(Lab.nameFor(folder), Lab.nameFor(folder.resolve(".")));
    assertThrows(
        IllegalArgumentException.class,
        () -> Lab.of(nets().build(), Failures.NONE, null, LabDaemon.Choice.FRR, "no good name"));
  }

  @Test
  void addressesKeepOutOfTheNetworksWay() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("198.18.5.0/24");
    nets.router("B", 65002);
    nets.session("A", "B");
    Lab lab = lab(nets, LabDaemon.Choice.FRR);
    lab.plan()
        .routers()
        .forEach(
            r ->
                r.ports()
                    .forEach(
                        p ->
                            assertFalse(
                                Prefix.of("198.18.0.0/15").contains(p.addresses().getFirst()))));
  }
}
