package mcx.analysis.fallback;

import java.util.List;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * What a failure sets off, step by step, and what happens when it is over: the differences between
 * the converged states before and after, in the order of detection time and distance. It is an
 * order and not a timing: routers do much of it at once.
 *
 * @param failure what fails
 * @param failing what its failure sets off
 * @param recovering what its recovery sets off
 */
public record Steps(Failable failure, List<Step> failing, List<Step> recovering) {

  /** What is to be said with the steps wherever they are shown. */
  public static final String LABEL = "order of events, not their timing";

  public Steps {
    failing = List.copyOf(failing);
    recovering = List.copyOf(recovering);
  }

  /**
   * One step.
   *
   * @param kind what kind of thing happens
   * @param where the element at which it happens
   * @param text what happens, in words
   * @param drawn the elements and links that it is about, for showing
   * @param hops how far from the failure it happens, in tables that tell each other
   * @param afterSeconds when the failure is noticed that it follows from, at the latest, as far as
   *     timers say; null where that is not known
   */
  public record Step(
      Kind kind, Id where, String text, List<Id> drawn, int hops, @Nullable Double afterSeconds) {

    public Step {
      drawn = List.copyOf(drawn);
    }
  }

  /** What happens in a step, in the order in which it does at one place. */
  public enum Kind {
    DETECTED("detected"),
    /** What ran over it comes up again. */
    RECOVERED("recovered"),
    /** A table has no route any more. */
    WITHDRAWN("withdrawn"),
    /** A table uses another route, or has one again. */
    NEW_BEST("new best path"),
    /** A table sends into a tunnel what it did not send there. */
    VPN_TAKES_OVER("VPN takes over");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The kind as shown. */
    public String label() {
      return label;
    }
  }
}
