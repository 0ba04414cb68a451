package mcx.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcx.design.Aggregate;
import mcx.design.BgpEnd;
import mcx.design.RoutePolicy;
import mcx.inet.Community;
import mcx.inet.Prefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code mcx explain}: why a table has the route that it has, or has none. */
class ExplainCommandTest {

  private static final String BACKUP = "samples/vpn-backup-of-expressroute.mcx";
  private static final String ONE_VRF = "samples/layer-3-provider-one-vrf.mcx";
  private static final String VRF_PER_CLOUD = "samples/layer-3-provider-vrf-per-cloud.mcx";

  @TempDir Path folder;

  /** Two ways from A to C, over B and over D. */
  private static Small diamond(BgpEnd atAFromD, BgpEnd atCToB) {
    return new Small()
        .router("a", 65001, "10.1.0.0/16")
        .router("b", 65002)
        .router("c", 65003, "10.3.0.0/16", "2001:db8:3::/48")
        .router("d", 65004)
        .link("ab", "a", "b")
        .link("bc", "b", "c", BgpEnd.DEFAULT, atCToB)
        .link("cd", "c", "d")
        .link("da", "d", "a", BgpEnd.DEFAULT, atAFromD);
  }

  private static RoutePolicy change(RoutePolicy.Change change) {
    return new RoutePolicy(
        List.of(new RoutePolicy.Term("all", List.of(), List.of(), null, null, true, change)), true);
  }

  @Test
  void theChoiceIsAnEliminationStepByStep() {
    Shell.run("explain", BACKUP, "--vrf", "ce", "--prefix", "10.17.11.0/25")
        .says(
            "10.17.11.0/25 at CE  (ce)",
            "#  From",
            "*  1  ExpressRoute 1 Gbps primary",
            "4  VPN gateway",
            "How the choice falls",
            "Weight                       4 of 4",
            "Local preference             2 of 4  3: local preference 100 < 150",
            "4: local preference 100 < 150",
            "Router id                    1 of 2  2: router id 198.18.0.5 > 198.18.0.4",
            "In use: 1 from ExpressRoute 1 Gbps primary, decided last by: Router id.",
            "keeps the older",
            "How it came here",
            "Hub                          –        holds it",
            "eBGP, AS path 65515 becomes empty",
            "CE                           12076    eBGP, sets local preference 150");
  }

  @Test
  void theJsonHoldsTheSameForScripts() {
    JsonNode json =
        Shell.run("explain", BACKUP, "--vrf", "ce", "--prefix", "10.17.11.0/25", "--json")
            .says()
            .json();
    assertEquals("explanation", json.path("of").stringValue());
    assertEquals(4, json.at("/used/candidates").size());
    assertEquals("local-preference", json.at("/used/steps/2/step").stringValue());
    assertEquals("[3,4]", json.at("/used/steps/2/out").toString());
    assertTrue(json.at("/used/dependsOnArrival").booleanValue());
    assertEquals("hub", json.at("/used/way/0/table/node").stringValue());
    assertTrue(json.path("missing").isNull());
  }

  @Test
  void equalRoutesShareTheTraffic() {
    Shell.run("explain", ONE_VRF, "--vrf", "Amsterdam", "--prefix", "10.20.0.0/16")
        .says(
            "*  1  CE 1",
            "=  2  CE 2",
            "2 of 2",
            "In use: 1 from CE 1, 2 from CE 2; equal, they share the traffic.");
  }

  @Test
  void anOnlyRouteNeedsNoSteps() {
    Shell.run("explain", ONE_VRF, "--vrf", "vpc", "--prefix", "10.10.0.0/16")
        .says("It is the only route.", "Amsterdam", "VGW", "handed over")
        .silentOn("How the choice falls");
  }

  @Test
  void forAnAddressTheLongestMatchIsExplained() {
    Shell.run("explain", ONE_VRF, "--vrf", "ce1", "--prefix", "10.20.7.1")
        .says("10.20.7.1 at CE 1", "The longest match for 10.20.7.1: 10.20.0.0/16");
    Shell.run("explain", ONE_VRF, "--vrf", "ce1", "--prefix", "10.20.7.0/24")
        .says("No table has 10.20.7.0/24 itself. The longest prefix that holds it: 10.20.0.0/16");
    Shell.run("explain", ONE_VRF, "--vrf", "ce1", "--prefix", "10.0.0.0/8")
        .says("Nobody originates 10.0.0.0/8", "More specific here: 10.10.0.0/16, 10.20.0.0/16");
  }

  @Test
  void whatPoliciesDidIsSaidAtEachHop() throws IOException {
    BgpEnd importing =
        BgpEnd.DEFAULT.with(
            "importPolicy", change(new RoutePolicy.Change(300L, null, 0, List.of(), List.of(), 7)));
    BgpEnd exporting =
        BgpEnd.DEFAULT.with(
            "exportPolicy",
            change(
                new RoutePolicy.Change(
                    null, 50L, 1, List.of(Community.of("65003:9")), List.of(), null)));
    String file = diamond(importing, exporting).in(folder);
    Shell.run("explain", file, "--vrf", "b", "--prefix", "10.3.0.0/16")
        .says("eBGP, prepends 65003 65003, sets MED 50, adds community 65003:9");
    Shell.run("explain", file, "--vrf", "a", "--prefix", "2001:db8:3::/48")
        .says(
            "1 of 2  2: weight 0 < 7",
            "decided last by: Weight",
            "eBGP, sets local preference 300, sets weight 7");
  }

  // --- what is not there ---

  @Test
  void aPolicyThatStopsItIsFound() throws IOException {
    BgpEnd refusing =
        BgpEnd.DEFAULT.with("importPolicy", RoutePolicy.only(List.of(Prefix.of("10.9.0.0/16"))));
    String file =
        new Small()
            .router("a", 65001)
            .router("b", 65002)
            .router("c", 65003, "10.3.0.0/16")
            .link("ab", "a", "b")
            .link("bc", "b", "c", refusing, BgpEnd.DEFAULT)
            .in(folder);
    Shell.run("explain", file, "--vrf", "a", "--prefix", "10.3.0.0/16")
        .says(
            "No route to 10.3.0.0/16 at A.",
            "It begins at C; 1 table has it.",
            "C → B, over Link B – C:",
            "The policy of B does not let it in.");
    JsonNode json =
        Shell.run("explain", file, "--vrf", "a", "--prefix", "10.3.0.7", "--json").json();
    assertEquals("10.3.0.7", json.path("asked").stringValue());
    assertTrue(json.path("used").isNull());
    assertEquals("policy", json.at("/missing/stops/0/cause").stringValue());
    assertEquals(1, json.at("/missing/stops/0/distance").intValue());
    assertEquals("bc", json.at("/missing/stops/0/via").stringValue());
  }

  @Test
  void aCommunityAndASummaryThatStopItAreFound() throws IOException {
    BgpEnd local =
        BgpEnd.DEFAULT.with(
            "exportPolicy",
            change(
                new RoutePolicy.Change(
                    null, null, 0, List.of(Community.NO_EXPORT), List.of(), null)));
    String kept =
        new Small()
            .router("a", 65001)
            .router("b", 65002)
            .router("c", 65003, "10.3.0.0/16")
            .link("ab", "a", "b")
            .link("bc", "b", "c", BgpEnd.DEFAULT, local)
            .in(folder);
    Shell.run("explain", kept, "--vrf", "a", "--prefix", "10.3.0.0/16")
        .says("B → A, over Link A – B:", "It carries the community no-export");
    String summed =
        new Small()
            .router("a", 65001)
            .router("b", 65002)
            .with("aggregates", List.of(new Aggregate(Prefix.of("10.0.0.0/8"), true)))
            .router("c", 65003, "10.3.0.0/16")
            .link("ab", "a", "b")
            .link("bc", "b", "c")
            .in(folder);
    Shell.run("explain", summed, "--vrf", "a", "--prefix", "10.3.0.1")
        .says(
            "No route to 10.3.0.0/16, which holds 10.3.0.1 at A.",
            "B sends the summary 10.0.0.0/8 instead.",
            "The longest match for 10.3.0.1: 10.0.0.0/8",
            "It is the only route.",
            "makes it as a summary");
    Shell.run("explain", summed, "--vrf", "b", "--prefix", "10.0.0.0/8", "--fail", "bc")
        .says("B makes it as a summary, but has no more specific route");
  }

  @Test
  void aLimitThatTrippedIsFound() throws IOException {
    String file =
        new Small()
            .router("a", 65001)
            .router("b", 65002, "10.2.0.0/24", "10.2.1.0/24", "10.2.2.0/24")
            .link("ab", "a", "b", BgpEnd.DEFAULT.with("prefixLimit", 2), BgpEnd.DEFAULT)
            .in(folder);
    Shell.run("explain", file, "--vrf", "a", "--prefix", "10.2.0.0/24")
        .says(
            "Limit exceeded: A got 3 IPv4 prefixes over ab and takes at most 2",
            "Down: A – B (ab): ",
            "The session is down: A got 3 IPv4 prefixes and takes at most 2");
  }

  @Test
  void whatFailedIsNamed() {
    Shell.run("explain", ONE_VRF, "--vrf", "vpc", "--prefix", "10.10.0.0/16", "--fail", "dx-vif")
        .says(
            "It begins at Amsterdam; 13 tables have it.",
            "PE 3 · ALL → Direct Connect 1 Gbps primary",
            "primary connection has failed.");
    Shell.run("explain", ONE_VRF, "--vrf", "vpc", "--prefix", "10.20.0.0/16", "--fail", "azure")
        .says("Production holds it, but is down. Production is down, because");
    Shell.run("explain", ONE_VRF, "--vrf", "pe1", "--prefix", "10.20.0.0/16", "--fail", "pe1")
        .says("PE 1 has failed. Its table is empty.");
  }

  @Test
  void whatIsKeptApartIsSaidAfterWhatIsStopped() {
    Shell.run("explain", VRF_PER_CLOUD, "--vrf", "pe2:vrf-az", "--prefix", "10.30.0.0/16")
        .says(
            "CE → PE 2 · VRF-AZ",
            "finds its own AS 64900 in the path.",
            "VRF-AZ imports none of the route targets of VRF-AWS.");
  }

  @Test
  void aRouteByHandThatDoesNotStandSaysWhy() throws IOException {
    String file =
        new Small()
            .router("a", 65001)
            .byHand("10.9.0.0/16", "ab")
            .router("b", 65002)
            .link("ab", "a", "b")
            .in(folder);
    Shell.run("explain", file, "--vrf", "a", "--prefix", "10.9.0.0/16")
        .says("static", "has it by hand, to B");
    Shell.run("explain", file, "--vrf", "b", "--prefix", "10.9.0.0/16")
        .says("A has it itself, but does not offer it to BGP.");
    Shell.run("explain", file, "--vrf", "a", "--prefix", "10.9.0.0/16", "--fail", "ab")
        .says("A has it by hand, but over Link A – B. Link A – B has failed.");
  }

  @Test
  void theReadmeShowsWhatIsPrinted() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String command = "$ mcx explain ";
    int at = readme.indexOf(command);
    String[] shown = readme.substring(at, readme.indexOf("```", at)).split("\n", 2);
    String[] args = shown[0].substring("$ mcx ".length()).split(" ");
    assertEquals(shown[1].stripTrailing(), Shell.run(args).says().out().stripTrailing());
  }

  @Test
  void badInputIsRefused() {
    Shell.run("explain", ONE_VRF, "--vrf", "ce1").refuses("--prefix");
    Shell.run("explain", ONE_VRF, "--vrf", "ALL", "--prefix", "10.0.0.0/8").refuses("any of");
    Shell.run("explain", ONE_VRF, "--vrf", "ce9", "--prefix", "10.0.0.0/8")
        .refuses("no table “ce9”", "Did you mean “ce1”");
    Shell.run("explain", ONE_VRF, "--vrf", "ce1", "--prefix", "10.1.1.0/8").refuses("10.0.0.0/8");
    Shell.run("explain", ONE_VRF, "--vrf", "ce1", "--prefix", "here").refuses("no IP address");
  }
}
