package mcx.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import org.jspecify.annotations.Nullable;

/** Narrows what a policy's statements speak of, to change more on some of what it permits. */
interface Narrowing {

  /** The statement, speaking of less; null where nothing is left, or it cannot be said. */
  @Nullable Statement narrow(Statement statement);

  /** To what has this community; not where a statement asks for communities itself. */
  static Narrowing having(Community community) {
    return s ->
        s.communities().isEmpty()
            ? with(s, s.prefixes(), Set.of(community), s.from(), s.set())
            : null;
  }

  /** To exactly these prefixes. */
  static Narrowing to(List<Prefix> prefixes) {
    return s -> {
      List<Match> left =
          prefixes.stream()
              .filter(
                  p -> s.prefixes().isEmpty() || s.prefixes().stream().anyMatch(m -> m.matches(p)))
              .map(Match::exactly)
              .toList();
      return left.isEmpty() ? null : with(s, left, s.communities(), s.from(), s.set());
    };
  }

  /** To what came in by these sessions and propagations. */
  static Narrowing from(Set<String> entries) {
    return s -> {
      Set<String> left = new HashSet<>(entries);
      if (!s.from().isEmpty()) {
        left.retainAll(s.from());
      }
      return left.isEmpty() ? null : with(s, s.prefixes(), s.communities(), left, s.set());
    };
  }

  /** The policy, with a change made in addition on some of what it permits. */
  static Policy alsoSet(Policy policy, Narrowing narrowing, Change change) {
    List<Statement> all = new ArrayList<>();
    for (Statement s : policy.statements()) {
      if (s.permit()) {
        add(all, narrowing.narrow(s), change);
      }
      all.add(s);
    }
    if (policy.otherwise()) {
      add(all, narrowing.narrow(Statement.set(Change.NONE)), change);
    }
    return new Policy(all, policy.otherwise());
  }

  private static void add(List<Statement> all, @Nullable Statement s, Change change) {
    if (s != null) {
      all.add(with(s, s.prefixes(), s.communities(), s.from(), Policies.both(s.set(), change)));
    }
  }

  private static Statement with(
      Statement s, List<Match> prefixes, Set<Community> communities, Set<String> from, Change set) {
    return new Statement(
        s.reason(),
        prefixes,
        communities,
        s.asPath(),
        s.neighbor(),
        s.learned(),
        from,
        s.permit(),
        set);
  }
}
