package mcx.view;

import java.util.List;
import mcx.analysis.SitePath;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** What a row of the analysis panel shows on the canvas. */
sealed interface Spotlight {

  /** Nothing but the design. */
  record None() implements Spotlight {}

  /** Routes on their way, each leg a coloured line in its direction. */
  record Flow(List<Leg> legs) implements Spotlight {
    public Flow {
      legs = List.copyOf(legs);
    }
  }

  /**
   * The traffic between two sites.
   *
   * @param there the way from the first to the second
   * @param back the way back; null where only one direction is asked about
   */
  record Way(SitePath there, @Nullable SitePath back) implements Spotlight {}

  /**
   * A failure that is being looked at.
   *
   * @param failed what is down
   * @param now the way the traffic takes then
   */
  record Failed(Id failed, SitePath now) implements Spotlight {}

  /** The elements and links that something speaks of. */
  record Evidence(List<Id> ids) implements Spotlight {
    public Evidence {
      ids = List.copyOf(ids);
    }
  }

  /**
   * One step of a route from a table to the next.
   *
   * @param edge the session or propagation
   * @param drawn the links and elements it runs along, from sender to receiver
   * @param asPath the path as the receiver sees it; empty inside an autonomous system
   * @param stopTitle what stops there, such as {@code 10.20.0.0/16 stops here}; empty if it passes
   * @param stopReason why, in words
   */
  record Leg(String edge, List<Id> drawn, String asPath, String stopTitle, String stopReason) {
    public Leg {
      drawn = List.copyOf(drawn);
    }

    boolean stops() {
      return !stopTitle.isEmpty();
    }
  }
}
