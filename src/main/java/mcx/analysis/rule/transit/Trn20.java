package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.PathKind;
import mcx.analysis.SitePath;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.fix.VrfEdits;
import mcx.change.fix.VrfEdits.Group;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.Vrf;

/**
 * TRN-20: two clouds are in one VRF of a provider, and an intent keeps them apart. Where no intent
 * speaks of them, that they reach each other is information.
 */
final class Trn20 extends Rule {

  Trn20() {
    super("TRN-20");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Vrf vrf : situation.all(Vrf.class)) {
      SortedSet<Id> networks = ProviderVrfs.networks(situation, vrf.id());
      if (networks.size() < 2) {
        continue;
      }
      SitePairs inside =
          situation
              .sites()
              .pairs(networks, networks)
              .where((a, b) -> inside(situation, a, b) || inside(situation, b, a));
      SitePairs leaking = inside.isolated();
      SitePairs open = inside.unspoken().where((a, b) -> !sameCloud(situation, a, b));
      if (!leaking.isEmpty()) {
        found.add(found(situation, vrf, leaking));
      } else if (!open.isEmpty()) {
        found.add(open(situation, vrf, open));
      }
    }
    return found;
  }

  private static boolean inside(Situation situation, Id from, Id to) {
    SitePath path = situation.path(from, to);
    return path != null && path.kind() == PathKind.PROVIDER;
  }

  private Finding open(Situation situation, Vrf vrf, SitePairs open) {
    return finding(vrf.id())
        .infoIf(true)
        .showing(open.sites())
        .title(open.names() + " reach each other in " + situation.name(vrf.id()))
        .text(
            "Both clouds' circuits lead into one VRF, where the provider tells each member of all"
                + " others. No intent says whether they should.")
        .remedy("Write down that they shall reach each other, or that they shall not.")
        .remedy("Give a cloud that should be apart a VRF of its own.")
        .done();
  }

  private Finding found(Situation situation, Vrf vrf, SitePairs leaking) {
    String name = situation.name(vrf.id());
    SortedMap<Id, Part> byCloud = new TreeMap<>();
    for (Id site : leaking.sites()) {
      Cloud cloud = situation.design().within(site, Cloud.class);
      if (cloud != null) {
        Part part = byCloud.computeIfAbsent(cloud.id(), k -> new Part(cloud, new TreeSet<>()));
        for (CircuitConnection c : ProviderVrfs.connections(situation, vrf.id())) {
          if (ProviderVrfs.networks(situation, c).contains(site)) {
            part.connections.add(c.id());
          }
        }
      }
    }
    List<Part> parts = List.copyOf(byCloud.values());
    FindingDraft draft =
        finding(vrf.id())
            .showing(leaking.sites())
            .title(leaking.names() + " are to be apart and reach each other in " + name)
            .text(
                "An intent keeps them apart, but both clouds' circuits lead into "
                    + name
                    + ", where the provider tells each member of all others.")
            .remedy(
                "Give each cloud a VRF of its own, which by route targets hears of the sites and"
                    + " not of the other cloud.")
            .remedy("Ask the provider to filter between the two.");
    parts.forEach(p -> draft.showing(p.connections));
    Layer3Provider provider = situation.design().within(vrf.id(), Layer3Provider.class);
    boolean separable =
        leaking.list().stream().noneMatch(p -> sameCloud(situation, p.a(), p.b()))
            && parts.size() > 1;
    if (separable && provider != null && provider.asn() != null) {
      List<Group> groups =
          parts.stream().map(p -> new Group(p.cloud.name(), List.copyOf(p.connections))).toList();
      draft.fix(
          "Give " + Phrases.list(groups.stream().map(Group::label).toList()) + " VRFs of their own",
          (design, catalog) ->
              Objects.requireNonNull(
                  VrfEdits.separate(
                      design,
                      vrf.id(),
                      groups,
                      (i, k) -> apart(situation, leaking, parts.get(i), parts.get(k)))));
    }
    return draft.done();
  }

  /** A cloud, and its connections into the VRF that lead to what is to be apart. */
  private record Part(Cloud cloud, SortedSet<Id> connections) {}

  private static boolean sameCloud(Situation situation, Id a, Id b) {
    return Objects.equals(
        situation.design().within(a, Cloud.class), situation.design().within(b, Cloud.class));
  }

  private static boolean apart(Situation situation, SitePairs leaking, Part one, Part other) {
    return leaking.list().stream()
        .anyMatch(
            p -> {
              Cloud a = situation.design().within(p.a(), Cloud.class);
              Cloud b = situation.design().within(p.b(), Cloud.class);
              return (one.cloud.equals(a) && other.cloud.equals(b))
                  || (one.cloud.equals(b) && other.cloud.equals(a));
            });
  }
}
