package mcx.routing;

import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.Propagation;
import mcx.routing.Handover.Why;
import org.jspecify.annotations.Nullable;

/** Routes handed from table to table outside BGP. */
final class PropagationEdge extends Edge {

  final Propagation propagation;

  PropagationEdge(int index, Propagation propagation, Table from, Table to) {
    super(index, propagation.id(), from, to);
    this.propagation = propagation;
  }

  @Override
  @Nullable Route offered(Prefix prefix, Choice choice) {
    for (Route r : choice.best()) {
      // There is no AS path between the two to stop a route from going in circles.
      if (!r.passed(to.id())) {
        return r;
      }
    }
    return null;
  }

  @Override
  Handover hand(Route offered, Conditions conditions) {
    Draft draft = new Draft(offered);
    Verdict verdict = Verdict.of(propagation.policy(), draft, offered.learned(), offered.via());
    if (!verdict.permit()) {
      return new Handover(
          Advertisement.Outcome.WITHHELD_POLICY, Why.EXPORT_POLICY, draft.path, verdict.by(), null);
    }
    draft.apply(verdict.change(), from.vrf.asn());
    return Handover.accepted(
        new Route(
            offered.prefix(),
            to.id(),
            Learned.PROPAGATED,
            id,
            offered,
            from.id(),
            false,
            draft.path,
            draft.localPreference,
            draft.med,
            draft.weight,
            draft.distance != null ? draft.distance : propagation.distance(),
            0,
            draft.communities,
            offered.origin(),
            null,
            null));
  }
}
