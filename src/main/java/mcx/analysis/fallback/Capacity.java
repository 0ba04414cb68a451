package mcx.analysis.fallback;

import java.util.List;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * How much a path carries.
 *
 * @param mbps the speed of its narrowest part in Mbit/s, as far as speeds are known; null where
 *     none is
 * @param bottleneck the narrowest part; null where none is known
 * @param parts all parts that have a speed, in the order of the way
 */
public record Capacity(@Nullable Integer mbps, @Nullable Part bottleneck, List<Part> parts) {

  /** Of a path that is not there. */
  public static final Capacity NONE = new Capacity(null, null, List.of());

  public Capacity {
    parts = List.copyOf(parts);
  }

  /** The parts whose speed is not known: with them the path may carry less. */
  public List<Part> unknown() {
    return parts.stream().filter(p -> p.mbps() == null).toList();
  }

  /**
   * A part of the way that has a speed.
   *
   * @param id the element, link or tunnel
   * @param label what it is called
   * @param mbps in Mbit/s; null where it is not known
   * @param confirmed false where the catalog's speed was not found in a document that was read
   */
  public record Part(Id id, String label, @Nullable Integer mbps, boolean confirmed) {}
}
