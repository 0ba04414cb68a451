package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.analysis.rule.Situation;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.VpnConnection;

/**
 * Traffic that an intent expects between a site and a virtual network, which goes by circuits now
 * and has VPNs to fall back to.
 *
 * @param intent what is expected
 * @param backups the circuits and VPNs between the two
 */
record Expected(Intent intent, List<Backup> backups) {

  /** All that intents speak of. */
  static List<Expected> all(Situation situation) {
    List<Intent> intents =
        situation.design().intents().values().stream()
            .filter(i -> i.kind() == IntentKind.REACH)
            .filter(i -> i.bandwidthMbps() != null || i.latencyMillis() != null)
            .filter(i -> isPrivate(situation, i.from(), i.to()))
            .toList();
    List<Expected> all = new ArrayList<>();
    if (intents.isEmpty()) {
      return all;
    }
    List<Backup> backups = new ArrayList<>();
    situation.catalog().vendors().keySet().forEach(v -> backups.addAll(Backup.all(situation, v)));
    for (Intent intent : intents) {
      List<Backup> between =
          backups.stream().filter(b -> b.isBetween(intent.from(), intent.to())).toList();
      if (!between.isEmpty()) {
        all.add(new Expected(intent, between));
      }
    }
    return all;
  }

  private static boolean isPrivate(Situation situation, Id from, Id to) {
    SitePath path = situation.path(from, to);
    return path != null && path.reaches() && path.kind() != PathKind.VPN;
  }

  /** The VPNs that it may fall back to. */
  List<VpnConnection> vpns() {
    SequencedMap<Id, VpnConnection> vpns = new LinkedHashMap<>();
    backups.forEach(b -> vpns.putIfAbsent(b.vpn().id(), b.vpn()));
    return List.copyOf(vpns.values());
  }

  /** The circuits that carry it. */
  SortedSet<Id> circuits() {
    SortedSet<Id> circuits = new TreeSet<>();
    backups.forEach(b -> circuits.add(b.circuit().id()));
    return circuits;
  }

  /** Those that fall back to the same VPNs, together. */
  static Map<List<VpnConnection>, List<Expected>> byVpns(List<Expected> all) {
    Map<List<VpnConnection>, List<Expected>> groups = new LinkedHashMap<>();
    all.forEach(e -> groups.computeIfAbsent(e.vpns(), k -> new ArrayList<>()).add(e));
    return groups;
  }
}
