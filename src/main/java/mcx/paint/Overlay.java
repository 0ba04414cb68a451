package mcx.paint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import mcx.analysis.Fallback;
import mcx.analysis.SessionFlow;
import mcx.analysis.SitePath;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Origin;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis shows on top of a scene.
 *
 * @param flows lines with a direction
 * @param failed elements, links and parts that are down
 * @param evidence elements and links that something speaks of
 * @param vrfs VRFs of which all that belongs to them is shown, in the order of their patterns
 */
public record Overlay(List<Flow> flows, Set<Id> failed, Set<Id> evidence, List<Id> vrfs) {

  public static final Overlay NONE = new Overlay(List.of(), Set.of(), Set.of());

  public Overlay {
    flows = List.copyOf(flows);
    failed = Collections.unmodifiableSet(new TreeSet<>(failed));
    evidence = Collections.unmodifiableSet(new TreeSet<>(evidence));
    vrfs = vrfs.stream().distinct().toList();
  }

  /** An overlay that shows no VRF. */
  public Overlay(List<Flow> flows, Set<Id> failed, Set<Id> evidence) {
    this(flows, failed, evidence, List.of());
  }

  /** What a flow means. */
  public enum Role {
    /** Routes that arrive. */
    ROUTES,
    /** Routes that are refused at the end of the flow, or held back at its start. */
    STOPPED,
    /** Traffic on its way. */
    TRAFFIC,
    /** Traffic that takes over after a failure. */
    FALLBACK,
    /** The way of traffic that is lost, or that went here before a failure. */
    LOST
  }

  /**
   * A line with a direction.
   *
   * @param line from where it comes to where it goes
   * @param tint its colour where the role leaves it open; null for the role's own
   * @param arrow whether it ends in an arrow
   * @param chip what goes along it, such as the AS path; null for nothing
   * @param stop where and why it ends early; null where it does not end here
   */
  public record Flow(
      Polyline line,
      Role role,
      @Nullable Color tint,
      boolean arrow,
      @Nullable Chip chip,
      @Nullable Stop stop) {}

  /**
   * A small label on a flow.
   *
   * @param place where it stands
   */
  public record Chip(Rect place, String text) {}

  /**
   * Where a flow ends early.
   *
   * @param at the point
   * @param callout where the words stand; null where only a mark is drawn
   * @param title what stops there
   * @param code the AS path; empty for none
   * @param reason why, in words, in lines that fit
   */
  public record Stop(
      Point at, @Nullable Rect callout, String title, String code, List<String> reason) {
    public Stop {
      reason = List.copyOf(reason);
    }
  }

  public boolean isEmpty() {
    return flows.isEmpty() && failed.isEmpty() && evidence.isEmpty() && vrfs.isEmpty();
  }

  /** Both overlays at once. */
  public Overlay plus(Overlay other) {
    List<Flow> all = new ArrayList<>(flows);
    all.addAll(other.flows);
    Set<Id> down = new TreeSet<>(failed);
    down.addAll(other.failed);
    Set<Id> told = new TreeSet<>(evidence);
    told.addAll(other.evidence);
    List<Id> shown = new ArrayList<>(vrfs);
    shown.addAll(other.vrfs);
    return new Overlay(all, down, told, shown);
  }

  /** What belongs to these VRFs: provider edges, links, sites and circuits. */
  public static Overlay ofVrfs(List<Id> vrfs) {
    return new Overlay(List.of(), Set.of(), Set.of(), vrfs);
  }

  /**
   * All routes of all sessions, without words: one flow for each link and direction that carries
   * any, and a mark where a session brings nothing because all of it is refused.
   */
  public static Overlay ofAllFlows(Scene scene, List<SessionFlow> sessions) {
    return new RouteFlows(scene).ofAll(sessions);
  }

  /** Links that can never carry anything, marked as what is down. */
  public static Overlay ofDead(Set<Id> links) {
    return new Overlay(List.of(), links, Set.of());
  }

  /** The routes that these sessions carry, of those advertisements that {@code wanted} picks. */
  public static Overlay ofFlows(
      Scene scene, List<SessionFlow> sessions, Predicate<Advertisement> wanted) {
    return new RouteFlows(scene).of(sessions, wanted);
  }

  /** The routes whose prefix comes from this site. */
  public static Overlay ofOrigin(Scene scene, List<SessionFlow> sessions, Id site) {
    return ofFlows(scene, sessions, a -> a.route().source().node().equals(site.value()));
  }

  /**
   * The way of what a table holds first, over all sessions.
   *
   * @param prefix only this one; null for all that it holds
   */
  public static Overlay ofOrigin(
      Scene scene, List<SessionFlow> sessions, VrfId source, @Nullable Prefix prefix) {
    return new RouteFlows(scene).ofOrigin(sessions, source, prefix);
  }

  /** All routes of one session. */
  public static Overlay ofFlow(Scene scene, SessionFlow session) {
    return ofFlows(scene, List.of(session), a -> true);
  }

  /** The way of traffic between two sites; where there is none, how far it gets. */
  public static Overlay ofPath(Scene scene, SitePath path) {
    return new Overlay(
        TrafficFlows.of(scene, path, path.reaches() ? Role.TRAFFIC : Role.LOST),
        Set.of(),
        Set.of());
  }

  /** What one failure does: what is down, the way that is lost, and the way that takes over. */
  public static Overlay ofOutcome(Scene scene, Fallback.Pair pair, Fallback.Outcome outcome) {
    List<Flow> flows = new ArrayList<>();
    if (outcome.path().reaches()) {
      flows.addAll(TrafficFlows.of(scene, outcome.path(), Role.FALLBACK));
    } else {
      flows.addAll(TrafficFlows.of(scene, pair.now(), Role.LOST));
    }
    return new Overlay(flows, outcome.failure().down(), Set.of());
  }

  /** What is down. */
  public static Overlay ofFailures(Failures failures) {
    Set<Id> ids = new TreeSet<>();
    for (Origin o : failures.down()) {
      ids.add(Id.of(o.id()));
    }
    return new Overlay(List.of(), ids, Set.of());
  }

  /** These, as being down. */
  public static Overlay ofDown(List<Id> ids) {
    return new Overlay(List.of(), new TreeSet<>(ids), Set.of());
  }

  /** What a finding speaks of. */
  public static Overlay ofEvidence(List<Id> ids) {
    return new Overlay(List.of(), Set.of(), new TreeSet<>(ids));
  }
}
