package mcx.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mcx.compile.Compiled;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitPeering;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.inet.Family;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;
import mcx.routing.AdvertisementList;
import mcx.routing.SessionState;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * Works out who tells whom about what: two flows for each session, one in each direction. Sessions
 * are shared out among all cores.
 */
final class SessionFlows {

  private SessionFlows() {}

  static List<SessionFlow> of(Design design, Compiled compiled, Solution solution) {
    Map<String, Id> owners = new HashMap<>();
    for (Session session : compiled.network().sessions()) {
      owners.putIfAbsent(session.id(), owner(session));
    }
    return compiled.network().sessions().parallelStream()
        .flatMap(
            s ->
                Stream.of(
                    flow(design, compiled.network(), solution, s, s.a(), owners),
                    flow(design, compiled.network(), solution, s, s.b(), owners)))
        .toList();
  }

  private static Id owner(Session session) {
    return Id.of(session.origin().id()).owner();
  }

  private static SessionFlow flow(
      Design design,
      Network network,
      Solution solution,
      Session session,
      VrfId from,
      Map<String, Id> owners) {
    VrfId to = session.other(from);
    Session.End receiver = session.at(to);
    Id owner = owner(session);
    AdvertisementList routes =
        solution.advertisements(session.id(), from).without(g -> isHandedBack(g, owner, owners));
    Link link = design.link(owner);
    return new SessionFlow(
        session.id(),
        from,
        to,
        Names.of(network, from),
        Names.of(network, to),
        named(design, solution.session(session.id())),
        routes,
        accepted(routes, Family.V4),
        accepted(routes, Family.V6),
        receiver.limitV4(),
        receiver.limitV6(),
        link instanceof CircuitAttachment || link instanceof CircuitPeering,
        cloud(design, network, to),
        Id.of(session.origin().id()),
        drawn(network, session, from));
  }

  /**
   * Whether the sender keeps a route from one part of the link that it came by another part of.
   * That is said of no single session either.
   */
  private static boolean isHandedBack(AdvertisementGroup g, Id link, Map<String, Id> owners) {
    String via = g.via();
    return g.outcome() == Advertisement.Outcome.WITHHELD_POLICY
        && via != null
        && link.equals(owners.get(via));
  }

  private static int accepted(AdvertisementList routes, Family family) {
    int count = 0;
    for (AdvertisementGroup g : routes.groups()) {
      // A class never holds prefixes of both families.
      if (g.outcome() == Advertisement.Outcome.ACCEPTED
          && g.prefixes().getFirst().family() == family) {
        count += g.prefixes().size();
      }
    }
    return count;
  }

  private static @Nullable Id cloud(Design design, Network network, VrfId table) {
    Node node = network.node(table.node());
    if (node == null || node.kind() == Node.Kind.CUSTOMER_ROUTER) {
      return null;
    }
    Cloud cloud = design.within(Id.of(node.element().id()), Cloud.class);
    return cloud == null ? null : cloud.id();
  }

  private static List<Id> drawn(Network network, Session session, VrfId from) {
    Segment segment = network.segment(session.segment());
    List<Id> ids = new ArrayList<>();
    if (segment == null) {
      ids.add(Id.of(session.origin().id()));
    } else {
      for (Origin o : segment.drawn()) {
        ids.add(Id.of(o.id()));
      }
      if (!segment.a().equals(from)) {
        Collections.reverse(ids);
      }
    }
    return ids;
  }

  /** The same with names in the place of ids. */
  private static SessionState named(Design design, SessionState state) {
    return state.up() ? state : SessionState.down(Names.inText(design, state.reason()));
  }
}
