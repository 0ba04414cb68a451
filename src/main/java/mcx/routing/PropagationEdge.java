package mcx.routing;

import mcx.network.Policy.Learned;
import mcx.network.Policy.Statement;
import mcx.network.Propagation;
import mcx.routing.Draft.Why;
import org.jspecify.annotations.Nullable;

/** Routes handed from table to table outside BGP. */
final class PropagationEdge extends Edge {

  final Propagation propagation;
  final Rules rules;

  PropagationEdge(int index, Propagation propagation, Table from, Table to, Rules rules) {
    super(index, propagation.id(), from, to);
    this.propagation = propagation;
    this.rules = rules;
  }

  @Override
  @Nullable Candidate offered(Case c, Tables at) {
    for (Candidate r : at.inUse(from)) {
      // There is no AS path between the two to stop a route from going in circles.
      if (!r.passed(to)) {
        return r;
      }
    }
    return null;
  }

  @Override
  boolean neverCarries(PrefixClass c) {
    return rules.refuses(c);
  }

  @Override
  @Nullable Candidate hand(Candidate offered, Case c, Draft draft) {
    draft.start(offered.path, offered.attributes.inward());
    if (!rules.trivial) {
      Statement by = rules.decide(c.cls, draft, offered.learned, offered.via());
      if (by == null ? !rules.otherwise : !by.permit()) {
        return draft.stop(Advertisement.Outcome.WITHHELD_POLICY, Why.EXPORT_POLICY, draft.path, by);
      }
      if (by != null) {
        draft.apply(by.set(), from.vrf.asn());
      }
    }
    if (c.drops(this)) {
      return draft.stop(Advertisement.Outcome.REFUSED_LIMIT, Why.LIMIT, draft.path);
    }
    draft.outcome = Advertisement.Outcome.ACCEPTED;
    draft.why = Why.NOTHING;
    draft.received = draft.path;
    Attributes attributes = draft.attributes;
    return Candidate.learned(
        this,
        offered,
        Learned.PROPAGATED,
        draft.path,
        attributes,
        attributes.distance != Attributes.USUAL_DISTANCE
            ? attributes.distance
            : propagation.distance(),
        0,
        from,
        null,
        draft.pool);
  }

  @Override
  boolean sameAs(Edge other) {
    return other instanceof PropagationEdge o && propagation.equals(o.propagation);
  }
}
