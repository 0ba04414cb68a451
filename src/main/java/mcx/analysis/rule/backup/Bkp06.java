package mcx.analysis.rule.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcx.analysis.Finding;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Timers;
import mcx.design.Circuit;
import mcx.design.Id;

/** BKP-06: how long it takes until VPN carries what ExpressRoute did. */
final class Bkp06 extends Rule {

  Bkp06() {
    super("BKP-06");
  }

  @Override
  public List<Finding> check(Situation situation) {
    Map<Circuit, List<Backup>> byCircuit = new LinkedHashMap<>();
    for (Backup b : Backup.all(situation, "azure")) {
      byCircuit.computeIfAbsent(b.circuit(), k -> new ArrayList<>()).add(b);
    }
    List<Finding> found = new ArrayList<>();
    byCircuit.forEach((circuit, backups) -> found.add(found(situation, circuit, backups)));
    return found;
  }

  private Finding found(Situation situation, Circuit circuit, List<Backup> backups) {
    List<Id> vpns = backups.stream().map(b -> b.vpn().id()).distinct().toList();
    Product product = situation.product(circuit.id());
    Timers timers = product == null ? null : product.timers();
    StringBuilder text = new StringBuilder();
    if (timers != null) {
      text.append("The failure is found in ").append(timers.detection()).append(". ");
    }
    for (Id gateway : situation.sites().gateways(circuit)) {
      Product behind = situation.product(gateway);
      if (behind != null) {
        behind.notes().stream()
            .filter(n -> n.source().equals(row().source()))
            .forEach(n -> text.append(n.value()).append(' '));
      }
    }
    text.append("The customer's routers take as long as their own timers and BFD say.");
    return finding(circuit.id())
        .showing(vpns)
        .title(
            "When "
                + situation.name(circuit.id())
                + " fails, "
                + Phrases.some(vpns.stream().map(situation::name).toList())
                + (vpns.size() == 1 ? " takes over" : " take over"))
        .text(text.toString())
        .done();
  }
}
