package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Catalog;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.design.CircuitAttachment;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.VpnConnection;

/**
 * PATH-19: several VPN connections of a VGW to one peer, of which one tunnel carries everything. A
 * warning where an intent asks for more than that tunnel has.
 */
final class Path19 extends Rule {

  private static final String HUB = "aws.tgw";

  Path19() {
    super("PATH-19");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    for (Gateway gateway : situation.gateways("aws.vgw")) {
      Map<Id, List<Id>> byPeer = new TreeMap<>();
      for (VpnConnection v : circuitry.links(gateway.id(), VpnConnection.class)) {
        byPeer.computeIfAbsent(v.other(gateway.id()), k -> new ArrayList<>()).add(v.id());
      }
      byPeer.values().removeIf(v -> v.size() < 2);
      if (!byPeer.isEmpty()) {
        found.add(found(situation, circuitry, gateway, byPeer));
      }
    }
    return found;
  }

  private Finding found(
      Situation situation, Circuitry circuitry, Gateway gateway, Map<Id, List<Id>> byPeer) {
    String name = situation.name(gateway.id());
    Map.Entry<Id, List<Id>> first = byPeer.entrySet().iterator().next();
    Id peer = first.getKey();
    int links = first.getValue().size();
    Product product = situation.catalog().of(gateway);
    Ike ike = product == null ? null : product.ike(gateway.sku());
    int tunnel = ike == null ? 0 : ike.tunnelMbps();
    int wanted = wanted(situation, circuitry, gateway);
    FindingDraft draft =
        finding(gateway.id())
            .infoIf(tunnel == 0 || wanted <= tunnel)
            .showing(byPeer.values().stream().flatMap(List::stream).toList())
            .title(
                name
                    + " uses one tunnel of the "
                    + links
                    + " VPN connections to "
                    + situation.name(peer))
            .text(
                "A VGW does not share traffic between tunnels: one carries all that AWS sends"
                    + (tunnel == 0 ? "" : ", " + tunnel + " Mbps at most")
                    + ", and the others wait."
                    + (wanted > tunnel
                        ? " The design asks for " + wanted + " Mbps."
                        : " More connections add safety, and no speed."))
            .remedy("End the VPNs at a Transit Gateway, which shares traffic over BGP tunnels.");
    boolean plain =
        circuitry.links(gateway.id(), GatewayAssociation.class).isEmpty()
            && circuitry.links(gateway.id(), CircuitAttachment.class).isEmpty();
    Product hub = situation.catalog().product(HUB);
    if (plain && hub != null && gateway.asn() != null) {
      Id id = gateway.id();
      draft.fix(
          "Replace " + name + " by a " + hub.name(),
          (design, catalog) -> replaced(design, catalog, id));
    }
    return draft.done();
  }

  /** The most bandwidth that an intent asks for to or from what the gateway serves. */
  private static int wanted(Situation situation, Circuitry circuitry, Gateway gateway) {
    int most = 0;
    for (Intent i : situation.design().intents().values()) {
      Integer mbps = i.bandwidthMbps();
      boolean concerned =
          circuitry.networks(gateway.id()).stream()
              .anyMatch(n -> n.equals(i.from()) || n.equals(i.to()));
      if (mbps != null && concerned) {
        most = Math.max(most, mbps);
      }
    }
    return most;
  }

  private static Change replaced(Design design, Catalog catalog, Id gateway) {
    Gateway before = Objects.requireNonNull(design.element(gateway, Gateway.class));
    Product old = catalog.of(before);
    Product hub = Objects.requireNonNull(catalog.product(HUB));
    Gateway after = Components.with(before, "product", HUB);
    after = Components.with(after, "sku", null);
    if (old != null && before.name().equals(old.shortName())) {
      after = Components.with(after, "name", hub.shortName());
    }
    return Change.of(design, after);
  }
}
