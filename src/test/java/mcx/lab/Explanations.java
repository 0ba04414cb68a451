package mcx.lab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mcx.export.lab.LabPlan;
import mcx.inet.Prefix;
import mcx.lab.RibComparison.Difference;
import mcx.network.VrfId;
import mcx.routing.Solution;

/**
 * Why tables differ from those computed.
 *
 * @param named how many differences each choice of a daemon explains
 * @param otherState differences where the daemons are in another of several stable states that the
 *     solution itself reports
 * @param unexplained what is left
 */
record Explanations(
    Map<KnownDifference, Integer> named,
    List<Difference> otherState,
    List<Difference> unexplained) {

  /**
   * Explains differences.
   *
   * @param earlier what the same daemons had before, in states of the same lab that came first
   */
  static Explanations of(
      LabPlan plan,
      Solution solution,
      Map<VrfId, RouterRib> dump,
      List<Map<VrfId, RouterRib>> earlier,
      List<Difference> all) {
    Map<KnownDifference, Integer> named = new TreeMap<>();
    List<Difference> other = new ArrayList<>();
    List<Difference> left = new ArrayList<>();
    Sides state = new Sides(plan, solution, dump, earlier);
    Set<Prefix> several = new HashSet<>();
    boolean asked = false;
    for (Difference d : all) {
      KnownDifference known = KnownDifference.of(state, d);
      if (known != null) {
        named.merge(known, 1, Integer::sum);
        continue;
      }
      if (!asked) {
        asked = true;
        solution.instabilities().forEach(i -> several.addAll(i.prefixes()));
      }
      if (several.contains(d.prefix()) && List.of().equals(state.restless(d.prefix()))) {
        other.add(d);
      } else {
        left.add(d);
      }
    }
    return new Explanations(named, other, left);
  }
}
