package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.fix.VrfEdits;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Id;
import mcx.design.Vrf;

/** TRN-20: two clouds are in one VRF of a provider, and an intent keeps them apart. */
final class Trn20 extends Rule {

  Trn20() {
    super("TRN-20");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    if (situation.design().intents().isEmpty()) {
      return found;
    }
    for (Vrf vrf : situation.all(Vrf.class)) {
      SortedSet<Id> networks = ProviderVrfs.networks(situation, vrf.id());
      SitePairs leaking =
          situation
              .sites()
              .pairs(networks, networks)
              .isolated()
              .where((a, b) -> inside(situation, a, b) || inside(situation, b, a));
      if (!leaking.isEmpty()) {
        found.add(found(situation, vrf, leaking));
      }
    }
    return found;
  }

  private static boolean inside(Situation situation, Id from, Id to) {
    SitePath path = situation.path(from, to);
    return path != null && path.kind() == PathKind.PROVIDER;
  }

  private Finding found(Situation situation, Vrf vrf, SitePairs leaking) {
    String name = situation.name(vrf.id());
    List<Id> moved = moved(situation, vrf, leaking);
    FindingDraft draft =
        finding(vrf.id())
            .showing(leaking.sites())
            .showing(moved)
            .title(leaking.names() + " are to be apart and reach each other in " + name)
            .text(
                "An intent keeps them apart, but both clouds' circuits lead into "
                    + name
                    + ", where the provider tells each member of all others.")
            .remedy("Give each cloud a VRF of its own, with route targets of its own.")
            .remedy("Ask the provider to filter between the two.");
    if (!moved.isEmpty()) {
      Cloud cloud =
          situation.design().within(situation.design().link(moved.getFirst()).a(), Cloud.class);
      String label = cloud == null ? "second" : cloud.name();
      draft.fix(
          "Move " + label + " into a VRF of its own",
          (design, catalog) -> VrfEdits.split(design, vrf.id(), moved, label));
    }
    return draft.done();
  }

  /** The connections of the one cloud that is to be apart from every other of the pairs. */
  private static List<Id> moved(Situation situation, Vrf vrf, SitePairs leaking) {
    for (Id site : leaking.sites().reversed()) {
      boolean inAll =
          leaking.list().stream().allMatch(p -> p.a().equals(site) || p.b().equals(site));
      if (inAll) {
        SortedSet<Id> moved = new TreeSet<>();
        for (CircuitConnection c : ProviderVrfs.connections(situation, vrf.id())) {
          if (ProviderVrfs.networks(situation, c).contains(site)) {
            moved.add(c.id());
          }
        }
        return List.copyOf(moved);
      }
    }
    return List.of();
  }
}
