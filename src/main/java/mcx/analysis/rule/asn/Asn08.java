package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.fix.SplitRouter;
import mcx.compile.Note;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import mcx.inet.Asn;

/** ASN-08: what Google asks of the Cloud Router of Partner Interconnect. */
final class Asn08 extends NotedRule {

  private static final String PARTNER = "google.partner-interconnect";

  Asn08() {
    super("ASN-08");
  }

  /** Another number than the one that Partner Interconnect takes. */
  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    draft.remedy("Give the Cloud Router that number, and let it serve Partner attachments only.");
    Gateway router = situation.design().element(note.subjects().getFirst(), Gateway.class);
    Product product = situation.catalog().product(PARTNER);
    if (router != null && product != null && product.asn() != null) {
      OtherNumber.offer(draft, situation, router, Asn.of(product.asn().value()));
    }
  }

  /** The number of Partner Interconnect on a Cloud Router that serves others too. */
  static final class Shared extends Rule {

    Shared() {
      super("ASN-08");
    }

    @Override
    public List<Finding> check(Situation situation) {
      Product partner = situation.catalog().product(PARTNER);
      if (partner == null || partner.asn() == null) {
        return List.of();
      }
      Asn reserved = Asn.of(partner.asn().value());
      List<Finding> found = new ArrayList<>();
      for (Gateway router : situation.gateways("google.cloud-router")) {
        List<Circuit> partners = attached(situation, router, true);
        List<Circuit> others = attached(situation, router, false);
        if (!partners.isEmpty() && !others.isEmpty()) {
          found.add(mixed(situation, router, reserved, others));
        }
      }
      for (Gateway vpn : situation.gateways("google.ha-vpn")) {
        boolean bgp =
            situation.links(VpnConnection.class).stream()
                .anyMatch(l -> l.joins(vpn.id()) && l.routing() == Routing.BGP);
        if (bgp && reserved.equals(vpn.asn())) {
          found.add(onVpn(situation, vpn, reserved));
        }
      }
      return found;
    }

    private static List<Circuit> attached(Situation situation, Gateway router, boolean partner) {
      List<Circuit> all = new ArrayList<>();
      for (CircuitAttachment link : situation.links(CircuitAttachment.class)) {
        if (link.joins(router.id())) {
          Circuit circuit = situation.design().element(link.other(router.id()), Circuit.class);
          if (circuit != null && circuit.product().equals(PARTNER) == partner) {
            all.add(circuit);
          }
        }
      }
      return all;
    }

    private Finding mixed(Situation situation, Gateway router, Asn reserved, List<Circuit> others) {
      List<Id> ids = others.stream().map(Circuit::id).toList();
      List<String> names = ids.stream().map(situation::name).toList();
      return finding(router.id())
          .showing(ids)
          .title(
              situation.name(router.id())
                  + " serves "
                  + Phrases.list(names)
                  + " beside Partner attachments")
          .text(
              "Partner Interconnect takes a Cloud Router with AS "
                  + reserved
                  + " that serves nothing else, so Google refuses one of the two.")
          .remedy(
              "Give "
                  + Phrases.list(names)
                  + " a Cloud Router of their own, with a private number.")
          .fix(
              "Give " + Phrases.list(names) + " a Cloud Router of their own",
              (before, catalog) ->
                  SplitRouter.apart(before, catalog, router.id(), new TreeSet<>(ids)))
          .done();
    }

    private Finding onVpn(Situation situation, Gateway vpn, Asn reserved) {
      FindingDraft draft =
          finding(vpn.id())
              .title(
                  situation.name(vpn.id())
                      + " speaks with AS "
                      + reserved
                      + ", which Google keeps for Partner Interconnect")
              .text(
                  "A Cloud Router with this number serves Partner attachments only, so the BGP"
                      + " sessions of its VPN tunnels cannot be set up.")
              .remedy("Let the tunnels end at a Cloud Router with a private number.");
      OtherNumber.offer(draft, situation, vpn);
      return draft.done();
    }
  }
}
