package mcx.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mcx.design.Aggregate;
import mcx.design.BgpEnd;
import mcx.design.RoutePolicy;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code mcx trace}: packets hop by hop, there and back, and what becomes of them. */
class TraceCommandTest {

  private static final String BACKUP = "samples/vpn-backup-of-expressroute.mcx";
  private static final String ONE_VRF = "samples/layer-3-provider-one-vrf.mcx";
  private static final String VRF_PER_CLOUD = "samples/layer-3-provider-vrf-per-cloud.mcx";

  @TempDir Path folder;

  /** A ring of four in which each is its own AS. */
  private static Small ring() {
    return new Small()
        .router("a", 65001, "10.1.0.0/16", "2001:db8:1::/48")
        .router("b", 65002)
        .router("c", 65003, "10.3.0.0/16", "2001:db8:3::/48")
        .router("d", 65004);
  }

  @Test
  void eachHopSaysWhatMatchedWhyAndOverWhat() {
    Shell.run("trace", ONE_VRF, "--from", "Amsterdam", "--to", "Production")
        .says(
            "Amsterdam ⇄ Production",
            "There: arrives.",
            "There: Amsterdam → 10.20.0.1 in 10.20.0.0/16",
            "1  Amsterdam",
            "matches  10.20.0.0/16, propagated from CE 1, AS path 64900 12076",
            "because  the first of 2 equal routes that share the traffic; also from CE 2",
            "2  CE 1",
            "because  the next best, from CE 2, lost: learned inside the AS",
            "over     Access link CE 1 – PE 2, VLAN 10 (ce1-pe2/vlan-10)",
            "Delivered.",
            "Back: Production → 10.10.0.1 in 10.10.0.0/16",
            "Delivered.");
  }

  @Test
  void whereTheDirectionsPartIsSaid() {
    Shell.run("trace", ONE_VRF, "--from", "dc1", "--to", "vnet")
        .says(
            "Asymmetric: from PE 2 · ALL packets go to ExpressRoute 1 Gbps secondary",
            "answers come by PE 1 · ALL over the core of Meridian IP",
            "meet again at ER gateway.");
  }

  @Test
  void vpnTakesOverWhenTheCircuitFails() {
    Shell.run("trace", BACKUP, "--from", "dc", "--to", "hub")
        .says("Symmetric", "1 Gbps, primary connection (er-primary)")
        .silentOn("tunnel 1 (");
    Shell.run("trace", BACKUP, "--from", "dc", "--to", "hub", "--fail", "ExpressRoute 1 Gbps")
        .says("Failed: ", "Down: ", "over     Backup VPN, tunnel 1 (vpn/tunnel-1)", "Delivered.");
  }

  @Test
  void aSingleConnectionFails() {
    Shell.run(
            "trace",
            BACKUP,
            "--from",
            "dc",
            "--to",
            "hub",
            "--fail",
            "Azure West Europe ExpressRoute 1 Gbps, primary connection")
        .says("secondary connection (er-secondary)", "Delivered.")
        .silentOn("over     Azure West Europe ExpressRoute 1 Gbps, primary");
  }

  @Test
  void whatNeverArrivesSaysWhereTheRouteStopped() {
    Shell.run("trace", VRF_PER_CLOUD, "--from", "Production", "--to", "Analytics")
        .ends(
            1,
            "There: does not arrive.",
            "Back: does not arrive.",
            "No route: Production has no route to 10.30.0.1.",
            "CE → PE 2 · VRF-AZ, over Access link CE – PE 2, VLAN 100:",
            "PE 2 · VRF-AZ finds its own AS 64900 in the path.",
            "VRF-AZ imports none of the route targets of VRF-AWS.");
  }

  @Test
  void aLoopIsNamed() throws IOException {
    String file =
        new Small()
            .router("a", 65001, "10.1.0.0/16")
            .router("b", 65002)
            .byHand("0.0.0.0/0", "bc")
            .router("c", 65003)
            .byHand("0.0.0.0/0", "bc")
            .link("ab", "a", "b", BgpEnd.DEFAULT, BgpEnd.DEFAULT.with("defaultOriginate", true))
            .link("bc", "b", "c")
            .in(folder);
    Shell.run("trace", file, "--from", "a", "--to", "8.8.8.8")
        .ends(
            1,
            "There: does not arrive.",
            "Back: No table holds the destination",
            "Forwarding loop: Packets for 8.8.8.8 go in a circle: B, C, B.");
    JsonNode json = Shell.run("trace", file, "--from", "A", "--to", "8.8.8.8", "--json").json();
    assertEquals("loop", json.at("/there/0/end").stringValue());
    assertTrue(json.path("symmetric").isNull());
    assertTrue(json.path("to").isNull());
  }

  @Test
  void aBlackHoleIsFound() throws IOException {
    String file =
        new Small()
            .router("a", 65001, "10.1.0.0/16")
            .router("b", 65002)
            .with("aggregates", List.of(new Aggregate(Prefix.of("10.0.0.0/8"), true)))
            .router("c", 65003, "10.3.0.0/16")
            .link("ab", "a", "b")
            .link("bc", "b", "c")
            .in(folder);
    Shell.run("trace", file, "--from", "a", "--to", "10.3.0.1").says("Delivered.");
    Shell.run("trace", file, "--from", "a", "--to", "10.9.0.1")
        .ends(
            1,
            "2  B",
            "matches  10.0.0.0/8, aggregate",
            "Discarded: B drops it by the summary 10.0.0.0/8, having nothing more specific.");
    Shell.run("trace", file, "--from", "a", "--to", "10.3.0.1", "--fail", "c")
        .ends(
            1,
            "Discarded: B drops it",
            "10.3.0.0/16 would lead there:",
            "C holds it, but is down. C has failed.",
            "C has failed. Its table is empty.");
  }

  @Test
  void bothFamiliesAreFollowed() throws IOException {
    String file =
        ring()
            .link("ab", "a", "b")
            .link("bc", "b", "c")
            .link("cd", "c", "d")
            .link("da", "d", "a")
            .in(folder);
    Shell.run("trace", file, "--from", "a", "--to", "c")
        .says(
            "Symmetric",
            "There: A → 10.3.0.1 in 10.3.0.0/16, 2001:db8:3::1 in 2001:db8:3::/48",
            "Delivered.");
    Shell.run("trace", file, "--from", "a", "--to", "2001:db8:3::/48", "--fail", "ab")
        .says("There: A → 2001:db8:3::1 in 2001:db8:3::/48", "2  D", "Delivered.");
    Shell.run("trace", file, "--from", "a", "--to", "2001:db8:9::1")
        .ends(1, "Nobody originates 2001:db8:9::1/128");
  }

  @Test
  void prefixesThatGoDifferentWaysAreToldApart() throws IOException {
    RoutePolicy six =
        new RoutePolicy(
            List.of(
                new RoutePolicy.Term(
                    "six",
                    List.of(new RoutePolicy.PrefixMatch(Prefix.of("2001:db8::/32"), 32, 128)),
                    List.of(),
                    null,
                    null,
                    true,
                    new RoutePolicy.Change(200L, null, 0, List.of(), List.of(), null))),
            true);
    String file =
        ring()
            .link("ab", "a", "b")
            .link("bc", "b", "c")
            .link("cd", "c", "d")
            .link("da", "d", "a", BgpEnd.DEFAULT, BgpEnd.DEFAULT.with("importPolicy", six))
            .in(folder);
    JsonNode json = Shell.run("trace", file, "--from", "a", "--to", "c", "--json").says().json();
    assertEquals(2, json.path("there").size());
    assertEquals(1, json.path("back").size());
    assertEquals(200, json.at("/there/1/hops/0/route/localPreference").intValue());
    assertFalse(json.path("symmetric").booleanValue());
    assertEquals("A", json.at("/parting/at/label").stringValue());
    assertEquals("D", json.at("/parting/there/label").stringValue());
    assertEquals("C", json.at("/parting/meets/label").stringValue());
    Shell.run("trace", file, "--from", "a", "--to", "c")
        .says("There: arrives, by 2 different ways.", "Asymmetric: from A packets go to D");
  }

  @Test
  void aRouterAnswersForTheSiteItIsAt() {
    Shell.run("trace", ONE_VRF, "--from", "ce1", "--to", "10.20.0.9")
        .says("There: CE 1 → 10.20.0.9\n", "Back: Production → 10.10.0.1 in 10.10.0.0/16");
    Shell.run("trace", ONE_VRF, "--from", "pe1", "--to", "10.20.0.9")
        .says("Back: PE 1 · ALL has no prefix of its own that answers could go to.");
  }

  @Test
  void badInputIsRefused() {
    Shell.run("trace", ONE_VRF, "--to", "vnet").refuses("--from");
    Shell.run("trace", ONE_VRF, "--from", "ALL", "--to", "vnet")
        .refuses("“ALL” may be any of", "PE 1 · ALL (pe1:vrf-all)");
    Shell.run("trace", ONE_VRF, "--from", "vnett", "--to", "vpc").refuses("“vnett”", "“vnet”?");
    Shell.run("trace", ONE_VRF, "--from", "vnet", "--to", "pe1").refuses("no prefix of its own");
    Shell.run("trace", ONE_VRF, "--from", "vnet", "--to", "vnet").refuses("the same place");
    Shell.run("trace", ONE_VRF, "--from", "vnet", "--to", "10.20.0.0/8").refuses("10.0.0.0/8");
    Shell.run("trace", ONE_VRF, "--from", "vnet", "--to", "10.20.0").refuses("no IP address");
    Shell.run("trace", ONE_VRF, "--from", "er-primary", "--to", "vnet")
        .refuses("“er-primary” has no routing table");
  }
}
