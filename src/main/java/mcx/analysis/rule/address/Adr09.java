package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Behind;
import mcx.change.fix.FreeBlocks;
import mcx.change.fix.InsideAddresses;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** ADR-09: the peer of an Azure VPN gateway speaks BGP from an address that cannot be reached. */
final class Adr09 extends Rule {

  Adr09() {
    super("ADR-09");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Map<Id, Finding> found = new LinkedHashMap<>();
    for (VpnEnds end : VpnEnds.all(situation, "azure.vpn-gateway")) {
      IpAddress address = end.tunnel().end(end.peer()).address();
      if (address == null || end.link().routing() != Routing.BGP) {
        continue;
      }
      String fault = fault(situation, end, address);
      if (fault != null) {
        found.putIfAbsent(end.link().id(), found(situation, end, address, fault));
      }
    }
    return new ArrayList<>(found.values());
  }

  private static @Nullable String fault(Situation situation, VpnEnds end, IpAddress address) {
    if (address.equals(outside(situation, end))) {
      return "its public VPN address";
    }
    for (VirtualNetwork network : Behind.homes(situation.design(), end.gateway())) {
      if (network.prefixes().stream()
          .flatMap(r -> java.util.stream.Stream.of(r.first(), r.last()))
          .anyMatch(p -> p.contains(address))) {
        return "which lies in " + situation.name(network.id());
      }
    }
    return null;
  }

  private static @Nullable IpAddress outside(Situation situation, VpnEnds end) {
    for (VpnConnection.Tunnel t : end.link().tunnels()) {
      if (end.link().id().part(t.key()).equals(end.tunnel().id())) {
        IpAddress drawn = end.peer().equals(end.link().a()) ? t.outsideA() : t.outsideB();
        if (drawn != null) {
          return drawn;
        }
      }
    }
    Router router = situation.design().element(end.peer(), Router.class);
    return router == null ? null : router.publicAddress();
  }

  private Finding found(Situation situation, VpnEnds end, IpAddress address, String fault) {
    Id link = end.link().id();
    Id peer = end.peer();
    FindingDraft draft =
        finding(link)
            .showing(List.of(peer, end.gateway().id()))
            .title(
                situation.name(peer)
                    + " speaks BGP to "
                    + situation.name(end.gateway().id())
                    + " from "
                    + address
                    + ", "
                    + fault)
            .text(
                "The gateway sends BGP into the tunnel only for an address that is neither the"
                    + " tunnel's own end nor at home in its network, so the session never comes"
                    + " up.")
            .remedy(
                "Speak from a loopback address in another range, or from one inside the tunnel.");
    Prefix free = FreeBlocks.forLink(situation.design(), 32);
    if (free != null) {
      draft.fix(
          "Let " + situation.name(peer) + " speak from " + free.address(),
          (before, catalog) -> InsideAddresses.speakFrom(before, link, peer, free.address()));
    }
    return draft.done();
  }
}
