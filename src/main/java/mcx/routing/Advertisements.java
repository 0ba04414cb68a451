package mcx.routing;

import java.util.ArrayList;
import java.util.List;
import mcx.inet.AsPath;
import mcx.inet.Prefix;
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

  /** All over the edges of this id that lead out of a table, by prefix in order. */
  List<Advertisement> over(String id, VrfId from) {
    List<Edge> edges = new ArrayList<>(1);
    for (Edge e : plan.edges(id)) {
      if (!(e instanceof VpnEdge) && e.from.id().equals(from)) {
        if (!solved.conditions().isEdgeUp(e)) {
          return List.of();
        }
        edges.add(e);
      }
    }
    List<Advertisement> all = new ArrayList<>();
    for (Edge e : edges) {
      all.addAll(over(e));
    }
    if (edges.size() > 1) {
      all.sort(java.util.Comparator.comparing(Advertisement::prefix));
    }
    return all;
  }

  private List<Advertisement> over(Edge e) {
    Advertisement[] byPlace = new Advertisement[plan.prefixes().size()];
    Draft draft = new Draft();
    int count = 0;
    for (ClassState[] groups : solved.byClass()) {
      for (ClassState s : groups) {
        Hydrated at = solved.hydrated(s);
        Candidate offered = e.offered(at.about(), at);
        if (offered != null) {
          e.hand(offered, at.about(), draft);
          count += s.members.size();
          add(e, s, offered, draft, byPlace);
        }
      }
    }
    List<Advertisement> all = new ArrayList<>(count);
    for (Advertisement a : byPlace) {
      if (a != null) {
        all.add(a);
      }
    }
    return all;
  }

  private void add(Edge e, ClassState s, Candidate offered, Draft draft, Advertisement[] byPlace) {
    Hydrated at = solved.hydrated(s);
    String reason = Reasons.of(e, s.members.getFirst(), draft);
    AsPath path = draft.received.toPath();
    for (int k = 0; k < s.members.size(); k++) {
      Prefix p = s.members.get(k);
      byPlace[plan.place(p)] =
          new Advertisement(
              e.id,
              e.from.id(),
              e.to.id(),
              p,
              path,
              draft.outcome,
              reason,
              at.publishing(k).route(offered));
    }
  }
}
