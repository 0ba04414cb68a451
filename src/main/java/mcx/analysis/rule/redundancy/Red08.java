package mcx.analysis.rule.redundancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.rule.BackupOffer;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.design.Circuit;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.PeeringLocation;
import mcx.design.Setting;
import org.jspecify.annotations.Nullable;

/**
 * RED-08: Interconnect attachments that meet neither of Google's patterns: two in one metro in
 * different edge availability domains, or two in each of two metros with global routing. The
 * attachment's edge device stands for its domain.
 */
final class Red08 extends Diversity {

  private static final String PROMISE =
      "Google promises 99.9 % for two links of one metro in different edge availability domains, and"
          + " 99.99 % for two such in each of two metros with global routing.";

  Red08() {
    super("RED-08", "google.");
  }

  @Override
  @Nullable FindingDraft alone(Situation situation, Circuitry circuitry, Circuit circuit) {
    if (!circuitry.vpns(circuitry.networks(circuit.id())).isEmpty()) {
      return null;
    }
    String name = situation.name(circuit.id());
    FindingDraft draft =
        about(List.of(circuit))
            .title(name + " is the only Interconnect attachment to its VPC")
            .text(PROMISE + " For one link it promises nothing, and works on one domain at a time.")
            .remedy("Order a second attachment in the other edge availability domain.")
            .remedy("Let a VPN stand by; it has its own, lower, bandwidth.");
    return new BackupOffer(situation, circuitry).beside(circuit, draft);
  }

  @Override
  @Nullable FindingDraft several(Situation situation, Circuitry circuitry, List<Circuit> circuits) {
    Map<String, SortedSet<String>> domains = new TreeMap<>();
    List<Circuit> unknown = new ArrayList<>();
    for (Circuit c : circuits) {
      SortedSet<String> on = circuitry.edgeDevices(c);
      domains.computeIfAbsent(metro(situation, circuitry, c), k -> new TreeSet<>()).addAll(on);
      if (on.isEmpty()) {
        unknown.add(c);
      }
    }
    long complete = domains.values().stream().filter(d -> d.size() > 1).count();
    if (complete > 1) {
      return routing(situation, circuitry, circuits);
    }
    if (complete == 1) {
      return null;
    }
    return unknown.isEmpty()
        ? sameDomain(situation, circuits, domains)
        : undecided(situation, circuits, unknown);
  }

  private static String metro(Situation situation, Circuitry circuitry, Circuit circuit) {
    for (Id l : circuitry.locations(circuit)) {
      PeeringLocation at = situation.design().element(l, PeeringLocation.class);
      if (at != null) {
        return at.metro() == null || at.metro().isBlank() ? at.name() : at.metro();
      }
    }
    return "";
  }

  private FindingDraft sameDomain(
      Situation situation, List<Circuit> circuits, Map<String, SortedSet<String>> domains) {
    String names = names(situation, circuits);
    boolean metros = domains.size() > 1;
    return about(circuits)
        .title(
            metros
                ? names + " are alone in their metros"
                : names + " are in one edge availability domain")
        .text(
            PROMISE
                + (metros
                    ? " One link in each metro is neither."
                    : " In one domain, each maintenance takes all of them down."))
        .remedy("Order an attachment in the other edge availability domain of the metro.");
  }

  private FindingDraft undecided(
      Situation situation, List<Circuit> circuits, List<Circuit> unknown) {
    return about(circuits)
        .undecided()
        .title("The edge availability domains of " + names(situation, unknown) + " are not given")
        .text(PROMISE + " The design does not say in which domain each of them ends.")
        .remedy("Give each attachment its domain as the edge device it ends on.");
  }

  private @Nullable FindingDraft routing(
      Situation situation, Circuitry circuitry, List<Circuit> circuits) {
    List<Element> regional = new ArrayList<>();
    boolean global = false;
    SortedSet<Id> holders = new TreeSet<>(circuitry.common(circuits));
    circuits.forEach(c -> circuitry.gateways(c.id()).forEach(g -> holders.add(g.id())));
    for (Id id : holders) {
      Element holder = java.util.Objects.requireNonNull(situation.design().element(id));
      String mode = holder.settings().text(Setting.DYNAMIC_ROUTING);
      global |= "global".equals(mode);
      if ("regional".equals(mode)) {
        regional.add(holder);
      }
    }
    if (regional.isEmpty() && global) {
      return null;
    }
    String names = Phrases.list(List.copyOf(circuitry.common(circuits)), situation::name);
    FindingDraft draft =
        about(circuits)
            .remedy("Set the VPC's dynamic routing to global.")
            .text(
                PROMISE
                    + " With regional routing each region has its own links only: losing one metro"
                    + " cuts its region off, although the other metro's links are up.");
    if (regional.isEmpty()) {
      return draft
          .undecided()
          .title("Whether " + names + " routes globally is not said, and the promise hangs on it");
    }
    List<Id> ids = regional.stream().map(Element::id).toList();
    return draft
        .showing(ids)
        .title(names + " routes regionally, so the two metros do not back each other up")
        .fix("Route globally in " + names, (design, catalog) -> global(design, ids));
  }

  private static Change global(Design design, List<Id> holders) {
    Design after = design;
    for (Id id : holders) {
      Element holder = java.util.Objects.requireNonNull(after.element(id));
      after = after.with(holder.with(Setting.DYNAMIC_ROUTING, "global"));
    }
    return new Change(after, List.of(), holders.getFirst());
  }
}
