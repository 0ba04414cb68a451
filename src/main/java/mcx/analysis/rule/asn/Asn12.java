package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.fix.LoopAllowance;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.inet.Prefix;

/**
 * ASN-12: a receiver drops a route since its own AS number is in the path, and the site behind it
 * does not reach that network at all. Between sites of the customer's own that is an error; where a
 * cloud is at one end, only if an intent asks for it.
 */
final class Asn12 extends Rule {

  private static final int SHOWN = 3;

  Asn12() {
    super("ASN-12");
  }

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, List<LoopRefusal>> byReceiver = new TreeMap<>();
    for (LoopRefusal r : LoopRefusal.of(situation)) {
      if (r.sameCloud() == null) {
        byReceiver.computeIfAbsent(r.receiver(), k -> new ArrayList<>()).add(r);
      }
    }
    List<Finding> found = new ArrayList<>();
    byReceiver.forEach((receiver, all) -> found.add(found(situation, receiver, all)));
    return found;
  }

  private Finding found(Situation situation, Id receiver, List<LoopRefusal> all) {
    SortedSet<Prefix> prefixes = new TreeSet<>();
    SequencedSet<Id> evidence = new LinkedHashSet<>();
    SortedSet<Id> vrfs = new TreeSet<>();
    SortedSet<Id> links = new TreeSet<>();
    boolean counts = false;
    for (LoopRefusal r : all) {
      prefixes.addAll(r.routes().prefixes());
      evidence.add(r.flow().link());
      links.add(r.flow().link());
      Id vrf = r.vrf(situation);
      if (vrf != null) {
        vrfs.add(vrf);
      }
      counts |= r.isExpected(situation) || isOwn(situation, r);
    }
    String name = situation.name(receiver);
    List<String> shown = prefixes.stream().limit(SHOWN).map(Prefix::toString).toList();
    FindingDraft draft =
        finding(receiver)
            .showing(evidence)
            .showing(vrfs)
            .infoIf(!counts)
            .title(
                name
                    + " drops the route to "
                    + Phrases.list(shown)
                    + (prefixes.size() > SHOWN ? " and others" : "")
                    + ": its own AS "
                    + all.getFirst().asn()
                    + " is in the path")
            .text(
                "BGP takes a path that holds the receiver's own number for a loop and discards it"
                    + " without a word, so what is behind "
                    + name
                    + " does not reach it.")
            .remedy(
                "Let the sender put its own number in the place of the receiver's (as-override).")
            .remedy("Let the receiver accept its own number once (allowas-in 1).")
            .remedy("Or summarise the routes in between, so that a new path begins there.");
    if (!vrfs.isEmpty()) {
      draft.fix(
          "Let "
              + Phrases.list(vrfs.stream().map(situation::name).toList())
              + " override the customer's AS number",
          (before, catalog) -> LoopAllowance.override(before, vrfs));
    } else if (situation.design().element(receiver) instanceof Router
        && LoopAllowance.canAccept(situation.design(), receiver, links)) {
      draft.fix(
          "Let " + name + " accept AS " + all.getFirst().asn() + " once",
          (before, catalog) -> LoopAllowance.accept(before, receiver, links));
    }
    return draft.done();
  }

  private static boolean isOwn(Situation situation, LoopRefusal r) {
    return r.origin() != null
        && situation.design().element(r.origin()) instanceof Premises
        && r.kept().stream().anyMatch(k -> situation.design().element(k) instanceof Premises);
  }
}
