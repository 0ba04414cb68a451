package mcx.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.analysis.Finding;
import mcx.design.Design;
import org.jspecify.annotations.Nullable;

/**
 * Which findings came with the last edit. What somebody has just done is what they want to hear
 * about: among findings that are equally bad, those come first.
 */
public final class FreshFindings {

  private Set<Finding.Key> before = Set.of();
  private Set<Finding.Key> fresh = Set.of();
  private @Nullable Design design;

  /**
   * Takes the findings of the newest result.
   *
   * @param edited whether the design came of an edit; false for a file just opened, in which
   *     nothing is new
   */
  public void take(Design design, List<Finding> findings, boolean edited) {
    Set<Finding.Key> now = new HashSet<>();
    findings.forEach(f -> now.add(f.key()));
    // The same design is told of more than once: quickly, and with its intents judged to the end.
    Set<Finding.Key> found = new HashSet<>(design.equals(this.design) ? fresh : Set.of());
    now.stream().filter(k -> !before.contains(k)).forEach(found::add);
    found.retainAll(now);
    fresh = edited && this.design != null ? Set.copyOf(found) : Set.of();
    before = Set.copyOf(now);
    this.design = design;
  }

  /** Whether a finding came with the last edit. */
  public boolean isFresh(Finding finding) {
    return fresh.contains(finding.key());
  }

  /** The same findings, worst first, and among those equally bad the fresh ones. */
  public List<Finding> ordered(List<Finding> findings) {
    List<Finding> ordered = new ArrayList<>(findings);
    ordered.sort(Comparator.comparing(Finding::severity).thenComparingInt(f -> isFresh(f) ? 0 : 1));
    return ordered;
  }
}
