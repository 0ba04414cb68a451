package mcx.routing;

import java.util.HashSet;
import java.util.Set;
import mcx.inet.AsPath;
import mcx.inet.Asn;
import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import org.jspecify.annotations.Nullable;

/** The attributes of a route on its way from one table to the next, while they change. */
final class Draft {

  final Prefix prefix;
  AsPath path;
  long localPreference;
  long med;
  int weight;
  @Nullable Integer distance;
  Set<Community> communities;

  /** The attributes of the sender's route; what only counts within a table is left behind. */
  Draft(Route route) {
    prefix = route.prefix();
    path = route.asPath();
    localPreference = route.localPreference();
    med = route.med();
    communities = route.communities();
  }

  /**
   * Whether a statement speaks of this route.
   *
   * @param learned how it came, or comes, into the table that has the policy
   * @param via the edge it came, or comes, in by; null for the table's own
   */
  boolean matches(Statement s, Learned learned, @Nullable String via) {
    return (s.learned().isEmpty() || s.learned().contains(learned))
        && (s.from().isEmpty() || (via != null && s.from().contains(via)))
        && matchesPrefix(s)
        && matchesCommunity(s)
        && (s.neighbor() == null || (!path.isEmpty() && path.get(0).equals(s.neighbor())))
        && (s.asPath() == null || s.asPath().matcher(path.toString()).find());
  }

  private boolean matchesPrefix(Statement s) {
    if (s.prefixes().isEmpty()) {
      return true;
    }
    for (Match m : s.prefixes()) {
      if (m.matches(prefix)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesCommunity(Statement s) {
    if (s.communities().isEmpty()) {
      return true;
    }
    for (Community c : s.communities()) {
      if (communities.contains(c)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes a change.
   *
   * @param prepended the number that is prepended where the change names none; null for no number
   */
  void apply(Change change, @Nullable Asn prepended) {
    if (change == Change.NONE) {
      return;
    }
    if (change.localPreference() != null) {
      localPreference = change.localPreference();
    }
    if (change.med() != null) {
      med = change.med();
    }
    if (change.weight() != null) {
      weight = change.weight();
    }
    if (change.distance() != null) {
      distance = change.distance();
    }
    if (change.hidePrivateAsns() && path.isAllPrivate()) {
      path = AsPath.EMPTY;
    }
    Asn asn = change.prependAsn() != null ? change.prependAsn() : prepended;
    if (change.prepend() > 0 && asn != null) {
      path = path.prepend(asn, change.prepend());
    }
    if (!change.add().isEmpty() || !change.remove().isEmpty()) {
      Set<Community> changed = new HashSet<>(communities);
      changed.removeAll(change.remove());
      changed.addAll(change.add());
      communities = Set.copyOf(changed);
    }
  }
}
