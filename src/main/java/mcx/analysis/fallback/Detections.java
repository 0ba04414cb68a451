package mcx.analysis.fallback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcx.analysis.Names;
import mcx.analysis.fallback.Detection.Mechanism;
import mcx.catalog.Assumption;
import mcx.catalog.Catalog;
import mcx.catalog.Fact;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.AccessLink;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.routing.Solution;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/** Works out who notices a failure, by what and when. */
public final class Detections {

  private static final double MILLIS = 1_000;

  private final Design design;
  private final Catalog catalog;
  private final Hops hops;
  private final SessionTimers timers;

  public Detections(Design design, Catalog catalog, Network network) {
    this.design = design;
    this.catalog = catalog;
    this.hops = new Hops(network);
    this.timers = new SessionTimers(design, catalog, network);
  }

  /**
   * Who notices one failure. What is the same for much of the traffic is worked out once; for one
   * thread.
   *
   * @param then the routes with it
   */
  public OfOne of(Failable failed, Solution then) {
    return new OfOne(failed, then);
  }

  /** Who notices one failure, for the traffic of one pair of sites after another. */
  public final class OfOne {
    private final Failable failed;
    private final Solution then;

    /** By step who notices at its start; empty where nobody does. */
    private final Map<StepKey, Optional<Detection>> noticed = new HashMap<>();

    private final Map<News, Detection> told = new HashMap<>();

    private OfOne(Failable failed, Solution then) {
      this.failed = failed;
      this.then = then;
    }

    /**
     * Who notices for traffic that went this way.
     *
     * @param before the way without the failure; null where there was none
     * @param after the way with it; null where there is none
     */
    public Detection on(@Nullable Trace before, @Nullable Trace after) {
      List<Hops.Step> steps = hops.steps(before);
      for (int i = 0; i < steps.size(); i++) {
        Hops.Step step = steps.get(i);
        StepKey key = StepKey.of(step);
        Optional<Detection> found = noticed.computeIfAbsent(key, k -> at(step));
        if (found.isPresent()) {
          News news = news(key, steps, i, turn(before, after));
          return told.computeIfAbsent(news, n -> spread(found.get(), n));
        }
      }
      return ROUTES;
    }

    private Optional<Detection> at(Hops.Step step) {
      return then.isUp(step.from().id()) && isBroken(step, then)
          ? Optional.of(
              Detections.this.at(
                  failed, step.from(), step.to(), step.segment(), step.session(), step.core()))
          : Optional.empty();
    }
  }

  private static final Detection ROUTES =
      new Detection(
          null,
          "",
          Mechanism.ROUTES,
          null,
          null,
          0,
          0,
          "Nothing on the way of this traffic fails; it turns off because routes change elsewhere.",
          "",
          true);

  /** A step by the ids of its parts. */
  private record StepKey(
      String from, String to, @Nullable String segment, @Nullable String session, boolean core) {
    static StepKey of(Hops.Step step) {
      Segment segment = step.segment();
      Session session = step.session();
      return new StepKey(
          step.from().id(),
          step.to().id(),
          segment == null ? null : segment.id(),
          session == null ? null : session.id(),
          step.core());
    }
  }

  /**
   * The news of a failure.
   *
   * @param noticed where it is noticed
   * @param turn the element where traffic turns off; null where that is the same
   * @param sessions how many sessions it takes to get there
   * @param seconds for how long these may hold it back, in all
   */
  private record News(StepKey noticed, @Nullable Id turn, int sessions, double seconds) {}

  private static boolean isBroken(Hops.Step step, Solution then) {
    Segment segment = step.segment();
    Session session = step.session();
    Propagation handed = step.propagation();
    return !then.isUp(step.to().id())
        || (handed != null && then.failures().hits(handed.dependsOn()))
        || (segment != null && !then.isSegmentUp(segment.id()))
        || (session != null && !then.session(session.id()).up());
  }

  /** The last hop that both ways have in common: where traffic turns off. */
  private static int turn(@Nullable Trace before, @Nullable Trace after) {
    int same = 0;
    if (before != null && after != null) {
      while (same < before.hops().size()
          && same < after.hops().size()
          && before.hops().get(same).table().equals(after.hops().get(same).table())) {
        same++;
      }
    }
    return Math.max(0, same - 1);
  }

  /** How the news gets from where it is noticed to where traffic turns off. */
  private News news(StepKey at, List<Hops.Step> steps, int noticed, int turn) {
    double seconds = 0;
    int sessions = 0;
    for (int i = turn; i < noticed && i < steps.size(); i++) {
      Session session = steps.get(i).session();
      if (session != null || steps.get(i).core()) {
        boolean inner = session == null || session.isInner();
        seconds +=
            assumed(
                inner
                    ? Assumption.INNER_ADVERTISEMENT_SECONDS
                    : Assumption.OUTER_ADVERTISEMENT_SECONDS);
        sessions++;
      }
    }
    return new News(
        at, sessions == 0 ? null : Hops.element(steps.get(turn).from()), sessions, seconds);
  }

  /** Adds the time that the news takes. */
  private Detection spread(Detection found, News news) {
    if (news.turn == null) {
      return found.converging(0, 0, " It turns the traffic itself.");
    }
    return found.converging(
        news.seconds,
        news.sessions,
        " Then BGP has to tell "
            + Names.of(design, news.turn)
            + " over "
            + news.sessions
            + (news.sessions == 1 ? " session" : " sessions")
            + ", each of which may hold back news, "
            + SessionTimers.number(news.seconds)
            + " s in all at most.");
  }

  /** Who notices at the end of what is down. */
  Detection at(
      Failable failed,
      Node by,
      Node far,
      @Nullable Segment segment,
      @Nullable Session session,
      boolean core) {
    if (segment != null && segment.kind() == Segment.Kind.TUNNEL) {
      return tunnel(failed, by, segment, session);
    }
    if (isInCloud(by, far)) {
      return inside(by, far);
    }
    if (segment != null && seesInterface(failed, by, segment)) {
      return linkDown(by);
    }
    if (core || (session != null && session.segment() == null && session.isInner())) {
      return innerRouting(by);
    }
    if (session == null) {
      return inside(by, far);
    }
    boolean farDirect = segment != null && isWire(segment);
    return timers.of(by, session, farDirect && failed.down().contains(Hops.element(far)));
  }

  /** Whether an interface of the router itself goes down. */
  private boolean seesInterface(Failable failed, Node by, Segment segment) {
    Id element = Hops.element(by);
    for (Id down : failed.down()) {
      boolean crossed =
          segment.origin().id().equals(down.value())
              || segment.drawn().stream().anyMatch(o -> o.id().equals(down.value()));
      if (!crossed || design.link(down) == null) {
        continue;
      }
      if (isWire(segment)) {
        return true;
      }
      if (design.link(down) instanceof AccessLink access && access.joins(element)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is one wire from end to end, without a provider's switches in between. */
  private boolean isWire(Segment segment) {
    return segment.dependsOn().stream()
        .map(o -> design.element(Id.of(o.id())))
        .noneMatch(e -> e instanceof Port p ? isSwitched(p) : e instanceof Layer2Provider);
  }

  private boolean isSwitched(Port port) {
    return design.within(port.id(), Layer2Provider.class) != null;
  }

  private boolean isInCloud(Node a, Node b) {
    Cloud one = design.within(Hops.element(a), Cloud.class);
    return one != null && one.equals(design.within(Hops.element(b), Cloud.class));
  }

  private Detection linkDown(Node by) {
    double most = assumed(Assumption.LINK_DOWN_MILLIS) / MILLIS;
    return SessionTimers.detection(
        by,
        Mechanism.LINK_DOWN,
        0.0,
        most,
        "sees its own interface go down at once.",
        sourceOf(Assumption.LINK_DOWN_MILLIS),
        false);
  }

  private Detection innerRouting(Node by) {
    double most = assumed(Assumption.INNER_ROUTING_MILLIS) / MILLIS;
    return SessionTimers.detection(
        by,
        Mechanism.INNER_ROUTING,
        0.0,
        most,
        "learns it from inner routing, within " + SessionTimers.number(most) + " s, as is assumed.",
        sourceOf(Assumption.INNER_ROUTING_MILLIS),
        false);
  }

  private Detection inside(Node by, Node far) {
    Premises premises = design.within(Hops.element(by), Premises.class);
    if (premises != null) {
      return SessionTimers.detection(
          by,
          Mechanism.PREMISES,
          null,
          null,
          "turns to another router; how, and when, depends on what the premises run inside.",
          "",
          true);
    }
    if (design.element(Hops.element(far)) instanceof Gateway gateway) {
      Product product = catalog.of(gateway);
      Fact<Long> most =
          product == null ? null : product.numbers().get(Quantity.UNPLANNED_FAILOVER_SECONDS);
      if (most != null) {
        return SessionTimers.detection(
            by,
            Mechanism.CLOUD,
            0.0,
            (double) most.value(),
            "turns to another instance within " + most.value() + " s.",
            most.source(),
            most.confirmed());
      }
    }
    return SessionTimers.detection(
        by, Mechanism.CLOUD, null, null, "is told inside the cloud; no time is stated.", "", true);
  }

  // Tunnels

  private Detection tunnel(Failable failed, Node by, Segment segment, @Nullable Session session) {
    Id element = Hops.element(by);
    for (Id down : failed.down()) {
      if (design.link(down) instanceof AccessLink access && access.a().equals(element)) {
        return linkDown(by);
      }
    }
    Id connection = Id.of(segment.origin().id()).owner();
    if (design.link(connection) instanceof VpnConnection vpn && vpn.mode() == VpnMode.GRE) {
      return session != null
          ? timers.of(by, session, false)
          : SessionTimers.detection(
              by,
              Mechanism.ROUTES,
              null,
              null,
              "does not notice: GRE without keepalives stays up, and so do routes by hand.",
              "",
              true);
    }
    Dpd dpd = dpd(connection);
    if (session != null) {
      Detection bgp = timers.of(by, session, false);
      Double most = bgp.maxSeconds();
      if (most != null && most < dpd.seconds) {
        return bgp;
      }
    }
    return SessionTimers.detection(
        by,
        Mechanism.DPD,
        (double) dpd.seconds,
        (double) dpd.seconds,
        "gives up the tunnel after " + dpd.seconds + " s without an answer (" + dpd.of + ").",
        dpd.source,
        dpd.confirmed);
  }

  private record Dpd(long seconds, String of, String source, boolean confirmed) {}

  private Dpd dpd(Id connection) {
    if (design.link(connection) instanceof VpnConnection vpn) {
      Integer set = vpn.settings().number(Setting.DPD_SECONDS);
      if (set != null) {
        return new Dpd(set, "as set on the VPN", "", true);
      }
      for (Id end : List.of(vpn.a(), vpn.b())) {
        Product product = timers.product(design.element(end));
        Fact<Long> fact = product == null ? null : product.numbers().get(Quantity.DPD_SECONDS);
        if (product != null && fact != null) {
          return new Dpd(fact.value(), product.name(), fact.source(), fact.confirmed());
        }
      }
    }
    return new Dpd(
        assumed(Assumption.DPD_SECONDS), "assumed", sourceOf(Assumption.DPD_SECONDS), false);
  }

  private long assumed(Assumption assumption) {
    Fact<Long> fact = catalog.assumption(assumption);
    return fact == null ? 0 : fact.value();
  }

  private String sourceOf(Assumption assumption) {
    Fact<Long> fact = catalog.assumption(assumption);
    return fact == null ? "" : fact.source();
  }
}
