package mcx.routing;

import static mcx.routing.Look.best;
import static mcx.routing.Look.lost;
import static mcx.routing.Look.path;
import static mcx.routing.Look.rib;
import static mcx.routing.Look.told;
import static mcx.routing.Look.trace;
import static mcx.routing.Look.via;
import static mcx.routing.Nets.always;
import static mcx.routing.Nets.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.Node;
import mcx.network.Policy;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.junit.jupiter.api.Test;

/** Networks by hand, and the tables that routers would have. */
class RoutingTest {

  private static final UnaryOperator<Session.End> AS_IS = UnaryOperator.identity();

  @Test
  void outerSessionsPrependAndRefuseLoops() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002);
    nets.router("C", 65003).holds("10.3.0.0/16", "2001:db8:3::/48");
    nets.session("A", "B").session("B", "C").session("C", "A");
    Solution s = nets.solve();
    assertEquals(
        List.of("10.1.0.0/16 []", "10.3.0.0/16 [65003]", "2001:db8:3::/48 [65003]"), rib(s, "A"));
    assertEquals(
        List.of("10.1.0.0/16 [65001]", "10.3.0.0/16 [65003]", "2001:db8:3::/48 [65003]"),
        rib(s, "B"));
    assertEquals(List.of("AS path length 2 > 1"), lost(s, "B", "10.3.0.0/16"));
    assertEquals("65002 65003", path(nets.solve("C-A"), "A", "10.3.0.0/16"));
    assertEquals("-", path(nets.solve("C-A", "A-B"), "A", "10.3.0.0/16"));
    assertEquals("C A DELIVERED", trace(s, "C", "10.1.0.1"));
    assertEquals("A NO_ROUTE", trace(s, "A", "192.0.2.1"));
  }

  @Test
  void ownNumberInAPathIsRefusedInWords() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002);
    nets.router("C", 65003);
    nets.session("A", "B").session("B", "C");
    // A does not tell C, so C has nothing better to tell A than what A began.
    nets.session("C", "A", AS_IS, end("exportPolicy", Policy.DENY));
    assertEquals(
        "REFUSED_LOOP [65003 65002 65001] A finds its own AS 65001 in the path.",
        told(nets.solve(), "C-A", "C", "10.1.0.0/16"));
  }

  @Test
  void sessionStatesSayWhy() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65001);
    nets.wire("A", "B", 5).inner("A", "B");
    assertTrue(nets.solve().session("A~B").up());
    assertEquals(
        "Inner routing has no path between A and B.", nets.solve("A-B").session("A~B").reason());
    assertEquals("B is down.", nets.solve("B").session("A~B").reason());
    assertEquals("“A~B” has failed.", nets.solve("A~B").session("A~B").reason());
    Solution s = nets.solve("B");
    assertFalse(s.isUp("B"));
    assertFalse(s.isSegmentUp("A-B"));
    assertTrue(s.rib(Nets.table("B")).isEmpty());
    assertEquals("B DOWN", trace(s, "B", "10.1.0.1"));
  }

  @Test
  void segmentThatNeverComesUpKeepsItsSessionDown() {
    Nets nets = new Nets();
    nets.router("A", 65001);
    nets.router("B", 65002).holds("10.2.0.0/16");
    nets.session("A", "B");
    mcx.network.Network n = nets.build();
    Segment broken =
        mcx.design.Components.with(
            n.segments().getFirst(), "downBecause", "The two ends share no PFS group.");
    Solution s =
        Routing.solve(
            new mcx.network.Network(
                n.nodes(), List.of(broken), n.sessions(), n.propagations(), n.vpnDomains()),
            mcx.network.Failures.NONE);
    assertEquals("The two ends share no PFS group.", s.session("A-B").reason());
    assertTrue(s.rib(Nets.table("A")).isEmpty());
  }

  @Test
  void innerRoutesAreNotToldToInnerNeighbors() {
    Nets nets = new Nets();
    nets.router("X", 65009).holds("10.9.0.0/16");
    nets.router("R1", 65001);
    nets.router("R2", 65001);
    nets.router("R3", 65001);
    nets.session("X", "R1");
    nets.wire("R1", "R2", 10).wire("R2", "R3", 10);
    UnaryOperator<Session.End> self = end("nextHopSelf", true);
    nets.inner("R1", "R2", self, self).inner("R2", "R3", self, self);
    Solution chain = nets.solve();
    assertEquals("65009", path(chain, "R2", "10.9.0.0/16"));
    assertEquals("-", path(chain, "R3", "10.9.0.0/16"));
    assertEquals(
        "WITHHELD_INNER [65009] R2 learned it inside its AS, and does not tell others inside"
            + " (RFC 4271 §9.2.1).",
        told(chain, "R2~R3", "R2", "10.9.0.0/16"));
    nets.inner("R1", "R3", self, self);
    Solution mesh = nets.solve();
    assertEquals("65009", path(mesh, "R3", "10.9.0.0/16"));
    Route at3 = best(mesh, "R3", "10.9.0.0/16");
    assertNotNull(at3);
    assertEquals(20, at3.igpCost());
    assertEquals(VrfId.of("R2"), at3.nextHop());
    assertEquals("R3 R2 R1 X DELIVERED", trace(mesh, "R3", "10.9.0.1"));
  }

  @Test
  void innerNextHopMustBeReachable() {
    Solution unresolved = withOuterCost(0).solve();
    assertEquals("-", path(unresolved, "R2", "10.9.0.0/16"));
    assertEquals("ACCEPTED [65009]", told(unresolved, "R1~R2", "R1", "10.9.0.0/16"));
    // With the outer wire in inner routing too, the neighbour's address is known inside.
    Solution resolved = withOuterCost(3).solve();
    assertEquals("65009", path(resolved, "R2", "10.9.0.0/16"));
    assertEquals(13, resolved.entry(VrfId.of("R2"), Prefix.of("10.9.0.0/16")).first().igpCost());
    assertEquals("R2 R1 X DELIVERED", trace(resolved, "R2", "10.9.0.1"));
  }

  private static Nets withOuterCost(int cost) {
    Nets nets = new Nets();
    nets.router("X", 65009).holds("10.9.0.0/16");
    nets.router("R1", 65001);
    nets.router("R2", 65001);
    nets.segment("X-R1", Segment.Kind.LINK, "X", "R1", cost);
    nets.sessionOver("X-R1", "X", "R1", "X-R1", AS_IS, AS_IS);
    return nets.wire("R1", "R2", 10).inner("R1", "R2");
  }

  @Test
  void reflectorPassesInnerRoutesOnWithoutCircles() {
    Nets nets = new Nets();
    nets.router("X", 65009).holds("10.9.0.0/16");
    nets.router("RR1", 65001);
    nets.router("RR2", 65001);
    nets.router("C1", 65001);
    nets.router("C2", 65001);
    nets.session("X", "C1");
    nets.wire("RR1", "RR2", 1).wire("RR1", "C1", 1).wire("RR2", "C2", 1);
    UnaryOperator<Session.End> client = end("reflectorClient", true);
    UnaryOperator<Session.End> self = end("nextHopSelf", true);
    nets.inner("RR1", "RR2", client, client);
    nets.inner("RR1", "C1", client, self).inner("RR2", "C2", client, self);
    nets.inner("RR2", "C1", client, self);
    Solution s = nets.solve();
    assertTrue(s.converged());
    Route at2 = best(s, "C2", "10.9.0.0/16");
    assertNotNull(at2);
    assertEquals("65009", at2.asPath().toString());
    assertNotNull(at2.reflection());
    assertEquals("10.255.0.4", at2.reflection().originator().toString(), "C1");
    assertEquals(VrfId.of("C1"), at2.exit());
    assertTrue(
        told(s, "RR1~RR2", "RR1", "10.9.0.0/16").startsWith("ACCEPTED"),
        told(s, "RR1~RR2", "RR1", "10.9.0.0/16"));
    assertEquals("C2 RR2 RR1 C1 X DELIVERED", trace(s, "C2", "10.9.0.1"));
    Solution one = nets.solve("RR2~C1");
    assertEquals(
        "-",
        told(one, "RR1~RR2", "RR2", "10.9.0.0/16"),
        "what came over a session does not go back over it");
    Solution two = nets.solve("RR1~RR2");
    Route direct = best(two, "C2", "10.9.0.0/16");
    assertNotNull(direct);
    assertEquals(List.of("10.255.0.3"), clusters(direct));
  }

  private static List<String> clusters(Route r) {
    return r.reflection() == null
        ? List.of()
        : r.reflection().clusters().stream().map(Object::toString).toList();
  }

  @Test
  void vrfsAreKeptApartAndJoinedByRouteTargets() {
    Nets nets = provider(Set.of("64900:1"), Set.of("64900:2"));
    Solution apart = nets.solve();
    assertEquals(List.of("10.20.0.0/16 [12076]"), rib(apart, "PE1:AZ"));
    assertEquals(List.of("10.30.0.0/16 [64514]"), rib(apart, "PE2:AWS"));
    assertEquals(List.of("10.20.0.0/16 [12076]"), rib(apart, "PE2:AZ"));
    Solution joined = provider(Set.of("64900:1", "64900:2"), Set.of("64900:1", "64900:2")).solve();
    assertEquals(List.of("10.20.0.0/16 [12076]", "10.30.0.0/16 [64514]"), rib(joined, "PE1:AZ"));
    Route r = best(joined, "PE1:AZ", "10.30.0.0/16");
    assertNotNull(r);
    assertEquals(Learned.VPN, r.learned());
    assertEquals(7, r.igpCost());
    assertEquals("64900 64514", path(joined, "AZ", "10.30.0.0/16"));
    assertEquals("AZ PE1:AZ PE2:AWS AWS DELIVERED", trace(joined, "AZ", "10.30.0.1"));
    assertEquals(
        "-",
        path(provider(Set.of("64900:1", "64900:2"), Set.of()).solve("core"), "AZ", "10.30.0.0/16"));
  }

  /** VRF-AZ exports 64900:1, VRF-AWS 64900:2; they import as given. */
  private static Nets provider(Set<String> azImports, Set<String> awsImports) {
    Nets nets = new Nets();
    nets.router("AZ", 12076).holds("10.20.0.0/16");
    nets.router("AWS", 64514).holds("10.30.0.0/16");
    nets.edge("PE1").vrf("AZ", 64900L, azImports, Set.of("64900:1"));
    nets.edge("PE2")
        .vrf("AWS", 64900L, awsImports, Set.of("64900:2"))
        .vrf("AZ", 64900L, azImports, Set.of("64900:1"));
    nets.session("AZ", "PE1:AZ").session("AWS", "PE2:AWS");
    return nets.domain("core", 7, "PE1", "PE2");
  }

  @Test
  void coreCostIsTheShortestOverEdgesThatAreUp() {
    Nets nets = new Nets();
    for (String pe : List.of("PE1", "PE2", "PE3")) {
      nets.edge(pe).vrf("V", 64900L, Set.of("64900:1"), Set.of("64900:1"));
    }
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.session("A", "PE1:V");
    nets.domain(
        new mcx.network.VpnDomain(
            "core",
            new mcx.network.Origin("core"),
            List.of(Nets.table("PE1:V"), Nets.table("PE2:V"), Nets.table("PE3:V")),
            List.of(
                new mcx.network.VpnDomain.Cost("PE1", "PE2", 100),
                new mcx.network.VpnDomain.Cost("PE1", "PE3", 10),
                new mcx.network.VpnDomain.Cost("PE3", "PE2", 20)),
            1000));
    assertEquals(30, cost(nets.solve()));
    assertEquals(100, cost(nets.solve("PE3")));
  }

  private static int cost(Solution s) {
    Route r = best(s, "PE2:V", "10.1.0.0/16");
    assertNotNull(r);
    return r.igpCost();
  }

  @Test
  void vrfPerCloudLosesReadvertisedRoutesToItsOwnAsUnlessAllowed() {
    Solution refused = hairpin(0, 64900, 64900).solve();
    assertEquals("-", path(refused, "AZ", "10.30.0.0/16"));
    assertEquals(
        "REFUSED_LOOP [65010 64900 64514] PE · AZ finds its own AS 64900 in the path.",
        told(refused, "CE-PE:AZ", "CE", "10.30.0.0/16"));
    Solution allowed = hairpin(1, 64900, 64900).solve();
    assertEquals("64900 65010 64900 64514", path(allowed, "AZ", "10.30.0.0/16"));
    assertEquals("AZ PE:AZ CE PE:AWS AWS DELIVERED", trace(allowed, "AZ", "10.30.0.1"));
    Solution ownNumbers = hairpin(0, 64901, 64902).solve();
    assertEquals("64901 65010 64902 64514", path(ownNumbers, "AZ", "10.30.0.0/16"));
  }

  private static Nets hairpin(int allowAsIn, long asnAz, long asnAws) {
    Nets nets = new Nets();
    nets.router("CE", 65010).holds("10.10.0.0/16");
    nets.router("AZ", 12076).holds("10.20.0.0/16");
    nets.router("AWS", 64514).holds("10.30.0.0/16");
    nets.edge("PE")
        .vrf("AZ", asnAz, Set.of("64900:1"), Set.of("64900:1"))
        .vrf("AWS", asnAws, Set.of("64900:2"), Set.of("64900:2"));
    nets.session("AZ", "PE:AZ").session("AWS", "PE:AWS");
    nets.session("CE", "PE:AZ", AS_IS, end("allowAsIn", allowAsIn));
    nets.session("CE", "PE:AWS", AS_IS, end("allowAsIn", allowAsIn));
    return nets.domain("core", 1, "PE");
  }

  @Test
  void asOverrideRewritesAndSenderMayHoldBack() {
    Nets nets = new Nets();
    nets.router("E1", 12076).holds("10.20.0.0/16");
    nets.router("E2", 12076);
    nets.router("P", 64900);
    nets.session("E1", "P");
    nets.segment("plain", Segment.Kind.LINK, "P", "E2", 0);
    nets.sessionOver("plain", "P", "E2", "plain", AS_IS, AS_IS);
    nets.segment("over", Segment.Kind.LINK, "P", "E2", 0);
    nets.sessionOver("over", "P", "E2", "over", end("asOverride", true), AS_IS);
    nets.segment("held", Segment.Kind.LINK, "P", "E2", 0);
    nets.sessionOver("held", "P", "E2", "held", end("holdBackNeighborAs", true), AS_IS);
    Solution s = nets.solve();
    assertEquals(
        "REFUSED_LOOP [64900 12076] E2 finds its own AS 12076 in the path.",
        told(s, "plain", "P", "10.20.0.0/16"));
    assertEquals(
        "WITHHELD_NEIGHBOR_AS [64900 12076] P holds it back, because AS 12076 is in its path"
            + " already.",
        told(s, "held", "P", "10.20.0.0/16"));
    assertEquals("64900 64900", path(s, "E2", "10.20.0.0/16"));
  }

  @Test
  void privateNumbersAreRemovedOnlyFromPathsOfNothingElse() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("T", 3320).holds("10.2.0.0/16");
    nets.router("P", 64900);
    nets.router("Q", 3356);
    nets.router("Z", 1299);
    nets.session("A", "P").session("T", "P");
    nets.session("P", "Q", AS_IS, AS_IS);
    nets.session("Q", "Z", end("privateAs", Session.PrivateAs.REMOVE_IF_ALL), AS_IS);
    Solution s = nets.solve();
    assertEquals("3356", path(s, "Z", "10.1.0.0/16"));
    assertEquals("3356 64900 3320", path(s, "Z", "10.2.0.0/16"));
  }

  @Test
  void theNeighborsOwnPrivateNumberStays() {
    Nets nets = new Nets();
    nets.router("A", 64900).holds("10.1.0.0/16");
    nets.router("Q", 3356);
    nets.router("Z", 64901);
    nets.session("A", "Q");
    nets.session("Q", "A", end("privateAs", Session.PrivateAs.REMOVE_IF_ALL), AS_IS);
    nets.session("Q", "Z", end("privateAs", Session.PrivateAs.REMOVE_IF_ALL), AS_IS);
    Solution s = nets.solve();
    assertEquals("3356", path(s, "Z", "10.1.0.0/16"));
    assertEquals(
        "REFUSED_LOOP [3356 64900] A finds its own AS 64900 in the path.",
        told(s, "Q-A", "Q", "10.1.0.0/16"));
  }

  @Test
  void aNeighborThatShutsDownIsLastWhateverThePolicySays() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002);
    Policy shut =
        always(
            new Policy.Change(
                null, null, 0, null, Set.of(Community.GRACEFUL_SHUTDOWN), Set.of(), null, null));
    Policy preferring = always(Policy.Change.localPreference(200));
    nets.session("A", "B", end("exportPolicy", shut), end("importPolicy", preferring));
    Route r = best(nets.solve(), "B", "10.1.0.0/16");
    assertNotNull(r);
    assertEquals(0, r.localPreference());
  }

  @Test
  void anExportPolicyIsAskedAboutRoutesWithoutCommunities() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002);
    nets.session("A", "B", end("exportPolicy", always(Nets.med(20))), AS_IS);
    Route r = best(nets.solve(), "B", "10.1.0.0/16");
    assertNotNull(r);
    assertEquals(20, r.med());
  }

  /** The next hop is an address of one wire, also where the neighbour has a nearer one. */
  @Test
  void theCostToANextHopOutsideIsThatOfItsOwnWire() {
    Nets nets = new Nets();
    nets.router("X", 65009).holds("10.9.0.0/16");
    nets.router("R1", 65001);
    nets.router("R2", 65001);
    nets.router("R3", 65001);
    nets.wire("X", "R1", 5).wire("X", "R2", 1);
    nets.sessionOver("one", "X", "R1", "X-R1", AS_IS, AS_IS);
    nets.sessionOver("two", "X", "R2", "X-R2", AS_IS, AS_IS);
    nets.wire("R1", "R3", 10).wire("R2", "R3", 10).inner("R1", "R3").inner("R2", "R3");
    RibEntry e = nets.solve().entry(VrfId.of("R3"), Prefix.of("10.9.0.0/16"));
    assertNotNull(e);
    assertEquals("R2~R3", e.first().via());
    assertEquals(11, e.first().igpCost());
    assertEquals("cost to the next hop 15 > 11", e.lost().getFirst().step());
  }

  @Test
  void policiesMatchInOrderAndChange() {
    Community tag = Community.of("65001:7");
    Policy in =
        new Policy(
            List.of(
                Statement.denyPrefixes(
                    null, List.of(Policy.Match.within(Prefix.of("10.1.0.0/16")))),
                new Statement(
                    null,
                    List.of(),
                    Set.of(tag),
                    null,
                    null,
                    Set.of(),
                    Set.of(),
                    true,
                    Policy.Change.localPreference(300))),
            true);
    Policy out =
        new Policy(
            List.of(
                new Statement(
                    null,
                    List.of(Policy.Match.exactly(Prefix.of("10.2.0.0/16"))),
                    Set.of(),
                    null,
                    null,
                    Set.of(Learned.LOCAL),
                    Set.of(),
                    true,
                    new Policy.Change(null, 50L, 2, null, Set.of(tag), Set.of(), null, null))),
            true);
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.5.0/24", "10.2.0.0/16", "10.3.0.0/16");
    nets.router("B", 65002);
    nets.session("A", "B", end("exportPolicy", out), end("importPolicy", in));
    Solution s = nets.solve();
    assertEquals(List.of("10.2.0.0/16 [65001 65001 65001]", "10.3.0.0/16 [65001]"), rib(s, "B"));
    Route tagged = best(s, "B", "10.2.0.0/16");
    assertNotNull(tagged);
    assertEquals(300, tagged.localPreference());
    assertEquals(50, tagged.med());
    assertEquals(Set.of(tag), tagged.communities());
    assertEquals(
        "REFUSED_POLICY [65001] The policy of B does not let it in.",
        told(s, "A-B", "A", "10.1.5.0/24"));
  }

  @Test
  void policyMayAskHowARouteCameIn() {
    Policy noTransit =
        new Policy(
            List.of(Statement.deny("It does not pass on what it learned.", Learned.EXTERNAL)),
            true);
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002).holds("10.2.0.0/16");
    nets.router("C", 65003);
    nets.session("A", "B").session("B", "C", end("exportPolicy", noTransit), AS_IS);
    Solution s = nets.solve();
    assertEquals(List.of("10.2.0.0/16 [65002]"), rib(s, "C"));
    assertEquals(
        "WITHHELD_POLICY [65002 65001] It does not pass on what it learned.",
        told(s, "B-C", "B", "10.1.0.0/16"));
    Policy only =
        new Policy(
            List.of(
                new Statement(
                    null,
                    List.of(),
                    Set.of(),
                    null,
                    null,
                    Set.of(),
                    Set.of("A-B"),
                    true,
                    Policy.Change.NONE)),
            false);
    Nets again = new Nets();
    again.router("A", 65001).holds("10.1.0.0/16");
    again.router("B", 65002).holds("10.2.0.0/16");
    again.router("C", 65003);
    again.session("A", "B").session("B", "C", end("exportPolicy", only), AS_IS);
    assertEquals(List.of("10.1.0.0/16 [65002 65001]"), rib(again.solve(), "C"));
  }

  @Test
  void wellKnownCommunitiesKeepRoutesBack() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002);
    nets.router("C", 65003);
    nets.router("B2", 65002);
    Policy mark =
        always(
            new Policy.Change(
                null, null, 0, null, Set.of(Community.NO_EXPORT), Set.of(), null, null));
    nets.session("A", "B", end("exportPolicy", mark), AS_IS).session("B", "C");
    nets.wire("B", "B2", 1).inner("B", "B2", end("nextHopSelf", true), AS_IS);
    Solution s = nets.solve();
    assertEquals("-", path(s, "C", "10.1.0.0/16"));
    assertEquals("65001", path(s, "B2", "10.1.0.0/16"));
    assertEquals(
        "WITHHELD_COMMUNITY [65002 65001] It carries the community no-export (RFC 1997).",
        told(s, "B-C", "B", "10.1.0.0/16"));
  }

  @Test
  void localPreferenceAndMedStayInsideTheAs() {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002);
    nets.router("B2", 65002);
    nets.router("C", 65003);
    nets.session(
        "A",
        "B",
        end("exportPolicy", always(Nets.med(70))),
        end("importPolicy", always(Policy.Change.localPreference(250))));
    nets.wire("B", "B2", 1).inner("B", "B2", end("nextHopSelf", true), AS_IS);
    nets.session("B2", "C");
    Solution s = nets.solve();
    Route inside = best(s, "B2", "10.1.0.0/16");
    Route outside = best(s, "C", "10.1.0.0/16");
    assertNotNull(inside);
    assertNotNull(outside);
    assertEquals(250, inside.localPreference());
    assertEquals(70, inside.med());
    assertEquals(100, outside.localPreference());
    assertEquals(0, outside.med());
  }

  @Test
  void staticRoutesFollowTheirSegmentAndAreOfferedOnlyWhenAsked() {
    Nets nets = new Nets();
    nets.router("A", 65001);
    nets.router("B", 0).holds("10.2.0.0/16");
    nets.router("C", 65003);
    nets.wire("A", "B", 0);
    nets.session("A", "C");
    Vrf.StaticRoute kept =
        new Vrf.StaticRoute(Prefix.of("10.2.0.0/16"), VrfId.of("B"), "A-B", 1, false);
    Vrf.StaticRoute offered = mcx.design.Components.with(kept, "redistribute", true);
    nets.boxStatics("A", kept);
    assertEquals(List.of("10.2.0.0/16 []"), rib(nets.solve(), "A"));
    assertEquals(List.of(), rib(nets.solve(), "C"));
    nets.boxStatics("A", offered);
    assertEquals(List.of("10.2.0.0/16 [65001]"), rib(nets.solve(), "C"));
    assertEquals("C A B DELIVERED", trace(nets.solve(), "C", "10.2.0.1"));
    assertEquals(List.of(), rib(nets.solve("A-B"), "C"));
    assertEquals(List.of(), rib(nets.solve("B"), "A"));
    nets.boxStatics("A", new Vrf.StaticRoute(Prefix.of("10.2.0.0/16"), null, null, 1, true));
    assertEquals("C A DISCARDED", trace(nets.solve(), "C", "10.2.0.1"));
  }

  @Test
  void floatingStaticRouteStepsInAndHiddenBgpRouteIsStillTold() {
    Nets nets = new Nets();
    nets.router("O", 65001).holds("10.1.0.0/16");
    nets.router("R", 65002)
        .statics(new Vrf.StaticRoute(Prefix.of("10.1.0.0/16"), VrfId.of("O"), "vpn", 254, false));
    nets.router("N", 65003);
    nets.session("O", "R").session("R", "N");
    nets.segment("vpn", Segment.Kind.TUNNEL, "R", "O", 0);
    Solution well = nets.solve();
    assertEquals("O-R", via(well, "R", "10.1.0.0/16"));
    assertEquals(List.of("administrative distance 254 > 20"), lost(well, "R", "10.1.0.0/16"));
    assertEquals("vpn", via(nets.solve("O-R"), "R", "10.1.0.0/16"));
    nets.boxStatics(
        "R", new Vrf.StaticRoute(Prefix.of("10.1.0.0/16"), VrfId.of("O"), "vpn", 1, false));
    Solution preferred = nets.solve();
    assertEquals("vpn", via(preferred, "R", "10.1.0.0/16"));
    assertEquals("65002 65001", path(preferred, "N", "10.1.0.0/16"));
  }

  @Test
  void summariesStandOnMoreSpecificRoutesAndMayHideThem() {
    for (boolean only : List.of(true, false)) {
      Nets nets = new Nets();
      nets.router("S", 65001).holds("10.1.1.0/24", "10.1.2.0/24");
      nets.router("R", 65002).summary("10.1.0.0/16", only);
      nets.router("N", 65003);
      nets.session("S", "R").session("R", "N");
      Solution s = nets.solve();
      assertEquals(
          only
              ? List.of("10.1.0.0/16 [65002]")
              : List.of(
                  "10.1.0.0/16 [65002]", "10.1.1.0/24 [65002 65001]", "10.1.2.0/24 [65002 65001]"),
          rib(s, "N"));
      assertEquals("N R S DELIVERED", trace(s, "N", "10.1.1.9"));
      assertEquals("N R DISCARDED", trace(s, "N", "10.1.9.9"));
      assertEquals(List.of(), rib(nets.solve("S-R"), "N"));
      if (only) {
        assertEquals(
            "WITHHELD_POLICY [65002 65001] R sends the summary 10.1.0.0/16 instead.",
            told(s, "R-N", "R", "10.1.1.0/24"));
      }
    }
  }

  @Test
  void defaultRouteIsSentByHand() {
    Nets nets = new Nets();
    nets.router("P", 65001).holds("192.0.2.0/24");
    nets.router("C", 65002);
    nets.router("D", 65003);
    nets.session(
        "P",
        "C",
        e -> Nets.set(Nets.set(e, "defaultOriginate", true), "exportPolicy", Policy.DENY),
        AS_IS);
    nets.session("C", "D");
    Solution s = nets.solve();
    assertTrue(s.converged());
    assertEquals(List.of("0.0.0.0/0 [65001]"), rib(s, "C"));
    assertEquals(List.of("0.0.0.0/0 [65002 65001]"), rib(s, "D"));
    assertEquals(List.of("192.0.2.0/24 []"), rib(s, "P"));
    assertEquals("D C P DELIVERED", trace(s, "D", "192.0.2.1"));
    assertEquals("D C P NO_ROUTE", trace(s, "D", "198.51.100.1"));
    assertEquals(List.of(), rib(nets.solve("P-C"), "D"));
  }

  @Test
  void sitesExchangeByPropagationAndNothingComesBack() {
    Nets nets = new Nets();
    nets.router("R1", 65010);
    nets.router("R2", 65010);
    nets.router("X", 65009).holds("10.9.0.0/16");
    nets.session("R1", "X").session("R2", "X");
    nets.site("DC", "R1", "10.10.0.0/16");
    nets.handOver("DC", "R2", Policy.PERMIT).handOver("R2", "DC", Policy.PERMIT);
    Solution s = nets.solve();
    assertTrue(s.converged());
    assertEquals("65010", path(s, "X", "10.10.0.0/16"));
    Route own = best(s, "DC", "10.10.0.0/16");
    assertNotNull(own);
    assertEquals(Learned.LOCAL, own.learned());
    assertEquals("-", told(s, "R1>DC", "R1", "10.10.0.0/16"));
    assertEquals("DC R1 X DELIVERED", trace(s, "DC", "10.9.0.1"));
    assertEquals("DC R2 X DELIVERED", trace(nets.solve("R1"), "DC", "10.9.0.1"));
    assertEquals("X R2 DC DELIVERED", trace(nets.solve("R1"), "X", "10.10.0.1"));
  }

  @Test
  void nodesThatOnlyExchangeRoutesArePassedOver() {
    Nets nets = new Nets();
    nets.router("CE", 65010).holds("10.10.0.0/16");
    nets.router("CR", 16550).exchangesOnly();
    nets.session("CE", "CR");
    nets.site("VPC", "CR", "10.40.0.0/20");
    Solution s = nets.solve();
    assertEquals("16550", path(s, "CE", "10.40.0.0/20"));
    assertEquals("CE VPC DELIVERED", trace(s, "CE", "10.40.0.1"));
    assertEquals("VPC CE DELIVERED", trace(s, "VPC", "10.10.0.1"));
    Trace back = s.trace(VrfId.of("VPC"), mcx.inet.IpAddress.of("10.10.0.1"));
    assertEquals("CE-CR", back.hops().getFirst().segment());
    assertEquals(1, back.hops().getFirst().passedOver().size());
    assertEquals(
        "CE-CR",
        s.trace(VrfId.of("CE"), mcx.inet.IpAddress.of("10.40.0.1")).hops().getFirst().segment());
  }

  @Test
  void circlesOfStaticRoutesAreFound() {
    Nets nets = new Nets();
    Prefix p = Prefix.of("0.0.0.0/0");
    nets.router("A", 65001).statics(new Vrf.StaticRoute(p, VrfId.of("B"), "A-B", 1, false));
    nets.router("B", 65002).statics(new Vrf.StaticRoute(p, VrfId.of("A"), "A-B", 1, false));
    nets.wire("A", "B", 0);
    Trace t = nets.solve().trace(VrfId.of("A"), mcx.inet.IpAddress.of("10.0.0.1"));
    assertEquals(Trace.End.LOOP, t.end());
    assertEquals("Packets for 10.0.0.1 go in a circle: A, B, A.", t.reason());
  }

  @Test
  void policiesWithoutAStableChoiceAreReported() {
    // BAD GADGET: each of three prefers the way over its neighbour to its own.
    Nets nets = new Nets();
    nets.router("O", 65000).holds("10.0.0.0/8");
    for (int i = 1; i <= 3; i++) {
      nets.router("R" + i, 65000 + i);
    }
    for (int i = 1; i <= 3; i++) {
      nets.session("O", "R" + i);
      int next = i % 3 + 1;
      nets.session(
          "R" + i,
          "R" + next,
          end("importPolicy", gadget(65000 + next)),
          end("importPolicy", Policy.DENY));
    }
    Solution s = nets.solve();
    assertFalse(s.converged());
    Nets calm = new Nets();
    calm.router("A", 65001).holds("10.0.0.0/8");
    calm.router("B", 65002);
    calm.session("A", "B");
    assertTrue(calm.solve().converged());
  }

  /** Takes and prefers the path of exactly this neighbour and the origin. */
  private static Policy gadget(long neighbor) {
    return new Policy(
        List.of(
            new Statement(
                null,
                List.of(),
                Set.of(),
                mcx.network.PathMatch.of("^" + neighbor + " 65000$"),
                null,
                Set.of(),
                Set.of(),
                true,
                Policy.Change.localPreference(200))),
        false);
  }

  @Test
  void kindOfNodeMakesNoDifference() {
    Nets nets = new Nets();
    nets.router("A", 65001).kind(Node.Kind.GATEWAY).holds("10.1.0.0/16");
    nets.router("B", 65002).kind(Node.Kind.CLOUD_EDGE);
    nets.session("A", "B");
    assertNull(best(nets.solve(), "B", "10.2.0.0/16"));
    assertEquals("65001", path(nets.solve(), "B", "10.1.0.0/16"));
  }
}
