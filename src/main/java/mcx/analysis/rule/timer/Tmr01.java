package mcx.analysis.rule.timer;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.catalog.Timers;
import mcx.change.Change;
import mcx.change.fix.SessionEnds;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.PeeringType;

/** TMR-01: an ExpressRoute session runs without BFD, since the customer's side has it off. */
final class Tmr01 extends Rule {

  Tmr01() {
    super("TMR-01");
  }

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, List<CircuitSession>> off = new TreeMap<>();
    SortedMap<Id, List<CircuitSession>> untold = new TreeMap<>();
    for (CircuitSession s : CircuitSession.of(situation, "azure.expressroute")) {
      if (s.link().peering() == PeeringType.PRIVATE) {
        boolean isOff =
            Boolean.FALSE.equals(s.far().bfd()) || Boolean.FALSE.equals(s.cloud().bfd());
        if (isOff) {
          off.computeIfAbsent(s.circuit().id(), k -> new ArrayList<>()).add(s);
        } else if (s.far().bfd() == null) {
          untold.computeIfAbsent(s.circuit().id(), k -> new ArrayList<>()).add(s);
        }
      }
    }
    List<Finding> found = new ArrayList<>();
    off.forEach((circuit, sessions) -> found.add(found(situation, circuit, sessions, true)));
    untold.forEach(
        (circuit, sessions) -> {
          if (!off.containsKey(circuit)) {
            found.add(found(situation, circuit, sessions, false));
          }
        });
    return found;
  }

  private Finding found(
      Situation situation, Id circuit, List<CircuitSession> sessions, boolean off) {
    CircuitSession first = sessions.getFirst();
    String name = situation.name(circuit);
    List<Id> links = sessions.stream().map(CircuitSession::id).toList();
    String routers =
        String.join(
            " and ",
            sessions.stream().map(s -> withoutIt(situation, s)).distinct().limit(2).toList());
    FindingDraft draft =
        finding(circuit)
            .showing(links)
            .title(
                off
                    ? "BGP over " + name + " runs without BFD at " + routers
                    : "Whether BFD runs over " + name + " at " + routers + " is not said")
            .text(
                "Microsoft's side runs BFD as soon as the other side does. Without it, a failure that"
                    + " leaves the line up is noticed only when the hold time ends: after "
                    + first.holdSeconds()
                    + " s at worst. Circuits from before it was the default have to be reset once.")
            .remedy("Turn BFD on at both sides" + words(situation, circuit) + ".")
            .remedy("Or lower the BGP timers there, as far as Microsoft takes them.");
    if (!off) {
      draft.undecided();
    }
    return draft
        .fix("Turn BFD on at " + routers, (design, catalog) -> turnOn(design, links))
        .done();
  }

  /** The side that has it off, or is not known to have it on. */
  private static String withoutIt(Situation situation, CircuitSession s) {
    return Boolean.TRUE.equals(s.far().bfd()) ? "Microsoft’s side" : s.farName(situation);
  }

  private static String words(Situation situation, Id circuit) {
    Product product = situation.product(circuit);
    Timers timers = product == null ? null : product.timers();
    return timers == null || timers.bfdIntervalMillis() == null
        ? ""
        : " (" + timers.bfdIntervalMillis() + " ms, " + timers.bfdMultiplier() + " times)";
  }

  private static Change turnOn(Design design, List<Id> links) {
    Design changed = design;
    for (Id link : links) {
      changed = SessionEnds.far(changed, link, end -> end.with("bfd", true));
      changed =
          SessionEnds.cloud(
              changed, link, end -> Boolean.FALSE.equals(end.bfd()) ? end.with("bfd", null) : end);
    }
    return new Change(changed, List.of(), links.getFirst());
  }
}
