package mcx.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.SharedLimit;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** What a limit counts in one state of the routes. */
public final class Counts {

  private final Solved solved;

  /** The routes that count, each standing for the prefixes of its class. */
  private final Map<ClassState, Candidate> routes = new LinkedHashMap<>();

  Counts(Solved solved, SharedLimit limit) {
    this.solved = solved;
    VrfId whole = limit.table();
    Table table = whole == null ? null : solved.plan().find(whole);
    for (ClassState s : solved.states()) {
      if (limit.families().contains(s.cls.family())) {
        put(s, whole == null ? arriving(limit, s) : table == null ? null : standing(table, s));
      }
    }
  }

  Counts(Solved solved, String session, VrfId to, Family family, boolean sent) {
    this.solved = solved;
    for (ClassState s : solved.states()) {
      if (s.cls.family() == family) {
        for (Edge e : solved.plan().edges(session)) {
          if (e.to.id().equals(to)) {
            put(s, crossing(e, s, sent));
          }
        }
      }
    }
  }

  /** How many prefixes there are, by the table that first held them. */
  public SortedMap<VrfId, Integer> byOrigin() {
    SortedMap<VrfId, Integer> counts = new TreeMap<>();
    routes.forEach(
        (s, route) -> {
          Candidate first = route;
          for (Candidate from = first.from; from != null; from = from.from) {
            first = from;
          }
          counts.merge(first.table.id(), s.members.size(), Integer::sum);
        });
    return counts;
  }

  /** The route to each prefix, as its sender has it, by prefix in order. */
  public List<Route> routes() {
    List<Route> all = new ArrayList<>();
    routes.forEach(
        (s, route) -> {
          for (Prefix p : s.members) {
            all.add(new Publishing(p).route(route));
          }
        });
    all.sort(Comparator.comparing(Route::prefix));
    return all;
  }

  private void put(ClassState s, @Nullable Candidate route) {
    if (route != null) {
      routes.putIfAbsent(s, route);
    }
  }

  private @Nullable Candidate standing(Table table, ClassState s) {
    return s.has(table) ? solved.hydrated(s).best(table) : null;
  }

  /** A prefix that comes by several ways counts once. */
  private @Nullable Candidate arriving(SharedLimit limit, ClassState s) {
    for (SharedLimit.Counted counted : limit.counted()) {
      for (Edge e : solved.plan().edges(counted.edge())) {
        Candidate came = e.from.id().equals(counted.from()) ? crossing(e, s, counted.sent()) : null;
        if (came != null) {
          return came;
        }
      }
    }
    return null;
  }

  /** The route at the sender that crosses an edge; null where none does. */
  private @Nullable Candidate crossing(Edge e, ClassState s, boolean sent) {
    Conditions conditions = solved.conditions();
    if (!conditions.isEdgeUp(e) && conditions.limits().sessionDown(e.id) == null) {
      return null;
    }
    return solved.handed(e, s, sent);
  }
}
