package mcx.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mcx.export.lab.LabDaemon;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.lab.RibComparison.Difference;
import mcx.lab.RouterRib.Candidate;
import mcx.network.Network;
import mcx.network.Session;
import mcx.network.VpnDomain;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import org.jspecify.annotations.Nullable;

/**
 * Which routes to a prefix come from where GoBGP did something in its own way, followed from table
 * to table for as long as one of them is used, in the daemons or in the solution.
 */
final class Downstream {

  /** Where it begins. */
  enum Cause {
    /** A VRF that chose a route which should have lost by the cost to its next hop. */
    COST,
    /** A VRF in which routes of several distinguishers meet. */
    UNDECIDED,
    /** What an edge keeps from another because its number is in the path. */
    HELD_BACK,
    /** What a neighbour still has although the VRF now tells it nothing. */
    KEPT,
    /** What a neighbour still has that it was told with its number replaced, and is gone. */
    REPLACED,
    /** What a VRF still has from a neighbour that now tells it what it cannot accept. */
    HEARD
  }

  /** What one table may tell another. */
  private record Way(VrfId from, VrfId to, String key) {}

  /** A route's place: the table it is in, and the session or VRF it came by. */
  private record Place(VrfId table, String key) {}

  private final Sides state;
  private final Prefix prefix;
  private final Set<Place> places = new HashSet<>();
  private final Set<VrfId> costly = new HashSet<>();

  /**
   * Follows them.
   *
   * @param last begins with this cause and all before it
   */
  Downstream(Sides state, Prefix prefix, Cause last) {
    this.state = state;
    this.prefix = prefix;
    List<Way> ways = ways(state.plan.network());
    for (VrfId t : state.dump.keySet()) {
      if (isCostly(t)) {
        costly.add(t);
      }
    }
    Deque<VrfId> loose = new ArrayDeque<>(costly);
    if (last != Cause.COST) {
      state.dump.keySet().stream().filter(this::isUndecided).forEach(loose::add);
    }
    Set<VrfId> done = new HashSet<>(loose);
    for (Way w : ways) {
      if (begins(w, last)) {
        add(w, loose, done);
        // Until it was held back it met what else the VRF has.
        if (isHeldBack(w) && !state.candidates(w.to, prefix).isEmpty() && done.add(w.to)) {
          loose.add(w.to);
        }
      }
    }
    while (!loose.isEmpty()) {
      VrfId t = loose.remove();
      for (Way w : ways) {
        if (w.from.equals(t)) {
          add(w, loose, done);
        }
      }
    }
  }

  private boolean begins(Way w, Cause last) {
    return (last.compareTo(Cause.UNDECIDED) >= 0 && isTakenBack(w))
        || (last.compareTo(Cause.HELD_BACK) >= 0 && isHeldBack(w))
        || (last.compareTo(Cause.KEPT) >= 0 && isKept(w))
        || (last.compareTo(Cause.REPLACED) >= 0 && isReplaced(w))
        || (last.compareTo(Cause.HEARD) >= 0 && isHeard(w));
  }

  /** Whether the difference is in a route that comes from such a VRF, or in a choice of one. */
  boolean explains(Difference d) {
    return switch (d.kind()) {
      case MISSING, EXTRA, ATTRIBUTE ->
          d.session() != null
              && places.contains(new Place(d.table(), d.session()))
              && mayHaveTold(d.table(), d.session());
      case BEST, SHARES ->
          costly.contains(d.table())
              || places.stream().anyMatch(p -> p.table.equals(d.table()) && isUsed(p));
    };
  }

  private void add(Way w, Deque<VrfId> loose, Set<VrfId> done) {
    Place p = new Place(w.to, w.key);
    if (places.add(p) && isUsed(p) && done.add(w.to)) {
      loose.add(w.to);
    }
  }

  private boolean isUsed(Place p) {
    RibEntry computed = state.solution.entry(p.table, prefix);
    return state.candidates(p.table, prefix).stream()
            .anyMatch(c -> c.best() && p.key.equals(c.session()))
        || (computed != null && p.key.equals(RibComparison.session(computed.first())));
  }

  /** Whether it chose, alone, a route that should have lost by the cost to its next hop. */
  private boolean isCostly(VrfId t) {
    RibEntry computed = state.solution.entry(t, prefix);
    Candidate best = state.best(t, prefix);
    if (state.daemon(t) != LabDaemon.GOBGP
        || computed == null
        || best == null
        || state.candidates(t, prefix).stream().filter(Candidate::best).count() > 1) {
      return false;
    }
    return computed.lost().stream()
        .filter(l -> l.step().startsWith("cost to the next hop"))
        .map(l -> RibComparison.session(l.route()))
        .anyMatch(key -> key != null && key.equals(best.session()));
  }

  /** Whether routes of several distinguishers meet in it, or met before. */
  private boolean isUndecided(VrfId t) {
    return state.daemon(t) == LabDaemon.GOBGP
        && had(t).anyMatch(all -> all.stream().filter(Candidate::best).count() > 1);
  }

  /**
   * Whether one lacks what a VRF has, in which another route, of its own distinguisher, met it
   * while sessions came up: one of a neighbour that then used what the VRF told it.
   */
  private boolean isTakenBack(Way w) {
    Network n = state.plan.network();
    return state.daemon(w.from) == LabDaemon.GOBGP
        && n.session(w.key) != null
        && state.best(w.from, prefix) != null
        && state.candidates(w.to, prefix).stream().noneMatch(c -> w.key.equals(c.session()))
        && n.sessions().stream()
            .filter(s -> s.a().equals(w.from) || s.b().equals(w.from))
            .anyMatch(s -> toldBefore(w.from, s));
  }

  /** Whether a neighbour has a route that it told a VRF until it preferred what that told it. */
  private boolean toldBefore(VrfId vrf, Session s) {
    return had(s.other(vrf))
        .anyMatch(
            all ->
                all.stream().anyMatch(c -> c.best() && s.id().equals(c.session()))
                    && all.stream()
                        .anyMatch(c -> !s.id().equals(c.session()) && !has(c, s.at(vrf).asn())));
  }

  /** The routes that a table has and those that it had in each state before. */
  private Stream<List<Candidate>> had(VrfId t) {
    return Stream.concat(Stream.of(state.dump), state.earlier.stream())
        .map(tables -> tables.get(t))
        .filter(Objects::nonNull)
        .map(rib -> rib.routes().getOrDefault(prefix, List.of()));
  }

  /**
   * Whether what a table has by a session is something that an undecided VRF at its other end may
   * have told: a route it has or had, with its number in front.
   */
  private boolean mayHaveTold(VrfId table, String key) {
    Session s = state.plan.network().session(key);
    if (s == null || !isUndecided(s.other(table))) {
      return true;
    }
    VrfId teller = s.other(table);
    long own = s.at(teller).asn().value();
    long replaced = s.at(teller).asOverride() ? s.at(table).asn().value() : own;
    Set<List<Long>> told =
        had(teller)
            .flatMap(List::stream)
            .filter(c -> !key.equals(c.session()))
            .map(
                c ->
                    LongStream.concat(
                            LongStream.of(own),
                            c.asPath().stream().map(n -> n == replaced ? own : n))
                        .boxed()
                        .toList())
            .collect(Collectors.toSet());
    return state.candidates(table, prefix).stream()
        .filter(c -> key.equals(c.session()))
        .allMatch(c -> told.contains(c.asPath().stream().boxed().toList()));
  }

  /** Whether another edge is not told what the sender has, or should have. */
  private boolean isHeldBack(Way w) {
    if (!isBetweenEdges(w)) {
      return false;
    }
    RibEntry computed = state.solution.entry(w.from, prefix);
    Candidate best = state.best(w.from, prefix);
    Asn own = Objects.requireNonNull(asn(w.to));
    return (computed != null && computed.first().asPath().contains(own))
        || (best != null && best.asPath().contains(own));
  }

  /** Whether one still has what it was told, though what is best at the VRF is not told to it. */
  private boolean isKept(Way w) {
    Candidate best = state.best(w.from, prefix);
    if (state.daemon(w.from) != LabDaemon.GOBGP
        || state.candidates(w.to, prefix).stream().noneMatch(c -> w.key.equals(c.session()))) {
      return false;
    }
    Session s = state.plan.network().session(w.key);
    Asn number = s == null ? asn(w.to) : s.at(w.to).asn();
    if (best == null) {
      // What is held back was best before the VRF lost it, and that it is gone is held back too.
      return s == null
          ? isBetweenEdges(w) && mayHaveLooped(w.from)
          : had(w.from)
              .flatMap(List::stream)
              .anyMatch(
                  c -> w.key.equals(c.session()) || (has(c, number) && !s.at(w.from).asOverride()));
    }
    boolean looped = has(best, number);
    return s == null
        ? isBetweenEdges(w) && looped
        : w.key.equals(best.session()) || (looped && !s.at(w.from).asOverride());
  }

  private static boolean has(Candidate c, @Nullable Asn number) {
    return number != null && c.asPath().contains(number);
  }

  /** Whether one still has what it was told with its number replaced, and the VRF has nothing. */
  private boolean isReplaced(Way w) {
    Session s = state.plan.network().session(w.key);
    if (s == null
        || state.daemon(w.from) != LabDaemon.GOBGP
        || !s.at(w.from).asOverride()
        || !state.candidates(w.from, prefix).isEmpty()) {
      return false;
    }
    Asn number = s.at(w.to).asn();
    return had(w.from).flatMap(List::stream).anyMatch(c -> c.asPath().contains(number))
        && state.candidates(w.to, prefix).stream().anyMatch(c -> w.key.equals(c.session()));
  }

  /** Whether a VRF has something from one that now tells it a route with the VRF's own number. */
  private boolean isHeard(Way w) {
    Session s = state.plan.network().session(w.key);
    Candidate told = state.best(w.from, prefix);
    if (s == null || state.daemon(w.to) != LabDaemon.GOBGP || told == null) {
      return false;
    }
    long own = s.at(w.to).asn().value();
    return told.asPath().stream().filter(n -> n == own).count() > s.at(w.to).allowAsIn()
        && state.candidates(w.to, prefix).stream().anyMatch(c -> w.key.equals(c.session()));
  }

  /** Whether a VRF takes from a neighbour what has its own number in the path. */
  private boolean mayHaveLooped(VrfId t) {
    return state.plan.network().sessions().stream()
        .anyMatch(s -> (s.a().equals(t) || s.b().equals(t)) && s.at(t).allowAsIn() > 0);
  }

  private boolean isBetweenEdges(Way w) {
    return state.plan.network().session(w.key) == null && !w.from.node().equals(w.to.node());
  }

  private @Nullable Asn asn(VrfId table) {
    Vrf v = state.plan.network().vrf(table);
    return v == null ? null : v.asn();
  }

  private static List<Way> ways(Network n) {
    List<Way> all = new ArrayList<>();
    for (Session s : n.sessions()) {
      all.add(new Way(s.a(), s.b(), s.id()));
      all.add(new Way(s.b(), s.a(), s.id()));
    }
    for (VpnDomain d : n.vpnDomains()) {
      for (VrfId a : d.vrfs()) {
        Vrf from = Objects.requireNonNull(n.vrf(a));
        for (VrfId b : d.vrfs()) {
          Vrf to = Objects.requireNonNull(n.vrf(b));
          if (!a.equals(b) && to.imports().stream().anyMatch(from.exports()::contains)) {
            all.add(new Way(a, b, RibComparison.vpn(a)));
          }
        }
      }
    }
    return all;
  }
}
