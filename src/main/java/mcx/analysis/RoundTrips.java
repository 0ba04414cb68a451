package mcx.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mcx.analysis.RoundTrip.Parting;
import mcx.analysis.Way.Target;
import mcx.compile.Compiled;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Solution;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/** Follows packets from a table to a destination, and the answers back, and compares the two. */
final class RoundTrips {

  private final Analysis analysis;
  private final Design design;
  private final Compiled compiled;
  private final Network network;
  private final Solution solution;
  private final Crossings crossings;
  private @Nullable Explainer explainer;

  /** A table on a way, and what was crossed to it. */
  private record Place(VrfId table, @Nullable String segment, String over) {
    boolean same(Place other) {
      return table.equals(other.table) && Objects.equals(segment, other.segment);
    }
  }

  RoundTrips(Analysis analysis) {
    this.analysis = analysis;
    this.design = analysis.design();
    this.compiled = analysis.compiled();
    this.network = compiled.network();
    this.solution = analysis.solution();
    this.crossings = new Crossings(design, network);
  }

  /** To all that a table holds. */
  RoundTrip between(VrfId from, VrfId to) {
    List<Prefix> held = held(to);
    return trip(from, to, to, Paths.tried(held), Math.max(0, held.size() - Paths.MOST_PREFIXES));
  }

  /** To an address of a prefix. */
  RoundTrip to(VrfId from, Prefix to) {
    return trip(from, null, holder(from, to), List.of(to), 0);
  }

  /**
   * A trip.
   *
   * @param goal where packets must arrive; null for anywhere
   * @param answers the table that answers; null for none
   */
  private RoundTrip trip(
      VrfId from, @Nullable VrfId goal, @Nullable VrfId answers, List<Prefix> to, int untried) {
    List<Way> there = ways(from, goal, to);
    Set<Family> families = new HashSet<>();
    to.forEach(p -> families.add(p.family()));
    VrfId home = home(from);
    List<Prefix> own =
        home == null
            ? List.of()
            : held(home).stream().filter(p -> families.contains(p.family())).toList();
    String noBack = "";
    if (answers == null) {
      noBack = "No table holds the destination, so nothing could answer.";
    } else if (own.isEmpty()) {
      noBack = Names.of(network, from) + " has no prefix of its own that answers could go to.";
    }
    List<Way> back =
        answers == null || own.isEmpty() ? List.of() : ways(answers, home, Paths.tried(own));
    boolean arrive =
        !back.isEmpty()
            && there.stream().allMatch(Way::arrives)
            && back.stream().allMatch(Way::arrives);
    Parting parting = arrive ? parting(from, there, back) : null;
    return new RoundTrip(
        from, answers, there, back, noBack, untried, arrive ? parting == null : null, parting);
  }

  private List<Prefix> held(VrfId table) {
    Vrf vrf = network.vrf(table);
    return vrf == null ? List.of() : vrf.originated();
  }

  /** The table whose prefixes answers go to: the table itself, or the site that a router is at. */
  private @Nullable VrfId home(VrfId table) {
    if (!held(table).isEmpty()) {
      return table;
    }
    Node node = network.node(table.node());
    Premises around =
        node == null ? null : design.within(Id.of(node.element().id()), Premises.class);
    return around == null ? null : compiled.sites().get(around.id());
  }

  /** The table that packets for the prefix end at, or would. */
  private @Nullable VrfId holder(VrfId from, Prefix to) {
    Trace trace = solution.trace(from, Paths.inside(to));
    if (trace.arrived()) {
      return trace.hops().getLast().table();
    }
    VrfId holder = null;
    int longest = -1;
    for (Node node : network.nodes().values()) {
      for (Vrf vrf : node.vrfs()) {
        for (Prefix p : vrf.originated()) {
          if (p.length() > longest && p.contains(Paths.inside(to))) {
            longest = p.length();
            holder = vrf.id();
          }
        }
      }
    }
    return holder;
  }

  // --- one direction ---

  private List<Way> ways(VrfId from, @Nullable VrfId goal, List<Prefix> to) {
    Map<List<Object>, List<Target>> targets = new LinkedHashMap<>();
    Map<List<Object>, Trace> traces = new LinkedHashMap<>();
    for (Prefix prefix : to) {
      Trace trace = solution.trace(from, Paths.inside(prefix));
      List<Object> way = new ArrayList<>(List.of(trace.end()));
      for (Trace.Hop hop : trace.hops()) {
        way.add(hop.table());
        way.add(String.valueOf(hop.via()));
        way.add(String.valueOf(hop.segment()));
      }
      traces.putIfAbsent(way, trace);
      targets
          .computeIfAbsent(way, k -> new ArrayList<>())
          .add(new Target(Paths.inside(prefix), prefix));
    }
    List<Way> ways = new ArrayList<>();
    traces.forEach(
        (key, trace) -> ways.add(way(trace, goal, targets.getOrDefault(key, List.of()))));
    return ways;
  }

  private Way way(Trace trace, @Nullable VrfId goal, List<Target> targets) {
    VrfId last = trace.hops().getLast().table();
    boolean arrives = trace.arrived() && (goal == null || goal.equals(last));
    String reason =
        trace.arrived() && !arrives
            ? "Packets end at " + Names.of(network, last) + ", which holds the destination too."
            : trace.reason();
    Absence missing =
        switch (trace.end()) {
          case NO_ROUTE, DISCARDED, DOWN -> missing(last, trace);
          case DELIVERED, LOOP -> null;
        };
    List<Way.Step> steps = trace.hops().stream().map(this::step).toList();
    return new Way(trace.from(), targets, trace, steps, arrives, reason, missing);
  }

  private @Nullable Absence missing(VrfId table, Trace trace) {
    Explainer known = explainer == null ? new Explainer(analysis) : explainer;
    explainer = known;
    return known.explain(table, new Prefix(trace.to(), trace.to().family().bits())).missing();
  }

  private Way.Step step(Trace.Hop hop) {
    Prefix prefix = hop.prefix();
    RibEntry entry = prefix == null ? null : solution.entry(hop.table(), prefix);
    String over = crossings.name(hop.segment() != null ? hop.segment() : hop.via());
    return new Way.Step(hop, entry, over);
  }

  // --- both directions ---

  /** Where the two directions part; null where they take the same ways. */
  private @Nullable Parting parting(VrfId from, List<Way> there, List<Way> back) {
    List<List<Place>> forth = there.stream().map(w -> places(w, false)).toList();
    List<List<Place>> home = back.stream().map(w -> from(from, places(w, true))).toList();
    for (List<Place> way : forth) {
      if (home.stream().noneMatch(h -> same(way, h))) {
        return parting(way, home.getFirst());
      }
    }
    for (List<Place> way : home) {
      if (forth.stream().noneMatch(f -> same(f, way))) {
        return parting(forth.getFirst(), way);
      }
    }
    return null;
  }

  private static boolean same(List<Place> a, List<Place> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).same(b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The tables of a way from the start of the trip to its goal, with what lies before each. */
  private static List<Place> places(Way way, boolean reversed) {
    List<Way.Step> steps = way.steps();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      // What is crossed to a table leads out of the one before, or, on the way back, out of itself.
      Way.Step out = reversed ? steps.get(i) : i == 0 ? null : steps.get(i - 1);
      boolean first = reversed ? i == steps.size() - 1 : i == 0;
      places.add(
          out == null || first
              ? new Place(steps.get(i).hop().table(), null, "")
              : new Place(steps.get(i).hop().table(), out.hop().segment(), out.over()));
    }
    if (reversed) {
      Collections.reverse(places);
    }
    return places;
  }

  /** The way from where it passes the table on; all of it where it does not. */
  private static List<Place> from(VrfId table, List<Place> way) {
    for (int i = 0; i < way.size(); i++) {
      if (way.get(i).table().equals(table)) {
        List<Place> rest = new ArrayList<>(way.subList(i, way.size()));
        rest.set(0, new Place(table, null, ""));
        return rest;
      }
    }
    return way;
  }

  private static Parting parting(List<Place> there, List<Place> back) {
    int at = 0;
    while (at + 1 < there.size()
        && at + 1 < back.size()
        && there.get(at + 1).same(back.get(at + 1))) {
      at++;
    }
    Place forth = there.get(Math.min(at + 1, there.size() - 1));
    Place home = back.get(Math.min(at + 1, back.size() - 1));
    Set<VrfId> others = new LinkedHashSet<>();
    back.subList(Math.min(at + 1, back.size() - 1), back.size())
        .forEach(p -> others.add(p.table()));
    VrfId meets = there.getLast().table();
    for (Place p : there.subList(Math.min(at + 1, there.size() - 1), there.size())) {
      if (others.contains(p.table())) {
        meets = p.table();
        break;
      }
    }
    return new Parting(
        there.get(at).table(), forth.table(), forth.over(), home.table(), home.over(), meets);
  }
}
