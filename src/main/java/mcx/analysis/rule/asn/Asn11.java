package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.inet.Asn;

/** ASN-11: a virtual border router has another AS number than its Express Connect router. */
final class Asn11 extends Rule {

  Asn11() {
    super("ASN-11");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (GatewayAssociation link : situation.links(GatewayAssociation.class)) {
      Gateway a = situation.design().element(link.a(), Gateway.class);
      Gateway b = situation.design().element(link.b(), Gateway.class);
      if (a == null || b == null) {
        continue;
      }
      Gateway border = a.product().equals("alibaba.vbr") ? a : b;
      Gateway express = border.equals(a) ? b : a;
      Asn own = situation.asn(border);
      Asn wanted = situation.asn(express);
      if (border.product().equals("alibaba.vbr")
          && express.product().equals("alibaba.ecr")
          && own != null
          && wanted != null
          && !own.equals(wanted)) {
        found.add(found(situation, border, own, express, wanted));
      }
    }
    return found;
  }

  private Finding found(Situation situation, Gateway border, Asn own, Gateway express, Asn wanted) {
    FindingDraft draft =
        finding(border.id(), express.id())
            .title(
                situation.name(border.id())
                    + " has AS "
                    + own
                    + ", and its Express Connect router has AS "
                    + wanted)
            .text(
                "A virtual border router must speak with the number of the Express Connect router"
                    + " it belongs to: the two cannot be associated, or the datacenter sees two"
                    + " numbers for one router.")
            .remedy("Give the border router the number of " + situation.name(express.id()) + ".");
    OtherNumber.offer(draft, situation, border, wanted);
    return draft.done();
  }
}
