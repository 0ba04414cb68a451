package mcx.analysis;

import java.util.List;
import java.util.function.Supplier;
import mcx.analysis.fallback.Demand;
import mcx.analysis.fallback.Detection;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Figures;
import mcx.analysis.fallback.Overload;
import mcx.analysis.fallback.Ranked;
import mcx.analysis.fallback.TunnelUse;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * What every single failure does.
 *
 * @param pairs each unordered pair of sites that reach each other now in at least one direction
 * @param ranking what each failure breaks in all, the worst first; failures that change nothing are
 *     left out
 * @param overloads what is overloaded with nothing more failed
 * @param complete false where it was cancelled before the end
 */
public record Fallback(
    List<Pair> pairs, List<Ranked> ranking, List<Overload> overloads, boolean complete) {

  public Fallback {
    pairs = List.copyOf(pairs);
    ranking = List.copyOf(ranking);
    overloads = List.copyOf(overloads);
  }

  /** The failures that leave some pair of sites without a path, the worst first. */
  public List<Ranked> singlePoints() {
    return ranking.stream().filter(r -> r.isSinglePoint() && !r.failure().logical()).toList();
  }

  /**
   * A pair of sites.
   *
   * @param now the path from {@code a} to {@code b} now
   * @param back the path from {@code b} to {@code a} now
   * @param nowFigures how much {@code now} carries and how long it takes
   * @param backFigures the same for {@code back}
   * @param demand the traffic expected between the two; null where none is
   * @param outcomes what each failure that changes either path does, worst first
   * @param singlePoints the failures that leave no path, without those that are only logical
   */
  public record Pair(
      Id a,
      Id b,
      SitePath now,
      SitePath back,
      Figures nowFigures,
      Figures backFigures,
      @Nullable Demand demand,
      List<Outcome> outcomes,
      List<Id> singlePoints) {

    public Pair {
      outcomes = List.copyOf(outcomes);
      singlePoints = List.copyOf(singlePoints);
    }

    /** Whether VPN takes over when some failure takes the private path. */
    public boolean fallsBackToVpn() {
      return now.kind() != PathKind.VPN
          && outcomes.stream().anyMatch(o -> o.path().kind() == PathKind.VPN);
    }

    /** Whether the way back is the way there, link by link. */
    public boolean returnFollows() {
      return now.isReverseOf(back);
    }
  }

  /**
   * What one failure does to a pair.
   *
   * @param failure what fails
   * @param path the path from {@code a} to {@code b} then
   * @param back the path from {@code b} to {@code a} then
   * @param effect what became of the traffic
   * @param pathFigures how much {@code path} carries and how long it takes
   * @param backFigures the same for {@code back}
   * @param tunnels the tunnels that carry it then, with what their ends have in common
   * @param detection who notices for traffic from {@code a} to {@code b}; null where that goes on
   *     as before
   * @param backDetection the same for traffic from {@code b} to {@code a}
   * @param overloads what is overloaded then on either path, as far as traffic is expected; the
   *     worst first
   */
  public record Outcome(
      Failable failure,
      SitePath path,
      SitePath back,
      Effect effect,
      Figures pathFigures,
      Figures backFigures,
      List<TunnelUse> tunnels,
      @Nullable Detection detection,
      @Nullable Detection backDetection,
      List<Overload> overloads) {

    public Outcome {
      tunnels = List.copyOf(tunnels);
      overloads = List.copyOf(overloads);
    }

    /** The id of what fails. */
    public Id failed() {
      return failure.id();
    }

    /** What it is called. */
    public String label() {
      return failure.label();
    }

    /** Whether what fails exists in configuration only. */
    public boolean logical() {
      return failure.logical();
    }

    /** Whether the way back is the way there, link by link, so that firewalls see both. */
    public boolean returnFollows() {
      return path.isReverseOf(back);
    }

    /** The detection that traffic has to wait for longest; one of unknown time counts as such. */
    public @Nullable Detection slowest() {
      if (detection == null || backDetection == null) {
        return detection == null ? backDetection : detection;
      }
      Double there = detection.totalSeconds();
      Double home = backDetection.totalSeconds();
      return home == null || (there != null && there >= home) ? detection : backDetection;
    }
  }

  /** What a failure does to the traffic between two sites, worst first. */
  public enum Effect {
    /** No path is left, in one direction or both. */
    LOST("lost"),
    /** VPN takes over. */
    VPN("VPN takes over"),
    /** Another tunnel takes over, where VPN carried it before. */
    OTHER_TUNNEL("another tunnel"),
    /** Another private path takes over. */
    OTHER_PRIVATE("other private path"),
    /** Of equally good ways that share the traffic some are left. */
    FEWER_WAYS("fewer equal ways");

    private final String label;

    Effect(String label) {
      this.label = label;
    }

    /** The effect as shown in a table. */
    public String label() {
      return label;
    }
  }

  /** Told of what was found, as it is found; on any thread, one call after the other. */
  public interface Listener {

    /** Listens to nothing. */
    Listener NONE = new Listener() {};

    /**
     * The pair that was asked for first, with what all failures on its paths do to it. What fails
     * elsewhere, and may still change its paths, follows with the rest.
     */
    default void first(Pair pair) {}

    /**
     * One failure was tried.
     *
     * @param failure what fails
     * @param changes what it does to each pair of sites that it changes anything for
     * @param done how many failures were tried so far
     * @param all how many there are
     */
    default void tried(Failable failure, List<Change> changes, int done, int all) {}

    /**
     * After each failure that was tried: the table as far as it has come, not complete unless this
     * is the last. The pair that was asked for first has all that is known of it.
     *
     * @param soFar puts the table together; to be asked, if at all, before this returns
     */
    default void table(Supplier<Fallback> soFar) {}
  }

  /** What a failure does to the pair of sites {@code a} and {@code b}. */
  public record Change(Id a, Id b, Outcome outcome) {}
}
