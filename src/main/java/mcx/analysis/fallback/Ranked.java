package mcx.analysis.fallback;

import java.util.Comparator;
import java.util.List;
import mcx.design.Id;

/**
 * What one failure breaks in all. Sites that fail with it count as broken nowhere: only those that
 * stand are looked at.
 *
 * @param failure what fails
 * @param pairsLost how many pairs of sites lose each other, in one direction at least
 * @param pairsMoved how many pairs of sites go another way
 * @param intentsBroken the reach intents that no longer hold: what is lost, or leaves private paths
 *     although it must not
 * @param demandLostMbps the traffic expected between the pairs that are lost, in Mbit/s
 * @param overloads what is overloaded then and is not with nothing more failed, or is more so
 */
public record Ranked(
    Failable failure,
    int pairsLost,
    int pairsMoved,
    List<Id> intentsBroken,
    int demandLostMbps,
    List<Overload> overloads) {

  /** What breaks most first. What exists in configuration only comes after what can break. */
  public static final Comparator<Ranked> WORST_FIRST =
      Comparator.comparing((Ranked r) -> r.failure.logical())
          .thenComparing(r -> -r.intentsBroken.size())
          .thenComparing(r -> -r.demandLostMbps)
          .thenComparing(r -> -r.pairsLost)
          .thenComparing(r -> -r.overloads.size())
          .thenComparing(r -> -r.pairsMoved)
          .thenComparing(Ranked::failure);

  public Ranked {
    intentsBroken = List.copyOf(intentsBroken);
    overloads = List.copyOf(overloads);
  }

  /** Whether it leaves some pair of sites without a path. */
  public boolean isSinglePoint() {
    return pairsLost > 0;
  }
}
