package mcx.analysis.rule.vpn;

import java.util.List;
import java.util.Set;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.change.fix.Edits;
import mcx.compile.Note;
import mcx.design.Id;
import mcx.design.VpnConnection;

/** VPN-06: Azure and Oracle do not agree on perfect forward secrecy. */
final class Vpn06 extends NotedRule {

  Vpn06() {
    super("VPN-06");
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    if (!(situation.design().link(note.subjects().getFirst()) instanceof VpnConnection vpn)) {
      return;
    }
    boolean oracleIsA = situation.vendor(vpn.a()).equals("oracle");
    Id oracle = oracleIsA ? vpn.a() : vpn.b();
    int group = strongest(situation.product(vpn.other(oracle)));
    draft.remedy(
        "Set one of the groups that Azure accepts at " + situation.name(oracle) + ", and IKEv2.");
    if (group > 0) {
      Id id = vpn.id();
      draft.fix(
          "Set PFS group " + group + " at " + situation.name(oracle),
          (design, catalog) -> {
            Set<Integer> groups = Set.of(group);
            var here =
                Edits.component(
                    design, List.of(id), oracleIsA ? "pfsGroupsA" : "pfsGroupsB", groups);
            Set<Integer> far = oracleIsA ? vpn.pfsGroupsB() : vpn.pfsGroupsA();
            return far.isEmpty() || far.contains(group)
                ? here
                : Edits.component(
                    here.design(), List.of(id), oracleIsA ? "pfsGroupsB" : "pfsGroupsA", groups);
          });
    }
  }

  /** The strongest of the common groups that the product accepts; 0 where none is stated. */
  private static int strongest(@org.jspecify.annotations.Nullable Product product) {
    return product == null
        ? 0
        : product.ike().stream()
            .map(Ike::pfsAccepted)
            .flatMap(Set::stream)
            .filter(g -> g <= USUAL)
            .max(Integer::compare)
            .orElse(0);
  }

  /** The strongest group that is usual everywhere (2048-bit MODP, RFC 3526). */
  private static final int USUAL = 14;
}
