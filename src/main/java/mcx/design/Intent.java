package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * Something that the architect wants to hold.
 *
 * @param id its own id, unique among the intents
 * @param from a site
 * @param to a site
 * @param privateOnly for reach: whether only private paths will do
 * @param survives for reach: how many failures at once it must survive, 0 to 2
 */
public record Intent(
    Id id, String name, IntentKind kind, Id from, Id to, boolean privateOnly, int survives) {

  public Intent {
    name = Checks.name(name);
    Checks.range(id, "The number of failures to survive", survives, 0, 2);
  }

  /** What should hold between two sites. */
  public enum IntentKind {
    REACH,
    ISOLATE
  }

  /** Whether the intent speaks of the element. */
  public boolean names(@Nullable Id element) {
    return from.equals(element) || to.equals(element);
  }
}
