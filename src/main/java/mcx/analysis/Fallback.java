package mcx.analysis;

import java.util.List;
import mcx.design.Id;

/**
 * What every single failure does.
 *
 * @param pairs each unordered pair of sites that reach each other now in at least one direction
 * @param complete false where it was cancelled before the end
 */
public record Fallback(List<Pair> pairs, boolean complete) {

  public Fallback {
    pairs = List.copyOf(pairs);
  }

  /**
   * A pair of sites.
   *
   * @param now the path from {@code a} to {@code b} now
   * @param back the path from {@code b} to {@code a} now
   * @param outcomes what each failure that changes either path does, worst first
   * @param singlePoints the failures that leave no path, without those that are only logical
   */
  public record Pair(
      Id a, Id b, SitePath now, SitePath back, List<Outcome> outcomes, List<Id> singlePoints) {

    public Pair {
      outcomes = List.copyOf(outcomes);
      singlePoints = List.copyOf(singlePoints);
    }

    /** Whether VPN takes over when some failure takes the private path. */
    public boolean fallsBackToVpn() {
      return now.kind() != PathKind.VPN
          && outcomes.stream().anyMatch(o -> o.path().kind() == PathKind.VPN);
    }
  }

  /**
   * What one failure does to a pair.
   *
   * @param failed what fails
   * @param label what it is called
   * @param path the path from {@code a} to {@code b} then
   * @param back the path from {@code b} to {@code a} then
   * @param effect what became of the traffic
   * @param logical whether what fails exists in configuration only (a joint inside a cloud, a VRF):
   *     it can be removed by mistake, but does not break by itself
   */
  public record Outcome(
      Id failed, String label, SitePath path, SitePath back, Effect effect, boolean logical) {}

  /** What a failure does to the traffic between two sites, worst first. */
  public enum Effect {
    /** No path is left, in one direction or both. */
    LOST("lost"),
    /** VPN takes over. */
    VPN("VPN takes over"),
    /** Another tunnel takes over, where VPN carried it before. */
    OTHER_TUNNEL("another tunnel"),
    /** Another private path takes over. */
    OTHER_PRIVATE("other private path");

    private final String label;

    Effect(String label) {
      this.label = label;
    }

    /** The effect as shown in a table. */
    public String label() {
      return label;
    }
  }
}
