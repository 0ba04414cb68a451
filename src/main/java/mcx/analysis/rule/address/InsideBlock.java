package mcx.analysis.rule.address;

import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Hop;
import mcx.change.fix.InsideAddresses;
import mcx.inet.Prefix;

/** Offers another block inside a tunnel. */
final class InsideBlock {

  private InsideBlock() {}

  static void offer(FindingDraft draft, Situation situation, Hop tunnel) {
    Prefix free = InsideAddresses.free(situation.design(), situation.catalog(), tunnel);
    if (free != null) {
      draft.fix(
          "Give " + situation.name(tunnel.id()) + " the inside block " + free,
          (before, catalog) -> InsideAddresses.inside(before, tunnel.id(), free));
    }
  }
}
