package mcx.export;

import java.util.List;
import mcx.analysis.DoubleFailures;
import mcx.analysis.intent.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * What a report of an analysis holds only where it was asked for.
 *
 * @param proposals intents that hold and could be wanted; null where none were looked for
 * @param pairs what pairs of failures break; null where it was not asked for
 */
public record Extras(@Nullable List<Proposal> proposals, @Nullable DoubleFailures pairs) {

  /** Nothing was asked for. */
  public static final Extras NONE = new Extras(null, null);
}
