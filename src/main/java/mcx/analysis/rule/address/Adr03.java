package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Behind;
import mcx.change.Change;
import mcx.change.Spare;
import mcx.change.fix.FreeBlocks;
import mcx.design.Id;
import mcx.design.PeeringType;
import mcx.design.VirtualNetwork;
import mcx.inet.Family;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** ADR-03: the block of an ExpressRoute private peering is no /30, or overlaps something. */
final class Adr03 extends Rule {

  Adr03() {
    super("ADR-03");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    List<CircuitLine> lines = CircuitLine.all(situation, "azure.expressroute");
    for (CircuitLine line : lines) {
      Prefix subnet = line.subnet();
      Product product = situation.catalog().of(line.circuit());
      if (subnet == null
          || product == null
          || subnet.family() != Family.V4
          || line.link().peering() != PeeringType.PRIVATE) {
        continue;
      }
      int length = (int) product.number(Quantity.MAX_BLOCK_LENGTH).orElse(subnet.length());
      if (subnet.length() != length) {
        found.add(
            finding(
                situation,
                line,
                subnet + " is no /" + length,
                "Microsoft takes two /"
                    + length
                    + " blocks, or one a bit larger split in two, and"
                    + " refuses the peering with anything else.",
                length,
                List.of()));
        continue;
      }
      List<Id> networks = overlapped(situation, line, subnet);
      if (!networks.isEmpty()) {
        found.add(
            finding(
                situation,
                line,
                subnet + " lies in " + situation.name(networks.getFirst()),
                "A virtual network's own range always wins inside it, so what is sent to the"
                    + " peering there goes nowhere.",
                length,
                networks));
        continue;
      }
      for (CircuitLine other : lines) {
        if (subnet.equals(other.subnet())
            && other.circuit().equals(line.circuit())
            && other.link().id().compareTo(line.link().id()) < 0) {
          found.add(
              finding(
                  situation,
                  line,
                  subnet + " is that of " + situation.name(other.link().id()) + " too",
                  "Primary and secondary connection end at two routers of Microsoft's and need a"
                      + " block each; the second is refused.",
                  length,
                  List.of(other.link().id())));
        }
      }
    }
    return found;
  }

  private static List<Id> overlapped(Situation situation, CircuitLine line, Prefix subnet) {
    return Behind.networks(situation.design(), situation.catalog(), line.circuit().id()).stream()
        .filter(n -> n.prefixes().stream().anyMatch(r -> Spare.overlaps(r, PrefixRange.of(subnet))))
        .map(VirtualNetwork::id)
        .toList();
  }

  private Finding finding(
      Situation situation,
      CircuitLine line,
      String what,
      String text,
      int length,
      List<Id> evidence) {
    FindingDraft draft =
        finding(line.link().id())
            .showing(evidence)
            .title(situation.name(line.link().id()) + ": " + what)
            .text(text)
            .remedy("Take a /" + length + " from a range that nothing else uses.");
    Prefix free = FreeBlocks.forLink(situation.design(), length);
    Product product = situation.catalog().of(line.circuit());
    if (free != null && product != null) {
      draft.fix(
          "Give it " + free,
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
    return draft.done();
  }
}
