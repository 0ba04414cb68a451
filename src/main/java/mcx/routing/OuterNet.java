package mcx.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.network.Policy.Change;
import mcx.network.Policy.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A network of outer sessions only, as numbers in arrays: who speaks to whom, which of two routes
 * with paths of the same length a table takes, and what policies do with routes of each color. For
 * classes whose routes are alike in all that counts before the length of the path ({@link
 * Certainty#isMonotone}), that is all that choices depend on.
 *
 * <p>What routes do to each other beyond that (numbers of autonomous systems that several tables
 * have, policies that ask for more than communities, session options that rewrite paths) is left to
 * the edges themselves: such edges are {@linkplain #LOOK_CLOSER to be looked at}.
 */
final class OuterNet {

  /** In place of the kind of an edge whose routes must be looked at one by one. */
  static final int LOOK_CLOSER = -1;

  private static final int[] NO_EDGES = {};

  final int tables;
  final int edges;

  /** Where the edges out of, and into, each table begin in the lists below; one more at the end. */
  final int[] firstOut;

  final int[] firstIn;

  /** The edges out of each table, and where they lead. */
  final int[] out;

  final int[] outTo;

  /** The edges into each table, and where they come from. */
  final int[] in;

  final int[] inFrom;

  /** For each edge where it comes from and leads to. */
  final int[] from;

  final int[] to;

  /** The place of an edge among those into its table, where paths are equally long: less wins. */
  final int[] place;

  /** What an edge's sender adds to the number that stands for a path. */
  final int[] senderHash;

  /**
   * For each edge the kind of its two policies, as far as no prefix list is concerned; {@link
   * #LOOK_CLOSER} for none.
   */
  final int[] kind;

  /** For each edge the number of its two policies together; equal ones have the same. */
  final int[] policies;

  final int policyPairs;

  private final Plan plan;
  private final SessionEdge[] sessions;

  /** For each prefix list the edges whose policies have it. */
  private final int[][] byList;

  private final Colors colors;
  private final int kinds;
  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Treatment>> rows =
      new AtomicReferenceArray<>(Colors.MOST);

  /** One edge of each kind, to see what it does. */
  private final int[] sample;

  /** The network of a plan; null where it is not of this sort. */
  static @Nullable OuterNet of(Plan plan) {
    if (!plan.outerOnly()
        || !plan.usualOrder()
        || !plan.tables().stream().allMatch(t -> t.pairwise)) {
      return null;
    }
    for (Edge e : plan.edges()) {
      SessionEdge s = (SessionEdge) e;
      if (s.exporting.setsDistance || s.importing.setsDistance || s.importing.prependsOther) {
        return null;
      }
    }
    return new OuterNet(plan);
  }

  private OuterNet(Plan plan) {
    this.plan = plan;
    tables = plan.tables().size();
    edges = plan.edges().size();
    sessions = plan.edges().toArray(SessionEdge[]::new);
    from = new int[edges];
    to = new int[edges];
    place = new int[edges];
    senderHash = new int[edges];
    kind = new int[edges];
    policies = new int[edges];
    firstOut = new int[tables + 1];
    firstIn = new int[tables + 1];
    out = new int[edges];
    outTo = new int[edges];
    in = new int[edges];
    inFrom = new int[edges];
    int outs = 0;
    int ins = 0;
    for (Table t : plan.tables()) {
      firstOut[t.index] = outs;
      for (Edge e : t.out) {
        out[outs] = e.index;
        outTo[outs++] = e.to.index;
      }
      firstIn[t.index] = ins;
      for (Edge e : t.in) {
        in[ins] = e.index;
        inFrom[ins++] = e.from.index;
      }
      SessionEdge[] ranked = Arrays.copyOf(t.in, t.in.length, SessionEdge[].class);
      Arrays.sort(ranked, Selection.OUTER_TIE);
      for (int i = 0; i < ranked.length; i++) {
        place[ranked[i].index] = i;
      }
    }
    firstOut[tables] = outs;
    firstIn[tables] = ins;
    Set<Long> shared = sharedNumbers(plan);
    Map<List<Object>, Integer> numbers = new HashMap<>();
    Map<Policies, Integer> pairs = new HashMap<>();
    int[] samples = new int[edges];
    for (SessionEdge s : sessions) {
      from[s.index] = s.from.index;
      to[s.index] = s.to.index;
      senderHash[s.index] = Long.hashCode(s.sender.asn().value());
      policies[s.index] = number(pairs, new Policies(s.exporting, s.importing));
      kind[s.index] = LOOK_CLOSER;
      if (s.isPlain() && !shared.contains(s.receiver.asn().value())) {
        List<Object> key = List.of(s.exporting.inGeneral(), s.importing.inGeneral());
        kind[s.index] = number(numbers, key);
        samples[kind[s.index]] = s.index;
      }
    }
    kinds = numbers.size();
    policyPairs = pairs.size();
    sample = Arrays.copyOf(samples, kinds);
    byList = byList();
    colors = new Colors(asked());
  }

  /** Two policies, which are the same if they are the same objects. */
  private record Policies(Rules exporting, Rules importing) {}

  private static <K> int number(Map<K, Integer> numbers, K key) {
    Integer known = numbers.putIfAbsent(key, numbers.size());
    return known != null ? known : numbers.size() - 1;
  }

  /** The numbers that a path may have without having passed the one table that they belong to. */
  private static Set<Long> sharedNumbers(Plan plan) {
    Map<Long, Table> owner = new HashMap<>();
    Set<Long> shared = new HashSet<>();
    for (Edge e : plan.edges()) {
      SessionEdge s = (SessionEdge) e;
      note(s.sender.asn(), s.from, owner, shared);
      note(s.from.vrf.asn(), s.from, owner, shared);
      shared.addAll(s.exporting.prepended);
      shared.addAll(s.importing.prepended);
    }
    return shared;
  }

  private static void note(
      @Nullable Asn asn, Table table, Map<Long, Table> owner, Set<Long> shared) {
    if (asn != null) {
      Table before = owner.putIfAbsent(asn.value(), table);
      if (before != null && before != table) {
        shared.add(asn.value());
      }
    }
  }

  private int[][] byList() {
    List<List<Integer>> found = new ArrayList<>();
    for (int i = 0; i < plan.policies().prefixLists().size(); i++) {
      found.add(new ArrayList<>(0));
    }
    for (SessionEdge s : sessions) {
      Set<Integer> lists = new HashSet<>();
      s.exporting.lists().forEach(lists::add);
      s.importing.lists().forEach(lists::add);
      lists.forEach(l -> found.get(l).add(s.index));
    }
    int[][] all = new int[found.size()][];
    for (int i = 0; i < all.length; i++) {
      List<Integer> of = found.get(i);
      all[i] = of.isEmpty() ? NO_EDGES : of.stream().mapToInt(Integer::intValue).toArray();
    }
    return all;
  }

  private Set<Community> asked() {
    Set<Community> asked = new HashSet<>();
    for (SessionEdge s : sessions) {
      asked.addAll(s.exporting.asked);
      asked.addAll(s.importing.asked);
    }
    return asked;
  }

  Table table(int number) {
    return plan.tables().get(number);
  }

  SessionEdge session(int edge) {
    return sessions[edge];
  }

  /** The edges of which some policy has this prefix list. */
  int[] withList(int list) {
    return byList[list];
  }

  /** The color of a route with these communities; {@link Colors#NONE} where it has none. */
  int color(Attributes attributes) {
    return attributes.communities.isEmpty() ? Colors.PLAIN : colors.of(attributes.communities);
  }

  /**
   * What becomes of a route on an edge whose policies have no prefix list that speaks of it.
   *
   * @param color the route's color, or {@link Colors#NONE}
   */
  Treatment treatment(int edge, int color) {
    int k = kind[edge];
    if (k == LOOK_CLOSER || color == Colors.NONE) {
      return Treatment.LOOK_CLOSER;
    }
    AtomicReferenceArray<@Nullable Treatment> row = rows.get(color);
    if (row == null) {
      row = new AtomicReferenceArray<>(kinds);
      rows.set(color, row);
    }
    Treatment known = row.get(k);
    if (known == null) {
      known = treatment(sessions[sample[k]], null, color);
      row.set(k, known);
    }
    return known;
  }

  /** What becomes of a route of a class on an edge of which a prefix list speaks of the class. */
  Treatment treatment(int edge, PrefixClass c, int color) {
    return kind[edge] == LOOK_CLOSER || color == Colors.NONE
        ? Treatment.LOOK_CLOSER
        : treatment(sessions[edge], c, color);
  }

  private Treatment treatment(SessionEdge s, @Nullable PrefixClass c, int color) {
    Set<Community> present = colors.communities(color);
    if (!s.exporting.asksForCommunitiesOnly(c) || !s.importing.asksForCommunitiesOnly(c)) {
      return Treatment.LOOK_CLOSER;
    }
    Statement out = s.exporting.decide(c, present);
    if (out == null ? !s.exporting.otherwise : !out.permit()) {
      return Treatment.REFUSAL;
    }
    Change exported = out == null ? Change.NONE : out.set();
    Set<Community> sent = changed(present, exported);
    Statement into = s.importing.decide(c, sent);
    if (into == null ? !s.importing.otherwise : !into.permit()) {
      return Treatment.REFUSAL;
    }
    Change imported = into == null ? Change.NONE : into.set();
    if (exported.prependAsn() != null) {
      return Treatment.LOOK_CLOSER;
    }
    int after = colors.of(changed(sent, imported));
    return after == Colors.NONE || colors.of(sent) == Colors.NONE
        ? Treatment.LOOK_CLOSER
        : new Treatment(
            1 + exported.prepend() + imported.prepend(),
            after,
            exported.changesAttributes() ? exported : null,
            imported.changesAttributes() ? imported : null);
  }

  private static Set<Community> changed(Set<Community> present, Change change) {
    if (change.add().isEmpty() && change.remove().isEmpty()) {
      return present;
    }
    Set<Community> after = new HashSet<>(present);
    after.removeAll(change.remove());
    after.addAll(change.add());
    return after;
  }
}
