package mcx.analysis.rule.transit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.SitePairs;
import mcx.analysis.rule.Situation;
import mcx.change.fix.Edits;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Setting;
import org.jspecify.annotations.Nullable;

/**
 * TRN-07: virtual networks on one ExpressRoute circuit are to be kept apart, and whether they reach
 * each other through it hangs on a switch that is not set, or is on. Microsoft's texts disagree
 * about its default.
 */
final class Trn07 extends Rule {

  Trn07() {
    super("TRN-07");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    for (Circuit circuit : situation.circuits("azure.expressroute")) {
      List<Gateway> open = new ArrayList<>();
      for (Id id : situation.sites().gateways(circuit)) {
        Gateway gateway = situation.design().element(id, Gateway.class);
        if (gateway != null && !Boolean.FALSE.equals(transit(gateway))) {
          open.add(gateway);
        }
      }
      for (int i = 0; i < open.size(); i++) {
        for (int k = i + 1; k < open.size(); k++) {
          Finding finding = found(situation, circuit, open.get(i), open.get(k));
          if (finding != null) {
            found.add(finding);
          }
        }
      }
    }
    return found;
  }

  private static @Nullable Boolean transit(Gateway gateway) {
    return gateway.settings().flag(Setting.VIRTUAL_NETWORK_TRANSIT);
  }

  private @Nullable Finding found(
      Situation situation, Circuit circuit, Gateway one, Gateway other) {
    SitePairs pairs =
        situation
            .sites()
            .pairs(situation.sites().served(one.id()), situation.sites().served(other.id()));
    SitePairs isolated = pairs.isolated();
    boolean on = Boolean.TRUE.equals(transit(one)) && Boolean.TRUE.equals(transit(other));
    // Without the word of an intent, what is switched on is meant, and what is expected is asked.
    SitePairs told = !isolated.isEmpty() ? isolated : on ? isolated : pairs.unspoken();
    if (told.isEmpty()) {
      return null;
    }
    SortedSet<Id> gateways = new TreeSet<>(List.of(one.id(), other.id()));
    return finding(one.id(), other.id())
        .showing(told.sites())
        .showing(List.of(circuit.id()))
        .infoIf(isolated.isEmpty())
        .title(
            told.names()
                + (on ? " reach" : " may reach")
                + " each other through "
                + situation.name(circuit.id()))
        .text(
            on
                ? "Transit between virtual networks is switched on at both gateways, so the circuit"
                    + " joins them."
                : "Virtual networks on one circuit reach each other where a switch at both gateways"
                    + " allows it. Microsoft's newest text says that it is off unless set, the"
                    + " frequently asked questions that such networks are one routing domain. The"
                    + " design does not set it.")
        .remedy("Switch transit between virtual networks off at both gateways.")
        .fix(
            "Switch transit between virtual networks off",
            (design, catalog) ->
                Edits.set(design, gateways, Setting.VIRTUAL_NETWORK_TRANSIT, false))
        .done();
  }
}
