package mcx.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcx.analysis.Analysis;
import mcx.analysis.SessionFlow;
import mcx.design.Id;
import mcx.inet.Prefix;
import mcx.network.Propagation;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.Route;

/** The legs of routes, from the table that first held the prefix on, for showing on the canvas. */
final class RouteLegs {

  private final Analysis analysis;

  RouteLegs(Analysis analysis) {
    this.analysis = analysis;
  }

  /** All that became of one prefix of one table: every leg it took, and every place it stopped. */
  List<Spotlight.Leg> from(VrfId source, Prefix prefix) {
    Map<String, Spotlight.Leg> legs = new LinkedHashMap<>();
    for (SessionFlow flow : analysis.advertisements()) {
      for (Advertisement a : flow.routes()) {
        if (a.prefix().equals(prefix) && a.outcome().sent() && a.route().source().equals(source)) {
          addChain(legs, a.route());
          add(legs, last(flow, a), a.from());
        }
      }
    }
    return List.copyOf(legs.values());
  }

  /** The way of one advertised route up to the session, with where it stops if it does. */
  List<Spotlight.Leg> upTo(SessionFlow flow, Advertisement a) {
    Map<String, Spotlight.Leg> legs = new LinkedHashMap<>();
    addChain(legs, a.route());
    add(legs, last(flow, a), a.from());
    return List.copyOf(legs.values());
  }

  /** The way that a route in a table came. */
  List<Spotlight.Leg> of(Route route) {
    Map<String, Spotlight.Leg> legs = new LinkedHashMap<>();
    addChain(legs, route);
    return List.copyOf(legs.values());
  }

  /** A session as such: one leg for all that it carries. */
  static Spotlight.Leg session(SessionFlow flow) {
    return new Spotlight.Leg(flow.session(), flow.drawn(), "", "", "");
  }

  private Spotlight.Leg last(SessionFlow flow, Advertisement a) {
    boolean stopped = a.outcome() != Advertisement.Outcome.ACCEPTED;
    return new Spotlight.Leg(
        flow.session(),
        flow.drawn(),
        a.asPath().toString(),
        stopped ? Texts.get("flow.stops", a.prefix()) : "",
        stopped ? reason(a) : "");
  }

  static String reason(Advertisement a) {
    return a.reason().isEmpty() ? Texts.get("outcome." + a.outcome()) : a.reason();
  }

  private void addChain(Map<String, Spotlight.Leg> legs, Route route) {
    List<Route> chain = new ArrayList<>();
    for (Route r = route; r.from() != null; r = r.from()) {
      chain.add(r);
    }
    for (Route r : chain.reversed()) {
      Route sender = r.from();
      String via = r.via();
      if (sender != null && via != null) {
        add(
            legs,
            new Spotlight.Leg(
                via, drawn(via, sender.table(), r.table()), r.asPath().toString(), "", ""),
            sender.table());
      }
    }
  }

  private static void add(Map<String, Spotlight.Leg> legs, Spotlight.Leg leg, VrfId from) {
    legs.putIfAbsent(leg.edge() + " " + from + " " + leg.stopReason(), leg);
  }

  private List<Id> drawn(String edge, VrfId from, VrfId to) {
    for (SessionFlow flow : analysis.advertisements()) {
      if (flow.session().equals(edge) && flow.from().equals(from)) {
        return flow.drawn();
      }
    }
    List<Id> ids = new ArrayList<>();
    Id start = Names.element(analysis, from.node());
    if (start != null) {
      ids.add(start);
    }
    Propagation p = analysis.compiled().network().propagation(edge);
    if (p != null) {
      p.drawn().forEach(o -> ids.add(Id.of(o.id())));
    }
    Id end = Names.element(analysis, to.node());
    if (end != null) {
      ids.add(end);
    }
    return ids;
  }
}
