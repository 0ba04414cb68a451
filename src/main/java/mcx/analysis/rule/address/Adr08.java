package mcx.analysis.rule.address;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.AddressSet;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.fix.Hop;
import mcx.compile.Note;
import mcx.design.Id;
import mcx.inet.Family;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** ADR-08: AWS refuses the block inside a tunnel. Here those that it keeps to itself. */
final class Adr08 extends NotedRule {

  Adr08() {
    super("ADR-08");
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    Id tunnel = note.subjects().getFirst();
    draft.remedy("Choose another /30 of the link-local range, or leave the choice to AWS.");
    for (Hop hop : Hop.of(situation.design(), tunnel)) {
      InsideBlock.offer(draft, situation, hop);
    }
  }

  /** Blocks of a wrong size or range, and blocks that two tunnels of a gateway share. */
  static final class Unfit extends Rule {

    Unfit() {
      super("ADR-08");
    }

    @Override
    public List<Finding> check(Situation situation) {
      List<Finding> found = new ArrayList<>();
      List<VpnEnds> seen = new ArrayList<>();
      for (VpnEnds end : VpnEnds.all(situation, "aws.")) {
        Prefix inside = end.tunnel().subnet();
        Product product = situation.catalog().of(end.gateway());
        if (inside == null || product == null || inside.family() != Family.V4) {
          continue;
        }
        String fault = fault(product, end, inside, seen);
        seen.add(end);
        if (fault != null) {
          FindingDraft draft =
              finding(end.tunnel().id())
                  .showing(List.of(end.gateway().id()))
                  .title(
                      situation.name(end.tunnel().id())
                          + " has the inside block "
                          + inside
                          + ": "
                          + fault)
                  .text(
                      "AWS wants a block of its own for each tunnel of a gateway, of a fixed size"
                          + " in the link-local range, and refuses the connection otherwise.")
                  .remedy(
                      "Choose another /30 of the link-local range, or leave the choice to AWS.");
          InsideBlock.offer(draft, situation, end.tunnel());
          found.add(draft.done());
        }
      }
      return found;
    }

    private static @Nullable String fault(
        Product product, VpnEnds end, Prefix inside, List<VpnEnds> seen) {
      long length = product.number(Quantity.TUNNEL_BLOCK_LENGTH).orElse(inside.length());
      if (inside.length() != length) {
        return "AWS takes a /" + length;
      }
      List<Prefix> ranges = product.addresses(AddressSet.TUNNEL_INSIDE);
      if (!ranges.isEmpty() && ranges.stream().noneMatch(r -> r.contains(inside))) {
        return "AWS takes one inside " + ranges.getFirst();
      }
      for (VpnEnds other : seen) {
        Prefix before = other.tunnel().subnet();
        if (before != null
            && other.gateway().id().equals(end.gateway().id())
            && before.overlaps(inside)) {
          return "another tunnel of the gateway has it too";
        }
      }
      return null;
    }
  }
}
