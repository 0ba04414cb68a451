package mcx.routing;

import mcx.inet.Asn;
import mcx.network.Policy.Change;
import mcx.network.Policy.Statement;
import mcx.routing.Advertisement.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A route on its way from one table to the next, while it changes, and what became of it. One is
 * used again and again by each thread.
 */
final class Draft {

  /** What decided about a route. */
  enum Why {
    NOTHING,
    EXPORT_POLICY,
    IMPORT_POLICY,
    SUMMARISED,
    NO_EXPORT,
    NO_ADVERTISE,
    NO_PEER,
    NEIGHBOR_AS,
    INNER_TO_INNER,
    OWN_AS,
    OWN_ORIGINATOR,
    OWN_CLUSTER,
    LIMIT
  }

  /** Where routes and paths are taken from; null where they are kept, and so made anew. */
  final Candidate.@Nullable Pool pool;

  Draft() {
    this(null);
  }

  Draft(Candidate.@Nullable Pool pool) {
    this.pool = pool;
  }

  Trail prepend(Trail before, long asn) {
    return pool == null ? before.prepend(asn) : pool.trails.prepend(before, asn);
  }

  Trail path = Trail.EMPTY;
  Attributes attributes = Attributes.own(0, Route.OriginCode.IGP);

  Outcome outcome = Outcome.ACCEPTED;
  Why why = Why.NOTHING;

  /** The path as it reaches the receiver, or would have, before the receiver's policy. */
  Trail received = Trail.EMPTY;

  /** The policy statement that denied it; null where none did. */
  @Nullable Statement statement;

  /** Starts with these attributes. */
  void start(Trail from, Attributes with) {
    path = from;
    attributes = with;
    statement = null;
  }

  /** Says what stopped the route. */
  @Nullable Candidate stop(Outcome how, Why reason, Trail at) {
    outcome = how;
    why = reason;
    received = at;
    return null;
  }

  @Nullable Candidate stop(Outcome how, Why reason, Trail at, @Nullable Statement by) {
    statement = by;
    return stop(how, reason, at);
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
    if (change.hidePrivateAsns() && path.isAllPrivate()) {
      path = Trail.EMPTY;
    }
    Asn asn = change.prependAsn() != null ? change.prependAsn() : prepended;
    if (change.prepend() > 0 && asn != null) {
      for (int i = 0; i < change.prepend(); i++) {
        path = prepend(path, asn.value());
      }
    }
    if (change.changesAttributes()) {
      attributes = attributes.with(change);
    }
  }
}
