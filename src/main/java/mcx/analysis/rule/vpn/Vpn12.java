package mcx.analysis.rule.vpn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Timers;
import mcx.change.Change;
import mcx.change.fix.SessionEnds;
import mcx.design.BgpEnd;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.design.VpnConnection.Tunnel;

/**
 * VPN-12: the far end of an Azure tunnel is set to faster BGP timers or BFD, and Azure has none.
 */
final class Vpn12 extends Rule {

  Vpn12() {
    super("VPN-12");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnEnds.At at : VpnEnds.at(situation, "azure.vpn-gateway")) {
      Product product = situation.product(at.gateway().id());
      Timers timers = product == null ? null : product.timers();
      if (timers != null && at.vpn().routing() == Routing.BGP) {
        List<String> faster = new ArrayList<>();
        for (Tunnel t : at.vpn().tunnels()) {
          String what = faster(at.isA() ? t.session().b() : t.session().a(), timers);
          if (!what.isEmpty() && !faster.contains(what)) {
            faster.add(what);
          }
        }
        if (!faster.isEmpty()) {
          found.add(found(situation, at, timers, String.join(", ", faster)));
        }
      }
    }
    return found;
  }

  private static String faster(BgpEnd end, Timers timers) {
    List<String> what = new ArrayList<>();
    Integer keepalive = end.keepaliveSeconds();
    Integer hold = end.holdSeconds();
    if (keepalive != null && keepalive < timers.keepaliveSeconds()) {
      what.add("keepalive " + keepalive + " s");
    }
    if (hold != null && hold < timers.holdSeconds()) {
      what.add("hold time " + hold + " s");
    }
    if (Boolean.TRUE.equals(end.bfd())) {
      what.add("BFD");
    }
    return String.join(", ", what);
  }

  private Finding found(Situation situation, VpnEnds.At at, Timers timers, String faster) {
    Id id = at.vpn().id();
    String peer = situation.name(at.peer());
    return finding(id)
        .showing(List.of(at.peer(), at.gateway().id()))
        .title(
            peer
                + " is set to "
                + faster
                + " towards Azure, which detects nothing before "
                + timers.holdSeconds()
                + " s")
        .text(
            "Azure's VPN gateway speaks BGP with a keepalive of "
                + timers.keepaliveSeconds()
                + " s and a hold time of "
                + timers.holdSeconds()
                + " s, which cannot be changed, and without BFD. A failure that only BGP sees is"
                + " found that late.")
        .remedy(
            "Plan with "
                + timers.holdSeconds()
                + " s, or rely on dead-peer detection of IKE at "
                + peer
                + ".")
        .fix(
            "Leave the timers at " + peer + " as Azure has them",
            (design, catalog) ->
                new Change(
                    SessionEnds.edit(
                        design,
                        id,
                        !at.isA(),
                        end ->
                            end.with("keepaliveSeconds", null)
                                .with("holdSeconds", null)
                                .with("bfd", null)),
                    List.of(),
                    id))
        .done();
  }
}
