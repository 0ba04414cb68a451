package mcx.routing;

import static mcx.routing.Advertisement.Outcome.REFUSED_LIMIT;
import static mcx.routing.Advertisement.Outcome.REFUSED_LOOP;
import static mcx.routing.Advertisement.Outcome.REFUSED_POLICY;
import static mcx.routing.Advertisement.Outcome.WITHHELD_COMMUNITY;
import static mcx.routing.Advertisement.Outcome.WITHHELD_INNER;
import static mcx.routing.Advertisement.Outcome.WITHHELD_NEIGHBOR_AS;
import static mcx.routing.Advertisement.Outcome.WITHHELD_POLICY;

import java.util.ArrayList;
import java.util.List;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.PrefixLimit;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.Session.LocalAs;
import mcx.network.Session.PrivateAs;
import mcx.network.Vrf;
import mcx.routing.Draft.Why;
import mcx.routing.Route.OriginCode;
import mcx.routing.Route.Reflection;
import org.jspecify.annotations.Nullable;

/** One direction of a BGP session (RFC 4271 §9). */
final class SessionEdge extends Edge {

  /** The customary administrative distances of outer and inner BGP routes. */
  static final int EXTERNAL_DISTANCE = 20;

  static final int INNER_DISTANCE = 200;

  final Session session;
  final Session.End sender;
  final Session.End receiver;
  final boolean inner;
  final Rules exporting;
  final Rules importing;

  private final long senderAsn;
  private final long receiverAsn;

  /** The sender's own number where it shows behind the session's (local-as); -1 where not. */
  private final long behind;

  /** The receiver's own number where it differs from the session's; -1 where not. */
  private final long receiverOwn;

  /** A statement of the export policy speaks of routes without communities too. */
  private static final long ASKS_FOR_NONE = -1;

  /** What the export policy may speak of, kept here so that most routes need not look there. */
  private final long exportLists;

  private final long exportCommunities;

  /** Whether what it does not speak of is let out unchanged. */
  private final boolean exportsOthers;

  private final boolean summarises;
  private final boolean rewrites;

  /** Whether the path of some route may lose numbers on its way. */
  final boolean mayShorten;

  /** The default route that the sender sends by hand. */
  private final Candidate sentByHand;

  SessionEdge(int index, Session session, Table from, Table to, Rules exporting, Rules importing) {
    super(index, session.id(), from, to);
    this.session = session;
    this.inner = session.isInner();
    boolean forward = from.id().equals(session.a());
    this.sender = forward ? session.atA() : session.atB();
    this.receiver = forward ? session.atB() : session.atA();
    this.exporting = exporting;
    this.importing = importing;
    this.senderAsn = sender.asn().value();
    this.receiverAsn = receiver.asn().value();
    Asn own = from.vrf.asn();
    this.behind =
        own != null && !own.equals(sender.asn()) && sender.localAs() != LocalAs.REPLACE
            ? own.value()
            : -1;
    Asn ownAtReceiver = to.vrf.asn();
    this.receiverOwn =
        ownAtReceiver != null && !ownAtReceiver.equals(receiver.asn()) ? ownAtReceiver.value() : -1;
    this.exportLists = exporting.listBits;
    this.exportCommunities = exporting.communityBits;
    this.exportsOthers = exporting.otherwise && !exporting.speaksOfAll;
    this.summarises = from.vrf.aggregates().stream().anyMatch(Vrf.Aggregate::summaryOnly);
    this.rewrites = sender.privateAs() != PrivateAs.KEEP || sender.asOverride();
    this.mayShorten =
        sender.privateAs() == PrivateAs.REMOVE
            || sender.privateAs() == PrivateAs.REMOVE_IF_ALL
            || exporting.hides
            || importing.hides;
    this.sentByHand =
        Candidate.own(
            from,
            Integer.MAX_VALUE / 2,
            Learned.LOCAL,
            Attributes.own(0, OriginCode.IGP),
            0,
            null,
            false,
            true,
            null);
  }

  /** The receiver's limit on this family; null for none. */
  @Nullable PrefixLimit limit(Family family) {
    return family == Family.V4 ? receiver.limitV4() : receiver.limitV6();
  }

  @Override
  @Nullable Candidate offered(Case c, Tables at) {
    if (c.sendsDefault(this)) {
      return sentByHand;
    }
    Candidate route = at.advertised(from);
    // What came over this session from the neighbour is not sent back to it.
    return route == null || (route.edge instanceof SessionEdge s && s.session == session)
        ? null
        : route;
  }

  /** The best that the receiver may give a route in weight and local preference. */
  Rules.Bound bound(PrefixClass c) {
    Rules.Bound bound = new Rules.Bound(inner ? Long.MAX_VALUE : Route.DEFAULT_LOCAL_PREFERENCE);
    importing.raise(c, bound);
    return bound;
  }

  /**
   * Whether an outer route crosses with nothing done to it but what the policies say, its number
   * put before the path, and, where the receiver's number is in the path, a refusal.
   */
  boolean isPlain() {
    return !inner && behind < 0 && receiverOwn < 0 && !summarises && !rewrites;
  }

  @Override
  boolean neverCarries(PrefixClass c) {
    return importing.refuses(c) || (exporting.refuses(c) && !sender.defaultOriginate());
  }

  /** The least that the path grows by on its way, before the receiver's policy. */
  int growth() {
    return inner ? 0 : behind >= 0 ? 2 : 1;
  }

  @Override
  @Nullable Candidate hand(Candidate offered, Case c, Draft draft) {
    draft.start(offered.path, inner ? offered.attributes.inward() : offered.attributes.outward());
    // A default route sent by hand passes no export policy, as on FRR and IOS.
    if (offered != sentByHand && !export(offered, c, draft)) {
      return null;
    }
    if (!inner) {
      if (behind >= 0) {
        draft.path = draft.prepend(draft.prepend(draft.path, behind), senderAsn);
      } else {
        draft.path =
            draft.path == offered.path
                ? offered.outward(senderAsn, draft)
                : draft.prepend(draft.path, senderAsn);
      }
      if (sender.holdBackNeighborAs() && draft.path.contains(receiverAsn)) {
        return draft.stop(WITHHELD_NEIGHBOR_AS, Why.NEIGHBOR_AS, draft.path);
      }
    }
    return accept(offered, c, draft);
  }

  /** Whether the sender lets out a route of its own, and then what is on it is in {@code draft}. */
  boolean exports(Candidate own, Case c, Draft draft) {
    draft.start(own.path, inner ? own.attributes.inward() : own.attributes.outward());
    return export(own, c, draft);
  }

  /** What the sender does; false where the route is kept back. */
  private boolean export(Candidate offered, Case c, Draft draft) {
    if (inner && offered.learned == Learned.INNER && !reflects(offered)) {
      draft.stop(WITHHELD_INNER, Why.INNER_TO_INNER, draft.path);
      return false;
    }
    if (offered.attributes.wellKnown && keptByCommunity(offered, draft)) {
      return false;
    }
    if (summarises && suppressed(from.vrf, c.cls.first())) {
      draft.stop(WITHHELD_POLICY, Why.SUMMARISED, outward(draft.path));
      return false;
    }
    if (!inner && rewrites) {
      draft.path = rewritten(draft.path);
    }
    if (exportsOthers
        && exportCommunities != ASKS_FOR_NONE
        && (exportLists & c.cls.listBits) == 0
        && (exportCommunities & draft.attributes.communityBits) == 0) {
      return true;
    }
    Statement by = exporting.decide(c.cls, draft, offered.learned, offered.via());
    if (by == null ? !exporting.otherwise : !by.permit()) {
      draft.stop(
          WITHHELD_POLICY,
          Why.EXPORT_POLICY,
          inner ? draft.path : draft.path.prepend(senderAsn),
          by);
      return false;
    }
    if (by != null) {
      draft.apply(by.set(), sender.asn());
    }
    return true;
  }

  private boolean keptByCommunity(Candidate offered, Draft draft) {
    Why why = null;
    if (offered.attributes.communities.contains(Community.NO_ADVERTISE)) {
      why = Why.NO_ADVERTISE;
    } else if (!inner && offered.attributes.communities.contains(Community.NO_EXPORT)) {
      why = Why.NO_EXPORT;
    } else if (!inner
        && sender.bilateralPeer()
        && offered.attributes.communities.contains(Community.NO_PEER)) {
      why = Why.NO_PEER;
    }
    if (why == null) {
      return false;
    }
    draft.stop(WITHHELD_COMMUNITY, why, outward(draft.path));
    return true;
  }

  /** The path as it would leave, for showing what was kept back. */
  private Trail outward(Trail path) {
    return inner ? path : rewritten(path).prepend(senderAsn);
  }

  private Trail rewritten(Trail path) {
    Trail changed =
        switch (sender.privateAs()) {
          case KEEP -> path;
          case REMOVE_IF_ALL -> path.isAllPrivate() ? path.withoutPrivate(receiverAsn) : path;
          case REMOVE -> path.withoutPrivate(receiverAsn);
          case REPLACE -> path.replacePrivate(receiverAsn, senderAsn);
        };
    return sender.asOverride() ? changed.replace(receiverAsn, senderAsn) : changed;
  }

  /** Whether a summary that stands alone covers the prefix. */
  static boolean suppressed(Vrf vrf, Prefix prefix) {
    for (Vrf.Aggregate a : vrf.aggregates()) {
      if (a.summaryOnly() && prefix.length() > a.prefix().length() && a.prefix().contains(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sender is a reflector that passes this inner route on (RFC 4456 §6). */
  private boolean reflects(Candidate offered) {
    return sender.reflectorClient()
        || (offered.edge instanceof SessionEdge s && s.receiver.reflectorClient());
  }

  /** What the receiver does with what was sent. */
  private @Nullable Candidate accept(Candidate offered, Case c, Draft draft) {
    Trail received = draft.path;
    if (received.count(receiverAsn) > receiver.allowAsIn()
        || (receiverOwn >= 0 && received.count(receiverOwn) > receiver.allowAsIn())) {
      return draft.stop(REFUSED_LOOP, Why.OWN_AS, received);
    }
    Reflection reflected = null;
    if (inner && offered.learned == Learned.INNER && offered.edge != null) {
      Reflection reflection = reflection(offered, offered.edge);
      if (reflection.originator().equals(to.routerId())) {
        return draft.stop(REFUSED_LOOP, Why.OWN_ORIGINATOR, received);
      }
      if (reflection.clusters().contains(to.routerId())) {
        return draft.stop(REFUSED_LOOP, Why.OWN_CLUSTER, received);
      }
      reflected = reflection;
    }
    if (!inner && receiverOwn >= 0 && receiver.localAs() == LocalAs.PREPEND) {
      draft.path = draft.path.prepend(receiverAsn);
    }
    Learned learned = inner ? Learned.INNER : Learned.EXTERNAL;
    draft.attributes = inner ? draft.attributes.inward() : draft.attributes.arrived();
    if (reflected != null) {
      draft.attributes = draft.attributes.reflected(reflected);
    }
    Change change = Change.NONE;
    if (!importing.trivial) {
      Statement by = importing.decide(c.cls, draft, learned, id);
      if (by == null ? !importing.otherwise : !by.permit()) {
        return draft.stop(REFUSED_POLICY, Why.IMPORT_POLICY, received, by);
      }
      if (by != null) {
        change = by.set();
      }
    }
    draft.apply(change, sender.asn());
    // Whatever preference the policy gave (RFC 8326 §4), as FRR does.
    if (!inner
        && draft.attributes.wellKnown
        && draft.attributes.communities.contains(Community.GRACEFUL_SHUTDOWN)) {
      draft.attributes = draft.attributes.shut();
    }
    if (c.drops(this)) {
      return draft.stop(REFUSED_LIMIT, Why.LIMIT, received);
    }
    draft.outcome = Advertisement.Outcome.ACCEPTED;
    draft.why = Why.NOTHING;
    draft.received = received;
    Attributes attributes = draft.attributes;
    Table exit = inner ? exit(offered) : null;
    Table nextHop = from;
    int cost = 0;
    if (exit != null && !(exit == from && session.segment() != null)) {
      Igp.Way way = c.conditions.igp().way(to, exit, exitSegment(offered, c.conditions.plan()));
      if (way != null) {
        nextHop = way.next();
        cost = way.cost();
      } else {
        nextHop = null;
      }
    }
    int distance =
        attributes.distance != Attributes.USUAL_DISTANCE
            ? attributes.distance
            : inner ? INNER_DISTANCE : EXTERNAL_DISTANCE;
    return Candidate.learned(
        this, offered, learned, draft.path, attributes, distance, cost, nextHop, exit, draft.pool);
  }

  private static Reflection reflection(Candidate offered, Edge broughtBy) {
    List<IpAddress> clusters = new ArrayList<>(List.of(offered.table.routerId()));
    Reflection before = offered.attributes.reflection;
    if (before != null) {
      clusters.addAll(before.clusters());
      return new Reflection(before.originator(), clusters);
    }
    return new Reflection(broughtBy.from.routerId(), clusters);
  }

  /**
   * The table whose address is the next hop on an inner session: the sender for what it holds
   * itself; for the rest the neighbour outside, or the next hop of a route by hand, unless the
   * sender says itself. A reflector never changes it.
   */
  private Table exit(Candidate offered) {
    return switch (offered.learned) {
      case INNER -> offered.exit == null ? from : offered.exit;
      case EXTERNAL, STATIC ->
          sender.nextHopSelf() || offered.nextHop == null ? from : offered.nextHop;
      case LOCAL, CONNECTED, AGGREGATE, VPN, PROPAGATED -> from;
    };
  }

  /**
   * The segment that the next hop on an inner session is an address of, at its far end; null where
   * it is the address of a router itself.
   */
  @Nullable Segment exitSegment(Candidate offered, Plan plan) {
    SessionEdge by = this;
    Candidate at = offered;
    while (at.learned == Learned.INNER && at.exit != null) {
      if (!(at.edge instanceof SessionEdge before) || at.from == null) {
        return null;
      }
      by = before;
      at = at.from;
    }
    return at.learned == Learned.EXTERNAL
            && !by.sender.nextHopSelf()
            && at.nextHop != null
            && at.edge instanceof SessionEdge outer
        ? plan.segment(outer.session.segment())
        : null;
  }

  @Override
  boolean sameAs(Edge other) {
    return other instanceof SessionEdge o && session.equals(o.session);
  }
}
