package mcx.analysis.fallback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Id;

/**
 * Adds up the traffic that is expected over each part of the network. Links and ports carry so much
 * each way and a demand is so much each way, so a demand counts once on a part that either of its
 * two directions uses. Where equally good ways share the traffic, of each demand only the share
 * counts that passes the part, in the direction that brings more of it.
 */
public final class Loads {

  private final SortedMap<Id, Load> loads = new TreeMap<>();

  private static final class Load {
    final Capacity.Part part;
    final Map<Demand, Double> shares = new LinkedHashMap<>();

    Load(Capacity.Part part) {
      this.part = part;
    }

    /** What a demand brings here, in Mbit/s. */
    double brings(Demand demand) {
      return demand.mbps() * shares.getOrDefault(demand, 0.0);
    }

    int mbps() {
      double sum = shares.keySet().stream().mapToDouble(this::brings).sum();
      return (int) Math.min(Integer.MAX_VALUE, Math.round(sum));
    }
  }

  /** Puts a demand on the paths that carry it. */
  public void add(Demand demand, Figures there, Figures back) {
    for (Figures figures : List.of(there, back)) {
      for (Capacity.Part part : figures.capacity().parts()) {
        Load load = loads.computeIfAbsent(part.id(), k -> new Load(part));
        load.shares.merge(demand, part.share(), Math::max);
      }
    }
  }

  /** What is expected over a part, in Mbit/s. */
  public int on(Id part) {
    Load load = loads.get(part);
    return load == null ? 0 : load.mbps();
  }

  /**
   * What is overloaded, the worst ratio first.
   *
   * @param before the loads with nothing more failed
   */
  public List<Overload> overloads(Loads before) {
    List<Overload> all = new ArrayList<>();
    for (Load load : loads.values()) {
      Integer capacity = load.part.mbps();
      if (capacity != null && load.mbps() > capacity) {
        all.add(
            new Overload(
                load.part.id(),
                load.part.label(),
                load.mbps(),
                capacity,
                before.on(load.part.id()),
                load.shares.keySet().stream()
                    .sorted(Comparator.comparingDouble(load::brings).reversed())
                    .toList()));
      }
    }
    all.sort(
        Comparator.comparingDouble((Overload o) -> -(double) o.demandMbps() / o.capacityMbps())
            .thenComparing(Overload::part));
    return List.copyOf(all);
  }
}
