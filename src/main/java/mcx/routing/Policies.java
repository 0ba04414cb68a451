package mcx.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mcx.inet.Community;
import mcx.network.Network;
import mcx.network.Policy;
import mcx.network.Policy.Match;
import mcx.network.Propagation;

/** The policies of a network: equal ones are one, and their prefix lists have numbers. */
final class Policies {

  private final Map<List<Match>, Integer> prefixLists = new LinkedHashMap<>();
  private final Map<Policy, Rules> rules = new HashMap<>();
  private final Map<Policy, Rules> rulesOf = new IdentityHashMap<>();
  private final boolean mayShut;
  private final Set<Rules> importing = new LinkedHashSet<>();
  private final Map<Integer, List<SessionEdge>> recoloringExports = new HashMap<>();
  private final Map<Integer, List<Rules>> recoloringImports = new HashMap<>();

  Policies(Network network) {
    all(network)
        .flatMap(p -> p.statements().stream())
        .filter(s -> !s.prefixes().isEmpty())
        .forEach(s -> prefixLists.putIfAbsent(s.prefixes(), prefixLists.size()));
    mayShut = all(network).anyMatch(Policies::shuts);
  }

  private static Stream<Policy> all(Network network) {
    return Stream.concat(
        network.sessions().stream()
            .flatMap(
                s ->
                    Stream.of(
                        s.atA().importPolicy(),
                        s.atA().exportPolicy(),
                        s.atB().importPolicy(),
                        s.atB().exportPolicy())),
        network.propagations().stream().map(Propagation::policy));
  }

  private static boolean shuts(Policy policy) {
    return policy.statements().stream()
        .anyMatch(s -> s.set().add().contains(Community.GRACEFUL_SHUTDOWN));
  }

  /** What a policy of the network says, made ready for asking. */
  Rules rules(Policy policy) {
    // Equal policies are one; a policy that was seen before is found without reading it again.
    return rulesOf.computeIfAbsent(
        policy, same -> rules.computeIfAbsent(policy, p -> new Rules(p, prefixLists)));
  }

  /** Takes note of what the policies at the ends of a session's direction change. */
  void note(SessionEdge edge) {
    if (importing.add(edge.importing)) {
      for (int list : edge.importing.recolored) {
        recoloringImports.computeIfAbsent(list, k -> new ArrayList<>(1)).add(edge.importing);
      }
    }
    for (int list : edge.exporting.recolored) {
      recoloringExports.computeIfAbsent(list, k -> new ArrayList<>(1)).add(edge);
    }
  }

  /** The prefix lists of all policies, by number from 0. */
  Map<List<Match>, Integer> prefixLists() {
    return prefixLists;
  }

  /** Whether a policy marks routes of neighbours that are about to go. */
  boolean mayShut() {
    return mayShut;
  }

  /** All import policies of sessions, each once. */
  Set<Rules> importing() {
    return importing;
  }

  /**
   * The directions of sessions whose export policy changes communities of what is in this prefix
   * list; -1 for those that do so without one.
   */
  List<SessionEdge> recoloringExports(int list) {
    return recoloringExports.getOrDefault(list, List.of());
  }

  /** The same for import policies. */
  List<Rules> recoloringImports(int list) {
    return recoloringImports.getOrDefault(list, List.of());
  }
}
