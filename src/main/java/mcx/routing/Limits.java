package mcx.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.PrefixLimit;
import org.jspecify.annotations.Nullable;

/**
 * What prefix limits have done: sessions and connections that fell, prefixes that are dropped. What
 * fell stays down; limits that are exceeded in one stable state trip together.
 */
final class Limits {

  private final Map<String, Tripped> fallen;
  private final Map<String, Tripped> connections;
  private final Map<Integer, Set<Prefix>> dropped;

  /** What made sessions and connections fall, in the order in which they fell. */
  private final List<Tripped> causes;

  /** What was exceeded in this state without a session falling. */
  private final List<Tripped> reports;

  private Limits(
      Map<String, Tripped> fallen,
      Map<String, Tripped> connections,
      Map<Integer, Set<Prefix>> dropped,
      List<Tripped> causes,
      List<Tripped> reports) {
    this.fallen = fallen;
    this.connections = connections;
    this.dropped = dropped;
    this.causes = causes;
    this.reports = reports;
  }

  /** Nothing has tripped yet. */
  static Limits none() {
    return new Limits(Map.of(), Map.of(), Map.of(), List.of(), List.of());
  }

  /** What the limits do in this state of the routes, on top of what fell before. */
  Limits after(Plan plan, List<PrefixState> states) {
    Map<String, Tripped> nowFallen = new LinkedHashMap<>(fallen);
    Map<String, Tripped> nowConnections = new LinkedHashMap<>(connections);
    Map<Integer, Set<Prefix>> nowDropped = new HashMap<>();
    List<Tripped> nowCauses = new ArrayList<>(causes);
    List<Tripped> nowReports = new ArrayList<>();
    for (Edge e : plan.edges()) {
      if (e instanceof SessionEdge s) {
        for (Family family : Family.values()) {
          PrefixLimit limit = s.limit(family);
          if (limit == null) {
            continue;
          }
          List<Prefix> came = came(s, family, states);
          if (came.size() <= limit.max()) {
            continue;
          }
          Tripped t = new Tripped(s.id, s.to.id(), family, came.size(), limit);
          switch (limit.beyond()) {
            case SESSION_DOWN_AUTO, SESSION_IDLE -> {
              nowCauses.add(t);
              nowFallen.putIfAbsent(s.id, t);
            }
            case CONNECTION_DOWN -> {
              nowCauses.add(t);
              nowFallen.putIfAbsent(s.id, t);
              if (s.session.segment() != null) {
                nowConnections.putIfAbsent(s.session.segment(), t);
              }
            }
            case DROP_EXCESS, DROP_EXCESS_ORDERED -> {
              nowReports.add(t);
              nowDropped
                  .computeIfAbsent(s.index, k -> new HashSet<>())
                  .addAll(came.subList(limit.max(), came.size()));
            }
            // The vendor refuses the configuration, or does not say: nothing falls by itself.
            case REJECT_CONFIG, UNKNOWN -> nowReports.add(t);
          }
        }
      }
    }
    return new Limits(nowFallen, nowConnections, nowDropped, nowCauses, nowReports);
  }

  /** What got past the receiver's policy, in the order in which a limit keeps it. */
  private static List<Prefix> came(SessionEdge edge, Family family, List<PrefixState> states) {
    List<Prefix> all = new ArrayList<>();
    for (PrefixState s : states) {
      if (s.prefix.family() == family && s.came(edge)) {
        all.addAll(s.members);
      }
    }
    all.sort(Comparator.comparing(Prefix::length).thenComparing(Comparator.naturalOrder()));
    return all;
  }

  /** Whether both leave the same sessions up and drop the same prefixes. */
  boolean actsLike(Limits other) {
    return fallen.keySet().equals(other.fallen.keySet())
        && connections.keySet().equals(other.connections.keySet())
        && dropped.equals(other.dropped);
  }

  /** Why the session fell; null if it did not. */
  @Nullable Tripped sessionDown(String session) {
    return fallen.get(session);
  }

  /** Why the segment fell; null if it did not. */
  @Nullable Tripped connectionDown(String segment) {
    return connections.get(segment);
  }

  boolean drops(SessionEdge edge, Prefix prefix) {
    Set<Prefix> at = dropped.get(edge.index);
    return at != null && at.contains(prefix);
  }

  /** These prefixes in groups of which all or none are dropped at each end. */
  Collection<List<Prefix>> alike(List<Prefix> prefixes) {
    if (dropped.isEmpty() || prefixes.size() == 1) {
      return List.of(prefixes);
    }
    Map<Set<Integer>, List<Prefix>> groups = new LinkedHashMap<>();
    for (Prefix p : prefixes) {
      Set<Integer> at = new HashSet<>();
      dropped.forEach(
          (edge, gone) -> {
            if (gone.contains(p)) {
              at.add(edge);
            }
          });
      groups.computeIfAbsent(at, k -> new ArrayList<>()).add(p);
    }
    return groups.values();
  }

  /** All limits that were exceeded. */
  List<Tripped> tripped() {
    List<Tripped> all = new ArrayList<>(causes);
    all.addAll(reports);
    return all;
  }
}
