package mcx.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.design.RoutePolicy;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.PathMatch;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/** Puts policies together: from drawn ones, and from what vendors do. */
final class Policies {

  /** Lets through only what a table holds itself. */
  static final Policy OWN_ONLY =
      new Policy(
          List.of(
              new Statement(
                  null,
                  List.of(),
                  Set.of(),
                  null,
                  null,
                  Set.of(Learned.LOCAL),
                  Set.of(),
                  true,
                  Change.NONE)),
          false);

  /** Takes private numbers off a path that holds no others. */
  static final Change HIDE_PRIVATE_ASNS =
      new Change(null, null, 0, null, Set.of(), Set.of(), null, null, true);

  /** A local preference below the customary 100. */
  private static final long SECOND_CHOICE = 50;

  private Policies() {}

  /** A drawn policy, for the network. */
  static Policy lower(RoutePolicy drawn) {
    if (drawn.terms().isEmpty()) {
      return drawn.otherwise() ? Policy.PERMIT : Policy.DENY;
    }
    return new Policy(drawn.terms().stream().map(Policies::lower).toList(), drawn.otherwise());
  }

  private static Statement lower(RoutePolicy.Term term) {
    String path = term.asPath();
    return new Statement(
        null,
        term.prefixes().stream().map(Policies::lower).toList(),
        Set.copyOf(term.communities()),
        path == null ? null : PathMatch.of(path.replace("_", "(?:^|$| )")),
        term.neighbor(),
        Set.of(),
        Set.of(),
        term.permit(),
        lower(term.set()));
  }

  /** A drawn match of prefixes, for the network. */
  static Match lower(RoutePolicy.PrefixMatch match) {
    Prefix prefix = match.prefix();
    Integer ge = match.ge();
    Integer le = match.le();
    int shortest = ge == null ? prefix.length() : ge;
    int longest = le != null ? le : ge == null ? prefix.length() : prefix.family().bits();
    return new Match(prefix, shortest, longest);
  }

  private static Change lower(RoutePolicy.Change set) {
    return new Change(
        set.localPreference(),
        set.med(),
        set.prepend(),
        null,
        Set.copyOf(set.addCommunities()),
        Set.copyOf(set.removeCommunities()),
        set.weight(),
        null);
  }

  /** Statements that decide before a policy does. */
  static Policy first(List<Statement> statements, Policy then) {
    if (statements.isEmpty()) {
      return then;
    }
    List<Statement> all = new ArrayList<>(statements);
    all.addAll(then.statements());
    return new Policy(all, then.otherwise());
  }

  /** The policy, with a change made in addition on everything it permits. */
  static Policy alsoSet(Policy policy, Change change) {
    if (change.equals(Change.NONE)) {
      return policy;
    }
    List<Statement> all = new ArrayList<>();
    for (Statement s : policy.statements()) {
      all.add(
          s.permit()
              ? new Statement(
                  s.reason(),
                  s.prefixes(),
                  s.communities(),
                  s.asPath(),
                  s.neighbor(),
                  s.learned(),
                  s.from(),
                  true,
                  both(s.set(), change))
              : s);
    }
    if (policy.otherwise()) {
      all.add(Statement.set(change));
    }
    return new Policy(all, policy.otherwise());
  }

  /** Two changes as one; where both set the same, the first holds. */
  static Change both(Change one, Change two) {
    Set<Community> add = new LinkedHashSet<>(one.add());
    add.addAll(two.add());
    Set<Community> remove = new LinkedHashSet<>(one.remove());
    remove.addAll(two.remove());
    return new Change(
        one.localPreference() != null ? one.localPreference() : two.localPreference(),
        one.med() != null ? one.med() : two.med(),
        one.prepend() + two.prepend(),
        one.prependAsn() != null ? one.prependAsn() : two.prependAsn(),
        add,
        remove,
        one.weight() != null ? one.weight() : two.weight(),
        one.distance() != null ? one.distance() : two.distance(),
        one.hidePrivateAsns() || two.hidePrivateAsns());
  }

  static Change distance(int value) {
    return new Change(null, null, 0, null, Set.of(), Set.of(), null, value);
  }

  static Change med(long value) {
    return new Change(null, value, 0, null, Set.of(), Set.of(), null, null);
  }

  /** Denies what came in by these sessions and propagations. */
  static Statement denyFrom(String reason, Set<String> entries) {
    return new Statement(
        reason, List.of(), Set.of(), null, null, Set.of(), entries, false, Change.NONE);
  }

  /** Denies these prefixes where they came in by these sessions and propagations. */
  static Statement denyFrom(String reason, Set<String> entries, List<Match> prefixes) {
    return new Statement(
        reason, prefixes, Set.of(), null, null, Set.of(), entries, false, Change.NONE);
  }

  /** Denies whatever lies inside these prefixes; null where there are none. */
  static @Nullable Statement denyWithin(String reason, Collection<Prefix> prefixes) {
    return prefixes.isEmpty()
        ? null
        : Statement.denyPrefixes(reason, prefixes.stream().map(Match::within).toList());
  }

  /** Permits what came in like this, to be taken only where there is nothing else. */
  static Statement secondChoice(Set<Learned> learned, Set<String> entries) {
    return new Statement(
        null,
        List.of(),
        Set.of(),
        null,
        null,
        learned,
        entries,
        true,
        Change.localPreference(SECOND_CHOICE));
  }

  /** Denies routes whose path this matches. */
  static Statement denyPaths(String reason, PathMatch path) {
    return new Statement(
        reason, List.of(), Set.of(), path, null, Set.of(), Set.of(), false, Change.NONE);
  }

  /** The prefixes themselves, what lies inside them, and what holds them. */
  static List<Match> overlapping(Collection<Prefix> prefixes) {
    Set<Match> all = new LinkedHashSet<>();
    for (Prefix prefix : prefixes) {
      all.add(Match.within(prefix));
      for (int length = prefix.length() - 1; length >= 0; length--) {
        all.add(Match.exactly(Prefix.containing(prefix.address(), length)));
      }
    }
    return List.copyOf(all);
  }

  /** Permits what lies inside these prefixes and nothing else. */
  static Policy onlyWithin(List<Prefix> prefixes) {
    return new Policy(
        List.of(
            new Statement(
                null,
                prefixes.stream().map(Match::within).toList(),
                Set.of(),
                null,
                null,
                Set.of(),
                Set.of(),
                true,
                Change.NONE)),
        false);
  }

  /** Denies everything, with a reason. */
  static Policy nothing(String reason) {
    return new Policy(List.of(Statement.deny(reason)), false);
  }

  /** The end with another export policy. */
  static Session.End withExport(Session.End end, Policy policy) {
    return end.withPolicies(end.importPolicy(), policy);
  }

  /** The end with another import policy. */
  static Session.End withImport(Session.End end, Policy policy) {
    return end.withPolicies(policy, end.exportPolicy());
  }
}
