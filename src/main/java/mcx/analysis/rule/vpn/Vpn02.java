package mcx.analysis.rule.vpn;

import java.util.List;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.NotedRule;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Situation;
import mcx.change.fix.CommonIke;
import mcx.compile.Note;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.IkeVersion;

/**
 * VPN-02: the ends of a VPN have no IKE version in common, or one of them keeps it from IKEv2. What
 * is set so that nothing ever comes up is an error.
 */
final class Vpn02 extends NotedRule {

  Vpn02() {
    super("VPN-02");
  }

  @Override
  protected List<Id> subjects(Situation situation, Note note) {
    return note.subjects();
  }

  @Override
  protected void complete(Situation situation, Note note, FindingDraft draft) {
    Id vpn = note.subjects().getFirst();
    CommonIke common = CommonIke.of(situation.design(), situation.catalog(), vpn);
    if (common != null && common.version() == IkeVersion.IKEV2) {
      draft
          .remedy(remedy(situation, common))
          .fix(title(situation, common), (design, catalog) -> common.apply(design));
    } else {
      if (common != null) {
        draft.remedy(remedy(situation, common));
      }
      for (Id id : note.subjects()) {
        Gateway gateway = situation.design().element(id, Gateway.class);
        if (gateway != null && !situation.vendor(id).equals("azure")) {
          draft.remedy(
              "Ask the cloud for a gateway with IKEv2, or end the VPN at a router appliance beside "
                  + situation.name(id)
                  + ".");
        }
      }
    }
  }

  private static String remedy(Situation situation, CommonIke common) {
    String version = common.version().label();
    if (common.ends().isEmpty()) {
      return "Both ends can do "
          + version
          + ": set the connection to it, or to none, so that they choose the newest.";
    }
    return "Switch "
        + version
        + " on at "
        + Phrases.list(common.ends(), situation::name)
        + "; where the device cannot do it, replace it.";
  }

  private static String title(Situation situation, CommonIke common) {
    String version = common.version().label();
    String vpn = situation.name(common.vpn());
    if (common.ends().isEmpty()) {
      return "Set " + vpn + " to " + version;
    }
    return "Let "
        + Phrases.list(common.ends(), situation::name)
        + " speak "
        + version
        + (common.connection() ? ", and set " + vpn + " to it" : "");
  }
}
