package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Vendor;
import mcx.change.fix.DirectPeering;
import mcx.change.fix.LoopAllowance;
import mcx.design.Circuit;
import mcx.design.Id;
import mcx.design.VirtualNetwork;

/**
 * ASN-14: two circuits of one cloud meet in a provider's VRF, or at a router of the customer's, and
 * each drops the other's routes, since the cloud's own AS number is in their path.
 */
final class Asn14 extends Rule {

  Asn14() {
    super("ASN-14");
  }

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<String, List<LoopRefusal>> pairs = new TreeMap<>();
    for (LoopRefusal r : LoopRefusal.of(situation)) {
      if (r.sameCloud() != null) {
        String key = new TreeSet<>(List.of(r.receiver(), r.sameCloud())).toString();
        pairs.computeIfAbsent(key, k -> new ArrayList<>()).add(r);
      }
    }
    return pairs.values().stream().map(all -> found(situation, all)).toList();
  }

  private Finding found(Situation situation, List<LoopRefusal> all) {
    LoopRefusal first = all.getFirst();
    Id other = Objects.requireNonNull(first.sameCloud());
    List<Id> subjects = List.copyOf(new TreeSet<>(List.of(first.receiver(), other)));
    SortedSet<Id> vrfs = new TreeSet<>();
    SortedSet<Id> networks = new TreeSet<>();
    SequencedSet<Id> links = new LinkedHashSet<>();
    for (LoopRefusal r : all) {
      Id vrf = r.vrf(situation);
      if (vrf != null) {
        vrfs.add(vrf);
      }
      if (r.origin() != null) {
        networks.add(r.origin());
      }
      networks.addAll(r.kept());
      links.add(r.flow().link());
    }
    Vendor vendor = situation.catalog().vendor(situation.vendor(first.receiver()));
    String reach = vendor == null ? "" : vendor.circuitPeering();
    FindingDraft draft =
        finding(subjects)
            .showing(vrfs)
            .showing(links)
            .infoIf(all.stream().noneMatch(r -> r.isExpected(situation)))
            .title(
                Phrases.list(subjects.stream().map(situation::name).toList())
                    + " drop each other's routes: AS "
                    + first.asn()
                    + " is in the path")
            .text(
                "What lies between passes the routes of each to the other, but the cloud speaks"
                    + " with one number at both and takes what comes back for a loop. "
                    + Phrases.list(networks.stream().map(situation::name).toList())
                    + " do not reach each other this way.");
    if (!reach.isEmpty() && situation.design().element(other) instanceof Circuit) {
      draft.remedy("Join the two circuits by " + reach + ", for the sites behind them.");
    }
    draft
        .remedy("Peer the virtual networks inside the cloud; that is the shortest way.")
        .remedy(
            vrfs.isEmpty()
                ? "Or advertise to each a summary that holds the other's networks."
                : "Or ask the provider to override the cloud's number in this VRF (as-override).");
    if (networks.size() == 2
        && networks.stream()
            .allMatch(n -> situation.design().element(n) instanceof VirtualNetwork)) {
      draft.fix(
          "Peer " + Phrases.list(networks.stream().map(situation::name).toList()),
          (before, catalog) ->
              DirectPeering.between(before, networks.getFirst(), networks.getLast()));
    }
    if (!vrfs.isEmpty()) {
      draft.fix(
          "Let "
              + Phrases.list(vrfs.stream().map(situation::name).toList())
              + " override AS "
              + first.asn(),
          (before, catalog) -> LoopAllowance.override(before, vrfs));
    }
    return draft.done();
  }
}
