package mcx.routing;

import java.util.Set;
import mcx.inet.Family;
import mcx.network.PrefixLimit;
import mcx.network.SharedLimit;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * A prefix limit that was exceeded.
 *
 * @param session the session; for a limit over several the id of the limit
 * @param at the end that counts
 * @param families which prefixes
 * @param count how many came
 * @param limit the limit and what happens beyond it
 * @param shared the limit over several sessions, a connection or a table; null for one of one
 *     session
 * @param aftermath what became of it
 */
public record Tripped(
    String session,
    VrfId at,
    Set<Family> families,
    int count,
    PrefixLimit limit,
    @Nullable SharedLimit shared,
    Aftermath aftermath) {

  public Tripped {
    families = Set.copyOf(families);
  }

  /** What becomes of a limit that was exceeded. */
  public enum Aftermath {
    /** What fell stays down until someone mends it. */
    STAYS_DOWN,
    /** What fell would come back if fewer prefixes came; as it is, each try ends the same way. */
    DOWN_WHILE_EXCEEDED,
    /** What fell comes back, since fewer prefixes come without it, and falls again; for ever. */
    CYCLE,
    /** Nothing falls; what is beyond the limit is dropped. */
    DROPS_EXCESS,
    /** Nothing falls by itself: the vendor refuses the configuration, or does not say. */
    REPORTED
  }

  /** One family, where the limit is on one; the first otherwise. */
  public Family family() {
    return families.stream().sorted().findFirst().orElse(Family.V4);
  }

  /** What is counted, in words. */
  public String what() {
    return families.size() > 1 ? "prefixes" : family().label() + " prefixes";
  }

  /** Who counts: the limit by its own name, or the table that this is the name of. */
  public String who(String table) {
    return shared == null ? table : shared.label();
  }

  Tripped with(Aftermath value) {
    return new Tripped(session, at, families, count, limit, shared, value);
  }
}
