package mcx.analysis.fallback;

import java.util.List;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * How much a path carries. Where equally good ways share the traffic, as much as all of them carry
 * together: so much that no part gets more than its speed, when each table divides what comes to it
 * over its routes. That is what very many connections may use; all packets of one connection go one
 * way.
 *
 * @param mbps what it carries in Mbit/s, as far as speeds are known; null where none is
 * @param bottleneck the part that is full first; null where none is known
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
   * @param share how much of the traffic passes it, above 0 and up to 1
   */
  public record Part(Id id, String label, @Nullable Integer mbps, boolean confirmed, double share) {

    /**
     * How much traffic between the two ends fills it, in Mbit/s: more than its speed where only
     * some of the traffic passes it; null where its speed is not known.
     */
    public @Nullable Integer filledAt() {
      return mbps == null ? null : (int) Math.min(Integer.MAX_VALUE, Math.round(mbps / share));
    }
  }

  /** How much the narrowest part carries, as a single connection finds it; null for not known. */
  public @Nullable Integer singleMbps() {
    Integer least = null;
    for (Part part : parts) {
      Integer mbps = part.mbps();
      if (mbps != null && (least == null || mbps < least)) {
        least = mbps;
      }
    }
    return least;
  }
}
