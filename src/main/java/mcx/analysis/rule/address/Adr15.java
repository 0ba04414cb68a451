package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.AddressSet;
import mcx.catalog.Product;
import mcx.change.fix.KeepBack;
import mcx.design.Id;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** ADR-15: Alibaba is told of addresses that its own services have, or of a default route. */
final class Adr15 extends Rule {

  Adr15() {
    super("ADR-15");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (RefusedPrefixes r :
        RefusedPrefixes.told(situation, "alibaba", receiver -> bad(situation.product(receiver)))) {
      if (!situation.vendor(r.sender()).equals("alibaba")) {
        found.add(found(situation, r));
      }
    }
    return found;
  }

  private static @Nullable BiPredicate<Prefix, @Nullable Id> bad(@Nullable Product product) {
    if (product == null) {
      return null;
    }
    List<Prefix> exactly = product.addresses(AddressSet.NOT_ACCEPTED_EXACTLY);
    List<Prefix> kept = product.addresses(AddressSet.NOT_ACCEPTED);
    return (prefix, origin) ->
        exactly.contains(prefix)
            || (!prefix.isDefault() && kept.stream().anyMatch(prefix::overlaps));
  }

  private Finding found(Situation situation, RefusedPrefixes r) {
    boolean onlyDefault = r.prefixes().stream().allMatch(Prefix::isDefault);
    FindingDraft draft =
        finding(r.link(), r.sender())
            .showing(List.of(r.receiver()))
            .showing(r.origins())
            .title(
                situation.name(r.sender())
                    + " advertises "
                    + r.shown()
                    + " to "
                    + situation.name(r.receiver()))
            .text(
                onlyDefault
                    ? "A VPN gateway of Alibaba's takes no default route by BGP, so nothing goes"
                        + " that way which has no route of its own."
                    : "Alibaba's own services have addresses there. It ignores such a prefix, and"
                        + " one that is not ignored would cut its services off.")
            .remedy("Do not advertise it there: filter it at " + situation.name(r.sender()) + ".")
            .remedy("Advertise the prefixes that are needed one by one.");
    if (r.refused() && KeepBack.canFilter(situation.design(), r.link(), r.sender())) {
      draft.fix(
          "Let " + situation.name(r.sender()) + " keep " + r.shown() + " back there",
          (before, catalog) -> KeepBack.on(before, r.link(), r.sender(), r.prefixes(), false));
    }
    return draft.done();
  }
}
