package mcx.paint;

import java.util.ArrayList;
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
import mcx.network.Failures;
import mcx.routing.Advertisement;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis shows on top of a scene.
 *
 * @param flows lines with a direction
 * @param failed elements, links and parts that are down
 * @param evidence elements and links that something speaks of
 */
public record Overlay(List<Flow> flows, Set<Id> failed, Set<Id> evidence) {

  public static final Overlay NONE = new Overlay(List.of(), Set.of(), Set.of());

  public Overlay {
    flows = List.copyOf(flows);
    failed = java.util.Collections.unmodifiableSet(new TreeSet<>(failed));
    evidence = java.util.Collections.unmodifiableSet(new TreeSet<>(evidence));
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
    /** Traffic that is lost. */
    LOST
  }

  /**
   * A line with a direction.
   *
   * @param line from where it comes to where it goes
   * @param tint its colour where the role leaves it open; null for the role's own
   * @param chips what goes along it, such as the AS path
   * @param stop where and why it ends early; null where it arrives
   */
  public record Flow(
      Polyline line, Role role, @Nullable Color tint, List<Chip> chips, @Nullable Stop stop) {
    public Flow {
      chips = List.copyOf(chips);
    }
  }

  /**
   * A small label on a flow.
   *
   * @param at the point of the flow it belongs to
   */
  public record Chip(Point at, String text) {}

  /**
   * Where a flow ends early.
   *
   * @param at the point
   * @param title what stops there
   * @param code the AS path; empty for none
   * @param reason why, in words
   */
  public record Stop(Point at, String title, String code, String reason) {}

  public boolean isEmpty() {
    return flows.isEmpty() && failed.isEmpty() && evidence.isEmpty();
  }

  /** Both overlays at once. */
  public Overlay plus(Overlay other) {
    List<Flow> all = new ArrayList<>(flows);
    all.addAll(other.flows);
    Set<Id> down = new TreeSet<>(failed);
    down.addAll(other.failed);
    Set<Id> told = new TreeSet<>(evidence);
    told.addAll(other.evidence);
    return new Overlay(all, down, told);
  }

  /** The routes that these sessions carry, of those advertisements that {@code wanted} picks. */
  public static Overlay ofFlows(
      Scene scene, List<SessionFlow> sessions, Predicate<Advertisement> wanted) {
    return NONE;
  }

  /** The routes whose prefix comes from this site. */
  public static Overlay ofOrigin(Scene scene, List<SessionFlow> sessions, Id site) {
    return ofFlows(scene, sessions, a -> a.route().source().node().equals(site.value()));
  }

  /** All routes of one session. */
  public static Overlay ofFlow(Scene scene, SessionFlow session) {
    return ofFlows(scene, List.of(session), a -> true);
  }

  /** The way of traffic between two sites. */
  public static Overlay ofPath(Scene scene, SitePath path) {
    return NONE;
  }

  /** What one failure does: what is down, and what carries the traffic. */
  public static Overlay ofOutcome(Scene scene, Fallback.Pair pair, Fallback.Outcome outcome) {
    return NONE;
  }

  /** What is down. */
  public static Overlay ofFailures(Failures failures) {
    return NONE;
  }

  /** What a finding speaks of. */
  public static Overlay ofEvidence(List<Id> ids) {
    return new Overlay(List.of(), Set.of(), Set.copyOf(ids));
  }
}
