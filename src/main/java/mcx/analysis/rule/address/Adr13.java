package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.AddressSet;
import mcx.catalog.Product;
import mcx.change.fix.FreeBlocks;
import mcx.change.fix.NetworkAddresses;
import mcx.design.CircuitAttachment;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** ADR-13: IBM drops prefixes that it uses itself. */
final class Adr13 extends Rule {

  Adr13() {
    super("ADR-13");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (RefusedPrefixes r :
        RefusedPrefixes.told(
            situation,
            "ibm",
            receiver -> {
              List<Prefix> kept = kept(situation, receiver);
              return kept.isEmpty()
                  ? null
                  : (prefix, origin) -> kept.stream().anyMatch(p -> p.contains(prefix));
            })) {
      if (!situation.vendor(r.sender()).equals("ibm")) {
        found.add(found(situation, r));
      }
    }
    return found;
  }

  /** What a gateway, or the gateway behind a circuit, does not take. */
  private static List<Prefix> kept(Situation situation, Id receiver) {
    List<Prefix> kept = new ArrayList<>();
    addKept(situation, receiver, kept);
    for (CircuitAttachment link : situation.links(CircuitAttachment.class)) {
      if (link.joins(receiver)) {
        addKept(situation, link.other(receiver), kept);
      }
    }
    return kept;
  }

  private static void addKept(Situation situation, Id holder, List<Prefix> kept) {
    Product product = situation.product(holder);
    if (product != null) {
      kept.addAll(product.addresses(AddressSet.NOT_ACCEPTED));
    }
  }

  private Finding found(Situation situation, RefusedPrefixes r) {
    FindingDraft draft =
        finding(r.link())
            .showing(List.of(r.receiver()))
            .showing(r.origins())
            .title(situation.name(r.receiver()) + " drops " + r.shown() + ", which IBM uses itself")
            .text(
                "A Transit Gateway and the classic infrastructure take no prefix inside these"
                    + " ranges from outside, so what is behind IBM's gateway never learns the way"
                    + " there.")
            .remedy("Renumber these networks, or translate their addresses on the way to IBM.")
            .remedy("Or advertise a wider prefix that holds them and lies in no such range.");
    for (Id origin : r.origins()) {
      offer(draft, situation, r, origin);
    }
    return draft.done();
  }

  private static void offer(FindingDraft draft, Situation situation, RefusedPrefixes r, Id origin) {
    VirtualNetwork network = situation.design().element(origin, VirtualNetwork.class);
    if (network == null || r.origins().size() > 1 || r.prefixes().size() > 1) {
      return;
    }
    Prefix old = r.prefixes().getFirst();
    Prefix free =
        network.prefixes().contains(PrefixRange.of(old))
            ? FreeBlocks.forNetwork(situation.design(), situation.catalog(), old.length())
            : null;
    if (free != null) {
      draft.fix(
          "Move " + situation.name(origin) + " from " + old + " to " + free,
          (before, catalog) -> NetworkAddresses.move(before, origin, old, free));
    }
  }
}
