package mcx.analysis.fallback;

import java.util.List;
import mcx.design.Id;

/**
 * A part of the network over which more traffic is expected than it carries.
 *
 * @param part what is too narrow
 * @param label what it is called
 * @param demandMbps what is expected over it, in Mbit/s each way
 * @param capacityMbps what it carries
 * @param before what is expected over it with nothing more failed, in Mbit/s
 * @param demands what is expected over it, the greatest first
 */
public record Overload(
    Id part, String label, int demandMbps, int capacityMbps, int before, List<Demand> demands) {

  public Overload {
    demands = List.copyOf(demands);
  }

  /** Whether it is overloaded also with nothing more failed. */
  public boolean isOld() {
    return before > capacityMbps;
  }
}
