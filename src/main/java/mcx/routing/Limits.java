package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.PrefixLimit;
import mcx.network.SharedLimit;
import mcx.routing.Tripped.Aftermath;
import org.jspecify.annotations.Nullable;

/**
 * What prefix limits have done: sessions and connections that fell, prefixes that are dropped.
 * Limits that are exceeded in one stable state trip together. What fell until someone mends it
 * stays down; what comes back by itself does so once fewer prefixes would come.
 */
final class Limits {

  private static final BitSet NOWHERE = new BitSet();

  /** What a limit keeps, as Google says it: IPv4 first, then the shortest, then in order. */
  private static final Comparator<Prefix> KEPT_FIRST =
      Comparator.comparing(Prefix::family)
          .thenComparing(Prefix::length)
          .thenComparing(Comparator.naturalOrder());

  /** By the id of a session, or of a shared limit, what made it fall. */
  private final Map<String, Tripped> fallen;

  /** The limits that trip and recover for ever; what fell with them is left down. */
  private final Set<String> cycling;

  private final Map<Integer, Set<Prefix>> dropped;

  /** What made sessions and connections fall, in the order in which they fell. */
  private final List<Tripped> causes;

  /** What was exceeded in this state without a session falling. */
  private final List<Tripped> reports;

  private Limits(
      Map<String, Tripped> fallen,
      Set<String> cycling,
      Map<Integer, Set<Prefix>> dropped,
      List<Tripped> causes,
      List<Tripped> reports) {
    this.fallen = fallen;
    this.cycling = cycling;
    this.dropped = dropped;
    this.causes = causes;
    this.reports = reports;
  }

  /** Nothing has tripped yet. */
  static Limits none() {
    return new Limits(Map.of(), Set.of(), Map.of(), List.of(), List.of());
  }

  boolean areNone() {
    return fallen.isEmpty() && dropped.isEmpty();
  }

  /** Whether no prefix is dropped anywhere. */
  boolean dropNothing() {
    return dropped.isEmpty();
  }

  /** What the limits do in this state of the routes, on top of what fell before. */
  Limits after(Solved solved) {
    Plan plan = solved.plan();
    if (plan.tightLimits().isEmpty() && plan.sharedLimits().isEmpty() && areNone()) {
      return this;
    }
    Map<String, Tripped> nowFallen = new LinkedHashMap<>();
    List<Tripped> nowCauses = new ArrayList<>();
    fallen.forEach(
        (id, t) -> {
          if (!recovers(id, t, solved)) {
            nowFallen.put(id, t);
          }
        });
    for (Tripped t : causes) {
      if (nowFallen.containsKey(t.session())) {
        nowCauses.add(t);
      }
    }
    Map<Integer, Set<Prefix>> nowDropped = new HashMap<>();
    List<Tripped> nowReports = new ArrayList<>();
    for (Plan.Limited l : plan.tightLimits()) {
      SessionEdge s = l.edge();
      if (!solved.conditions().isEdgeUp(s)) {
        continue;
      }
      List<ClassState> came = came(l, solved);
      int count = count(came);
      if (count > l.limit().max()) {
        Tripped t =
            new Tripped(
                s.id,
                s.to.id(),
                Set.of(l.family()),
                count,
                l.limit(),
                null,
                aftermath(l.limit().beyond()));
        if (falls(t)) {
          nowCauses.add(t);
          nowFallen.putIfAbsent(s.id, t);
        } else {
          nowReports.add(t);
          if (t.aftermath() == Aftermath.DROPS_EXCESS) {
            nowDropped
                .computeIfAbsent(s.index, k -> new HashSet<>())
                .addAll(beyond(came, l.limit().max()));
          }
        }
      }
    }
    for (SharedLimit limit : plan.sharedLimits()) {
      if (nowFallen.containsKey(limit.id())) {
        continue;
      }
      Set<ClassState> counted = counted(limit, solved, false);
      int count = count(counted);
      if (count > limit.max()) {
        Tripped t = tripped(limit, count, plan);
        if (falls(t)) {
          nowCauses.add(t);
          nowFallen.put(limit.id(), t);
        } else {
          nowReports.add(t);
          if (t.aftermath() == Aftermath.DROPS_EXCESS) {
            drop(limit, counted, plan, nowDropped);
          }
        }
      }
    }
    return new Limits(nowFallen, cycling, nowDropped, nowCauses, nowReports);
  }

  /** Drops what is beyond a limit at the ends of all that it is counted over. */
  private static void drop(
      SharedLimit limit,
      Collection<ClassState> counted,
      Plan plan,
      Map<Integer, Set<Prefix>> dropped) {
    List<Prefix> beyond = beyond(counted, limit.max());
    for (SharedLimit.Counted c : limit.counted()) {
      for (Edge e : plan.edges(c.edge())) {
        if (!c.sent() && e.from.id().equals(c.from())) {
          dropped.computeIfAbsent(e.index, k -> new HashSet<>()).addAll(beyond);
        }
      }
    }
  }

  private static int count(Collection<ClassState> states) {
    int count = 0;
    for (ClassState s : states) {
      count += s.members.size();
    }
    return count;
  }

  /** The prefixes that a limit does not keep. */
  private static List<Prefix> beyond(Collection<ClassState> states, int max) {
    return states.stream().flatMap(s -> s.members.stream()).sorted(KEPT_FIRST).skip(max).toList();
  }

  private static Tripped tripped(SharedLimit limit, int count, Plan plan) {
    return new Tripped(
        limit.id(),
        limit.table() != null
            ? limit.table()
            : limit.counted().isEmpty()
                ? plan.tables().getFirst().id()
                : limit.counted().getFirst().from(),
        limit.families(),
        count,
        new PrefixLimit(limit.max(), limit.beyond(), limit.source(), limit.basis()),
        limit,
        limit.falls().isEmpty() && aftermath(limit.beyond()) != Aftermath.DROPS_EXCESS
            ? Aftermath.REPORTED
            : aftermath(limit.beyond()));
  }

  private static boolean falls(Tripped t) {
    return switch (t.aftermath()) {
      case STAYS_DOWN, DOWN_WHILE_EXCEEDED, CYCLE -> true;
      case DROPS_EXCESS, REPORTED -> false;
    };
  }

  private static Aftermath aftermath(PrefixLimit.Beyond beyond) {
    return switch (beyond) {
      case SESSION_IDLE -> Aftermath.STAYS_DOWN;
      case SESSION_DOWN_AUTO, CONNECTION_DOWN -> Aftermath.DOWN_WHILE_EXCEEDED;
      case DROP_EXCESS, DROP_EXCESS_ORDERED -> Aftermath.DROPS_EXCESS;
      case WARN_ONLY, REJECT_CONFIG, UNKNOWN -> Aftermath.REPORTED;
    };
  }

  /** Whether what fell comes back, since no more prefixes would come now than are allowed. */
  private boolean recovers(String id, Tripped t, Solved solved) {
    if (t.aftermath() != Aftermath.DOWN_WHILE_EXCEEDED || cycling.contains(id)) {
      return false;
    }
    if (t.shared() != null) {
      return count(counted(t.shared(), solved, true)) <= t.limit().max();
    }
    for (Plan.Limited l : solved.plan().tightLimits()) {
      if (l.edge().id.equals(id) && count(came(l, solved)) > l.limit().max()) {
        return false;
      }
    }
    return true;
  }

  /**
   * What a shared limit counts.
   *
   * @param wouldCome whether to count also what would come over what is down
   */
  private static Set<ClassState> counted(SharedLimit limit, Solved solved, boolean wouldCome) {
    Set<ClassState> all = new HashSet<>();
    if (limit.table() != null) {
      Table table = solved.plan().find(limit.table());
      if (table != null) {
        for (ClassState s : solved.states()) {
          if (limit.families().contains(s.cls.family()) && s.has(table)) {
            all.add(s);
          }
        }
      }
      return all;
    }
    for (SharedLimit.Counted counted : limit.counted()) {
      for (Edge e : solved.plan().edges(counted.edge())) {
        if (e.from.id().equals(counted.from()) && (wouldCome || solved.conditions().isEdgeUp(e))) {
          all.addAll(crossing(e, limit.families(), solved, counted.sent()));
        }
      }
    }
    return all;
  }

  /** What the limit of a session counts, were the session up. */
  private static List<ClassState> came(Plan.Limited l, Solved solved) {
    return crossing(l.edge(), Set.of(l.family()), solved, l.limit().allSent());
  }

  private static List<ClassState> crossing(
      Edge edge, Set<Family> families, Solved solved, boolean sent) {
    List<ClassState> all = new ArrayList<>();
    for (ClassState s : solved.states()) {
      if (families.contains(s.cls.family()) && solved.crosses(edge, s, sent)) {
        all.add(s);
      }
    }
    return all;
  }

  /** Whether both leave the same sessions up and drop the same prefixes. */
  boolean actsLike(Limits other) {
    return fallen.keySet().equals(other.fallen.keySet()) && dropped.equals(other.dropped);
  }

  /** What is down and dropped, for telling states apart. */
  Object state() {
    return List.of(new TreeSet<>(fallen.keySet()), Map.copyOf(dropped));
  }

  /** The limits in force at some time since a state was seen before, but not all the time. */
  static Set<String> toggling(List<Limits> since) {
    Set<String> some = new LinkedHashSet<>();
    Set<String> always = new HashSet<>(since.getFirst().fallen.keySet());
    for (Limits l : since) {
      some.addAll(l.fallen.keySet());
      always.retainAll(l.fallen.keySet());
    }
    some.removeAll(always);
    return some;
  }

  /** These limits with some that go on tripping and recovering, and are left down. */
  Limits frozen(Set<String> ids, List<Limits> since) {
    Map<String, Tripped> nowFallen = new LinkedHashMap<>(fallen);
    List<Tripped> nowCauses = new ArrayList<>(causes);
    for (String id : ids) {
      for (Limits l : since) {
        Tripped t = l.fallen.get(id);
        if (t != null) {
          Tripped marked = t.with(Aftermath.CYCLE);
          nowFallen.put(id, marked);
          nowCauses.removeIf(x -> x.session().equals(id));
          nowCauses.add(marked);
          break;
        }
      }
    }
    Set<String> nowCycling = new HashSet<>(cycling);
    nowCycling.addAll(ids);
    return new Limits(nowFallen, nowCycling, dropped, nowCauses, reports);
  }

  /** The ids of sessions, and of what shared limits take down, that are down. */
  Set<String> down() {
    Set<String> all = new HashSet<>();
    fallen.forEach(
        (id, t) -> {
          if (t.shared() == null) {
            all.add(id);
          } else {
            all.addAll(t.shared().falls());
          }
        });
    return all;
  }

  /** The ids of sessions whose connection is down too. */
  Set<String> sessionsWithConnection() {
    Set<String> all = new HashSet<>();
    fallen.forEach(
        (id, t) -> {
          if (t.shared() == null && t.limit().beyond() == PrefixLimit.Beyond.CONNECTION_DOWN) {
            all.add(id);
          }
        });
    return all;
  }

  /** Why the session fell; null if it did not. */
  @Nullable Tripped sessionDown(String session) {
    Tripped own = fallen.get(session);
    return own != null && own.shared() == null ? own : sharedDown(session);
  }

  private @Nullable Tripped sharedDown(String id) {
    for (Tripped t : fallen.values()) {
      if (t.shared() != null && t.shared().falls().contains(id)) {
        return t;
      }
    }
    return null;
  }

  /** Why the segment fell; null if it did not. */
  @Nullable Tripped connectionDown(String segment, Plan plan) {
    for (Tripped t : fallen.values()) {
      if (t.shared() == null && t.limit().beyond() == PrefixLimit.Beyond.CONNECTION_DOWN) {
        mcx.network.Session s = plan.session(t.session());
        if (s != null && segment.equals(s.segment())) {
          return t;
        }
      }
    }
    return sharedDown(segment);
  }

  /** The edges at whose end this prefix is dropped. */
  BitSet droppedAt(Prefix prefix) {
    if (dropped.isEmpty()) {
      return NOWHERE;
    }
    BitSet at = new BitSet();
    dropped.forEach(
        (edge, gone) -> {
          if (gone.contains(prefix)) {
            at.set(edge);
          }
        });
    return at;
  }

  /** These prefixes in groups of which all or none are dropped at each end. */
  Collection<List<Prefix>> alike(List<Prefix> prefixes) {
    if (dropped.isEmpty() || prefixes.size() == 1) {
      return List.of(prefixes);
    }
    Map<BitSet, List<Prefix>> groups = new LinkedHashMap<>();
    for (Prefix p : prefixes) {
      groups.computeIfAbsent(droppedAt(p), k -> new ArrayList<>()).add(p);
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
