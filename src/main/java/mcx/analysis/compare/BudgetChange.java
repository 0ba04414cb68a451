package mcx.analysis.compare;

import mcx.analysis.Budget;
import org.jspecify.annotations.Nullable;

/**
 * A change of a prefix limit, or of what it counts.
 *
 * @param id the budget's id
 * @param label what is counted, in words
 * @param before how it was; null where there was no such limit
 * @param after how it is; null where there is none any more
 */
public record BudgetChange(
    String id, String label, @Nullable Budget before, @Nullable Budget after) {

  /** Whether it is exceeded now and was not. */
  public boolean isNewlyExceeded() {
    return after != null && after.exceeded() && (before == null || !before.exceeded());
  }
}
