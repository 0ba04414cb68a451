package mcx.routing;

import org.jspecify.annotations.Nullable;

/**
 * What a table had of a class from one round on until its next version. It stands for the table
 * where an edge asks what it offers, whatever table it asks for.
 */
final class Version implements Edge.Tables {

  private static final Candidate[] NO_ROUTES = {};

  /** The number of the round in which it was chosen. */
  final int round;

  /** What the table had before; null for nothing yet. */
  final @Nullable Version before;

  final @Nullable Candidate best;
  final @Nullable Candidate told;

  /** All routes in use where these are several; null where not. */
  final Candidate @Nullable [] shared;

  /** For each edge out of the table what its receiver gets of this, as far as it was asked for. */
  private @Nullable Candidate @Nullable [] got;

  private boolean @Nullable [] asked;

  Version(
      int round,
      @Nullable Version before,
      @Nullable Candidate best,
      @Nullable Candidate told,
      Candidate @Nullable [] shared) {
    this.round = round;
    this.before = before;
    this.best = best;
    this.told = told;
    this.shared = shared;
  }

  @Override
  public @Nullable Candidate best(Table table) {
    return best;
  }

  @Override
  public @Nullable Candidate advertised(Table table) {
    return told;
  }

  @Override
  public Candidate[] inUse(Table table) {
    Candidate[] several = shared;
    if (several != null) {
      return several;
    }
    Candidate first = best;
    return first == null ? NO_ROUTES : new Candidate[] {first};
  }

  /** Whether the table offers something else over an edge than it did before. */
  boolean changes(Edge e, Case c) {
    return e.offered(c, this) != offeredBefore(e, c);
  }

  private @Nullable Candidate offeredBefore(Edge e, Case c) {
    return before == null ? null : e.offered(c, before);
  }

  /** What the receiver gets over an edge; always the same object, and of what is offered anew. */
  @Nullable Candidate got(Edge e, Case c, Draft draft) {
    @Nullable Candidate[] known = got;
    boolean[] isKnown = asked;
    if (known == null || isKnown == null) {
      known = new Candidate[e.from.out.length];
      isKnown = new boolean[known.length];
      got = known;
      asked = isKnown;
    }
    if (!isKnown[e.place]) {
      known[e.place] = make(e, c, draft);
      isKnown[e.place] = true;
    }
    return known[e.place];
  }

  private @Nullable Candidate make(Edge e, Case c, Draft draft) {
    Candidate offered = e.offered(c, this);
    if (offered == null) {
      return null;
    }
    return before != null && offered == offeredBefore(e, c)
        ? before.got(e, c, draft)
        : e.hand(offered, c, draft);
  }

  /** The version that a table had in a round, of this and those before it; null for none. */
  static @Nullable Version at(@Nullable Version latest, int round) {
    Version v = latest;
    while (v != null && v.round > round) {
      v = v.before;
    }
    return v;
  }
}
