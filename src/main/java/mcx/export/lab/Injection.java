package mcx.export.lab;

import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * A part of a lab that no daemon works out for itself.
 *
 * @param table the table where it is put in
 * @param kind what is done
 * @param prefix the prefix
 * @param edge the propagation or session that it came by; null for the table's own
 * @param route the route as it stands in the table; null for a refusal
 * @param why why it is put in, in words
 */
public record Injection(
    VrfId table,
    Kind kind,
    Prefix prefix,
    @Nullable String edge,
    @Nullable Route route,
    String why) {

  /** What is done. */
  public enum Kind {
    /** A route is put in with its attributes, and wins. */
    ROUTE,
    /** A route that a session brings is made to win. */
    PREFER,
    /** A route that a session brings is refused. */
    REFUSE
  }
}
