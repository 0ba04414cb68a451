package mcx.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.PathMatch;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.Session;
import org.junit.jupiter.api.Test;

/**
 * Classes where the shortest path always wins come to the same state by shortest paths as where
 * tables choose and tell each other.
 */
class ShortestSolverTest {

  private static final List<Community> COMMUNITIES =
      List.of(
          new Community(65000, 1, -1),
          new Community(65000, 2, -1),
          new Community(65000, 3, -1),
          Community.NO_EXPORT,
          Community.NO_ADVERTISE);

  /**
   * Routers that each see a number once among their neighbours, with all that ends may be set to.
   */
  private static Network network(Random random) {
    int routers = 4 + random.nextInt(12);
    boolean distinct = random.nextInt(3) > 0;
    boolean prefers = random.nextInt(3) == 0;
    boolean plain = random.nextBoolean();
    Nets nets = new Nets();
    long[] asn = new long[routers];
    for (int i = 0; i < routers; i++) {
      asn[i] = distinct ? i + (i % 3 == 0 ? 64512 : 1) : 1 + random.nextInt(2 * routers);
      nets.router("R" + i, asn[i])
          .holds("10." + i + ".0.0/16", "10." + random.nextInt(routers) + ".128.0/17");
    }
    Set<List<Long>> met = new HashSet<>();
    for (int i = 1; i < routers; i++) {
      for (int k = 0; k < 3; k++) {
        int other = random.nextInt(i);
        if (asn[i] != asn[other]
            && met.add(List.of((long) i, asn[other]))
            && met.add(List.of((long) other, asn[i]))) {
          nets.session(
              "R" + other, "R" + i, end(random, prefers, plain), end(random, prefers, plain));
        }
      }
    }
    return nets.build();
  }

  private static UnaryOperator<Session.End> end(Random random, boolean prefers, boolean plain) {
    List<Statement> out = new ArrayList<>();
    out.add(named(random, true, marking(random)));
    for (int i = 0; i < random.nextInt(4); i++) {
      out.add(
          switch (random.nextInt(plain ? 3 : 6)) {
            case 0 -> marked(random, true, Nets.prepend(1 + random.nextInt(3)));
            case 1 -> marked(random, false, Change.NONE);
            case 2 -> named(random, random.nextBoolean(), Nets.prepend(random.nextInt(3)));
            case 3 -> marked(random, true, marking(random));
            case 4 -> Statement.deny("as the test wants", Learned.LOCAL);
            default -> byPath(random);
          });
    }
    List<Statement> in = new ArrayList<>();
    if (prefers) {
      in.add(
          statement(List.of(), Set.of(COMMUNITIES.getFirst()), null, Change.localPreference(150)));
    }
    if (random.nextInt(3) == 0) {
      in.add(marked(random, random.nextBoolean(), Nets.prepend(random.nextInt(2))));
    }
    if (random.nextInt(4) == 0) {
      in.add(named(random, random.nextInt(3) > 0, Nets.med(random.nextInt(5))));
    }
    boolean otherwise = random.nextInt(12) > 0;
    UnaryOperator<Session.End> option =
        switch (random.nextInt(plain ? 40 : 10)) {
          case 0 -> Nets.end("allowAsIn", 1 + random.nextInt(2));
          case 1 -> Nets.end("asOverride", true);
          case 2 -> Nets.end("privateAs", Session.PrivateAs.REPLACE);
          case 3 -> Nets.end("holdBackNeighborAs", true);
          case 4 -> Nets.end("asn", Asn.of(30_000 + random.nextInt(50)));
          default -> UnaryOperator.identity();
        };
    return e -> option.apply(e.withPolicies(new Policy(in, true), new Policy(out, otherwise)));
  }

  private static Change marking(Random random) {
    return new Change(
        null,
        (long) random.nextInt(3),
        random.nextInt(2),
        random.nextInt(12) == 0 ? Asn.of(1 + random.nextInt(30)) : null,
        Set.of(
            COMMUNITIES.get(random.nextInt(12) == 0 ? 3 + random.nextInt(2) : random.nextInt(3))),
        random.nextInt(3) == 0 ? Set.of(COMMUNITIES.get(random.nextInt(3))) : Set.of(),
        null,
        null);
  }

  private static Statement marked(Random random, boolean permit, Change change) {
    List<Policy.Match> some =
        random.nextInt(3) == 0
            ? List.of(Policy.Match.within(Prefix.of("10.0.0.0/" + (8 + random.nextInt(5)))))
            : List.of();
    Set<Community> asked = Set.of(COMMUNITIES.get(random.nextInt(3)));
    return new Statement(null, some, asked, null, null, Set.of(), Set.of(), permit, change);
  }

  private static Statement named(Random random, boolean permit, Change change) {
    return new Statement(
        null,
        List.of(Policy.Match.within(Prefix.of("10." + random.nextInt(6) + ".0.0/16"))),
        Set.of(),
        null,
        null,
        Set.of(),
        Set.of(),
        permit,
        change);
  }

  private static Statement byPath(Random random) {
    return statement(
        List.of(), Set.of(), PathMatch.of(" 6[4-5]." + random.nextInt(3)), Nets.prepend(2));
  }

  private static Statement statement(
      List<Policy.Match> prefixes, Set<Community> asked, PathMatch path, Change change) {
    return new Statement(null, prefixes, asked, path, null, Set.of(), Set.of(), true, change);
  }

  private static Case about(Plan plan, PrefixClass c, Failures failures, boolean uniform) {
    Case about =
        new Case(
            c,
            c.members,
            new Conditions(plan, failures, Limits.none(), Underlays.start(plan), null),
            new BitSet(),
            new BitSet(),
            Map.of());
    about.uniform = uniform;
    return about;
  }

  private static Failures some(Network network, Random random) {
    List<String> down = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      int at = random.nextInt(network.segments().size());
      down.add(
          random.nextInt(4) == 0
              ? "R" + random.nextInt(network.nodes().size())
              : network.segments().get(at).id());
    }
    return Failures.of(down);
  }

  private static void same(ClassState expected, ClassState got, String where) {
    assertArrayEquals(expected.codes, got.codes, where);
    assertArrayEquals(expected.lengths, got.lengths, where);
    assertEquals(expected.sum, got.sum, where);
  }

  @Test
  void bothComeToTheSameState() {
    int classes = 0;
    int repaired = 0;
    int left = 0;
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Network network = network(random);
      if (network.segments().isEmpty()) {
        continue;
      }
      Plan plan = new Plan(network);
      OuterNet net = plan.outer();
      if (net == null) {
        continue;
      }
      ClassSolver any = new ClassSolver(plan);
      ShortestSolver shortest = new ShortestSolver(net);
      for (int i = 0; i < plan.classes().size(); i++) {
        if (!plan.isMonotone(i)) {
          continue;
        }
        classes++;
        PrefixClass c = plan.classes().get(i);
        String where = "seed " + seed + ", " + c.first();
        Case well = about(plan, c, Failures.NONE, true);
        ClassState base = shortest.solve(well);
        same(any.solve(about(plan, c, Failures.NONE, false)), base, where);
        for (int k = 0; k < 3; k++) {
          Failures failures = some(network, random);
          Case about = about(plan, c, failures, true);
          ClassState fresh = any.solve(about(plan, c, failures, false));
          same(fresh, shortest.solve(about), where + " without " + failures.down());
          ClassState after = shortest.repair(about, base, about.conditions.edgesDown());
          if (after == null) {
            left++;
          } else {
            repaired++;
            same(fresh, after, where + " repaired without " + failures.down());
          }
        }
      }
    }
    String counts = classes + " classes, " + repaired + " repaired, " + left + " left";
    assertTrue(classes > 4000 && repaired > 10_000 && left > 20, counts);
  }
}
