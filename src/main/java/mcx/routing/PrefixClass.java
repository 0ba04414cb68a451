package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Policy;
import mcx.network.Policy.Match;
import mcx.network.Vrf;
import org.jspecify.annotations.Nullable;

/**
 * Prefixes that are treated alike everywhere: the same tables hold them in the same way, and every
 * policy and summary says the same about them. Their routes differ in the prefix only, so they are
 * computed once.
 *
 * @param members in order, at least one
 * @param summary whether some table may summarise into it; such a prefix is alone in its class
 */
record PrefixClass(List<Prefix> members, boolean summary) {

  PrefixClass {
    members = List.copyOf(members);
  }

  Prefix first() {
    return members.getFirst();
  }

  /** What makes prefixes alike. {@code alone} is null where others may be so too. */
  private record Key(@Nullable Prefix alone, Family family, List<Holding> holdings, BitSet said) {}

  /** How a table holds a prefix itself. */
  private record Holding(int table, boolean originated, List<Vrf.StaticRoute> statics) {}

  /** Sorts these prefixes into classes; in the order of the first of each. */
  static List<PrefixClass> of(List<Prefix> prefixes, Plan plan) {
    List<Matcher> matchers = matchers(plan.network());
    Set<Prefix> summaries = new HashSet<>();
    Set<Prefix> hiding = new LinkedHashSet<>();
    for (Table t : plan.tables()) {
      for (Vrf.Aggregate a : t.vrf.aggregates()) {
        summaries.add(a.prefix());
        if (a.summaryOnly()) {
          hiding.add(a.prefix());
        }
      }
    }
    Map<Key, List<Prefix>> classes = new LinkedHashMap<>();
    for (Prefix p : prefixes) {
      boolean alone = p.isDefault() || summaries.contains(p);
      BitSet said = new BitSet();
      int bit = 0;
      for (Matcher m : matchers) {
        said.set(bit++, m.matches(p));
      }
      for (Prefix s : hiding) {
        said.set(bit++, p.length() > s.length() && s.contains(p));
      }
      Key key = new Key(alone ? p : null, p.family(), holdings(p, plan), said);
      classes.computeIfAbsent(key, k -> new ArrayList<>()).add(p);
    }
    return classes.values().stream()
        .map(members -> new PrefixClass(members, summaries.contains(members.getFirst())))
        .toList();
  }

  private static List<Holding> holdings(Prefix p, Plan plan) {
    List<Holding> holdings = new ArrayList<>();
    for (Table t : plan.holders(p)) {
      List<Vrf.StaticRoute> statics = new ArrayList<>();
      for (Vrf.StaticRoute s : t.vrf.statics()) {
        if (s.prefix().equals(p)) {
          Prefix any = p.family() == Family.V4 ? Prefix.DEFAULT_V4 : Prefix.DEFAULT_V6;
          statics.add(
              new Vrf.StaticRoute(any, s.nextHop(), s.segment(), s.distance(), s.redistribute()));
        }
      }
      holdings.add(new Holding(t.index, t.originates(p), statics));
    }
    return holdings;
  }

  /** One prefix list of a policy, quick to ask. */
  private static final class Matcher {
    private final Set<Prefix> exact = new HashSet<>();
    private final List<Match> ranges = new ArrayList<>();

    Matcher(List<Match> matches) {
      for (Match m : matches) {
        if (m.ge() == m.prefix().length() && m.le() == m.prefix().length()) {
          exact.add(m.prefix());
        } else {
          ranges.add(m);
        }
      }
    }

    boolean matches(Prefix p) {
      return exact.contains(p) || ranges.stream().anyMatch(m -> m.matches(p));
    }
  }

  private static List<Matcher> matchers(Network network) {
    Set<List<Match>> lists = new LinkedHashSet<>();
    List<Policy> policies = new ArrayList<>();
    network
        .sessions()
        .forEach(
            s -> {
              policies.add(s.atA().importPolicy());
              policies.add(s.atA().exportPolicy());
              policies.add(s.atB().importPolicy());
              policies.add(s.atB().exportPolicy());
            });
    network.propagations().forEach(p -> policies.add(p.policy()));
    for (Policy policy : policies) {
      for (Policy.Statement s : policy.statements()) {
        if (!s.prefixes().isEmpty()) {
          lists.add(s.prefixes());
        }
      }
    }
    return lists.stream().map(Matcher::new).toList();
  }
}
