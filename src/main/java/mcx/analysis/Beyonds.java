package mcx.analysis;

import mcx.network.PrefixLimit;
import mcx.routing.Tripped;
import org.jspecify.annotations.Nullable;

/** What happens beyond a prefix limit, in words. */
public final class Beyonds {

  private Beyonds() {}

  /**
   * What happens beyond a limit.
   *
   * @param tripped what became of it in a design; null where it is not exceeded
   */
  public static String consequence(PrefixLimit limit, @Nullable Tripped tripped) {
    if (tripped != null && tripped.aftermath() == Tripped.Aftermath.CYCLE) {
      return "What falls with it comes back, since fewer prefixes come without it, and falls again:"
          + " an outage that repeats itself.";
    }
    return switch (limit.beyond()) {
      case SESSION_DOWN_AUTO ->
          "The session is dropped, with all routes in both directions, until the count is below the"
              + " limit again.";
      case SESSION_IDLE ->
          "The session is closed, with all routes in both directions, and stays closed until someone"
              + " mends it.";
      case CONNECTION_DOWN ->
          "The whole connection behind the session goes down until the count is below the limit.";
      case DROP_EXCESS_ORDERED ->
          "The session stays up, and the prefixes beyond the limit are dropped without a word: the"
              + " longest first.";
      case DROP_EXCESS ->
          "The session stays up, and the prefixes beyond the limit are dropped without a word.";
      case WARN_ONLY ->
          "The session stays up and keeps all prefixes; the router only writes a warning.";
      case REJECT_CONFIG -> "The vendor refuses the configuration.";
      case UNKNOWN -> "The vendor does not say what happens then.";
    };
  }

  /** The same in a word or two. */
  public static String inShort(PrefixLimit.Beyond beyond) {
    return switch (beyond) {
      case SESSION_DOWN_AUTO -> "session drops";
      case SESSION_IDLE -> "session closed until mended";
      case CONNECTION_DOWN -> "connection drops";
      case DROP_EXCESS_ORDERED -> "longest are dropped";
      case DROP_EXCESS -> "excess is dropped";
      case WARN_ONLY -> "warning only";
      case REJECT_CONFIG -> "refused";
      case UNKNOWN -> "not stated";
    };
  }
}
