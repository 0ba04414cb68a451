package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.EqualPrefixes;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;

/**
 * PATH-01: over a VPN goes a prefix that is more specific than what the circuit beside it carries.
 * The longest prefix wins before anything else is compared, so that the VPN has the traffic.
 */
final class Path01 extends Rule {

  private static final int SHOWN = 3;

  Path01() {
    super("PATH-01");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    Map<List<Object>, WiderPrefixes<Id>> byCircuits = new HashMap<>();
    for (Coexistence c : Coexistence.all(situation, circuitry)) {
      SortedMap<Prefix, Prefix> toCloud = specifics(situation, circuitry, c, true, byCircuits);
      SortedMap<Prefix, Prefix> toCustomer = specifics(situation, circuitry, c, false, byCircuits);
      if (!toCloud.isEmpty() || !toCustomer.isEmpty()) {
        found.add(found(situation, c, toCloud, toCustomer));
      }
    }
    return found;
  }

  /**
   * Each prefix that only the VPN carries, with the wider one of the same place that the circuits
   * carry. What another place has is another destination.
   *
   * @param byCircuits what circuits carry, as far as it is known; VPNs share circuits
   */
  private static SortedMap<Prefix, Prefix> specifics(
      Situation situation,
      Circuitry circuitry,
      Coexistence c,
      boolean towardsCloud,
      Map<List<Object>, WiderPrefixes<Id>> byCircuits) {
    WiderPrefixes<Id> byCircuit =
        byCircuits.computeIfAbsent(
            List.of(c.circuits(), towardsCloud),
            k -> byCircuit(situation, circuitry, c.circuits(), towardsCloud));
    SortedMap<Prefix, Prefix> found = new TreeMap<>();
    byVpn(situation, c, towardsCloud)
        .forEach(
            (p, place) -> {
              Prefix wider = byCircuit.has(p) ? null : byCircuit.holder(p, place::equals);
              if (wider != null) {
                found.put(p, wider);
              }
            });
    return found;
  }

  private static WiderPrefixes<Id> byCircuit(
      Situation situation, Circuitry circuitry, List<Circuit> circuits, boolean towardsCloud) {
    WiderPrefixes<Id> found = new WiderPrefixes<>();
    for (Circuit circuit : circuits) {
      for (CircuitConnection connection : circuitry.connections(circuit.id())) {
        accepted(situation, connection.id(), towardsCloud).forEach(found::put);
      }
    }
    return found;
  }

  private static Map<Prefix, Id> byVpn(Situation situation, Coexistence c, boolean towardsCloud) {
    if (c.vpn().routing() == Routing.BGP) {
      return accepted(situation, c.vpn().id(), towardsCloud);
    }
    Map<Prefix, Id> found = new HashMap<>();
    boolean routerAtA = c.vpn().a().equals(c.router().id());
    Id place = place(situation, towardsCloud ? c.router().id() : c.gateway().id());
    (routerAtA == towardsCloud ? c.vpn().networksA() : c.vpn().networksB())
        .forEach(p -> found.put(p, place));
    return found;
  }

  /** What the far side accepts over a link, with the place that it is at. */
  private static Map<Prefix, Id> accepted(Situation situation, Id link, boolean towardsCloud) {
    Map<Prefix, Id> found = new HashMap<>();
    for (SessionFlow flow : situation.flows(link)) {
      if ((flow.facesCloud() != null) == towardsCloud) {
        for (AdvertisementGroup g : flow.routes().groups()) {
          Id source = situation.elementOf(g.source());
          if (g.outcome() == Advertisement.Outcome.ACCEPTED && source != null) {
            Id place = place(situation, source);
            g.prefixes().forEach(p -> found.put(p, place));
          }
        }
      }
    }
    return found;
  }

  /** The premises or cloud that something is in; itself where it is in neither. */
  private static Id place(Situation situation, Id element) {
    List<Element> above = situation.design().ancestors(element);
    return above.isEmpty() ? element : above.getLast().id();
  }

  private Finding found(
      Situation situation,
      Coexistence c,
      SortedMap<Prefix, Prefix> toCloud,
      SortedMap<Prefix, Prefix> toCustomer) {
    SortedMap<Prefix, Prefix> all = new TreeMap<>(toCloud);
    all.putAll(toCustomer);
    List<Prefix> specific = List.copyOf(all.keySet());
    List<Prefix> wider = all.values().stream().distinct().sorted().toList();
    String vpn = situation.name(c.vpn().id());
    String circuits =
        Phrases.some(c.circuits().stream().map(x -> situation.name(x.id())).toList(), 2);
    Id id = c.vpn().id();
    Id router = c.router().id();
    FindingDraft draft =
        finding(id)
            .showing(c.circuits().stream().map(Circuit::id).toList())
            .showing(List.of(router))
            .title(
                vpn
                    + " carries "
                    + Phrases.some(specific, SHOWN)
                    + " past "
                    + circuits
                    + ", which has "
                    + Phrases.some(wider, SHOWN))
            .text(
                "The longest prefix wins, whatever the preferences say: "
                    + direction(situation, c, toCloud, toCustomer)
                    + " goes through the VPN although "
                    + circuits
                    + " is up"
                    + (toCloud.isEmpty() || toCustomer.isEmpty()
                        ? ", and comes back over the circuit. Firewalls on the way drop such traffic."
                        : "."))
            .remedy("Advertise the same prefixes over both, and let the circuit be preferred.");
    return draft
        .fix(
            "Carry "
                + Phrases.some(wider, SHOWN)
                + " instead of "
                + Phrases.some(specific, SHOWN)
                + " over "
                + vpn,
            (design, catalog) ->
                new Change(
                    EqualPrefixes.over(design, id, router, toCloud, toCustomer), List.of(), id))
        .done();
  }

  private static String direction(
      Situation situation,
      Coexistence c,
      SortedMap<Prefix, Prefix> toCloud,
      SortedMap<Prefix, Prefix> toCustomer) {
    String cloud = situation.name(c.gateway().id());
    String customer = situation.name(c.router().id());
    if (toCloud.isEmpty()) {
      return "traffic from "
          + customer
          + " to "
          + Phrases.some(List.copyOf(toCustomer.keySet()), 3);
    }
    return "traffic from "
        + cloud
        + " to "
        + Phrases.some(List.copyOf(toCloud.keySet()), 3)
        + (toCustomer.isEmpty() ? "" : ", and from " + customer + " back,");
  }
}
