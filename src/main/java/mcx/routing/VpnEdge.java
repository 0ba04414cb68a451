package mcx.routing;

import mcx.inet.Community;
import mcx.network.Policy.Learned;
import mcx.network.VpnDomain;
import mcx.routing.Draft.Why;
import org.jspecify.annotations.Nullable;

/** From one VRF of a VPN domain to another that imports its route targets (RFC 4364 §4.3). */
final class VpnEdge extends Edge {

  final VpnDomain domain;

  VpnEdge(int index, VpnDomain domain, Table from, Table to) {
    super(index, domain.id(), from, to);
    this.domain = domain;
  }

  @Override
  @Nullable Candidate offered(Case c, Tables at) {
    Candidate route = at.advertised(from);
    return route == null || route.learned == Learned.VPN ? null : route;
  }

  @Override
  boolean neverCarries(PrefixClass c) {
    return false;
  }

  @Override
  @Nullable Candidate hand(Candidate offered, Case c, Draft draft) {
    draft.start(offered.path, offered.attributes.inward());
    if (offered.attributes.wellKnown
        && offered.attributes.communities.contains(Community.NO_ADVERTISE)) {
      return draft.stop(Advertisement.Outcome.WITHHELD_COMMUNITY, Why.NO_ADVERTISE, offered.path);
    }
    if (SessionEdge.suppressed(from.vrf, c.cls.first())) {
      return draft.stop(Advertisement.Outcome.WITHHELD_POLICY, Why.SUMMARISED, offered.path);
    }
    if (c.drops(this)) {
      return draft.stop(Advertisement.Outcome.REFUSED_LIMIT, Why.LIMIT, offered.path);
    }
    draft.outcome = Advertisement.Outcome.ACCEPTED;
    draft.why = Why.NOTHING;
    draft.received = draft.path;
    return Candidate.learned(
        this,
        offered,
        Learned.VPN,
        offered.path,
        draft.attributes,
        SessionEdge.INNER_DISTANCE,
        c.conditions.coreCost(this),
        from,
        null,
        draft.pool);
  }

  /** The domain as a whole decides on costs, so it must be the same too. */
  @Override
  boolean sameAs(Edge other) {
    return other instanceof VpnEdge o && domain.equals(o.domain);
  }
}
