package mcx.analysis.rule.vpn;

import java.util.List;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.change.fix.Edits;
import mcx.compile.Note;
import mcx.design.Gateway;
import mcx.design.Id;

/** VPN-01: a Basic or policy-based Azure gateway is to do what only larger ones can. */
final class Vpn01 extends NotedRule {

  Vpn01() {
    super("VPN-01");
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    for (Id id : note.subjects()) {
      Gateway gateway = situation.design().element(id, Gateway.class);
      if (gateway == null || !gateway.product().startsWith("azure.")) {
        continue;
      }
      String sku =
          VpnEnds.variant(situation, gateway, i -> i.bgp() && i.routeBased() && i.policyBased());
      draft.remedy("Make " + situation.name(id) + " a VpnGw1 or larger, with route-based VPN.");
      Product product = situation.product(id);
      boolean basic = product != null && product.ikes(gateway.sku()).stream().noneMatch(Ike::bgp);
      if (sku != null && basic) {
        draft.fix(
            "Make " + situation.name(id) + " a " + sku,
            (design, catalog) -> Edits.component(design, List.of(id), "sku", sku));
      }
    }
  }
}
