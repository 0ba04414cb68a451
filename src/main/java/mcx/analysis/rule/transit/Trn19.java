package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.fix.VrfEdits;
import mcx.design.AccessLink;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.Routing;

/**
 * TRN-19: two clouds are in VRFs of their own, and the customer's router has only static routes
 * towards them, so that it tells neither of the other.
 */
final class Trn19 extends PairRule {

  Trn19() {
    super("TRN-19");
  }

  /** A router's VLANs in two VRFs. */
  private record Between(Id router, Id one, Id other) {}

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, SequencedSet<Id>> staticVrfs = new TreeMap<>();
    SortedMap<Id, SequencedSet<Id>> allVrfs = new TreeMap<>();
    for (AccessLink link : situation.links(AccessLink.class)) {
      for (AccessLink.Vlan vlan : link.vlans()) {
        if (vlan.vrf() != null && vlan.routing() != Routing.NONE) {
          add(allVrfs, link.a(), vlan.vrf());
          if (vlan.routing() == Routing.STATIC) {
            add(staticVrfs, link.a(), vlan.vrf());
          }
        }
      }
    }
    List<Finding> found = new ArrayList<>();
    staticVrfs.forEach(
        (router, vrfs) -> {
          List<Id> all = List.copyOf(allVrfs.getOrDefault(router, vrfs));
          for (int i = 0; i < all.size(); i++) {
            for (int k = i + 1; k < all.size(); k++) {
              if (vrfs.contains(all.get(i)) || vrfs.contains(all.get(k))) {
                check(situation, new Between(router, all.get(i), all.get(k)), vrfs, found);
              }
            }
          }
        });
    return found;
  }

  private static void add(SortedMap<Id, SequencedSet<Id>> map, Id router, Id vrf) {
    map.computeIfAbsent(router, k -> new LinkedHashSet<>()).add(vrf);
  }

  private void check(
      Situation situation, Between between, SequencedSet<Id> statics, List<Finding> found) {
    SitePairs missing =
        missing(
                situation,
                ProviderVrfs.networks(situation, between.one),
                ProviderVrfs.networks(situation, between.other))
            .where((a, b) -> !situation.vendor(a).equals(situation.vendor(b)));
    if (missing.isEmpty()) {
      return;
    }
    List<Id> mended =
        List.of(between.one, between.other).stream().filter(statics::contains).toList();
    List<String> names = List.of(between.one, between.other).stream().map(situation::name).toList();
    String router = situation.name(between.router);
    Router drawn = situation.design().element(between.router, Router.class);
    FindingDraft draft =
        about(missing, between.router, between.one, between.other)
            .title(missing.names() + " have no path: " + router + " runs only static routes")
            .text(
                "The clouds are in VRFs of their own, "
                    + Phrases.list(names)
                    + ", and only "
                    + router
                    + " could join them. Without BGP towards "
                    + Phrases.list(mended.stream().map(situation::name).toList())
                    + " it tells neither cloud of the other.")
            .remedy("Run BGP between " + router + " and " + Phrases.list(names) + ".")
            .remedy("Put both clouds into one VRF.");
    if (drawn != null && drawn.asn() != null) {
      List<Id> both = List.of(between.one, between.other);
      draft.fix(
          "Run BGP between " + router + " and " + Phrases.list(names),
          (design, catalog) -> VrfEdits.runBgp(design, between.router, both));
    }
    found.add(draft.done());
  }
}
