package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.fix.RouteServers;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.inet.Asn;
import org.jspecify.annotations.Nullable;

/**
 * TRN-04: a branch on VPN and a site on ExpressRoute meet at one virtual network. The two gateways
 * exchange routes only by a Route Server with branch-to-branch, and only where the VPN gateway is
 * active-active with Azure's own number.
 */
final class Trn04 extends PairRule {

  Trn04() {
    super("TRN-04");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway er : situation.gateways("azure.er-gateway")) {
      for (Gateway vpn : situation.gateways("azure.vpn-gateway")) {
        SortedSet<Id> networks = new TreeSet<>(situation.sites().attached(er.id()));
        networks.retainAll(situation.sites().attached(vpn.id()));
        if (!networks.isEmpty()) {
          Finding finding = found(situation, networks.first(), er, vpn);
          if (finding != null) {
            found.add(finding);
          }
        }
      }
    }
    return found;
  }

  private @Nullable Finding found(Situation situation, Id network, Gateway er, Gateway vpn) {
    Gateway server = server(situation, er, vpn);
    List<String> lacking = lacking(situation, server, vpn);
    SortedSet<Id> onCircuits = new TreeSet<>();
    for (Circuit c : situation.circuits("azure.expressroute")) {
      if (situation.sites().gateways(c).contains(er.id())) {
        onCircuits.addAll(situation.sites().premisesBehind(c));
      }
    }
    SortedSet<Id> onVpn = new TreeSet<>();
    for (VpnConnection v : situation.links(VpnConnection.class)) {
      if (v.joins(vpn.id())) {
        onVpn.addAll(situation.sites().premisesBehind(v, vpn.id()));
      }
    }
    SitePairs meeting = situation.sites().pairs(onCircuits, onVpn);
    SitePairs missing = missing(situation, onCircuits, onVpn);
    boolean asked = server != null && switchedOn(server);
    SitePairs told = asked && missing.isEmpty() ? meeting : missing;
    if (lacking.isEmpty() || told.isEmpty()) {
      return null;
    }
    FindingDraft draft =
        finding(er.id(), vpn.id())
            .showing(told.sites())
            .showing(List.of(network))
            .infoIf(!asked && told.expected().isEmpty())
            .title(told.names() + " do not reach each other through " + situation.name(network))
            .text(
                "One comes by ExpressRoute, the other by VPN. The two gateways of a virtual network"
                    + " exchange no routes by themselves. A Route Server lets them, and what is"
                    + " missing for that is "
                    + Phrases.list(lacking)
                    + ".")
            .remedy(
                "Put a Route Server with branch-to-branch between the gateways, and make the VPN"
                    + " gateway active-active with AS "
                    + azureAsn(situation)
                    + ".")
            .remedy("Join the sites by a provider, or by a VPN of their own.");
    if (speaksBgp(situation, vpn)) {
      draft.fix(
          "Join the gateways by a Route Server",
          (design, catalog) -> RouteServers.join(design, catalog, network, er.id(), vpn.id()));
    }
    return draft.done();
  }

  private static boolean speaksBgp(Situation situation, Gateway vpn) {
    Product product = situation.product(vpn.id());
    return product == null || product.ikes(vpn.sku()).stream().anyMatch(mcx.catalog.Ike::bgp);
  }

  private static List<String> lacking(Situation situation, @Nullable Gateway server, Gateway vpn) {
    List<String> lacking = new ArrayList<>();
    if (server == null) {
      lacking.add("a Route Server that both are associated with");
    } else if (!switchedOn(server)) {
      lacking.add("branch-to-branch at " + situation.name(server.id()));
    }
    if (!vpn.activeActive()) {
      lacking.add("a second active instance of the VPN gateway");
    }
    Asn wanted = azureAsn(situation);
    if (vpn.asn() != null && !vpn.asn().equals(wanted)) {
      lacking.add("AS " + wanted + " at the VPN gateway instead of AS " + vpn.asn());
    }
    return lacking;
  }

  /** Who associates both gateways with a Route Server wants branch-to-branch, unless it is off. */
  private static boolean switchedOn(Gateway server) {
    return !Boolean.FALSE.equals(server.settings().flag(Setting.BRANCH_TO_BRANCH));
  }

  private static @Nullable Asn azureAsn(Situation situation) {
    Product product = situation.catalog().product(RouteServers.PRODUCT);
    return product == null || product.asn() == null ? null : Asn.of(product.asn().value());
  }

  private static @Nullable Gateway server(Situation situation, Gateway er, Gateway vpn) {
    for (Gateway server : situation.gateways(RouteServers.PRODUCT)) {
      if (joined(situation, server, er) && joined(situation, server, vpn)) {
        return server;
      }
    }
    return null;
  }

  private static boolean joined(Situation situation, Gateway server, Gateway gateway) {
    return situation.links(GatewayAssociation.class).stream()
        .anyMatch(l -> l.joins(server.id()) && l.joins(gateway.id()));
  }
}
