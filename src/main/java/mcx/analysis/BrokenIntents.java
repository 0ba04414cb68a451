package mcx.analysis;

import java.util.ArrayList;
import java.util.List;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;

/** Which reach intents a pair of paths no longer keeps. */
final class BrokenIntents {

  private BrokenIntents() {}

  /**
   * The intents between two sites that held with one path and do not with others, as far as that
   * can be told from the paths alone: whether there is one each way, and whether it is private.
   */
  static List<Id> of(Design design, SitePath before, SitePath path, SitePath back) {
    List<Id> broken = new ArrayList<>();
    for (Intent intent : design.intents().values()) {
      boolean forth = intent.from().equals(before.from()) && intent.to().equals(before.to());
      boolean reverse = intent.from().equals(before.to()) && intent.to().equals(before.from());
      if (intent.kind() != IntentKind.REACH || !(forth || reverse) || !before.reaches()) {
        continue;
      }
      boolean lost = !path.reaches() || !back.reaches();
      boolean open = path.kind() == PathKind.VPN || back.kind() == PathKind.VPN;
      boolean wasOpen = before.kind() == PathKind.VPN;
      if (lost || (intent.privateOnly() && open && !wasOpen)) {
        broken.add(intent.id());
      }
    }
    return broken;
  }
}
