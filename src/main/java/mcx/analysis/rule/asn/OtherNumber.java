package mcx.analysis.rule.asn;

import java.util.List;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.fix.AsNumbers;
import mcx.change.fix.Hop;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Router;
import mcx.inet.Asn;

/** Offers another AS number for whoever speaks with one that does not do. */
final class OtherNumber {

  private OtherNumber() {}

  /**
   * Offers a free number for an element.
   *
   * @param link the link at which its number does not do
   */
  static void offer(FindingDraft draft, Situation situation, Id speaker, Id link) {
    Design design = situation.design();
    boolean drawn =
        Hop.of(design, link.owner()).stream()
            .anyMatch(h -> joins(h, speaker) && h.end(speaker).asn() != null);
    if (drawn) {
      Asn free = AsNumbers.forRouter(design, situation.catalog());
      draft.fix(
          "Let " + situation.name(speaker) + " speak with AS " + free + " there",
          (before, catalog) -> AsNumbers.session(before, link.owner(), speaker, free));
    } else if (design.element(speaker) instanceof Router router && router.asn() != null) {
      renumber(draft, situation, router, router.asn());
    } else if (design.element(speaker) instanceof Gateway gateway) {
      offer(draft, situation, gateway);
    }
  }

  private static boolean joins(Hop hop, Id speaker) {
    return hop.a().equals(speaker) || hop.b().equals(speaker);
  }

  static void renumber(FindingDraft draft, Situation situation, Router router, Asn from) {
    Design design = situation.design();
    Asn free = AsNumbers.forRouter(design, situation.catalog());
    List<String> names =
        AsNumbers.routers(design, from).stream().map(r -> situation.name(r.id())).toList();
    draft.fix(
        "Give " + Phrases.list(names) + " AS " + free,
        (before, catalog) -> AsNumbers.renumber(before, from, free, router.id()));
  }

  /** Offers a free number for a gateway, where its product leaves the choice. */
  static void offer(FindingDraft draft, Situation situation, Gateway gateway) {
    Product product = situation.catalog().of(gateway);
    if (product != null && !product.asnFixed()) {
      offer(
          draft, situation, gateway, AsNumbers.forGateway(situation.design(), situation.catalog()));
    }
  }

  /** Offers this number for a gateway. */
  static void offer(FindingDraft draft, Situation situation, Gateway gateway, Asn asn) {
    draft.fix(
        "Give " + situation.name(gateway.id()) + " AS " + asn,
        (before, catalog) -> AsNumbers.gateway(before, gateway.id(), asn));
  }
}
