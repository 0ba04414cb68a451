package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.Comparator;
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
import mcx.change.fix.SessionEnds;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.ProviderEdge;
import mcx.design.RoutePolicy;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;

/**
 * RED-09: Interconnect attachments from one site to one VPC over which Google is told different
 * prefixes.
 */
final class Red09 extends Rule {

  private static final int SHOWN = 3;
  private static final Comparator<CircuitConnection> BY_ID =
      Comparator.comparing(CircuitConnection::id);

  Red09() {
    super("RED-09");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    if (situation.circuits("google.").size() < 2) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    for (List<Circuit> group : circuitry.together("google.")) {
      SortedMap<Id, SortedMap<CircuitConnection, SortedSet<Prefix>>> bySite = new TreeMap<>();
      for (Circuit c : group) {
        for (CircuitConnection connection : circuitry.connections(c.id())) {
          Id device = circuitry.device(connection);
          for (SessionFlow flow : situation.flows(connection.id())) {
            if (device != null && flow.facesCloud() != null && flow.state().up()) {
              bySite
                  .computeIfAbsent(site(situation, connection, device), k -> new TreeMap<>(BY_ID))
                  .put(connection, sent(situation, flow));
            }
          }
        }
      }
      bySite.values().forEach(told -> check(situation, told, found));
    }
    return found;
  }

  /**
   * What a connection leads to: the VRF of a provider, which keeps customers' sites apart, else the
   * premises that the device stands in, or the device. Another one's links are no redundancy.
   */
  private static Id site(Situation situation, CircuitConnection connection, Id device) {
    Id vrf = connection.vrf();
    if (vrf != null && situation.design().element(device, ProviderEdge.class) != null) {
      return vrf;
    }
    List<Element> above = situation.design().ancestors(device);
    return above.isEmpty() ? device : above.getLast().id();
  }

  /** What Google is told, but for what it told itself. */
  private static SortedSet<Prefix> sent(Situation situation, SessionFlow flow) {
    SortedSet<Prefix> sent = new TreeSet<>();
    for (AdvertisementGroup g : flow.routes().groups()) {
      if (g.outcome().sent() && g.outcome() != Advertisement.Outcome.REFUSED_LOOP) {
        Id source = situation.elementOf(g.source());
        Cloud cloud = situation.design().within(source, Cloud.class);
        if (cloud == null || !cloud.id().equals(flow.facesCloud())) {
          sent.addAll(g.prefixes());
        }
      }
    }
    return sent;
  }

  private void check(
      Situation situation,
      SortedMap<CircuitConnection, SortedSet<Prefix>> told,
      List<Finding> found) {
    SortedSet<Prefix> all = new TreeSet<>();
    told.values().forEach(all::addAll);
    CircuitConnection fullest = null;
    List<CircuitConnection> lacking = new ArrayList<>();
    SortedSet<Prefix> missing = new TreeSet<>();
    for (Map.Entry<CircuitConnection, SortedSet<Prefix>> e : told.entrySet()) {
      CircuitConnection c = e.getKey();
      SortedSet<Prefix> not = new TreeSet<>(all);
      not.removeAll(e.getValue());
      if (not.isEmpty()) {
        fullest = fullest == null ? c : fullest;
      } else {
        lacking.add(c);
        missing.addAll(not);
      }
    }
    if (lacking.isEmpty()) {
      return;
    }
    List<Id> circuits = lacking.stream().map(CircuitConnection::a).toList();
    String names = Phrases.list(circuits, situation::name);
    FindingDraft draft =
        finding(circuits)
            .showing(told.keySet().stream().map(CircuitConnection::id).toList())
            .title(
                "Google never hears of "
                    + Phrases.some(List.copyOf(missing), SHOWN)
                    + " over "
                    + names)
            .text(
                "The other attachments tell it. When they fail, "
                    + names
                    + (circuits.size() == 1 ? " is" : " are")
                    + " up and carries no traffic to those prefixes: the redundancy does not hold"
                    + " for them.")
            .remedy("Tell the same prefixes over all attachments.");
    offer(situation, draft, fullest, lacking);
    found.add(draft.done());
  }

  private static void offer(
      Situation situation,
      FindingDraft draft,
      @org.jspecify.annotations.Nullable CircuitConnection fullest,
      List<CircuitConnection> lacking) {
    if (fullest == null) {
      return;
    }
    Design now = situation.design();
    RoutePolicy model = SessionEnds.far(now, fullest).exportPolicy();
    if (lacking.stream().anyMatch(c -> SessionEnds.far(now, c).exportPolicy().equals(model))) {
      return;
    }
    List<Id> links = lacking.stream().map(CircuitConnection::id).toList();
    draft.fix(
        "Tell over "
            + Phrases.list(links, situation::name)
            + " what "
            + situation.name(fullest.id())
            + " tells",
        (design, catalog) -> equal(design, links, model));
  }

  private static Change equal(Design design, List<Id> links, RoutePolicy model) {
    Design after = design;
    for (Id link : links) {
      after = SessionEnds.far(after, link, end -> end.with("exportPolicy", model));
    }
    return new Change(after, List.of(), links.getFirst());
  }
}
