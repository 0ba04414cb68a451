package mcx.analysis;

import java.util.List;
import java.util.Set;
import mcx.design.Id;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * How traffic gets from one site to another.
 *
 * @param from a site
 * @param to another
 * @param kind how
 * @param trace the way; null where the destination has no prefix to trace to
 * @param steps the names of what it passes, in order, for reading: tables, and tunnels between them
 * @param drawn the design links and elements it runs along, from one to the other
 * @param reason why there is no path, in words; empty where there is one
 */
public record SitePath(
    Id from,
    Id to,
    PathKind kind,
    @Nullable Trace trace,
    List<String> steps,
    List<Id> drawn,
    String reason) {

  public SitePath {
    steps = List.copyOf(steps);
    drawn = List.copyOf(drawn);
  }

  public boolean reaches() {
    return kind != PathKind.NONE;
  }

  /** Whether equally good paths share the traffic; this is one of them. */
  public boolean isShared() {
    return trace != null && trace.shared();
  }

  /** Whether it passes the same tables, elements and links as another, in the same order. */
  public boolean runsAs(SitePath other) {
    return kind == other.kind && steps.equals(other.steps) && drawn.equals(other.drawn);
  }

  /**
   * Whether both reach, and the other runs along the same elements and links, whatever the order.
   */
  public boolean isReverseOf(SitePath other) {
    return reaches() && other.reaches() && Set.copyOf(drawn).equals(Set.copyOf(other.drawn));
  }
}
