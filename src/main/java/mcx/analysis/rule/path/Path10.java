package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.RibEntry;
import mcx.routing.Route;

/** PATH-10: so much is prepended on FastConnect that Oracle finds the backup VPN shorter. */
final class Path10 extends Rule {

  private static final int SHOWN = 3;

  Path10() {
    super("PATH-10");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    List<Gateway> gateways = situation.gateways("oracle.drg");
    if (gateways.isEmpty()) {
      return found;
    }
    Circuitry circuitry = new Circuitry(situation);
    Carriers carriers = new Carriers(situation);
    for (Gateway gateway : gateways) {
      for (VpnConnection vpn : circuitry.links(gateway.id(), VpnConnection.class)) {
        if (vpn.routing() == Routing.BGP) {
          check(situation, circuitry, carriers, gateway, vpn, found);
        }
      }
    }
    return found;
  }

  private void check(
      Situation situation,
      Circuitry circuitry,
      Carriers carriers,
      Gateway gateway,
      VpnConnection vpn,
      List<Finding> found) {
    VrfId table = VrfId.of(gateway.id().value());
    List<Prefix> lost = new ArrayList<>();
    SortedSet<Id> circuits = new TreeSet<>();
    for (Prefix prefix : told(situation, vpn, table)) {
      RibEntry entry = situation.solution().entry(table, prefix);
      SortedSet<Id> behind =
          entry == null || !vpn.equals(carriers.over(entry.first()))
              ? new TreeSet<>()
              : beaten(situation, circuitry, gateway, entry.first());
      if (!behind.isEmpty()) {
        lost.add(prefix);
        circuits.addAll(behind);
      }
    }
    if (!lost.isEmpty()) {
      found.add(found(situation, circuitry, gateway, vpn, lost, circuits));
    }
  }

  private static SortedSet<Prefix> told(Situation situation, VpnConnection vpn, VrfId table) {
    SortedSet<Prefix> told = new TreeSet<>();
    for (SessionFlow flow : situation.flows(vpn.id())) {
      if (flow.to().equals(table)) {
        flow.routes().stream()
            .filter(a -> a.outcome() == Advertisement.Outcome.ACCEPTED)
            .forEach(a -> told.add(a.prefix()));
      }
    }
    return told;
  }

  /** The circuits over which the prefix is told too, prepended to be farther than by VPN. */
  private static SortedSet<Id> beaten(
      Situation situation, Circuitry circuitry, Gateway gateway, Route byVpn) {
    SortedSet<Id> found = new TreeSet<>();
    for (CircuitAttachment l : circuitry.links(gateway.id(), CircuitAttachment.class)) {
      Id circuit = l.other(gateway.id());
      for (CircuitConnection c : circuitry.connections(circuit)) {
        for (SessionFlow flow : situation.flows(c.id())) {
          if (flow.facesCloud() != null
              && flow.routes().stream().anyMatch(a -> isFarther(a, byVpn))) {
            found.add(circuit);
          }
        }
      }
    }
    return found;
  }

  private static boolean isFarther(Advertisement a, Route byVpn) {
    return a.outcome() == Advertisement.Outcome.ACCEPTED
        && a.prefix().equals(byVpn.prefix())
        && a.asPath().length() > byVpn.asPath().length()
        && Prepends.in(a.asPath()) > Prepends.in(byVpn.asPath());
  }

  private Finding found(
      Situation situation,
      Circuitry circuitry,
      Gateway gateway,
      VpnConnection vpn,
      List<Prefix> lost,
      SortedSet<Id> circuits) {
    String names = Phrases.list(List.copyOf(circuits), situation::name);
    Product product = situation.catalog().of(gateway);
    int added =
        product == null ? 0 : (int) product.number(Quantity.ASNS_ADDED_TO_BGP_VPN).orElse(0);
    FindingDraft draft =
        finding(vpn.id())
            .showing(circuits)
            .title(
                situation.name(gateway.id())
                    + " answers "
                    + Phrases.some(lost, SHOWN)
                    + " over "
                    + situation.name(vpn.id())
                    + ", for "
                    + names
                    + " is prepended")
            .text(
                "Oracle makes the paths of VPN routes longer by "
                    + added
                    + " so that FastConnect wins. What is prepended on "
                    + names
                    + " is more than that, and the VPN carries the traffic while the circuit is up.")
            .remedy("Prepend no more than " + added + " on FastConnect.")
            .remedy("Prepend on the VPN as well.");
    List<Id> links = new ArrayList<>();
    for (Id circuit : circuits) {
      for (CircuitConnection c : circuitry.connections(circuit)) {
        if (Prepends.most(SessionEnds.far(situation.design(), c)) > added) {
          links.add(c.id());
        }
      }
    }
    if (!links.isEmpty()) {
      draft.fix(
          "Prepend no more than " + added + " on " + names,
          (design, catalog) -> shortened(design, links, added));
    }
    return draft.done();
  }

  private static Change shortened(Design design, List<Id> links, int most) {
    Design after = design;
    for (Id link : links) {
      after =
          SessionEnds.far(
              after, link, PolicyEdits.sending(p -> PolicyEdits.prependingAtMost(p, most)));
    }
    return new Change(after, List.of(), links.getFirst());
  }
}
