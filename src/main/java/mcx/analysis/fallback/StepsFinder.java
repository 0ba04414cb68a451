package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.analysis.Analysis;
import mcx.analysis.Crossings;
import mcx.analysis.Names;
import mcx.analysis.fallback.Steps.Kind;
import mcx.analysis.fallback.Steps.Step;
import mcx.design.Design;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Changes;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/** Puts the differences that a failure makes in an order. */
public final class StepsFinder {

  /** So many prefixes are named; of more, how many there are. */
  private static final int NAMED = 3;

  private final Design design;
  private final Network network;
  private final Solution before;
  private final Solution then;
  private final Hops hops;
  private final Crossings crossings;
  private final Map<String, Noticing.Noticed> noticed;

  private StepsFinder(Analysis analysis, Failable failed) {
    this.design = analysis.design();
    this.network = analysis.compiled().network();
    this.before = analysis.solution();
    SortedSet<Origin> down = new TreeSet<>(analysis.failures().down());
    failed.down().forEach(id -> down.add(Origin.of(id)));
    this.then = before.solver().solve(new Failures(down));
    this.hops = new Hops(network);
    this.crossings = new Crossings(design, network);
    Detections detections = new Detections(design, analysis.catalog(), network);
    this.noticed = new Noticing(detections, network, failed, before, then).find();
  }

  /**
   * What a failure sets off.
   *
   * @param id an element, link or part, or the id of places that fail together
   */
  public static Steps of(Analysis analysis, Id id) {
    Failable known =
        Failables.byId(
                Failables.of(analysis.design(), analysis.compiled().network(), analysis.failures()))
            .get(id);
    Failable failed = known != null ? known : Failables.one(analysis.design(), id);
    StepsFinder finder = new StepsFinder(analysis, failed);
    return new Steps(failed, finder.failing(), finder.recovering());
  }

  /** A step with when it comes. */
  private record Timed(Distances.Arrival at, Step step) {
    private static final Comparator<Timed> ORDER =
        Comparator.comparing(Timed::at)
            .thenComparing(t -> t.step.kind())
            .thenComparing(t -> t.step.where())
            .thenComparing(t -> t.step.text());
  }

  private List<Step> failing() {
    Map<String, Double> starts = new HashMap<>();
    noticed.forEach((node, n) -> starts.put(node, n.seconds()));
    Distances distances = new Distances(network, starts, then::isUp);
    List<Timed> all = new ArrayList<>();
    for (Noticing.Noticed n : noticed.values()) {
      Distances.Arrival at = new Distances.Arrival(n.seconds(), 0);
      Step step = timed(at, Kind.DETECTED, n.node(), n.detection().text(), n.links()).step();
      all.add(
          new Timed(
              at, new Step(step.kind(), step.where(), step.text(), step.drawn(), 0, n.known())));
    }
    tables(before, then, distances, all);
    return ordered(all);
  }

  private List<Step> recovering() {
    Map<String, Double> starts = new HashMap<>();
    List<Timed> all = new ArrayList<>();
    for (Noticing.Noticed n : noticed.values()) {
      starts.put(n.node().id(), 0.0);
      String names =
          n.links().stream().map(l -> Names.of(design, l)).collect(Collectors.joining(", "));
      Distances.Arrival at = new Distances.Arrival(0, 0);
      all.add(
          timed(
              at,
              Kind.RECOVERED,
              n.node(),
              n.node().name() + " has " + names + " again.",
              n.links()));
    }
    tables(then, before, new Distances(network, starts, before::isUp), all);
    return ordered(all).stream()
        .map(s -> new Step(s.kind(), s.where(), s.text(), s.drawn(), s.hops(), null))
        .toList();
  }

  private static List<Step> ordered(List<Timed> all) {
    return all.stream().sorted(Timed.ORDER).map(Timed::step).toList();
  }

  private static Timed timed(
      Distances.Arrival at, Kind kind, Node node, String text, List<Id> links) {
    Id where = Hops.element(node);
    List<Id> drawn = new ArrayList<>(List.of(where));
    drawn.addAll(links);
    return new Timed(at, new Step(kind, where, text, drawn, at.hops(), at.known()));
  }

  // What tables do otherwise

  /** By what a table reached prefixes, and by what it does now; null for by nothing. */
  private record Turn(@Nullable String from, @Nullable String to) {}

  private void tables(Solution from, Solution to, Distances distances, List<Timed> all) {
    Changes.between(from, to)
        .forEach(
            (table, prefixes) -> {
              Node node = network.node(table.node());
              if (node != null && from.isUp(node.id()) && to.isUp(node.id())) {
                turns(table, prefixes, from, to)
                    .forEach(
                        (turn, moved) -> all.add(step(from, table, node, turn, moved, distances)));
              }
            });
  }

  private Map<Turn, List<Prefix>> turns(
      VrfId table, List<Prefix> prefixes, Solution from, Solution to) {
    Map<Turn, List<Prefix>> turns = new LinkedHashMap<>();
    for (Prefix prefix : prefixes) {
      Turn turn = new Turn(by(from, table, prefix), by(to, table, prefix));
      if (!Objects.equals(name(turn.from), name(turn.to))) {
        turns.computeIfAbsent(turn, k -> new ArrayList<>()).add(prefix);
      }
    }
    return turns;
  }

  /** What is shown of it; what looks the same before and after is no step. */
  private @Nullable String name(@Nullable String via) {
    return via == null ? null : crossings.name(via);
  }

  /** By what a table reaches a prefix: an id in the network; null where it has no route. */
  private @Nullable String by(Solution solution, VrfId table, Prefix prefix) {
    RibEntry entry = solution.entry(table, prefix);
    if (entry == null || entry.best().isEmpty()) {
      return null;
    }
    Route route = entry.best().getFirst();
    String via = route.via();
    return via != null ? via : "";
  }

  private Timed step(
      Solution earlier,
      VrfId table,
      Node node,
      Turn turn,
      List<Prefix> moved,
      Distances distances) {
    String who = Names.of(network, table);
    String what = named(moved);
    Distances.Arrival lost = lost(earlier, table, moved.getFirst());
    Distances.Arrival at = lost != null ? lost : distances.of(node.id());
    String to = turn.to;
    if (to == null) {
      return timed(
          at, Kind.WITHDRAWN, node, who + " has no route to " + what + " any more.", List.of());
    }
    boolean tunnel = isTunnel(to);
    String by = to.isEmpty() ? "by a route of its own" : "over " + crossings.name(to);
    String from = turn.from;
    String instead =
        from == null
            ? ", to which it had no route"
            : from.isEmpty()
                ? " instead of by a route of its own"
                : " instead of " + crossings.name(from);
    return timed(
        at,
        tunnel ? Kind.VPN_TAKES_OVER : Kind.NEW_BEST,
        node,
        who + " reaches " + what + " " + by + instead + ".",
        drawn(to));
  }

  /**
   * When a table learns that the route it used is gone: where the route came in by something that
   * is down, that is noticed, and from there the news goes the way that the route came. Null where
   * the route itself stands, and another one is better.
   */
  private Distances.@Nullable Arrival lost(Solution from, VrfId table, Prefix prefix) {
    RibEntry entry = from.entry(table, prefix);
    int hops = 0;
    for (Route r = entry == null ? null : entry.best().getFirst(); r != null; r = r.from()) {
      Noticing.Noticed there = noticed.get(r.table().node());
      if (there != null && isGone(r.via())) {
        return new Distances.Arrival(there.seconds(), hops);
      }
      hops++;
    }
    return null;
  }

  /** Whether the failure takes what a route came in by. */
  private boolean isGone(@Nullable String via) {
    Session session = hops.session(via);
    Segment segment = hops.segment(session == null ? via : session.segment());
    return (session != null && !then.session(session.id()).up())
        || (segment != null && !then.isSegmentUp(segment.id()));
  }

  private boolean isTunnel(String via) {
    Session session = hops.session(via);
    Segment segment = hops.segment(session == null ? via : session.segment());
    return segment != null && segment.kind() == Segment.Kind.TUNNEL;
  }

  private List<Id> drawn(String via) {
    Session session = hops.session(via);
    Propagation propagation = hops.propagation(via);
    Segment segment = hops.segment(session == null ? via : session.segment());
    if (segment != null) {
      return segment.drawn().stream().map(o -> Id.of(o.id())).toList();
    }
    return propagation == null
        ? List.of()
        : propagation.drawn().stream().map(o -> Id.of(o.id())).toList();
  }

  private static String named(List<Prefix> prefixes) {
    String some =
        prefixes.stream().limit(NAMED).map(Prefix::toString).collect(Collectors.joining(", "));
    int more = prefixes.size() - NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
