package mcx.analysis.rule.asn;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.SessionFlow;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Phrases;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.change.fix.AsNumbers;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Router;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.routing.Advertisement;
import org.jspecify.annotations.Nullable;

/** ASN-09, the path: IBM drops what comes with a number that it blocks, from however far. */
final class Asn09 extends Rule {

  Asn09() {
    super("ASN-09");
  }

  /** What one link brings in vain. */
  private record Case(SortedSet<Asn> blocked, SortedSet<Prefix> prefixes) {}

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, Case> cases = new TreeMap<>();
    for (SessionFlow flow : situation.analysis().advertisements()) {
      Id receiver = situation.elementOf(flow.to());
      if (receiver == null || !situation.vendor(receiver).equals("ibm")) {
        continue;
      }
      for (Advertisement a : flow.routes()) {
        if (a.outcome() == Advertisement.Outcome.REFUSED_POLICY) {
          SortedSet<Asn> blocked = blocked(situation.product(receiver), a);
          if (!blocked.isEmpty()) {
            Case c =
                cases.computeIfAbsent(
                    flow.link().owner(), k -> new Case(new TreeSet<>(), new TreeSet<>()));
            c.blocked.addAll(blocked);
            c.prefixes.add(a.prefix());
          }
        }
      }
    }
    List<Finding> found = new ArrayList<>();
    cases.forEach((link, c) -> found.add(found(situation, link, c)));
    return found;
  }

  private static SortedSet<Asn> blocked(@Nullable Product product, Advertisement a) {
    SortedSet<Asn> blocked = new TreeSet<>();
    if (product != null) {
      a.asPath().stream().mapToObj(Asn::of).filter(product::refuses).forEach(blocked::add);
    }
    return blocked;
  }

  private Finding found(Situation situation, Id link, Case c) {
    List<String> prefixes = c.prefixes.stream().map(Prefix::toString).limit(3).toList();
    String asns = Phrases.list(c.blocked.stream().map(a -> "AS " + a).toList());
    List<Gateway> owners =
        situation.all(Gateway.class).stream()
            .filter(g -> c.blocked.stream().anyMatch(b -> b.equals(situation.asn(g))))
            .toList();
    FindingDraft draft =
        finding(link)
            .showing(owners.stream().map(Gateway::id).toList())
            .title(
                "IBM drops "
                    + Phrases.list(prefixes)
                    + (c.prefixes.size() > 3 ? " and more" : "")
                    + " at "
                    + situation.name(link)
                    + ": "
                    + asns
                    + " is in the path")
            .text(
                "IBM blocks this number wherever it stands in a path, also far away. The networks"
                    + " behind it and IBM's do not reach each other this way.")
            .remedy(
                "Give another number to whoever has it; above all do not leave gateways of AWS at"
                    + " their default.")
            .remedy("Or summarise the routes at your own router, so that the path begins there.");
    for (Asn asn : c.blocked) {
      owners.stream()
          .filter(g -> asn.equals(situation.asn(g)))
          .forEach(g -> OtherNumber.offer(draft, situation, g));
      List<Router> routers = AsNumbers.routers(situation.design(), asn);
      if (!routers.isEmpty()) {
        OtherNumber.renumber(draft, situation, routers.getFirst(), asn);
      }
    }
    return draft.done();
  }
}
