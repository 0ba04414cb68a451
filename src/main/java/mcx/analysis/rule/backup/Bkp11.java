package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.SessionEnds;
import mcx.design.CircuitConnection;
import mcx.design.Id;
import mcx.design.Router;
import mcx.inet.Asn;
import mcx.network.Session;
import mcx.network.VrfId;

/** BKP-11: a datacenter speaks with other AS numbers at Alibaba's border router than at its VPN. */
final class Bkp11 extends Rule {

  Bkp11() {
    super("BKP-11");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Backup b : Backup.all(situation, "alibaba")) {
      SortedSet<Asn> atCircuit = new TreeSet<>();
      for (CircuitConnection c : situation.links(CircuitConnection.class)) {
        if (c.a().equals(b.circuit().id())) {
          atCircuit.addAll(customer(situation, c.id()));
        }
      }
      SortedSet<Asn> atVpn = customer(situation, b.vpn().id());
      if (atCircuit.size() == 1 && !atVpn.isEmpty() && !atVpn.equals(atCircuit)) {
        found.add(found(situation, b, atCircuit.first(), atVpn));
      }
    }
    return found;
  }

  /** The numbers that the customer's own routers speak with over a link. */
  private static SortedSet<Asn> customer(Situation situation, Id link) {
    SortedSet<Asn> numbers = new TreeSet<>();
    for (Session s : situation.sessions(link)) {
      for (VrfId end : List.of(s.a(), s.b())) {
        if (situation.design().element(situation.elementOf(end), Router.class) != null) {
          numbers.add(s.at(end).asn());
        }
      }
    }
    return numbers;
  }

  private Finding found(Situation situation, Backup b, Asn circuit, SortedSet<Asn> vpn) {
    Id id = b.vpn().id();
    String site = situation.name(b.sites().first());
    boolean gatewayIsA = b.vpn().a().equals(b.gateway().id());
    return finding(b.circuit().id(), id)
        .showing(b.sites())
        .title(
            site
                + " has AS "
                + circuit
                + " at the border router and AS "
                + Phrases.list(vpn.stream().map(Asn::toString).toList())
                + " at the VPN")
        .text(
            "Alibaba advises one AS number for a datacenter on both ways. With different ones its"
                + " routes may flap between the two.")
        .remedy("Let the VPN speak with AS " + circuit + " too.")
        .fix(
            "Let " + situation.name(id) + " speak with AS " + circuit,
            (design, catalog) ->
                new Change(
                    SessionEnds.edit(design, id, !gatewayIsA, end -> end.with("asn", circuit)),
                    List.of(),
                    id))
        .done();
  }
}
