package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.BackupOffer;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.PeeringLocation;
import mcx.design.Setting;

/**
 * RED-03: all ExpressRoute circuits of a cloud, or of a virtual network, at one place. One alone is
 * at one place by nature: that is told only where an intent asks to survive a failure. A VPN that
 * stands by makes it milder, and is enough for one alone.
 */
final class Red03 extends Rule {

  Red03() {
    super("RED-03");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    if (situation.circuits("azure.expressroute").isEmpty()) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    Set<Circuit> told = new HashSet<>();
    for (List<Circuit> all : ofEachCloud(situation, circuitry)) {
      if (all.size() > 1 && areAtOnePlace(circuitry, all)) {
        check(situation, circuitry, all, found);
        told.addAll(all);
      }
    }
    for (List<Circuit> group : circuitry.together("azure.expressroute")) {
      if (!told.containsAll(group)
          && group.stream().noneMatch(c -> c.settings().has(Setting.METRO))) {
        check(situation, circuitry, group, found);
      }
    }
    return found;
  }

  /** All circuits of each cloud, whichever virtual networks they serve. */
  private static Collection<List<Circuit>> ofEachCloud(Situation situation, Circuitry circuitry) {
    SortedMap<Id, List<Circuit>> byCloud = new TreeMap<>();
    for (Circuit c : situation.circuits("azure.expressroute")) {
      Cloud cloud = situation.design().within(c.id(), Cloud.class);
      if (cloud != null
          && !circuitry.isInterconnect(c.id())
          && !circuitry.networks(c.id()).isEmpty()) {
        byCloud.computeIfAbsent(cloud.id(), k -> new ArrayList<>()).add(c);
      }
    }
    return byCloud.values();
  }

  private static boolean areAtOnePlace(Circuitry circuitry, List<Circuit> circuits) {
    SortedSet<String> risks = new TreeSet<>();
    for (Circuit c : circuits) {
      SortedSet<Id> own = circuitry.locations(c);
      if (own.isEmpty() || c.settings().has(Setting.METRO)) {
        return false;
      }
      own.forEach(l -> risks.add(circuitry.risk(l)));
    }
    return risks.size() == 1;
  }

  private void check(
      Situation situation, Circuitry circuitry, List<Circuit> group, List<Finding> found) {
    SortedSet<String> risks = new TreeSet<>();
    SortedSet<Id> locations = new TreeSet<>();
    List<Circuit> nowhere = new ArrayList<>();
    for (Circuit c : group) {
      SortedSet<Id> own = circuitry.locations(c);
      own.forEach(l -> risks.add(circuitry.risk(l)));
      locations.addAll(own);
      if (own.isEmpty()) {
        nowhere.add(c);
      }
    }
    if (risks.size() > 1) {
      return;
    }
    SortedSet<Id> networks = new TreeSet<>();
    group.forEach(c -> networks.addAll(circuitry.networks(c.id())));
    if (group.size() > 1 && !nowhere.isEmpty()) {
      found.add(unknown(situation, group, nowhere));
      return;
    }
    boolean backup = !circuitry.vpns(networks).isEmpty();
    if (group.size() > 1) {
      found.add(atOnePlace(situation, group, networks, locations, backup).infoIf(backup).done());
    } else if (!backup && mustSurvive(situation, networks)) {
      FindingDraft draft = atOnePlace(situation, group, networks, locations, false);
      draft.remedy("Let a VPN stand by; it has its own, lower, bandwidth.");
      found.add(new BackupOffer(situation, circuitry).beside(group.getFirst(), draft).done());
    }
  }

  private static boolean mustSurvive(Situation situation, SortedSet<Id> networks) {
    for (Intent i : situation.design().intents().values()) {
      if (i.kind() == Intent.IntentKind.REACH
          && i.survives() > 0
          && networks.stream().anyMatch(n -> speaksOf(situation, i, n))) {
        return true;
      }
    }
    return false;
  }

  private static boolean speaksOf(Situation situation, Intent intent, Id network) {
    return List.of(intent.from(), intent.to()).stream()
        .anyMatch(
            end ->
                end.equals(network)
                    || situation.design().ancestors(network).stream()
                        .anyMatch(e -> e.id().equals(end)));
  }

  private static List<Id> ids(List<Circuit> group) {
    return group.stream().map(Circuit::id).toList();
  }

  private FindingDraft atOnePlace(
      Situation situation,
      List<Circuit> group,
      SortedSet<Id> networks,
      SortedSet<Id> locations,
      boolean backup) {
    String place =
        locations.isEmpty()
            ? "one peering location"
            : Phrases.list(List.copyOf(locations), situation::name);
    String served = Phrases.some(networks.stream().map(situation::name).toList(), 2);
    boolean several = group.size() > 1;
    FindingDraft draft =
        finding(ids(group))
            .showing(locations)
            .showing(networks)
            .title(
                several
                    ? "All circuits of " + served + " meet the provider at " + place
                    : served
                        + (networks.size() == 1 ? " has" : " have")
                        + " one circuit, "
                        + situation.name(group.getFirst().id()))
            .text(
                (several
                        ? "When " + place + " is lost, all of them are lost together"
                        : "A circuit meets the provider at "
                            + place
                            + (locations.isEmpty() ? "; when that is lost" : "; when it is lost")
                            + ", so is the circuit")
                    + (backup
                        ? ", and the VPN carries what it can."
                        : ", and nothing private is left."))
            .remedy("Order a circuit at a second peering location.")
            .remedy(
                "Where the city has it, order ExpressRoute Metro: its two connections end at two"
                    + " peering locations.");
    for (Id l : locations) {
      PeeringLocation at = situation.design().element(l, PeeringLocation.class);
      if (at != null && at.sharedRisk() != null && locations.size() > 1) {
        draft.remedy("Choose places that do not share the risk “" + at.sharedRisk() + "”.");
        break;
      }
    }
    return draft;
  }

  private Finding unknown(Situation situation, List<Circuit> group, List<Circuit> nowhere) {
    return finding(ids(group))
        .undecided()
        .title(
            "Whether "
                + Phrases.some(ids(group).stream().map(situation::name).toList(), 3)
                + " are at different places is not said")
        .text(
            "The design gives no peering location for "
                + Phrases.some(ids(nowhere).stream().map(situation::name).toList(), 3)
                + ". Two circuits at one place are lost with it.")
        .remedy("Set the peering location of each circuit.")
        .done();
  }
}
