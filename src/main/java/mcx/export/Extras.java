package mcx.export;

import java.util.List;
import mcx.analysis.DoubleFailures;
import mcx.analysis.fallback.Steps;
import mcx.analysis.intent.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * What a report holds only where it was asked for.
 *
 * @param proposals intents that hold and could be wanted; null where none were looked for
 * @param pairs what pairs of failures break; null where they were not tried
 * @param steps what failures set off, step by step
 */
public record Extras(
    @Nullable List<Proposal> proposals, @Nullable DoubleFailures pairs, List<Steps> steps) {

  /** Nothing was asked for. */
  public static final Extras NONE = new Extras(null, null, List.of());

  public Extras {
    steps = List.copyOf(steps);
  }
}
