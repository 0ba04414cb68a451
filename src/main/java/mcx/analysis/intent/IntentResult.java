package mcx.analysis.intent;

import java.util.List;
import mcx.design.Intent;
import org.jspecify.annotations.Nullable;

/**
 * Whether an intent holds.
 *
 * @param intent the intent
 * @param state whether it holds
 * @param text why, in a sentence or two
 * @param counterexample what shows that it is broken; null where it is not
 * @param missing what the design would have to say to decide it, each as in “the latency of VPN
 *     Amsterdam – VGW”; empty where nothing is missing
 * @param tried how many sets of failures were tried, the one with nothing failed included
 */
public record IntentResult(
    Intent intent,
    State state,
    String text,
    @Nullable Counterexample counterexample,
    List<String> missing,
    int tried) {

  public IntentResult {
    missing = List.copyOf(missing);
  }

  /** Whether an intent holds, worst first. */
  public enum State {
    /** It does not; the counterexample shows it. */
    BROKEN("broken"),
    /** The design does not say enough to tell. */
    UNKNOWN("unknown"),
    /** It holds as far as it was tried; failures that it speaks of are still to be tried. */
    PENDING("to be tried"),
    /** It does. */
    HOLDS("holds");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The state as shown in a list. */
    public String label() {
      return label;
    }
  }
}
