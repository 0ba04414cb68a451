package mcx.analysis.compare;

import mcx.analysis.SitePath;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * A change of how one site reaches another.
 *
 * @param from a site
 * @param to another
 * @param fromLabel what people call it
 * @param toLabel the same for the other
 * @param what what became of it
 * @param before the path that was; null where one of the two was not there
 * @param after the path that is; null where one of the two is gone
 */
public record ReachChange(
    Id from,
    Id to,
    String fromLabel,
    String toLabel,
    What what,
    @Nullable SitePath before,
    @Nullable SitePath after) {

  /** What became of a path. */
  public enum What {
    LOST("lost"),
    GAINED("gained"),
    /** Of another kind: VPN instead of a circuit, for one. */
    KIND("of another kind"),
    /** The same kind by another way. */
    WAY("another way");

    private final String label;

    What(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
