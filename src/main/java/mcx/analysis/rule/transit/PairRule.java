package mcx.analysis.rule.transit;

import java.util.Collection;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.design.Id;

/** A rule about pairs of sites, which asks what the architect wants of them. */
abstract class PairRule extends Rule {

  PairRule(String id) {
    super(id);
  }

  /**
   * The pairs between the two sets that do not reach each other and are not meant to be kept apart;
   * where intents want some of them to, only those.
   */
  final SitePairs missing(Situation situation, Collection<Id> one, Collection<Id> other) {
    SitePairs apart =
        situation.sites().pairs(one, other).apart().where((a, b) -> !situation.isolates(a, b));
    SitePairs expected = apart.expected();
    return expected.isEmpty() ? apart : expected;
  }

  /**
   * The same, and those that reach each other through something which in truth does not join them.
   */
  final SitePairs missing(
      Situation situation, Collection<Id> one, Collection<Id> other, Id notThrough) {
    SitePairs open =
        situation
            .sites()
            .pairs(one, other)
            .apartBut(notThrough)
            .where((a, b) -> !situation.isolates(a, b));
    SitePairs expected = open.expected();
    return expected.isEmpty() ? open : expected;
  }

  /**
   * The pairs between the two sets that reach each other through this, where no intent wants that;
   * where intents want some of them apart, only those.
   */
  final SitePairs unasked(
      Situation situation, Collection<Id> one, Collection<Id> other, Id through) {
    SitePairs reaching =
        situation
            .sites()
            .pairs(one, other)
            .through(through)
            .where((a, b) -> situation.isolates(a, b) || !situation.expects(a, b));
    SitePairs isolated = reaching.isolated();
    return isolated.isEmpty() ? reaching : isolated;
  }

  /** A finding about pairs that do not reach each other: information where nobody wants them to. */
  final FindingDraft about(SitePairs missing, Id... subjects) {
    return finding(subjects).showing(missing.sites()).infoIf(missing.expected().isEmpty());
  }

  /** A finding about pairs that do: information where nobody wants them apart. */
  final FindingDraft leaking(SitePairs reaching, Id... subjects) {
    return finding(subjects).showing(reaching.sites()).infoIf(reaching.isolated().isEmpty());
  }
}
