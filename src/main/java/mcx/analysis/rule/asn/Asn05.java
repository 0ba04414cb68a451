package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Region;
import mcx.design.VpnConnection;
import mcx.inet.Asn;
import mcx.network.Session;
import org.jspecify.annotations.Nullable;

/** ASN-05, the regional part: a customer gateway has a number that AWS keeps in this region. */
final class Asn05 extends Rule {

  Asn05() {
    super("ASN-05");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (VpnConnection vpn : situation.links(VpnConnection.class)) {
      for (Id end : List.of(vpn.a(), vpn.b())) {
        Gateway gateway = situation.design().element(end, Gateway.class);
        Product product = situation.product(end);
        Asn peer = gateway == null ? null : peer(situation, vpn, end);
        if (product != null && peer != null && !product.regionsThatRefuse(peer).isEmpty()) {
          Finding finding = finding(situation, vpn, end, peer, product.regionsThatRefuse(peer));
          if (finding != null) {
            found.add(finding);
          }
        }
      }
    }
    return found;
  }

  private static @Nullable Asn peer(Situation situation, VpnConnection vpn, Id gateway) {
    for (Session s : situation.sessions(vpn.id())) {
      return gateway.equals(situation.elementOf(s.a())) ? s.atB().asn() : s.atA().asn();
    }
    return null;
  }

  private @Nullable Finding finding(
      Situation situation, VpnConnection vpn, Id gateway, Asn peer, List<String> regions) {
    Region region = situation.design().within(gateway, Region.class);
    String code = region == null ? null : region.code();
    Id speaker = vpn.other(gateway);
    FindingDraft draft = finding(vpn.id()).showing(List.of(speaker, gateway));
    if (code == null) {
      return draft
          .undecided()
          .title("AWS may refuse AS " + peer + ", the number of " + situation.name(speaker))
          .text(
              "It keeps this number for itself in "
                  + Phrases.list(regions)
                  + ". The design does not say in which region "
                  + situation.name(gateway)
                  + " is: put it into a region with a code.")
          .remedy("Give " + situation.name(speaker) + " another AS number.")
          .done();
    }
    if (!regions.contains(code)) {
      return null;
    }
    draft
        .title(
            "In " + code + " AWS refuses AS " + peer + ", the number of " + situation.name(speaker))
        .text("AWS keeps this number for itself there, so the customer gateway cannot be created.")
        .remedy("Give " + situation.name(speaker) + " another AS number.");
    OtherNumber.offer(draft, situation, speaker, vpn.id());
    return draft.done();
  }
}
