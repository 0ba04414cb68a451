package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * BKP-10: at an IBM transit gateway the VPN that backs up Direct Link wins, since its path is
 * shorter. Only the AS path decides there.
 */
final class Bkp10 extends Rule {

  Bkp10() {
    super("BKP-10");
  }

  /** What wins over Direct Link by one VPN. */
  private static final class Case {
    final List<Prefix> prefixes = new ArrayList<>();
    int shortBy;
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    List<Gateway> vpnGateways = situation.gateways("ibm.vpn-gateway");
    if (vpnGateways.isEmpty() || situation.circuits("ibm.direct-link").isEmpty()) {
      return found;
    }
    for (Gateway transit : situation.gateways("ibm.transit-gateway")) {
      SortedMap<Id, Case> cases = new TreeMap<>();
      VrfId table = VrfId.of(transit.id().value());
      for (RibEntry entry : situation.solution().rib(table).values()) {
        Id vpn = vpn(situation, vpnGateways, entry.first());
        Integer longer = vpn == null ? null : shortage(situation, transit.id(), entry);
        if (vpn != null && longer != null) {
          Case c = cases.computeIfAbsent(vpn, k -> new Case());
          c.prefixes.add(entry.prefix());
          c.shortBy = Math.max(c.shortBy, longer);
        }
      }
      cases.forEach((vpn, c) -> found.add(found(situation, transit, vpn, c)));
    }
    return found;
  }

  /** The VPN connection that a route came over; null where it came by no VPN gateway. */
  private static @Nullable Id vpn(Situation situation, List<Gateway> gateways, Route route) {
    for (Route r = route; r != null; r = r.from()) {
      Id at = situation.elementOf(r.table());
      if (r.via() != null && gateways.stream().anyMatch(g -> g.id().equals(at))) {
        Id link = Id.of(r.via()).owner();
        if (situation.design().link(link) instanceof VpnConnection) {
          return link;
        }
      }
    }
    return null;
  }

  /**
   * How many numbers the VPN's path must grow by for Direct Link to win; null where no link of this
   * gateway tells of the prefix by a longer path.
   */
  private static @Nullable Integer shortage(Situation situation, Id transit, RibEntry entry) {
    int own = entry.first().asPath().length();
    Integer least = null;
    for (CircuitConnection c : situation.links(CircuitConnection.class)) {
      Circuit circuit = situation.design().element(c.a(), Circuit.class);
      if (circuit == null || !situation.sites().gateways(circuit).contains(transit)) {
        continue;
      }
      for (SessionFlow flow : situation.flows(c.id())) {
        for (Advertisement a : flow.routes()) {
          int more = a.asPath().length() - own + 1;
          if (flow.facesCloud() != null
              && a.prefix().equals(entry.prefix())
              && a.outcome() == Advertisement.Outcome.ACCEPTED
              && more > 1) {
            least = least == null ? more : Math.min(least, more);
          }
        }
      }
    }
    return least;
  }

  private Finding found(Situation situation, Gateway transit, Id vpn, Case c) {
    String name = situation.name(vpn);
    Link link = situation.design().link(vpn);
    boolean cloudIsA = link != null && situation.design().element(link.a(), Gateway.class) != null;
    int times = Math.max(1, c.shortBy);
    return finding(vpn)
        .showing(List.of(transit.id()))
        .title(
            situation.name(transit.id())
                + " prefers "
                + name
                + " to Direct Link for "
                + Phrases.some(c.prefixes.stream().map(Prefix::toString).toList(), 2))
        .text(
            "Only the AS path decides at IBM, and the path by the VPN is shorter than that by"
                + " Direct Link. The backup carries the traffic, and the circuit stands idle in"
                + " that direction.")
        .remedy("Prepend the own AS number to what is advertised over " + name + ".")
        .fix(
            "Prepend the own AS number on " + name,
            (design, catalog) ->
                new Change(
                    SessionEnds.edit(
                        design,
                        vpn,
                        !cloudIsA,
                        PolicyEdits.sending(p -> PolicyEdits.prependingMore(p, times))),
                    List.of(),
                    vpn))
        .done();
  }
}
