package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Budget;
import mcx.analysis.Finding;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.SessionEnds;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.RoutePolicy;
import mcx.design.Router;
import mcx.design.VpnConnection;
import mcx.network.Node;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * PFX-23: a router passes the prefixes of one cloud on to another, which takes fewer: the growth of
 * the one ends the session of the other.
 */
final class Pfx23 extends Rule {

  Pfx23() {
    super("PFX-23");
  }

  /**
   * What one cloud brings to the limit of another.
   *
   * @param budget the limit
   * @param cloud the cloud that brings most
   * @param count how many it brings
   * @param asns the AS numbers that its routes, and no others, have at the end of their path
   */
  private record Case(Budget budget, Id cloud, int count, SortedSet<Long> asns) {}

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, List<Case>> bySubject = new TreeMap<>();
    for (Budget b : situation.analysis().budgets()) {
      if (b.share() >= PrefixMargin.NEARLY_FULL && b.link() != null && !b.outgoing()) {
        Case found = found(situation, b);
        if (found != null) {
          bySubject.computeIfAbsent(subject(situation, b), k -> new ArrayList<>()).add(found);
        }
      }
    }
    List<Finding> all = new ArrayList<>();
    bySubject.forEach((subject, cases) -> all.add(finding(situation, subject, cases)));
    return all;
  }

  private static Id subject(Situation situation, Budget budget) {
    return situation.design().element(budget.holder(), Circuit.class) != null
        ? budget.holder()
        : Objects.requireNonNull(budget.link()).owner();
  }

  /** The cloud that fills most of a limit of another, by way of a router of the customer's. */
  private static @Nullable Case found(Situation situation, Budget budget) {
    Cloud receiver = situation.design().within(budget.holder(), Cloud.class);
    if (receiver == null) {
      return null;
    }
    Map<Id, Integer> counts = new TreeMap<>();
    Map<Id, SortedSet<Long>> ends = new TreeMap<>();
    SortedSet<Long> other = new TreeSet<>();
    for (Route r : BudgetRule.routes(situation, budget)) {
      Id origin = situation.elementOf(r.source());
      Cloud cloud = origin == null ? null : situation.design().within(origin, Cloud.class);
      long last = r.asPath().stream().reduce(0L, (a, b) -> b);
      if (cloud == null || cloud.equals(receiver) || !throughCustomer(situation, r)) {
        other.add(last);
      } else {
        counts.merge(cloud.id(), 1, Integer::sum);
        ends.computeIfAbsent(cloud.id(), k -> new TreeSet<>()).add(last);
      }
    }
    Map.Entry<Id, Integer> most =
        counts.entrySet().stream().max(Comparator.comparing(Map.Entry::getValue)).orElse(null);
    if (most == null || most.getValue() * 2 < budget.count()) {
      return null;
    }
    SortedSet<Long> asns = new TreeSet<>(ends.getOrDefault(most.getKey(), new TreeSet<>()));
    ends.forEach(
        (cloud, numbers) -> {
          if (!cloud.equals(most.getKey())) {
            other.addAll(numbers);
          }
        });
    boolean telling = asns.stream().noneMatch(other::contains) && !asns.contains(0L);
    return new Case(budget, most.getKey(), most.getValue(), telling ? asns : new TreeSet<>());
  }

  private static boolean throughCustomer(Situation situation, Route route) {
    for (Route r = route; r != null; r = r.from()) {
      Node node = situation.network().node(r.table().node());
      if (node != null && node.kind() == Node.Kind.CUSTOMER_ROUTER) {
        return true;
      }
    }
    return false;
  }

  private Finding finding(Situation situation, Id subject, List<Case> cases) {
    Case worst = cases.getFirst();
    Budget b = worst.budget();
    String from = situation.name(worst.cloud());
    FindingDraft draft =
        finding(subject)
            .showing(cases.stream().map(c -> Objects.requireNonNull(c.budget().link())).toList())
            .showing(List.of(worst.cloud()))
            .title(
                worst.count()
                    + " of the "
                    + b.count()
                    + " prefixes that "
                    + situation.name(subject)
                    + " is told come from "
                    + from
                    + "; it takes "
                    + b.max())
            .text(
                (b.exceeded()
                        ? "The growth of " + from + " has gone past this limit. "
                        : from + " has only to grow by " + (b.headroom() + 1) + " for this: ")
                    + b.consequence()
                    + " What is behind "
                    + situation.name(subject)
                    + " then suffers for what happens in another cloud, whose own limits are not"
                    + " touched.")
            .remedy(
                "Filter what the customer's router tells this neighbour: only what it needs to reach"
                    + " (an outbound filter for each neighbour).")
            .remedy("Tell it one summary of " + from + " in the place of each network.");
    offer(situation, cases, draft);
    return draft.done();
  }

  /** A filter, where the session is down anyway, so that nothing that works is lost. */
  private static void offer(Situation situation, List<Case> cases, FindingDraft draft) {
    SortedMap<Id, String> paths = new TreeMap<>();
    String who = "";
    for (Case c : cases) {
      Id session = Objects.requireNonNull(c.budget().link());
      Id router = router(situation, session);
      boolean mends =
          c.budget().exceeded()
              && c.budget().count() - c.count() < c.budget().max() * PrefixMargin.NEARLY_FULL;
      if (router == null || c.asns().isEmpty() || !mends || isUp(situation, c.budget())) {
        return;
      }
      who = situation.name(router);
      paths.put(session, String.join("|", c.asns().stream().map(n -> "_" + n + "_").toList()));
    }
    Case first = cases.getFirst();
    draft.fix(
        "Let "
            + (paths.size() == 1 ? who : "the routers")
            + " tell "
            + situation.name(first.budget().holder())
            + " nothing of "
            + situation.name(first.cloud()),
        (design, catalog) -> {
          Design changed = design;
          for (Map.Entry<Id, String> e : paths.entrySet()) {
            Link link = changed.link(e.getKey().owner());
            boolean endA = link != null && changed.element(link.a(), Router.class) != null;
            changed =
                SessionEnds.edit(
                    changed,
                    e.getKey(),
                    endA,
                    end ->
                        Components.with(
                            end, "exportPolicy", without(end.exportPolicy(), e.getValue())));
          }
          return new Change(changed, List.of(), paths.firstKey().owner());
        });
  }

  private static RoutePolicy without(RoutePolicy policy, String asPath) {
    List<RoutePolicy.Term> terms = new ArrayList<>();
    terms.add(
        new RoutePolicy.Term(
            "not of the other cloud",
            List.of(),
            List.of(),
            asPath,
            null,
            false,
            RoutePolicy.Change.NONE));
    terms.addAll(policy.terms());
    return new RoutePolicy(terms, policy.otherwise());
  }

  private static boolean isUp(Situation situation, Budget budget) {
    String session = budget.session();
    return session != null && situation.solution().session(session).up();
  }

  /** The customer's router whose own settings the session has; null where it has another's. */
  private static @Nullable Id router(Situation situation, Id session) {
    Link link = situation.design().link(session.owner());
    if (link instanceof CircuitConnection || link instanceof VpnConnection) {
      for (Id end : List.of(link.a(), link.b())) {
        if (situation.design().element(end, Router.class) != null) {
          return end;
        }
      }
    }
    return null;
  }
}
