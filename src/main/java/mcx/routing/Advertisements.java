package mcx.routing;

import java.util.ArrayList;
import java.util.List;
import mcx.network.VrfId;

/**
 * Puts together what a table told another one. What became of one prefix of a class became of all,
 * so it is found out once.
 */
final class Advertisements {

  private final Solved solved;
  private final Plan plan;

  Advertisements(Solved solved) {
    this.solved = solved;
    this.plan = solved.plan();
  }

  /** All over the edges of this id that lead out of a table. */
  AdvertisementList over(String id, VrfId from) {
    List<AdvertisementGroup> all = new ArrayList<>();
    for (Edge e : plan.edges(id)) {
      if (!(e instanceof VpnEdge) && e.from.id().equals(from)) {
        if (!solved.conditions().isEdgeUp(e)) {
          return new AdvertisementList(plan, List.of());
        }
        add(e, all);
      }
    }
    return new AdvertisementList(plan, all);
  }

  private void add(Edge e, List<AdvertisementGroup> into) {
    Draft draft = new Draft();
    for (ClassState s : solved.states()) {
      Hydrated at = solved.hydrated(s);
      Candidate offered = e.offered(at.about(), at);
      if (offered != null) {
        e.hand(offered, at.about(), draft);
        into.add(new AdvertisementGroup(e, at, s.members, offered, draft));
      }
    }
  }
}
