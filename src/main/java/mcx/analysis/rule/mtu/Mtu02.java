package mcx.analysis.rule.mtu;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.fix.Edits;
import mcx.design.CloudInterconnect;
import mcx.design.Id;
import mcx.design.Setting;

/**
 * MTU-02: Google's side of an interconnect with Oracle carries jumbo frames that are a little
 * smaller than those of Oracle's side.
 */
final class Mtu02 extends Rule {

  Mtu02() {
    super("MTU-02");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    PacketSizes sizes = new PacketSizes(situation);
    for (CloudInterconnect link : situation.links(CloudInterconnect.class)) {
      for (Id google : List.of(link.a(), link.b())) {
        Id oracle = link.other(google);
        if (situation.vendor(google).equals("google")
            && situation.vendor(oracle).equals("oracle")) {
          OptionalInt there = sizes.of(oracle);
          Integer here = sizes.set(google);
          if (here != null && isJumbo(situation, google, here) && there.orElse(0) > here) {
            found.add(found(situation, link.id(), google, here, oracle, there.getAsInt()));
          }
        }
      }
    }
    return found;
  }

  /** Whether it is the largest that Google offers. */
  private static boolean isJumbo(Situation situation, Id google, int mtu) {
    Product product = situation.product(google);
    OptionalLong most = product == null ? OptionalLong.empty() : product.number(Quantity.MTU);
    return most.isPresent() && mtu >= most.getAsLong();
  }

  private Finding found(Situation situation, Id link, Id google, int here, Id oracle, int there) {
    return finding(link)
        .showing(List.of(oracle, google))
        .title(
            situation.name(oracle)
                + " carries packets of "
                + there
                + " bytes, "
                + situation.name(google)
                + " no more than "
                + here)
        .text(
            "Packets of more than "
                + here
                + " bytes that Oracle's side sends are lost: both sides have jumbo frames, of"
                + " different sizes.")
        .remedy("Set " + here + " bytes on both sides, and at the hosts.")
        .fix(
            "Set the MTU of " + situation.name(oracle) + " to " + here,
            (design, catalog) -> Edits.set(design, List.of(oracle), Setting.MTU, here))
        .done();
  }
}
