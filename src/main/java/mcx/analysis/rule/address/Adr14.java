package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.AddressSet;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.change.fix.FreeBlocks;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import mcx.inet.PrivateAddresses;

/** ADR-14: a VPN runs over an IBM Direct Link whose BGP addresses are link-local. */
final class Adr14 extends Rule {

  private static final int LENGTH = 30;

  Adr14() {
    super("ADR-14");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CircuitLine line : CircuitLine.all(situation, "ibm.direct-link")) {
      Prefix subnet = line.subnet();
      if (subnet != null && !PrivateAddresses.LINK_LOCAL.contains(subnet)) {
        continue;
      }
      for (VpnConnection vpn : situation.links(VpnConnection.class)) {
        if (line.circuit().id().equals(vpn.underlay())) {
          found.add(found(situation, line, vpn));
        }
      }
    }
    return found;
  }

  private Finding found(Situation situation, CircuitLine line, VpnConnection vpn) {
    Prefix subnet = line.subnet();
    FindingDraft draft =
        finding(line.link().id(), vpn.id())
            .showing(List.of(line.circuit().id()))
            .title(
                situation.name(vpn.id())
                    + " runs over "
                    + situation.name(line.circuit().id())
                    + ", whose BGP addresses are link-local")
            .text(
                (subnet == null ? "IBM takes them from 169.254.0.0/16 where none are chosen. " : "")
                    + "It supports no GRE or IPsec over a Direct Link with such addresses, so the"
                    + " tunnels do not come up.")
            .remedy("Give the Direct Link a block of another private range before it is ordered.");
    Product product = situation.catalog().of(line.circuit());
    if (product != null) {
      List<Prefix> pools =
          product.addresses(AddressSet.CONNECTION).stream()
              .filter(p -> !PrivateAddresses.LINK_LOCAL.contains(p))
              .filter(p -> notKept(situation, p))
              .toList();
      Prefix free = FreeBlocks.first(pools, LENGTH, FreeBlocks.taken(situation.design()));
      if (free != null) {
        draft.fix(
            "Give " + situation.name(line.link().id()) + " the block " + free,
            (before, catalog) ->
                new Change(
                    line.on(
                        before,
                        free,
                        free.host(Roles.cloud(product)),
                        free.host(Roles.customer(product))),
                    List.of(),
                    line.link().id()));
      }
    }
    return draft.done();
  }

  /** Whether the range is none that the Transit Gateway keeps to itself. */
  private static boolean notKept(Situation situation, Prefix pool) {
    Product hub = situation.catalog().product("ibm.transit-gateway");
    return hub == null
        || hub.addresses(AddressSet.NOT_ACCEPTED).stream().noneMatch(p -> p.overlaps(pool));
  }
}
