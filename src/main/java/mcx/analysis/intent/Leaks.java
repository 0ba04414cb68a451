package mcx.analysis.intent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Separation;
import mcx.analysis.SessionPlaces;
import mcx.analysis.SitePath;
import mcx.analysis.WhatIf;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Premises;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a leak between what should be apart could be stopped: at a session that the leaking
 * routes came over, where the customer or the provider can set a filter.
 */
public final class Leaks {

  private final Analysis analysis;
  private final Network network;
  private final WhatIf whatIf;
  private final Ends ends;
  private final Intent intent;

  /** The sites that should not see the others. */
  private Set<Id> nearEnds = Set.of();

  private Leaks(Analysis analysis, Intent intent) {
    this.analysis = analysis;
    this.network = analysis.compiled().network();
    this.whatIf = new WhatIf(analysis);
    this.ends = new Ends(whatIf);
    this.intent = intent;
  }

  /**
   * A session at which a leak can be stopped.
   *
   * @param session the session's id in the network
   * @param sender the table that tells the routes
   * @param receiver the table that is told
   * @param place where in the design the filter goes
   * @param outbound whether the filter is on what the sender sends; else on what the receiver takes
   * @param prefixes the prefixes that leak over it
   */
  public record Stop(
      String session,
      VrfId sender,
      VrfId receiver,
      SessionPlaces.Place place,
      boolean outbound,
      SortedSet<Prefix> prefixes) {}

  /**
   * Where the leak that breaks an intent is best stopped: where a router of the customer passes on
   * routes that are not its own, else where it takes them for the site that should not see them,
   * else at a provider's edge. Null where no session that anyone can set a filter on is on the way.
   *
   * @param intent one of isolation
   * @param shown what breaks it
   */
  public static @Nullable Stop stop(Analysis analysis, Intent intent, Counterexample shown) {
    return new Leaks(analysis, intent).stop(shown);
  }

  private @Nullable Stop stop(Counterexample shown) {
    WhatIf.State state = shown.failed().isEmpty() ? whatIf.base() : whatIf.with(shown.failed());
    SitePath there = shown.there();
    SitePath back = shown.back();
    SitePath leak = there != null && there.reaches() ? there : back;
    if (leak != null && leak.reaches()) {
      boolean forward = ends.sites(intent.from()).contains(leak.from());
      Id near = forward ? intent.from() : intent.to();
      nearEnds = ends.sites(near);
      return best(state, routes(leak), others(near));
    }
    Id vrf = intent.from().equals(shown.at()) ? intent.from() : intent.to();
    Set<VrfId> kept = others(vrf);
    nearEnds = ends.sites(vrf);
    return best(state, routes(state, vrf, kept), kept);
  }

  /** The tables of the sites that an end of the intent is kept apart from. */
  private Set<VrfId> others(Id end) {
    Id other = end.equals(intent.from()) ? intent.to() : intent.from();
    SortedSet<Id> sites = new TreeSet<>(ends.sites(other));
    sites.removeAll(ends.sites(end));
    Set<VrfId> tables = new HashSet<>();
    for (Id site : sites) {
      tables.addAll(analysis.compiled().tables(site));
    }
    return tables;
  }

  /** The routes that lead packets along a path, the nearest to its start first. */
  private static List<Route> routes(SitePath leak) {
    List<Route> routes = new ArrayList<>();
    Trace trace = leak.trace();
    if (trace != null) {
      for (Trace.Hop hop : trace.hops()) {
        if (hop.route() != null) {
          routes.add(hop.route());
        }
      }
    }
    return routes;
  }

  /** The routes of a VRF to what it is kept apart from. */
  private static List<Route> routes(WhatIf.State state, Id vrf, Set<VrfId> kept) {
    List<Route> routes = new ArrayList<>();
    for (Separation.VrfView view : state.vrfs()) {
      if (view.vrf().equals(vrf)) {
        for (VrfId table : view.tables()) {
          for (RibEntry entry : state.solution().rib(table).values()) {
            entry.best().stream().filter(r -> kept.contains(r.source())).forEach(routes::add);
          }
        }
      }
    }
    return routes;
  }

  /** A filter that could be set, and how well it would sit there: the less the better. */
  private record Candidate(Stop stop, int rank) {}

  private @Nullable Stop best(WhatIf.State state, List<Route> routes, Set<VrfId> kept) {
    List<Candidate> candidates = new ArrayList<>();
    for (Route first : routes) {
      for (Route r = first; r != null; r = r.from()) {
        Session session = r.via() == null ? null : network.session(r.via());
        Route from = r.from();
        if (session != null && from != null && !session.isInner()) {
          candidate(candidates, state, session, from, r, kept, true);
          candidate(candidates, state, session, from, r, kept, false);
        }
      }
    }
    return candidates.stream()
        .min(Comparator.comparingInt(Candidate::rank))
        .map(Candidate::stop)
        .orElse(null);
  }

  private void candidate(
      List<Candidate> candidates,
      WhatIf.State state,
      Session session,
      Route from,
      Route route,
      Set<VrfId> kept,
      boolean outbound) {
    VrfId end = outbound ? from.table() : route.table();
    int rank = rank(end, route.source(), outbound);
    SessionPlaces.Place place =
        rank < 0 ? null : SessionPlaces.of(analysis.design(), network, session, end);
    if (place != null && SessionPlaces.get(analysis.design(), place) != null) {
      SortedSet<Prefix> prefixes = told(state, session, from.table(), kept);
      prefixes.add(from.prefix());
      candidates.add(
          new Candidate(
              new Stop(session.id(), from.table(), route.table(), place, outbound, prefixes),
              rank));
    }
  }

  /**
   * How well a filter sits at a table; negative where none can be set. A router of the customer
   * that passes on what is not its own is where leaks arise. One that filters its own site's
   * prefixes, or what it needs itself, cuts off more than the leak.
   */
  private int rank(VrfId end, VrfId source, boolean outbound) {
    Node node = network.node(end.node());
    if (node == null) {
      return -1;
    }
    return switch (node.kind()) {
      case CUSTOMER_ROUTER -> {
        Premises home = premises(end);
        boolean own = home != null && home.equals(premises(source));
        boolean near = home != null && nearEnds.contains(home.id());
        yield outbound ? (own ? 4 : 0) : (near ? 1 : 5);
      }
      case PROVIDER_EDGE -> outbound ? 2 : 3;
      case SITE, CLOUD_EDGE, GATEWAY -> -1;
    };
  }

  private @Nullable Premises premises(VrfId table) {
    Node node = network.node(table.node());
    return node == null
        ? null
        : analysis.design().within(Id.of(node.element().id()), Premises.class);
  }

  /** The prefixes of these tables that come over the session. */
  private static SortedSet<Prefix> told(
      WhatIf.State state, Session session, VrfId sender, Set<VrfId> kept) {
    SortedSet<Prefix> prefixes = new TreeSet<>();
    for (Advertisement a : state.solution().advertisements(session.id(), sender)) {
      if (a.outcome() == Advertisement.Outcome.ACCEPTED && kept.contains(a.route().source())) {
        prefixes.add(a.prefix());
      }
    }
    return prefixes;
  }
}
