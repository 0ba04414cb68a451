package mcx.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.change.fix.FreePrefixes;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.VirtualNetwork;
import mcx.inet.PrefixRange;
import mcx.network.Session;
import mcx.routing.SessionState;

/** Lets one site grow, and sees what falls. */
final class Growths {

  private Growths() {}

  static Growth of(Analysis before, Id origin, int more) {
    Design design = before.design();
    List<PrefixRange> has = held(design, origin);
    List<PrefixRange> added = FreePrefixes.like(design, has, more);
    List<PrefixRange> grown = new ArrayList<>(has);
    grown.addAll(added);
    Element element = java.util.Objects.requireNonNull(design.element(origin));
    Element larger = Components.with(element, component(element), grown);
    Analysis after =
        Analyzer.analyze(design.with(larger), before.catalog(), before.failures(), before);
    return new Growth(
        origin,
        added,
        after,
        exceeded(before, after),
        nearer(before, after),
        down(before, after),
        lost(before, after));
  }

  private static List<PrefixRange> held(Design design, Id origin) {
    return switch (design.element(origin)) {
      case Premises p -> p.networks();
      case VirtualNetwork n -> n.prefixes();
      case null, default ->
          throw new IllegalArgumentException(
              "“" + origin + "” is neither premises nor a virtual network.");
    };
  }

  private static String component(Element element) {
    return element instanceof Premises ? "networks" : "prefixes";
  }

  private static Map<String, Budget> byId(Analysis analysis) {
    Map<String, Budget> all = new HashMap<>();
    analysis.budgets().forEach(b -> all.put(b.id(), b));
    return all;
  }

  private static List<Budget> exceeded(Analysis before, Analysis after) {
    Map<String, Budget> was = byId(before);
    List<Budget> all = new ArrayList<>();
    for (Budget b : after.budgets()) {
      Budget old = was.get(b.id());
      if (b.exceeded() && (old == null || !old.exceeded())) {
        all.add(b);
      }
    }
    return all;
  }

  private static List<Budget> nearer(Analysis before, Analysis after) {
    Map<String, Budget> was = byId(before);
    List<Budget> all = new ArrayList<>();
    for (Budget b : after.budgets()) {
      Budget old = was.get(b.id());
      if (!b.exceeded() && old != null && b.count() > old.count()) {
        all.add(b);
      }
    }
    return all;
  }

  private static List<Growth.Down> down(Analysis before, Analysis after) {
    List<Growth.Down> all = new ArrayList<>();
    for (Session session : after.compiled().network().sessions()) {
      SessionState now = after.solution().session(session.id());
      if (!now.up() && before.solution().session(session.id()).up()) {
        all.add(new Growth.Down(session.id(), Id.of(session.origin().id()), now.reason()));
      }
    }
    return all;
  }

  private static List<SitePath> lost(Analysis before, Analysis after) {
    Set<List<Id>> reached = new HashSet<>();
    for (SitePath p : before.separation().paths()) {
      if (p.reaches()) {
        reached.add(List.of(p.from(), p.to()));
      }
    }
    return after.separation().paths().stream()
        .filter(p -> !p.reaches() && reached.contains(List.of(p.from(), p.to())))
        .toList();
  }
}
