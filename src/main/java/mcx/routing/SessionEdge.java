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
import mcx.inet.AsPath;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.VrfId;
import mcx.routing.Handover.Why;
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
  private final boolean inner;

  /**
   * The default routes that the sender sends by hand. One object each, so that telling is cheap.
   */
  private final Route defaultV4;

  private final Route defaultV6;

  SessionEdge(int index, Session session, Table from, Table to) {
    super(index, session.id(), from, to);
    this.session = session;
    this.inner = session.isInner();
    boolean forward = from.id().equals(session.a());
    this.sender = forward ? session.atA() : session.atB();
    this.receiver = forward ? session.atB() : session.atA();
    this.defaultV4 = Route.own(Prefix.DEFAULT_V4, from.id(), Learned.LOCAL, OriginCode.IGP);
    this.defaultV6 = Route.own(Prefix.DEFAULT_V6, from.id(), Learned.LOCAL, OriginCode.IGP);
  }

  /** The receiver's limit on this family; null for none. */
  @Nullable PrefixLimit limit(Family family) {
    return family == Family.V4 ? receiver.limitV4() : receiver.limitV6();
  }

  @Override
  @Nullable Route offered(Prefix prefix, Choice choice) {
    if (originatesDefault(prefix)) {
      return prefix.family() == Family.V4 ? defaultV4 : defaultV6;
    }
    Route route = choice.advertised();
    // What came over this session from the neighbour is not sent back to it.
    return route == null || id.equals(route.via()) ? null : route;
  }

  private boolean originatesDefault(Prefix prefix) {
    return prefix.isDefault() && sender.defaultOriginate();
  }

  @Override
  Handover hand(Route offered, Conditions conditions) {
    Draft draft = new Draft(offered);
    // A default route sent by hand passes no export policy, as on FRR and IOS.
    if (!originatesDefault(offered.prefix())) {
      Handover kept = export(offered, draft);
      if (kept != null) {
        return kept;
      }
    }
    if (!inner) {
      draft.path = draft.path.prepend(sender.asn());
      if (sender.holdBackNeighborAs() && draft.path.contains(receiver.asn())) {
        return Handover.stopped(WITHHELD_NEIGHBOR_AS, Why.NEIGHBOR_AS, draft.path);
      }
    }
    return accept(offered, draft, conditions);
  }

  /** What the sender does; null where the route goes on the wire. */
  private @Nullable Handover export(Route offered, Draft draft) {
    if (inner && offered.learned() == Learned.INNER && !reflects(offered)) {
      return Handover.stopped(WITHHELD_INNER, Why.INNER_TO_INNER, draft.path);
    }
    if (offered.communities().contains(Community.NO_ADVERTISE)) {
      return Handover.stopped(WITHHELD_COMMUNITY, Why.NO_ADVERTISE, outward(draft.path));
    }
    if (!inner && offered.communities().contains(Community.NO_EXPORT)) {
      return Handover.stopped(WITHHELD_COMMUNITY, Why.NO_EXPORT, outward(draft.path));
    }
    if (suppressed(from.vrf, offered.prefix())) {
      return Handover.stopped(WITHHELD_POLICY, Why.SUMMARISED, outward(draft.path));
    }
    if (!inner) {
      // It is for the neighbour only (RFC 4271 §5.1.4); a policy may send one of its own.
      draft.med = 0;
    }
    Verdict verdict = Verdict.of(sender.exportPolicy(), draft, offered.learned(), offered.via());
    if (!verdict.permit()) {
      return new Handover(
          WITHHELD_POLICY, Why.EXPORT_POLICY, outward(draft.path), verdict.by(), null);
    }
    if (!inner) {
      draft.path = rewritten(draft.path);
    }
    draft.apply(verdict.change(), sender.asn());
    return null;
  }

  /** The path as it would leave, for showing what was kept back. */
  private AsPath outward(AsPath path) {
    return inner ? path : rewritten(path).prepend(sender.asn());
  }

  private AsPath rewritten(AsPath path) {
    AsPath changed = path;
    if (sender.privateAs() != Session.PrivateAs.KEEP && changed.isAllPrivate()) {
      changed = AsPath.EMPTY;
    }
    return sender.asOverride() ? changed.replace(receiver.asn(), sender.asn()) : changed;
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
  private boolean reflects(Route offered) {
    if (sender.reflectorClient()) {
      return true;
    }
    for (Edge e : from.in) {
      if (e instanceof SessionEdge s && s.id.equals(offered.via())) {
        return s.receiver.reflectorClient();
      }
    }
    return false;
  }

  /** What the receiver does with what was sent. */
  private Handover accept(Route offered, Draft draft, Conditions conditions) {
    if (loops(draft.path)) {
      return Handover.stopped(REFUSED_LOOP, Why.OWN_AS, draft.path);
    }
    Reflection reflection = inner ? reflection(offered) : null;
    if (reflection != null) {
      if (reflection.originator().equals(to.routerId())) {
        return Handover.stopped(REFUSED_LOOP, Why.OWN_ORIGINATOR, draft.path);
      }
      if (reflection.clusters().contains(to.routerId())) {
        return Handover.stopped(REFUSED_LOOP, Why.OWN_CLUSTER, draft.path);
      }
    }
    Learned learned = inner ? Learned.INNER : Learned.EXTERNAL;
    AsPath received = draft.path;
    Verdict verdict = Verdict.of(receiver.importPolicy(), draft, learned, id);
    if (!verdict.permit()) {
      return new Handover(REFUSED_POLICY, Why.IMPORT_POLICY, draft.path, verdict.by(), null);
    }
    if (!inner) {
      draft.localPreference = Route.DEFAULT_LOCAL_PREFERENCE;
    }
    draft.weight = 0;
    draft.distance = null;
    draft.apply(verdict.change(), sender.asn());
    if (conditions.dropped(this, offered.prefix())) {
      return Handover.stopped(REFUSED_LIMIT, Why.LIMIT, received);
    }
    VrfId exit = inner ? exit(offered) : null;
    VrfId nextHop = from.id();
    int cost = 0;
    if (exit != null) {
      Igp.Way way = conditions.igp().way(to, conditions.plan().table(exit));
      if (way != null) {
        nextHop = way.next().id();
        cost = way.cost();
      } else if (!exit.equals(from.id()) || session.segment() == null) {
        nextHop = null;
      }
    }
    int distance =
        draft.distance != null ? draft.distance : inner ? INNER_DISTANCE : EXTERNAL_DISTANCE;
    return Handover.accepted(
        received,
        new Route(
            offered.prefix(),
            to.id(),
            learned,
            id,
            offered,
            nextHop,
            false,
            draft.path,
            draft.localPreference,
            draft.med,
            draft.weight,
            distance,
            cost,
            draft.communities,
            offered.origin(),
            exit,
            reflection));
  }

  private boolean loops(AsPath path) {
    Asn table = to.vrf.asn();
    return path.count(receiver.asn()) > receiver.allowAsIn()
        || (table != null
            && !table.equals(receiver.asn())
            && path.count(table) > receiver.allowAsIn());
  }

  private @Nullable Reflection reflection(Route offered) {
    if (offered.learned() != Learned.INNER || offered.from() == null) {
      return null;
    }
    List<IpAddress> clusters = new ArrayList<>(List.of(from.routerId()));
    Reflection before = offered.reflection();
    if (before != null) {
      clusters.addAll(before.clusters());
      return new Reflection(before.originator(), clusters);
    }
    for (Edge e : from.in) {
      if (e.from.id().equals(offered.from().table())) {
        return new Reflection(e.from.routerId(), clusters);
      }
    }
    throw new IllegalStateException("no edge brought " + offered);
  }

  /**
   * The table whose address is the next hop on an inner session. It is the sender for what the
   * sender brought into BGP; for the rest the neighbour outside, unless the sender says itself. A
   * reflector never changes it.
   */
  private VrfId exit(Route offered) {
    return switch (offered.learned()) {
      case INNER -> offered.exit() == null ? from.id() : offered.exit();
      case EXTERNAL ->
          sender.nextHopSelf() || offered.nextHop() == null ? from.id() : offered.nextHop();
      case LOCAL, CONNECTED, STATIC, AGGREGATE, VPN, PROPAGATED -> from.id();
    };
  }
}
