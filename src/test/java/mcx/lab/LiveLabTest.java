package mcx.lab;

import static mcx.routing.Nets.always;
import static mcx.routing.Nets.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcx.export.lab.LabDaemon;
import mcx.export.lab.LabDaemon.Choice;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.PathMatch;
import mcx.network.Policy;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Nets;
import mcx.routing.Routing;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small networks in real routers: every table must be the one that was computed. Where the daemons
 * are missing this is skipped, but not in continuous integration. It takes minutes, so it runs with
 * {@code -Dlab.all=true} only.
 */
@EnabledIfSystemProperty(named = "lab.all", matches = "true")
class LiveLabTest {

  private static final UnaryOperator<Session.End> AS_IS = UnaryOperator.identity();

  /** Each daemon alone, and both side by side. */
  static List<Choice> choices() {
    return List.of(Choice.values());
  }

  @BeforeAll
  static void labsRunHere() {
    String obstacle = LiveLab.obstacle();
    if ("true".equals(System.getenv("CI"))) {
      assertEquals(null, obstacle, "labs must run in continuous integration");
    }
    assumeTrue(obstacle == null, "no labs here: " + obstacle);
  }

  /** Runs the network as it is, then with each failure, and compares all tables each time. */
  static void agrees(Nets nets, Choice choice, String... failures) throws Exception {
    agrees(nets.build(), choice, failures);
  }

  /** The same for a network that is built. */
  static void agrees(Network network, Choice choice, String... failures) throws Exception {
    Solution well = Routing.solve(network, Failures.NONE);
    List<String> differences = new ArrayList<>();
    try (LiveLab lab = LiveLab.start(network, well, choice)) {
      lab.compare(well).forEach(d -> differences.add(d.toString()));
      for (String id : failures) {
        Solution without = Routing.solve(network, Failures.of(id));
        lab.fail(id, without);
        lab.compare(without).forEach(d -> differences.add("without " + id + ": " + d));
        lab.restore(id, well);
      }
      // GoBGP may keep telling what it should take back (DaemonQuirk.GOBGP_KEEPS_TOLD).
      boolean edges =
          lab.lab().plan().routers().stream().anyMatch(r -> r.daemon() == LabDaemon.GOBGP);
      if (failures.length > 0 && !edges) {
        lab.compare(well).forEach(d -> differences.add("mended: " + d));
      }
    }
    assertEquals(List.of(), differences);
  }

  @ParameterizedTest
  @MethodSource("choices")
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

  @ParameterizedTest
  @MethodSource("choices")
  void reflectorsOverInnerRouting(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("X", 65009).holds("10.9.0.0/16", "2001:db8:9::/48");
    nets.router("Y", 65008).holds("10.9.0.0/16", "10.8.0.0/16");
    for (String r : List.of("RR1", "RR2", "C1", "C2", "C3")) {
      nets.router(r, 65001);
    }
    nets.session("X", "C1").session("Y", "C2");
    nets.wire("RR1", "RR2", 10).wire("RR1", "C1", 5).wire("RR2", "C2", 7).wire("RR1", "C3", 20);
    nets.wire("RR2", "C3", 15).wire("C1", "C2", 40);
    UnaryOperator<Session.End> client = end("reflectorClient", true);
    UnaryOperator<Session.End> self = end("nextHopSelf", true);
    nets.inner("RR1", "RR2");
    for (String c : List.of("C1", "C2", "C3")) {
      nets.inner("RR1", c, client, self).inner("RR2", c, client, self);
    }
    agrees(nets, choice, "RR1", "X-C1", "RR2-C3");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void medCountsAmongRoutesOfOneNeighbor(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("D", 65010);
    nets.router("A1", 65001).holds("10.1.0.0/16");
    nets.router("A2", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002).holds("10.1.0.0/16");
    nets.router("E", 65011);
    nets.session("A1", "D", end("exportPolicy", always(Nets.med(100))), AS_IS);
    nets.session("A2", "D", end("exportPolicy", always(Nets.med(10))), AS_IS);
    nets.session("B", "D", end("exportPolicy", always(Nets.med(1))), AS_IS);
    nets.session("D", "E");
    agrees(nets, choice, "A2-D");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void medCountsAmongAllWhereAsked(Choice choice) throws Exception {
    Nets nets = new Nets();
    List<Vrf.Key> keys = new ArrayList<>(Vrf.BGP_DECISION);
    keys.replaceAll(k -> k == Vrf.Key.MED ? Vrf.Key.ALWAYS_MED : k);
    nets.router("D", 65010).select(keys.toArray(Vrf.Key[]::new));
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002).holds("10.1.0.0/16");
    nets.session("A", "D", end("exportPolicy", always(Nets.med(100))), AS_IS);
    nets.session("B", "D", end("exportPolicy", always(Nets.med(1))), AS_IS);
    agrees(nets, choice);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void policies(Choice choice) throws Exception {
    Community tag = Community.of("65001:7");
    Community large = Community.of("65001:8:9");
    Community gone = Community.of("65001:9");
    Policy out =
        new Policy(
            List.of(
                statement(
                    List.of(Policy.Match.exactly(Prefix.of("10.2.0.0/16"))),
                    Set.of(),
                    null,
                    Set.of(Learned.LOCAL),
                    Set.of(),
                    new Policy.Change(
                        null, 50L, 2, null, Set.of(tag, large, gone), Set.of(), null, null)),
                statement(
                    List.of(new Policy.Match(Prefix.of("10.0.0.0/8"), 17, 24)),
                    Set.of(),
                    null,
                    Set.of(),
                    Set.of(),
                    new Policy.Change(null, null, 0, null, Set.of(large), Set.of(), null, null))),
            true);
    Policy in =
        new Policy(
            List.of(
                Statement.denyPrefixes(
                    null, List.of(Policy.Match.within(Prefix.of("10.1.0.0/16")))),
                statement(
                    List.of(),
                    Set.of(tag),
                    null,
                    Set.of(),
                    Set.of(),
                    new Policy.Change(300L, null, 1, null, Set.of(), Set.of(gone), null, null)),
                statement(
                    List.of(),
                    Set.of(large),
                    null,
                    Set.of(),
                    Set.of(),
                    new Policy.Change(null, null, 0, null, Set.of(), Set.of(large), null, null))),
            true);
    Policy onlyFromA =
        new Policy(
            List.of(
                statement(List.of(), Set.of(large), null, Set.of(), Set.of("A-B"), Nets.med(5)),
                statement(List.of(), Set.of(), null, Set.of(), Set.of("A-B"), Policy.Change.NONE),
                statement(
                    List.of(), Set.of(), null, Set.of(Learned.LOCAL), Set.of(), Nets.prepend(1))),
            false);
    Policy path =
        new Policy(
            List.of(
                statement(
                    List.of(),
                    Set.of(),
                    "^65002 65001",
                    Set.of(),
                    Set.of(),
                    Policy.Change.localPreference(70))),
            true);
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.5.0/24", "10.2.0.0/16", "10.3.0.0/16", "10.4.4.0/24");
    nets.router("B", 65002).holds("10.5.0.0/16", "2001:db8:5::/48");
    nets.router("C", 65003).holds("10.6.0.0/16", "2001:db8:6::/48");
    nets.router("D", 65004);
    nets.session("A", "B", end("exportPolicy", out), end("importPolicy", in));
    nets.session("C", "B");
    nets.session("B", "D", end("exportPolicy", onlyFromA), end("importPolicy", path));
    nets.session("C", "D", end("exportPolicy", always(Nets.prepend(3))), AS_IS);
    agrees(nets, choice, "A-B");
  }

  private static Statement statement(
      List<Policy.Match> prefixes,
      Set<Community> communities,
      @Nullable String path,
      Set<Learned> learned,
      Set<String> from,
      Policy.Change change) {
    return new Statement(
        null,
        prefixes,
        communities,
        path == null ? null : PathMatch.of(path),
        null,
        learned,
        from,
        true,
        change);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void summaries(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("S", 65001).holds("10.1.1.0/24", "10.1.2.0/24", "10.2.1.0/24");
    nets.router("R", 65002).summary("10.1.0.0/16", true);
    nets.router("R2", 65004).summary("10.0.0.0/8", false);
    nets.router("N", 65003);
    nets.session("S", "R").session("R", "N").session("S", "R2").session("R2", "N");
    agrees(nets, choice, "S-R");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void numbersInPaths(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("E1", 12076).holds("10.20.0.0/16");
    nets.router("E2", 12076).holds("10.21.0.0/16");
    nets.router("E3", 12076);
    nets.router("E4", 12076);
    nets.router("P", 64900);
    nets.router("Q", 3356);
    nets.router("Z", 1299);
    nets.session("E1", "P");
    nets.session("P", "E2", end("asOverride", true), AS_IS);
    nets.session("P", "E3", end("holdBackNeighborAs", true), AS_IS);
    nets.session("P", "E4", AS_IS, end("allowAsIn", 1));
    nets.session("P", "Q").session("E1", "Q");
    nets.session("Q", "Z", end("privateAs", Session.PrivateAs.REMOVE_IF_ALL), AS_IS);
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.session("A", "P");
    agrees(nets, choice);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void limitsTakeSessionsDown(Choice choice) throws Exception {
    Nets nets = new Nets();
    PrefixLimit two = new PrefixLimit(2, PrefixLimit.Beyond.SESSION_IDLE, "a test");
    nets.router("A", 65001).holds("10.1.0.0/16", "10.2.0.0/16");
    nets.router("B", 65002).holds("10.3.0.0/16");
    nets.router("C", 65003);
    nets.router("D", 65004);
    nets.session("A", "B").session("B", "C", AS_IS, end("limitV4", two)).session("A", "D");
    nets.session("D", "C");
    agrees(nets, choice, "A-B", "D-C");
  }

  /** The third prefix is refused by policy, and takes the session down all the same. */
  @ParameterizedTest
  @MethodSource("choices")
  void limitsOfAllThatIsSent(Choice choice) throws Exception {
    Nets nets = new Nets();
    PrefixLimit two = new PrefixLimit(2, PrefixLimit.Beyond.SESSION_IDLE, "a test").ofAllSent();
    Policy notThird =
        new Policy(
            List.of(
                Policy.Statement.denyPrefixes(
                    null, List.of(Policy.Match.exactly(Prefix.of("10.3.0.0/16"))))),
            true);
    nets.router("A", 65001).holds("10.1.0.0/16", "10.2.0.0/16");
    nets.router("B", 65002).holds("10.3.0.0/16");
    nets.router("C", 65003);
    nets.router("D", 65004);
    nets.session("A", "B").session("A", "D").session("D", "C");
    nets.session(
        "B", "C", AS_IS, e -> Nets.set(Nets.set(e, "limitV4", two), "importPolicy", notThird));
    agrees(nets, choice, "D-C");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void defaultRouteByHand(Choice choice) throws Exception {
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
    agrees(nets, choice, "P-C");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void routesByHandAndFromSites(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("R1", 65010);
    nets.router("R2", 65010);
    nets.router("X", 65009).holds("10.9.0.0/16");
    nets.session("R1", "X").session("R2", "X");
    nets.site("DC", "R1", "10.10.0.0/16", "2001:db8:10::/48");
    nets.router("B", 0);
    nets.wire("R2", "B", 0);
    nets.boxStatics(
        "R2",
        new Vrf.StaticRoute(Prefix.of("10.2.0.0/16"), VrfId.of("B"), "R2-B", 1, true),
        new Vrf.StaticRoute(Prefix.of("10.3.0.0/16"), VrfId.of("B"), "R2-B", 1, false),
        new Vrf.StaticRoute(Prefix.of("10.4.0.0/16"), null, null, 1, true));
    agrees(nets, choice);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void weightsAndEqualRoutes(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("O", 65000).holds("10.0.0.0/16", "10.1.0.0/16");
    nets.router("A", 65001);
    nets.router("B", 65002);
    nets.router("W", 65003);
    nets.router("M", 65004).multipath();
    for (String r : List.of("A", "B")) {
      nets.session("O", r).session(r, "M");
    }
    nets.session("A", "W");
    nets.session("B", "W", AS_IS, end("importPolicy", always(Policy.Change.weight(50))));
    agrees(nets, choice, "B-W");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void wellKnownCommunities(Choice choice) throws Exception {
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
    nets.session("B2", "C", AS_IS, AS_IS);
    agrees(nets, choice);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void vrfsWithUnequalTargets(Choice choice) throws Exception {
    Set<String> azure = Set.of("64900:1");
    Set<String> aws = Set.of("64900:2");
    Set<String> sites = Set.of("64900:3");
    Set<String> all = Set.of("64900:1", "64900:2", "64900:3");
    Nets nets = new Nets();
    nets.router("AZ", 12076).holds("10.20.0.0/16", "2001:db8:20::/48");
    nets.router("AZ3", 12077).holds("10.23.0.0/16");
    nets.router("AWS", 64514).holds("10.30.0.0/16", "2001:db8:30::/48");
    nets.router("DC1", 65010).holds("10.10.0.0/16");
    nets.router("DC2", 65011).holds("10.10.0.0/16", "10.11.0.0/16");
    nets.edge("PE1")
        .vrf("AZ", 64900L, Set.of("64900:1", "64900:3"), azure)
        .vrf("DC", 64900L, all, sites);
    nets.edge("PE2")
        .vrf("AWS", 64900L, Set.of("64900:2", "64900:3"), aws)
        .vrf("DC", 64900L, all, sites);
    nets.edge("PE3").vrf("AZ", 64900L, Set.of("64900:1", "64900:3"), azure);
    nets.session("AZ", "PE1:AZ").session("AWS", "PE2:AWS").session("AZ3", "PE3:AZ");
    nets.session("DC1", "PE1:DC").session("DC2", "PE2:DC");
    nets.domain("core", 7, "PE1", "PE2", "PE3");
    agrees(nets, choice, "PE3", "DC2-PE2:DC");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void neighboursOfASpokeHearEachOtherAndTheHub(Choice choice) throws Exception {
    Nets nets = new Nets();
    nets.router("HUB", 65001).holds("10.1.0.0/16");
    nets.router("S1", 65002).holds("10.2.0.0/16");
    nets.router("S2", 65003).holds("10.3.0.0/16");
    nets.router("S3", 65004).holds("10.4.0.0/16");
    nets.edge("PE1").vrf("HUB", 64900L, Set.of("64900:2"), Set.of("64900:1"));
    nets.edge("PE2").vrf("SPOKE", 64900L, Set.of("64900:1"), Set.of("64900:2"));
    nets.edge("PE3").vrf("SPOKE", 64900L, Set.of("64900:1"), Set.of("64900:2"));
    nets.session("HUB", "PE1:HUB").session("S1", "PE2:SPOKE").session("S2", "PE2:SPOKE");
    nets.session("S3", "PE3:SPOKE");
    nets.domain("core", 7, "PE1", "PE2", "PE3");
    agrees(nets, choice, "S1", "PE1");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void edgesOverrideNumbersAndHavePolicies(Choice choice) throws Exception {
    Set<String> one = Set.of("64900:1");
    Community tag = Community.of("65001:7");
    Community large = Community.of("65001:8:9");
    Policy in =
        new Policy(
            List.of(
                Statement.denyPrefixes(
                    null, List.of(Policy.Match.exactly(Prefix.of("10.3.0.0/16")))),
                statement(
                    List.of(new Policy.Match(Prefix.of("10.2.0.0/16"), 16, 24)),
                    Set.of(),
                    null,
                    Set.of(),
                    Set.of(),
                    new Policy.Change(
                        200L, 30L, 1, null, Set.of(tag, large), Set.of(), null, null))),
            true);
    Policy out =
        new Policy(
            List.of(
                statement(
                    List.of(),
                    Set.of(tag),
                    null,
                    Set.of(),
                    Set.of(),
                    new Policy.Change(null, 77L, 2, null, Set.of(), Set.of(tag), null, null)),
                Statement.deny("It keeps what it learned.", Learned.EXTERNAL)),
            true);
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16", "10.2.5.0/24", "10.3.0.0/16");
    nets.router("E1", 12076).holds("10.20.0.0/16");
    nets.router("E2", 12076).holds("10.21.0.0/16");
    nets.router("D", 65004);
    nets.edge("PE1").vrf("V", 64900L, one, one);
    nets.edge("PE2")
        .vrf("V", 64900L, one, one)
        .with("V", "originated", List.of(Prefix.of("10.50.0.0/16")));
    nets.session("A", "PE1:V", AS_IS, end("importPolicy", in));
    nets.session("E1", "PE1:V");
    nets.session("PE2:V", "E2", end("asOverride", true), AS_IS);
    nets.session("PE1:V", "D", end("exportPolicy", out), AS_IS);
    nets.domain("core", 7, "PE1", "PE2");
    agrees(nets, choice);
  }

  /** What the comparison says must not be empty talk. */
  @Test
  void differencesAreSeen() throws Exception {
    Nets nets = new Nets();
    nets.router("A", 65001).holds("10.1.0.0/16");
    nets.router("B", 65002);
    nets.router("C", 65003).holds("10.1.0.0/16");
    nets.session("A", "B").session("C", "B").session("A", "C");
    Network network = nets.build();
    try (LiveLab lab = LiveLab.start(network, Routing.solve(network, Failures.NONE), Choice.BIRD)) {
      List<RibComparison.Difference> found =
          lab.compare(Routing.solve(network, Failures.of("A-B")));
      assertEquals(3, found.size(), found::toString);
      assertTrue(found.stream().anyMatch(d -> d.kind() == RibComparison.Kind.BEST));
      assertTrue(found.stream().anyMatch(d -> d.kind() == RibComparison.Kind.EXTRA));
    }
  }
}
