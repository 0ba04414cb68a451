package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.CircuitAttachment;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.network.VrfId;
import mcx.routing.RibEntry;
import mcx.routing.Route;

/**
 * PATH-14: a prefix by several circuits in a virtual network with a Route Server, which ends the
 * sharing of traffic between them.
 */
final class Path14 extends Rule {

  private static final int WEIGHT = 100;
  private static final long PREFERENCE = 150;

  Path14() {
    super("PATH-14");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    List<Gateway> servers = situation.gateways("azure.route-server");
    if (servers.isEmpty()) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    Carriers carriers = new Carriers(situation);
    for (Gateway gateway : situation.gateways("azure.er-gateway")) {
      List<Id> beside =
          servers.stream()
              .filter(
                  s ->
                      circuitry.networks(s.id()).stream()
                          .anyMatch(circuitry.networks(gateway.id())::contains))
              .map(Gateway::id)
              .toList();
      boolean several = circuitry.links(gateway.id(), CircuitAttachment.class).size() > 1;
      RibEntry shared = several && !beside.isEmpty() ? shared(situation, carriers, gateway) : null;
      if (shared != null) {
        found.add(
            found(situation, circuitry, gateway, beside, shared, carriers.circuits(alike(shared))));
      }
    }
    return found;
  }

  /** The first prefix whose traffic several circuits share; null for none. */
  private static @org.jspecify.annotations.Nullable RibEntry shared(
      Situation situation, Carriers carriers, Gateway gateway) {
    VrfId table = VrfId.of(gateway.id().value());
    for (RibEntry entry : situation.solution().rib(table).values()) {
      if (carriers.circuits(alike(entry)).size() > 1) {
        return entry;
      }
    }
    return null;
  }

  /** The routes in use, and those that are as good but for the Route Server. */
  private static List<Route> alike(RibEntry entry) {
    Route first = entry.first();
    List<Route> all = new ArrayList<>(entry.best());
    for (RibEntry.Lost lost : entry.lost()) {
      Route route = lost.route();
      if (route.learned() == first.learned()
          && route.weight() == first.weight()
          && route.localPreference() == first.localPreference()
          && route.asPath().length() == first.asPath().length()) {
        all.add(route);
      }
    }
    return all;
  }

  private Finding found(
      Situation situation,
      Circuitry circuitry,
      Gateway gateway,
      List<Id> servers,
      RibEntry shared,
      Set<Id> circuits) {
    String server = situation.name(servers.getFirst());
    String names = Phrases.list(List.copyOf(circuits), situation::name);
    FindingDraft draft =
        finding(gateway.id(), servers.getFirst())
            .showing(circuits)
            .title("With " + server + ", only one of " + names + " carries " + shared.prefix())
            .text(
                "Without a Route Server the traffic would be shared by circuits that tell the same"
                    + " prefix. With one in the virtual network, a single circuit is taken, and which is"
                    + " not said.")
            .remedy("Decide which circuit it shall be, by connection weight.")
            .remedy("Do without the Route Server, or put it into a virtual network of its own.");
    Id first = circuits.iterator().next();
    List<Id> links = Path03.connections(situation, circuitry, first);
    if (!links.isEmpty()) {
      draft.fix(
          "Prefer " + situation.name(first) + " in both directions",
          (design, catalog) -> {
            Design steered = Path03.preferred(design, links, PREFERENCE).design();
            return Path03.weighted(steered, first, gateway.id(), WEIGHT);
          });
    }
    return draft.done();
  }
}
