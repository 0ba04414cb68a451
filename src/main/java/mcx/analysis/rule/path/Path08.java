package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.design.Circuit;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Setting;
import mcx.inet.Prefix;

/**
 * PATH-08: prepending towards Google between attachments of different Cloud Routers, whose paths
 * the legacy way to choose does not compare.
 */
final class Path08 extends Rule {

  Path08() {
    super("PATH-08");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    if (situation.circuits("google.").size() < 2) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    for (List<Circuit> group : circuitry.together("google.")) {
      SortedSet<Id> networks = circuitry.common(group);
      List<Circuit> prepended = prepended(situation, circuitry, group);
      if (!prepended.isEmpty() && !isStandard(situation, circuitry, group, networks)) {
        found.add(found(situation, group, prepended, networks));
      }
    }
    return found;
  }

  /** The circuits with a prefix that one at another router has with fewer prepends. */
  private static List<Circuit> prepended(
      Situation situation, Circuitry circuitry, List<Circuit> group) {
    List<Circuit> found = new ArrayList<>();
    for (Circuit one : group) {
      SortedMap<Prefix, Integer> told = Prepends.towardsCloud(situation, circuitry, one);
      for (Circuit other : group) {
        boolean apart =
            circuitry.gateways(one.id()).stream()
                .noneMatch(circuitry.gateways(other.id())::contains);
        if (apart && !found.contains(one)) {
          SortedMap<Prefix, Integer> there = Prepends.towardsCloud(situation, circuitry, other);
          if (told.entrySet().stream()
              .anyMatch(e -> there.getOrDefault(e.getKey(), Integer.MAX_VALUE) < e.getValue())) {
            found.add(one);
          }
        }
      }
    }
    return found;
  }

  private static boolean isStandard(
      Situation situation, Circuitry circuitry, List<Circuit> group, SortedSet<Id> networks) {
    List<Element> gateways = new ArrayList<>();
    for (Circuit c : group) {
      gateways.addAll(circuitry.gateways(c.id()));
    }
    return networks.stream()
            .map(situation.design()::element)
            .anyMatch(n -> n != null && isStandard(n))
        || gateways.stream().allMatch(Path08::isStandard);
  }

  private static boolean isStandard(Element element) {
    return "standard".equals(element.settings().text(Setting.BEST_PATH));
  }

  private Finding found(
      Situation situation, List<Circuit> group, List<Circuit> prepended, SortedSet<Id> networks) {
    String names = Phrases.list(prepended, c -> situation.name(c.id()));
    String network = Phrases.list(List.copyOf(networks), situation::name);
    List<Id> ids = List.copyOf(networks);
    return finding(prepended.stream().map(Circuit::id).toList())
        .showing(group.stream().map(Circuit::id).toList())
        .showing(networks)
        .title("Prepending on " + names + " does not move Google's traffic")
        .text(
            network
                + " chooses by the legacy mode: AS paths are compared within one Cloud Router only."
                + " Between routers the MED and the cost between regions decide, so the prepended way"
                + " is used as before.")
        .remedy("Choose best paths by the standard mode, which compares the AS path everywhere.")
        .remedy("Rank the attachments by MED instead: the base priority of each session.")
        .fix(
            "Let " + network + " choose by the standard mode",
            (design, catalog) -> standard(design, ids))
        .done();
  }

  private static Change standard(Design design, List<Id> networks) {
    Design after = design;
    for (Id id : networks) {
      Element network = Objects.requireNonNull(after.element(id));
      after = after.with(network.with(Setting.BEST_PATH, "standard"));
    }
    return new Change(after, List.of(), networks.getFirst());
  }
}
