package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.inet.IpAddress;
import mcx.inet.PrivateAddresses;

/** ADR-02: an Azure VPN gateway is to translate addresses and cannot. */
final class Adr02 extends Rule {

  Adr02() {
    super("ADR-02");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Gateway gateway : situation.gateways("azure.vpn-gateway")) {
      Product product = situation.catalog().of(gateway);
      List<VpnConnection> links =
          situation.links(VpnConnection.class).stream().filter(l -> l.joins(gateway.id())).toList();
      boolean asked =
          gateway.settings().has(Setting.NAT)
              || links.stream().anyMatch(l -> l.settings().has(Setting.NAT));
      if (!asked || product == null) {
        continue;
      }
      Ike ike = product.ike(gateway.sku());
      if (ike != null && !ike.nat()) {
        found.add(tooSmall(situation, gateway, product));
      }
      for (VpnConnection link : links) {
        if ((gateway.settings().has(Setting.NAT) || link.settings().has(Setting.NAT))
            && linkLocal(gateway.id(), link, gateway.bgpAddresses())) {
          found.add(linkLocal(situation, gateway, link));
        }
      }
    }
    return found;
  }

  private static boolean linkLocal(Id gateway, VpnConnection link, List<IpAddress> own) {
    return link.routing() == mcx.design.Routing.BGP
        && link.tunnels().stream()
            .anyMatch(
                t -> {
                  IpAddress at =
                      (link.a().equals(gateway) ? t.session().a() : t.session().b()).address();
                  boolean inside =
                      t.inside() != null && PrivateAddresses.LINK_LOCAL.contains(t.inside());
                  return at == null
                      ? inside || own.stream().anyMatch(PrivateAddresses.LINK_LOCAL::contains)
                      : PrivateAddresses.LINK_LOCAL.contains(at);
                });
  }

  private Finding tooSmall(Situation situation, Gateway gateway, Product product) {
    List<String> able =
        product.ike().stream()
            .filter(Ike::nat)
            .map(i -> String.valueOf(i.sku()))
            .distinct()
            .collect(Collectors.toCollection(ArrayList::new));
    String sku = gateway.sku() == null ? product.skus().getFirst() : gateway.sku();
    FindingDraft draft =
        finding(gateway.id())
            .title(
                situation.name(gateway.id()) + " shall translate addresses, and " + sku + " cannot")
            .text(
                "This variant has no address translation, so networks with equal addresses cannot"
                    + " be joined through it.")
            .remedy("Choose " + Phrases.or(able) + ".")
            .remedy("Or renumber the networks that overlap.");
    String zone = sku.endsWith("AZ") ? "AZ" : "";
    String next =
        able.stream().filter(s -> s.endsWith("AZ") == !zone.isEmpty()).findFirst().orElse("");
    if (!next.isEmpty()) {
      draft.fix(
          "Make " + situation.name(gateway.id()) + " a " + next,
          (before, catalog) -> {
            Gateway now = before.element(gateway.id(), Gateway.class);
            return Change.of(before, Components.with(now == null ? gateway : now, "sku", next));
          });
    }
    return draft.done();
  }

  private Finding linkLocal(Situation situation, Gateway gateway, VpnConnection link) {
    return finding(gateway.id(), link.id())
        .title(
            situation.name(gateway.id())
                + " shall translate addresses on "
                + situation.name(link.id())
                + ", whose BGP runs from a link-local address")
        .text("Azure does not do both: the connection is refused, or its translation does nothing.")
        .remedy("Let the gateway speak BGP from its address in the GatewaySubnet.")
        .remedy("Or route the connection by hand.")
        .done();
  }
}
