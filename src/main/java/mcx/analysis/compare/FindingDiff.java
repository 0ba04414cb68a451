package mcx.analysis.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.analysis.Finding;

/** Tells findings of two designs apart. */
final class FindingDiff {

  private FindingDiff() {}

  /** Those that are not among the others, in their order. */
  static List<Finding> without(List<Finding> all, List<Finding> others) {
    Set<Finding.Key> keys = new HashSet<>();
    others.forEach(f -> keys.add(f.key()));
    return all.stream().filter(f -> !keys.contains(f.key())).toList();
  }
}
