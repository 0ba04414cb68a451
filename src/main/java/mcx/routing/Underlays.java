package mcx.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mcx.inet.IpAddress;
import mcx.network.Segment;
import mcx.network.Segment.Underlay;
import mcx.network.Session;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Tunnels and sessions between loopbacks whose ends do not reach each other over the routes as they
 * are, with the reason. As at a cold start, what needs routes is down until there are some.
 */
final class Underlays {

  private static final String NO_ROUTE_YET = "Its ends have no route to each other.";

  private final Map<String, String> segments;
  private final Map<String, String> sessions;

  /** What goes up and down for ever, and is left down. */
  private final Set<String> flapping;

  private Underlays(
      Map<String, String> segments, Map<String, String> sessions, Set<String> flapping) {
    this.segments = segments;
    this.sessions = sessions;
    this.flapping = flapping;
  }

  /** Before there are any routes. */
  static Underlays start(Plan plan) {
    Map<String, String> segments = new TreeMap<>();
    Map<String, String> sessions = new TreeMap<>();
    for (Segment s : plan.tunnels()) {
      Underlay under = s.underlay();
      if (under != null && !under.internet()) {
        segments.put(s.id(), NO_ROUTE_YET);
      }
    }
    for (Session s : plan.multihops()) {
      sessions.put(s.id(), NO_ROUTE_YET);
    }
    return new Underlays(segments, sessions, Set.of());
  }

  Collection<String> segmentsDown() {
    return segments.keySet();
  }

  Collection<String> sessionsDown() {
    return sessions.keySet();
  }

  /** Why a tunnel or session finds no way to its other end; null if it does. */
  @Nullable String reason(String id) {
    String segment = segments.get(id);
    return segment != null ? segment : sessions.get(id);
  }

  /** What is up and down over these routes. */
  Underlays after(Solved solved) {
    Plan plan = solved.plan();
    if (plan.tunnels().isEmpty() && plan.multihops().isEmpty()) {
      return this;
    }
    Map<String, String> nowSegments = new TreeMap<>();
    Map<String, String> nowSessions = new TreeMap<>();
    for (Segment s : plan.tunnels()) {
      Underlay under = s.underlay();
      if (under != null) {
        note(nowSegments, s.id(), segments, tunnel(s, under, solved));
      }
    }
    for (Session s : plan.multihops()) {
      note(nowSessions, s.id(), sessions, multihop(s, solved));
    }
    return new Underlays(nowSegments, nowSessions, flapping);
  }

  private void note(
      Map<String, String> now, String id, Map<String, String> before, @Nullable String reason) {
    if (flapping.contains(id)) {
      now.put(id, before.getOrDefault(id, NO_ROUTE_YET));
    } else if (reason != null) {
      now.put(id, reason);
    }
  }

  private static @Nullable String tunnel(Segment s, Underlay under, Solved solved) {
    String there = way(s.a(), under.endpointB(), s.b(), s.id(), under.internet(), solved);
    return there != null
        ? there
        : way(s.b(), under.endpointA(), s.a(), s.id(), under.internet(), solved);
  }

  private static @Nullable String multihop(Session s, Solved solved) {
    IpAddress a = s.atA().address();
    IpAddress b = s.atB().address();
    if (a == null || b == null) {
      return "An end of it has no address.";
    }
    String there = way(s.a(), b, s.b(), s.id(), false, solved);
    return there != null ? there : way(s.b(), a, s.a(), s.id(), false, solved);
  }

  /** Why packets from a table do not get to an address at its other end; null if they do. */
  private static @Nullable String way(
      VrfId from, IpAddress to, VrfId other, String itself, boolean internet, Solved solved) {
    Table start = solved.plan().find(from);
    if (start == null) {
      return NO_ROUTE_YET;
    }
    Candidate first = solved.forwarding(start, to);
    if (internet && (first == null || solved.matched(start, to).isDefault())) {
      return null;
    }
    Trace trace = new Tracer(solved, to).toEnd(from, other);
    for (Trace.Hop hop : trace.hops()) {
      if (itself.equals(hop.segment()) || itself.equals(hop.via())) {
        return "The way from "
            + start.label()
            + " to its far end "
            + to
            + " leads through itself, by "
            + hop.prefix()
            + ": a recursion, on which it goes up and down for ever.";
      }
    }
    return trace.arrived()
        ? null
        : start.label() + " does not reach the far end " + to + ". " + trace.reason();
  }

  boolean actsLike(Underlays other) {
    return segments.keySet().equals(other.segments.keySet())
        && sessions.keySet().equals(other.sessions.keySet());
  }

  Object state() {
    return List.of(new HashSet<>(segments.keySet()), new HashSet<>(sessions.keySet()));
  }

  /** What was down at some time since a state was seen before, but not all the time. */
  static Set<String> toggling(List<Underlays> since) {
    Set<String> some = new HashSet<>();
    Set<String> always = new HashSet<>(since.getFirst().all());
    for (Underlays u : since) {
      some.addAll(u.all());
      always.retainAll(u.all());
    }
    some.removeAll(always);
    return some;
  }

  private Set<String> all() {
    Set<String> all = new HashSet<>(segments.keySet());
    all.addAll(sessions.keySet());
    return all;
  }

  /** These with some that go up and down for ever, and are left down. */
  Underlays frozen(Set<String> ids, List<Underlays> since) {
    Map<String, String> nowSegments = new LinkedHashMap<>(segments);
    Map<String, String> nowSessions = new LinkedHashMap<>(sessions);
    List<String> sorted = new ArrayList<>(ids);
    sorted.sort(null);
    for (String id : sorted) {
      for (Underlays u : since.reversed()) {
        if (u.segments.containsKey(id)) {
          nowSegments.putIfAbsent(id, u.segments.get(id));
          break;
        }
        if (u.sessions.containsKey(id)) {
          nowSessions.putIfAbsent(id, u.sessions.get(id));
          break;
        }
      }
    }
    Set<String> nowFlapping = new HashSet<>(flapping);
    nowFlapping.addAll(ids);
    return new Underlays(nowSegments, nowSessions, nowFlapping);
  }

  /** What goes up and down for ever. */
  Set<String> flapping() {
    return flapping;
  }
}
