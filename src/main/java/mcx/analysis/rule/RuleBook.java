package mcx.analysis.rule;

import java.util.List;
import java.util.stream.Stream;
import mcx.analysis.rule.address.AddressRules;
import mcx.analysis.rule.asn.AsnRules;
import mcx.analysis.rule.backup.BackupRules;
import mcx.analysis.rule.mtu.MtuRules;
import mcx.analysis.rule.path.PathRules;
import mcx.analysis.rule.prefix.PrefixRules;
import mcx.analysis.rule.redundancy.RedundancyRules;
import mcx.analysis.rule.timer.TimerRules;
import mcx.analysis.rule.transit.TransitRules;
import mcx.analysis.rule.vpn.VpnRules;

/** All rules. */
public final class RuleBook {

  private static final List<Rule> ALL =
      Stream.of(
              AsnRules.all(),
              AddressRules.all(),
              PrefixRules.all(),
              RedundancyRules.all(),
              PathRules.all(),
              TransitRules.all(),
              VpnRules.all(),
              BackupRules.all(),
              MtuRules.all(),
              TimerRules.all(),
              List.of(new BrokenIntent(), new LimitExceeded(), new Unstable()))
          .flatMap(List::stream)
          .toList();

  private RuleBook() {}

  public static List<Rule> all() {
    return ALL;
  }
}
