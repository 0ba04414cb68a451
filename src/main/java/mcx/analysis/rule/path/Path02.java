package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Router;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.RibEntry;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * PATH-02: a customer's router knows a cloud's prefix by VPN and by circuit, and nothing that
 * somebody decided makes it prefer the circuit.
 */
final class Path02 extends Rule {

  /** How much the preferred side is set above, or the other below, what is. */
  private static final long STEP = 50;

  Path02() {
    super("PATH-02");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    List<Coexistence> all = Coexistence.all(situation, circuitry);
    if (all.isEmpty()) {
      return found;
    }
    Carriers carriers = new Carriers(situation);
    for (Coexistence c : all) {
      Case worst = check(situation, carriers, c);
      if (worst != null) {
        found.add(found(situation, circuitry, c, worst));
      }
    }
    return found;
  }

  /** What a router makes of one prefix, and how many it is so with. */
  private record Case(
      Prefix prefix, Route byVpn, Route byCircuit, SortedSet<Id> circuits, int count) {}

  private static @Nullable Case check(Situation situation, Carriers carriers, Coexistence c) {
    VrfId table = VrfId.of(c.router().id().value());
    // Prefixes that are alike have the same routes at the router; the first stands for all.
    SortedMap<Prefix, Integer> told = new TreeMap<>();
    for (SessionFlow flow : situation.flows(c.vpn().id())) {
      if (flow.to().equals(table)) {
        flow.routes().groups().stream()
            .filter(g -> g.outcome() == Advertisement.Outcome.ACCEPTED)
            .forEach(g -> told.put(g.prefixes().getFirst(), g.prefixes().size()));
      }
    }
    Case first = null;
    int count = 0;
    for (Map.Entry<Prefix, Integer> alike : told.entrySet()) {
      RibEntry entry = situation.solution().entry(table, alike.getKey());
      Case one = entry == null ? null : compared(carriers, c, entry);
      if (one != null) {
        count += alike.getValue();
        first = first == null ? one : first;
      }
    }
    return first == null
        ? null
        : new Case(first.prefix, first.byVpn, first.byCircuit, first.circuits, count);
  }

  /** The two routes where the circuit's is not preferred; null where it is, or one is missing. */
  private static @Nullable Case compared(Carriers carriers, Coexistence c, RibEntry entry) {
    List<Route> all = new ArrayList<>(entry.best());
    entry.lost().forEach(l -> all.add(l.route()));
    Route vpn = null;
    Route circuit = null;
    SortedSet<Id> circuits = new TreeSet<>();
    for (Route r : all) {
      Id over = carriers.circuit(r);
      if (c.vpn().equals(carriers.over(r))) {
        vpn = vpn == null || Preference.isPreferred(r, vpn) ? r : vpn;
      } else if (over != null && c.has(over)) {
        circuits.add(over);
        circuit = circuit == null || Preference.isPreferred(r, circuit) ? r : circuit;
      }
    }
    return vpn == null || circuit == null || Preference.isPreferred(circuit, vpn)
        ? null
        : new Case(entry.prefix(), vpn, circuit, circuits, 1);
  }

  private Finding found(Situation situation, Circuitry circuitry, Coexistence c, Case worst) {
    String router = situation.name(c.router().id());
    String vpn = situation.name(c.vpn().id());
    String circuits = Phrases.list(List.copyOf(worst.circuits), situation::name);
    boolean loses = Preference.isPreferred(worst.byVpn, worst.byCircuit);
    FindingDraft draft =
        finding(c.router().id(), c.vpn().id())
            .showing(worst.circuits)
            .title(router + " does not prefer " + circuits + " to " + vpn)
            .text(
                router
                    + " has "
                    + worst.prefix
                    + (worst.count > 1 ? " and " + (worst.count - 1) + " more" : "")
                    + " by both, "
                    + preferences(worst)
                    + (loses
                        ? ". It takes the VPN, while the cloud answers over the circuit: the two ways"
                            + " differ, and firewalls drop what they see half of."
                        : ". Which it takes is left to chance, such as a router id; where it takes the"
                            + " VPN, traffic goes one way and comes back another."))
            .remedy(
                "Set a higher local preference on what comes over the circuit, such as 150 where the"
                    + " VPN has 100.");
    List<Id> own = connections(situation, circuitry, worst);
    Id routerId = c.router().id();
    Id vpnId = c.vpn().id();
    if (own.isEmpty()) {
      long below = Math.max(0, worst.byCircuit.localPreference() - STEP);
      draft.fix(
          "Set local preference " + below + " on what " + router + " learns over " + vpn,
          (design, catalog) ->
              new Change(lowered(design, vpnId, routerId, below), List.of(), vpnId));
    } else {
      long above = worst.byVpn.localPreference() + STEP;
      draft.fix(
          "Prefer " + circuits + " with local preference " + above,
          (design, catalog) -> new Change(raised(design, own, above), List.of(), own.getFirst()));
    }
    return draft.done();
  }

  private static String preferences(Case worst) {
    Route v = worst.byVpn;
    Route c = worst.byCircuit;
    if (v.localPreference() == c.localPreference()) {
      return "both with local preference "
          + v.localPreference()
          + (v.asPath().length() == c.asPath().length()
              ? " and paths of equal length"
              : ", and the shorter path is the VPN's");
    }
    return "over the VPN with local preference "
        + v.localPreference()
        + " and over the circuit with "
        + c.localPreference();
  }

  /** The connections of the circuits, where all of them end on routers of the customer's own. */
  private static List<Id> connections(Situation situation, Circuitry circuitry, Case worst) {
    List<Id> found = new ArrayList<>();
    for (Id id : worst.circuits) {
      Circuit circuit = situation.design().element(id, Circuit.class);
      if (circuit == null) {
        continue;
      }
      for (CircuitConnection connection : circuitry.connections(id)) {
        Id device = circuitry.device(connection);
        if (device == null || situation.design().element(device, Router.class) == null) {
          return new ArrayList<>();
        }
        found.add(connection.id());
      }
    }
    return found;
  }

  private static Design raised(Design design, List<Id> connections, long preference) {
    Design after = design;
    for (Id id : connections) {
      after =
          SessionEnds.far(
              after, id, PolicyEdits.receiving(p -> PolicyEdits.preferring(p, preference)));
    }
    return after;
  }

  private static Design lowered(Design design, Id vpn, Id router, long preference) {
    return SessionEnds.tunnels(
        design, vpn, router, PolicyEdits.receiving(p -> PolicyEdits.preferring(p, preference)));
  }
}
