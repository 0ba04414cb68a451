package mcx.analysis.rule.path;

import java.util.SortedMap;
import java.util.TreeMap;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Situation;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.inet.AsPath;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;

/** Where AS paths are made longer by prepending. */
final class Prepends {

  private Prepends() {}

  /** How many numbers of the path only repeat the one before them. */
  static int in(AsPath path) {
    int repeated = 0;
    for (int i = 1; i < path.length(); i++) {
      if (path.get(i).equals(path.get(i - 1))) {
        repeated++;
      }
    }
    return repeated;
  }

  /** How often each prefix that a circuit's cloud accepts is prepended; the least of its ways. */
  static SortedMap<Prefix, Integer> towardsCloud(
      Situation situation, Circuitry circuitry, Circuit circuit) {
    SortedMap<Prefix, Integer> found = new TreeMap<>();
    for (CircuitConnection c : circuitry.connections(circuit.id())) {
      for (SessionFlow flow : situation.flows(c.id())) {
        if (flow.facesCloud() != null) {
          for (AdvertisementGroup g : flow.routes().groups()) {
            if (g.outcome() == Advertisement.Outcome.ACCEPTED) {
              int prepended = in(g.asPath());
              g.prefixes().forEach(p -> found.merge(p, prepended, Math::min));
            }
          }
        }
      }
    }
    return found;
  }

  /** Whether an end prepends anything that it sends. */
  static boolean by(BgpEnd end) {
    return most(end) > 0;
  }

  /** How often an end prepends what it prepends most. */
  static int most(BgpEnd end) {
    return end.exportPolicy().terms().stream()
        .filter(t -> t.permit())
        .mapToInt(t -> t.set().prepend())
        .max()
        .orElse(0);
  }
}
