package mcx.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a state of a class was found: what each table had from round to round. It never changes, so
 * that several threads may look at it.
 */
final class History {

  final Case about;
  final ClassState state;

  /** The last version of each table; null of those that never had anything. */
  private final @Nullable Version[] latest;

  private final List<Candidate>[] own;

  /** How many versions there are. */
  final int size;

  /**
   * @param draft for what no table has asked for so far
   */
  History(
      Case about,
      ClassState state,
      @Nullable Version[] latest,
      List<Candidate>[] own,
      Draft draft) {
    this.about = about;
    this.state = state;
    this.latest = latest;
    this.own = own;
    int versions = 0;
    for (Table t : about.conditions.plan().tables()) {
      for (Version v = latest[t.index]; v != null; v = v.before) {
        versions++;
        for (Edge e : t.out) {
          if (about.conditions.isEdgeUp(e)) {
            v.got(e, about, draft);
          }
        }
      }
    }
    size = versions;
  }

  /** Whether it was found for the same prefixes, of which tables hold, drop and send the same. */
  boolean isLike(Case other) {
    return about.cls == other.cls
        && about.members.size() == other.members.size()
        && about.dropped().equals(other.dropped())
        && about.defaults().equals(other.defaults())
        && about.standing.equals(other.standing);
  }

  /** What a table had in the end. */
  @Nullable Version latest(Table t) {
    return latest[t.index];
  }

  /** What a table had itself. */
  List<Candidate> own(Table t) {
    return own[t.index];
  }
}
