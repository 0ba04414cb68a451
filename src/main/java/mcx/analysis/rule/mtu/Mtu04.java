package mcx.analysis.rule.mtu;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.fix.Edits;
import mcx.design.Circuit;
import mcx.design.CloudInterconnect;
import mcx.design.Id;

/** MTU-04: the two circuits of an interconnect of Azure and Oracle differ in size. */
final class Mtu04 extends Rule {

  Mtu04() {
    super("MTU-04");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (CloudInterconnect link : situation.links(CloudInterconnect.class)) {
      for (Id end : List.of(link.a(), link.b())) {
        Circuit azure = situation.design().element(end, Circuit.class);
        Circuit oracle = situation.design().element(link.other(end), Circuit.class);
        if (azure != null
            && oracle != null
            && situation.vendor(end).equals("azure")
            && situation.vendor(oracle.id()).equals("oracle")) {
          if (azure.bandwidthMbps() == 0 || oracle.bandwidthMbps() == 0) {
            found.add(untold(situation, link.id(), azure, oracle));
          } else if (azure.bandwidthMbps() != oracle.bandwidthMbps()) {
            found.add(found(situation, link.id(), azure, oracle));
          }
        }
      }
    }
    return found;
  }

  private Finding found(Situation situation, Id link, Circuit azure, Circuit oracle) {
    int size = azure.bandwidthMbps();
    FindingDraft draft =
        finding(link)
            .showing(List.of(azure.id(), oracle.id()))
            .title(
                situation.name(azure.id())
                    + " has "
                    + size
                    + " Mbit/s, "
                    + situation.name(oracle.id())
                    + " "
                    + oracle.bandwidthMbps())
            .text(
                "The size of the ExpressRoute circuit is what counts: "
                    + size
                    + " Mbit/s get through"
                    + (size < oracle.bandwidthMbps()
                        ? ", and the rest of the FastConnect is paid for in vain."
                        : " at most, and no more than the FastConnect has."))
            .remedy("Order both in one size.");
    Product product = situation.product(oracle.id());
    if (product != null && product.speedsMbps().contains(size)) {
      draft.fix(
          "Give " + situation.name(oracle.id()) + " " + size + " Mbit/s",
          (design, catalog) ->
              Edits.component(design, List.of(oracle.id()), "bandwidthMbps", size));
    } else {
      Product er = situation.product(azure.id());
      if (er != null && er.speedsMbps().contains(oracle.bandwidthMbps())) {
        draft.fix(
            "Give " + situation.name(azure.id()) + " " + oracle.bandwidthMbps() + " Mbit/s",
            (design, catalog) ->
                Edits.component(
                    design, List.of(azure.id()), "bandwidthMbps", oracle.bandwidthMbps()));
      }
    }
    return draft.done();
  }

  private Finding untold(Situation situation, Id link, Circuit azure, Circuit oracle) {
    Id without = azure.bandwidthMbps() == 0 ? azure.id() : oracle.id();
    return finding(link)
        .showing(List.of(azure.id(), oracle.id()))
        .undecided()
        .title(
            "Whether the two circuits of "
                + situation.name(link)
                + " are of one size cannot be told")
        .text(
            "The bandwidth of "
                + situation.name(without)
                + " is not given. The size of the ExpressRoute circuit is what counts.")
        .remedy("Enter the bandwidth of both circuits.")
        .done();
  }
}
