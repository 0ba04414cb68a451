package mcx.analysis.rule.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mcx.analysis.Finding;
import mcx.analysis.rule.Circuitry;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.change.Change;
import mcx.change.fix.PolicyEdits;
import mcx.change.fix.SessionEnds;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.RoutePolicy;
import mcx.design.RoutePolicy.Term;

/** PATH-12: MED, local preference or weight that is to steer IBM, which looks at none of them. */
final class Path12 extends Rule {

  Path12() {
    super("PATH-12");
  }

  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> found = new ArrayList<>();
    Circuitry circuitry = new Circuitry(situation);
    for (Circuit circuit : situation.circuits("ibm.direct-link")) {
      List<String> what = new ArrayList<>();
      boolean med = false;
      for (CircuitConnection c : circuitry.connections(circuit.id())) {
        med |= med(SessionEnds.far(situation.design(), c)) > 0;
        what.addAll(ranks(c.session().a().importPolicy()));
      }
      if (med) {
        what.addFirst("a MED");
      }
      if (circuitry.links(circuit.id(), CircuitAttachment.class).stream()
          .anyMatch(a -> a.weight() > 0)) {
        what.add("a connection weight");
      }
      if (!what.isEmpty()) {
        found.add(found(situation, circuitry, circuit, what.stream().distinct().toList(), med));
      }
    }
    return found;
  }

  private static long med(BgpEnd end) {
    return end.exportPolicy().terms().stream()
        .map(t -> t.set().med())
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static List<String> ranks(RoutePolicy policy) {
    List<String> found = new ArrayList<>();
    for (Term t : policy.terms()) {
      if (t.set().localPreference() != null) {
        found.add("a local preference");
      }
      if (t.set().weight() != null) {
        found.add("a weight");
      }
    }
    return found;
  }

  private Finding found(
      Situation situation,
      Circuitry circuitry,
      Circuit circuit,
      List<String> what,
      boolean farther) {
    String name = situation.name(circuit.id());
    Product product = situation.catalog().of(circuit);
    int times = product == null ? 0 : (int) product.number(Quantity.ADVISED_PREPENDS).orElse(0);
    Id id = circuit.id();
    List<Id> links = circuitry.connections(id).stream().map(CircuitConnection::id).toList();
    boolean prepend = farther && times > 0;
    return finding(id)
        .showing(links)
        .title(name + " is to be ranked by " + Phrases.list(what) + ", which IBM ignores")
        .text(
            "Over Direct Link only the AS path steers IBM's choice: MED, local preference and weight"
                + " have no effect, so traffic does not take the way that was meant.")
        .remedy(
            times > 0
                ? "Prepend " + times + " times or more on the second choice."
                : "Prepend on the second choice.")
        .fix(
            prepend
                ? "Prepend " + times + " times on " + name + " instead"
                : "Take " + Phrases.list(what) + " off " + name,
            (design, catalog) -> replaced(design, id, links, prepend ? times : 0))
        .done();
  }

  private static Change replaced(Design design, Id circuit, List<Id> links, int times) {
    Design after = design;
    for (Id link : links) {
      after = SessionEnds.cloud(after, link, PolicyEdits.receiving(PolicyEdits::withoutRanks));
      after =
          SessionEnds.far(
              after,
              link,
              PolicyEdits.sending(
                  p -> {
                    RoutePolicy bare = PolicyEdits.withMed(p, null);
                    return times > 0 ? PolicyEdits.prepending(bare, times) : bare;
                  }));
    }
    for (CircuitAttachment a : after.allLinks(CircuitAttachment.class)) {
      if (a.joins(circuit) && a.weight() > 0) {
        after = after.with(Components.with(a, "weight", 0));
      }
    }
    return new Change(after, List.of(), circuit);
  }
}
