package mcx.analysis.fallback;

import java.util.List;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * How long a packet takes one way.
 *
 * @param millis in milliseconds; null where it is not known
 * @param estimate whether it rests on distances and assumptions, at least in part, rather than on
 *     times that were set
 * @param unknown the elements whose place would have to be known, in the order of the way; empty
 *     where the time is known
 */
public record Latency(@Nullable Double millis, boolean estimate, List<Id> unknown) {

  /** Of a path that is not there. */
  public static final Latency NONE = new Latency(null, false, List.of());

  public Latency {
    unknown = List.copyOf(unknown);
  }
}
