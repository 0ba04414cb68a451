package mcx.analysis.compare;

import java.util.List;
import mcx.analysis.Fallback.Effect;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * A pair of sites for which some failure does something else than before.
 *
 * @param a a site
 * @param b another
 * @param label both, as people call them
 * @param newSinglePoints what leaves no path when it fails, and did not before
 * @param goneSinglePoints what left no path when it failed, and does no longer
 * @param effects what failures of things in both designs do otherwise
 */
public record FallbackChange(
    Id a,
    Id b,
    String label,
    List<Id> newSinglePoints,
    List<Id> goneSinglePoints,
    List<EffectChange> effects) {

  public FallbackChange {
    newSinglePoints = List.copyOf(newSinglePoints);
    goneSinglePoints = List.copyOf(goneSinglePoints);
    effects = List.copyOf(effects);
  }

  /**
   * A failure that does something else than before.
   *
   * @param failed what fails
   * @param label what people call it
   * @param before what it did; null where it changed nothing
   * @param after what it does; null where it changes nothing
   */
  public record EffectChange(
      Id failed, String label, @Nullable Effect before, @Nullable Effect after) {}
}
