package mcx.routing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.inet.Community;
import mcx.network.Policy;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import org.jspecify.annotations.Nullable;

/** A policy made ready: which statements speak of a class of prefixes is known beforehand. */
final class Rules {

  /** Nothing to ask and nothing to change. */
  final boolean trivial;

  /** Whether it may set weight, local preference or distance, and so the order of routes. */
  final boolean prefers;

  /** Whether it may set a distance. */
  final boolean setsDistance;

  /** Whether it may empty a path. */
  final boolean hides;

  /** The prefix lists of statements that change communities; -1 for one without a list. */
  final Set<Integer> recolored = new java.util.TreeSet<>();

  /** Whether it may put another number before the path than that of a neighbour. */
  final boolean prependsOther;

  /** The numbers that it may put before the path by name. */
  final Set<Long> prepended = new java.util.TreeSet<>();

  /** All communities that it asks for. */
  final Set<Community> asked = new java.util.HashSet<>();

  final boolean otherwise;
  private final Rule[] rules;

  /** Those of them that have no prefix list. */
  private final Rule[] general;

  /** The prefix lists of the others, in order, and bits of them. */
  private final int[] lists;

  final long listBits;

  /** Bits of all communities that the general ones ask for. */
  final long communityBits;

  /** Whether a general one asks for no community, so that it may speak of any route. */
  final boolean speaksOfAll;

  /**
   * One statement.
   *
   * @param list the number of its prefix list among all of the network; -1 where it has none
   * @param always whether it asks for nothing but the prefix
   * @param byCommunity whether it asks for nothing but the prefix and communities
   * @param recolors whether it changes communities
   */
  private record Rule(
      Statement statement,
      int list,
      boolean always,
      boolean byCommunity,
      boolean recolors,
      long communityBits,
      long[] communities) {

    private static final Set<Learned> OWN =
        Set.of(Learned.LOCAL, Learned.CONNECTED, Learned.STATIC, Learned.AGGREGATE);

    /** Whether it speaks of nothing but what the table has itself. */
    boolean isAboutOwn() {
      return !statement.learned().isEmpty() && OWN.containsAll(statement.learned());
    }
  }

  Rules(Policy policy, Map<List<Match>, Integer> numbers) {
    rules = new Rule[policy.statements().size()];
    boolean sets = false;
    for (int i = 0; i < rules.length; i++) {
      Statement s = policy.statements().get(i);
      Integer list = numbers.get(s.prefixes());
      boolean byCommunity =
          s.asPath() == null && s.neighbor() == null && s.learned().isEmpty() && s.from().isEmpty();
      rules[i] =
          new Rule(
              s,
              list == null ? -1 : list,
              byCommunity && s.communities().isEmpty(),
              byCommunity,
              s.permit() && !(s.set().add().isEmpty() && s.set().remove().isEmpty()),
              Attributes.bits(s.communities()),
              Attributes.keys(s.communities()));
      sets |= prefers(s);
      asked.addAll(s.communities());
      if (s.set().prependAsn() != null) {
        prepended.add(s.set().prependAsn().value());
      }
      if (rules[i].recolors) {
        recolored.add(rules[i].list);
      }
    }
    general = Arrays.stream(rules).filter(r -> r.list < 0).toArray(Rule[]::new);
    long bits = 0;
    for (Rule r : rules) {
      bits |= r.list < 0 ? 0 : PrefixClass.bit(r.list);
    }
    listBits = bits;
    long asked = 0;
    boolean all = false;
    for (Rule r : general) {
      asked |= r.communityBits;
      all |= r.communityBits == 0;
    }
    communityBits = asked;
    speaksOfAll = all;
    this.lists = Arrays.stream(rules).mapToInt(Rule::list).filter(l -> l >= 0).sorted().toArray();
    otherwise = policy.otherwise();
    trivial = rules.length == 0 && otherwise;
    prefers = sets;
    prependsOther = !prepended.isEmpty();
    setsDistance =
        policy.statements().stream().anyMatch(s -> s.permit() && s.set().distance() != null);
    hides = policy.statements().stream().anyMatch(s -> s.permit() && s.set().hidePrivateAsns());
  }

  private static boolean prefers(Statement s) {
    return s.permit()
        && (s.set().weight() != null
            || s.set().localPreference() != null
            || s.set().distance() != null);
  }

  /** What it says of routes of which no prefix list speaks: equal where that is the same. */
  Object inGeneral() {
    return List.of(Arrays.stream(general).map(Rule::statement).toList(), otherwise);
  }

  /** The numbers of its prefix lists. */
  java.util.stream.IntStream lists() {
    return Arrays.stream(lists);
  }

  /**
   * Whether all that it asks of routes of this class is which communities they have.
   *
   * @param c null for any class of which no prefix list speaks
   */
  boolean asksForCommunitiesOnly(@Nullable PrefixClass c) {
    for (Rule r : rules) {
      if (!r.byCommunity && speaksOf(r, c)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The statement that decides where {@link #asksForCommunitiesOnly}; null where none matches.
   *
   * @param c null for any class of which no prefix list speaks
   */
  @Nullable Statement decide(@Nullable PrefixClass c, Set<Community> present) {
    for (Rule r : rules) {
      if (speaksOf(r, c) && matchesCommunity(r.statement.communities(), present)) {
        return r.statement;
      }
    }
    return null;
  }

  private static boolean speaksOf(Rule r, @Nullable PrefixClass c) {
    return r.list < 0 || (c != null && c.isIn(r.list));
  }

  /** Whether it may set weight, local preference or distance on a prefix of this class. */
  boolean prefers(PrefixClass c) {
    if (!prefers) {
      return false;
    }
    for (Rule r : rules) {
      if ((r.list < 0 || c.isIn(r.list)) && prefers(r.statement)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it may change the communities of a prefix of this class that has these.
   *
   * @param present what is on the route; several sets, of which it has one
   */
  boolean mayRecolor(PrefixClass c, Set<Set<Community>> present) {
    for (Rule r : rules) {
      if (r.recolors && (r.list < 0 || c.isIn(r.list)) && mayMatch(r.statement, present)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayMatch(Statement s, Set<Set<Community>> present) {
    return s.communities().isEmpty()
        || present.stream().anyMatch(p -> matchesCommunity(s.communities(), p));
  }

  /** What it may make of the preferences of a prefix of this class that has these communities. */
  void outcomes(PrefixClass c, Set<Community> present, Preferences into) {
    for (Rule r : rules) {
      Statement s = r.statement;
      if ((r.list >= 0 && !c.isIn(r.list)) || !matchesCommunity(s.communities(), present)) {
        continue;
      }
      if (s.permit()) {
        into.add(s.set());
      }
      if (r.always || r.byCommunity) {
        return;
      }
    }
    if (otherwise) {
      into.add(Policy.Change.NONE);
    }
  }

  /** Gathers whether all routes get the same weight, local preference and distance. */
  static final class Preferences {
    private boolean any;
    private long localPreference;
    private int weight;
    private int distance;
    private boolean differ;

    void add(Policy.Change change) {
      Long drawn = change.localPreference();
      Integer heavy = change.weight();
      Integer far = change.distance();
      long preference = drawn != null ? drawn : Route.DEFAULT_LOCAL_PREFERENCE;
      int weighs = heavy != null ? heavy : 0;
      int distant = far != null ? far : Attributes.USUAL_DISTANCE;
      if (any) {
        differ |= preference != localPreference || weighs != weight || distant != distance;
      } else {
        any = true;
        localPreference = preference;
        weight = weighs;
        distance = distant;
      }
    }

    boolean areUniform() {
      return !differ;
    }
  }

  /** The highest weight and local preference that it may give a prefix of this class. */
  void raise(PrefixClass c, Bound bound) {
    for (Rule r : rules) {
      if (r.list >= 0 && !c.isIn(r.list)) {
        continue;
      }
      if (r.statement.permit()) {
        bound.may(r.statement.set());
      }
      if (r.always) {
        return;
      }
    }
    if (otherwise) {
      bound.may(Policy.Change.NONE);
    }
  }

  /** Whether no prefix of this class ever passes. */
  boolean refuses(PrefixClass c) {
    return refuses(c, false);
  }

  /** Whether none ever passes that the table has learned, and has not itself. */
  boolean refusesLearned(PrefixClass c) {
    return refuses(c, true);
  }

  private boolean refuses(PrefixClass c, boolean learned) {
    for (Rule r : rules) {
      if ((r.list >= 0 && !c.isIn(r.list)) || (learned && r.isAboutOwn())) {
        continue;
      }
      if (r.statement.permit()) {
        return false;
      }
      if (r.always) {
        return true;
      }
    }
    return !otherwise;
  }

  /**
   * The statement that decides; null where none matches.
   *
   * @param learned how the route came, or comes, into the table that has the policy
   * @param via the edge it came, or comes, in by; null for the table's own
   */
  @Nullable Statement decide(PrefixClass c, Draft draft, Learned learned, @Nullable String via) {
    for (Rule r : speaksOf(c) ? rules : general) {
      if (r.list >= 0 && !c.isIn(r.list)) {
        continue;
      }
      if (r.always || matches(r, draft, learned, via)) {
        return r.statement;
      }
    }
    return null;
  }

  /** Whether one of the prefix lists speaks of the class. */
  private boolean speaksOf(PrefixClass c) {
    if ((listBits & c.listBits) == 0) {
      return false;
    }
    for (int list : c.lists()) {
      if (Arrays.binarySearch(lists, list) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(Rule r, Draft draft, Learned learned, @Nullable String via) {
    Statement s = r.statement;
    return (r.communityBits == 0
            || ((r.communityBits & draft.attributes.communityBits) != 0
                && draft.attributes.hasOneOf(r.communities)))
        && (r.byCommunity || matchesRest(s, draft, learned, via));
  }

  private static boolean matchesRest(
      Statement s, Draft draft, Learned learned, @Nullable String via) {
    return (s.learned().isEmpty() || s.learned().contains(learned))
        && (s.from().isEmpty() || (via != null && s.from().contains(via)))
        && (s.neighbor() == null
            || (!draft.path.isEmpty() && draft.path.asn == s.neighbor().value()))
        && (s.asPath() == null || s.asPath().matches(draft.path.toString()));
  }

  private static boolean matchesCommunity(Set<Community> wanted, Set<Community> present) {
    if (wanted.isEmpty()) {
      return true;
    }
    for (Community c : wanted) {
      if (present.contains(c)) {
        return true;
      }
    }
    return false;
  }

  /** The best that a policy may make of a route, in the steps before the length of the path. */
  static final class Bound {
    boolean passes;
    boolean setsDistance;
    long weight = 0;
    long localPreference;

    Bound(long localPreference) {
      this.localPreference = -1;
      this.before = localPreference;
    }

    private final long before;

    private void may(Policy.Change change) {
      passes = true;
      setsDistance |= change.distance() != null;
      if (change.weight() != null) {
        weight = Math.max(weight, change.weight());
      }
      localPreference =
          Math.max(
              localPreference,
              change.localPreference() != null ? change.localPreference() : before);
    }
  }
}
