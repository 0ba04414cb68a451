package mcx.routing;

import mcx.inet.Community;
import mcx.inet.Prefix;
import mcx.network.Policy.Learned;
import mcx.network.VpnDomain;
import mcx.routing.Handover.Why;
import org.jspecify.annotations.Nullable;

/** From one VRF of a VPN domain to another that imports its route targets (RFC 4364 §4.3). */
final class VpnEdge extends Edge {

  final VpnDomain domain;

  VpnEdge(int index, VpnDomain domain, Table from, Table to) {
    super(index, domain.id(), from, to);
    this.domain = domain;
  }

  @Override
  @Nullable Route offered(Prefix prefix, Choice choice) {
    Route route = choice.advertised();
    return route == null || route.learned() == Learned.VPN ? null : route;
  }

  @Override
  Handover hand(Route offered, Conditions conditions) {
    if (offered.communities().contains(Community.NO_ADVERTISE)) {
      return Handover.stopped(
          Advertisement.Outcome.WITHHELD_COMMUNITY, Why.NO_ADVERTISE, offered.asPath());
    }
    if (SessionEdge.suppressed(from.vrf, offered.prefix())) {
      return Handover.stopped(
          Advertisement.Outcome.WITHHELD_POLICY, Why.SUMMARISED, offered.asPath());
    }
    return Handover.accepted(
        new Route(
            offered.prefix(),
            to.id(),
            Learned.VPN,
            id,
            offered,
            from.id(),
            false,
            offered.asPath(),
            offered.localPreference(),
            offered.med(),
            0,
            SessionEdge.INNER_DISTANCE,
            conditions.coreCost(this),
            offered.communities(),
            offered.origin(),
            null,
            null));
  }
}
