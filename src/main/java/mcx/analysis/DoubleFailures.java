package mcx.analysis;

import java.util.List;
import mcx.analysis.fallback.Failable;
import mcx.design.Design;
import mcx.design.Id;

/**
 * What pairs of failures break that neither failure breaks alone.
 *
 * @param failures what can fail, in order
 * @param tried how many pairs of failures were tried
 * @param lost what is lost, by the two failures and then by the sites
 * @param complete whether all pairs were tried
 */
public record DoubleFailures(
    List<Failable> failures, int tried, List<Lost> lost, boolean complete) {

  public DoubleFailures {
    failures = List.copyOf(failures);
    lost = List.copyOf(lost);
  }

  /** What a failure is called. */
  public String label(Design design, Id failed) {
    for (Failable f : failures) {
      if (f.id().equals(failed)) {
        return f.label();
      }
    }
    return Names.of(design, failed);
  }

  /** Two sites that lose each other, in one direction at least, when both things fail. */
  public record Lost(Id first, Id second, Id from, Id to) implements Comparable<Lost> {

    @Override
    public int compareTo(Lost o) {
      int c = first.compareTo(o.first);
      if (c == 0) {
        c = second.compareTo(o.second);
      }
      if (c == 0) {
        c = from.compareTo(o.from);
      }
      return c != 0 ? c : to.compareTo(o.to);
    }
  }

  /** Told how far the work is. */
  @FunctionalInterface
  public interface Progress {
    void at(int done, int all);
  }
}
