package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mcx.analysis.Budget;
import mcx.analysis.Budgets;
import mcx.analysis.Finding;
import mcx.analysis.Names;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Rule;
import mcx.analysis.rule.Situation;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.network.Network;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Route;

/**
 * A prefix limit that is exceeded. The catalog says which limits a rule speaks of; what the
 * sessions of one circuit or gateway count is one finding.
 */
abstract class BudgetRule extends Rule {

  BudgetRule(String id) {
    super(id);
  }

  @Override
  public List<Finding> check(Situation situation) {
    SortedMap<Id, List<Budget>> bySubject = new TreeMap<>();
    for (Budget b : situation.analysis().budgets()) {
      if (concerns(situation, b)) {
        bySubject.computeIfAbsent(subject(situation, b), k -> new ArrayList<>()).add(b);
      }
    }
    List<Finding> found = new ArrayList<>();
    bySubject.forEach((subject, budgets) -> found.add(found(situation, subject, budgets)));
    return found;
  }

  /** Whether the rule finds something in a budget. */
  boolean concerns(Situation situation, Budget budget) {
    return budget.rule().equals(id()) && budget.exceeded();
  }

  /** What the finding is about. */
  Id subject(Situation situation, Budget budget) {
    Id link = budget.link();
    return link != null && situation.design().link(link.owner()) instanceof VpnConnection
        ? link.owner()
        : budget.holder();
  }

  /** Adds remedies and fixes; the budgets are those of one subject, the fullest first. */
  abstract void complete(Situation situation, List<Budget> budgets, FindingDraft draft);

  private Finding found(Situation situation, Id subject, List<Budget> budgets) {
    Budget worst = budgets.getFirst();
    FindingDraft draft =
        finding(subject)
            .showing(evidence(situation, budgets))
            .title(title(situation, worst))
            .text(text(situation, budgets));
    String sources =
        budgets.stream()
            .map(b -> b.limit().basis().sources())
            .filter(s -> !s.isEmpty())
            .flatMap(s -> List.of(s.split(",\\s*", -1)).stream())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!sources.isEmpty()) {
      draft.source(sources);
    }
    complete(situation, budgets, draft);
    return draft.done();
  }

  /** Who sends whom how much. */
  String title(Situation situation, Budget worst) {
    Network network = situation.network();
    Session session = worst.session() == null ? null : network.session(worst.session());
    VrfId at = worst.at();
    if (session != null && at != null) {
      return Names.of(network, session.other(at))
          + " sends "
          + Names.of(network, at)
          + " "
          + worst.count()
          + " "
          + worst.what()
          + "; it takes "
          + worst.max();
    }
    return worst.label() + ": " + worst.count() + "; the limit is " + worst.max();
  }

  /** What happens, and where the prefixes come from. */
  String text(Situation situation, List<Budget> budgets) {
    StringBuilder text = new StringBuilder(budgets.getFirst().consequence());
    if (budgets.size() > 1) {
      String next = budgets.get(1).label();
      text.append(" The same holds for ")
          .append(next.substring(0, 1).toLowerCase(Locale.ROOT))
          .append(next.substring(1))
          .append(budgets.size() > 2 ? ", and " + (budgets.size() - 2) + " more" : "")
          .append('.');
    }
    String origins = origins(situation, budgets.getFirst());
    if (!origins.isEmpty()) {
      text.append(" The prefixes come from ").append(origins).append('.');
    }
    if (!budgets.getFirst().limit().basis().confirmed()) {
      text.append(
          " The number is an illustration, not confirmed; enter the quota that you were given.");
    }
    return text.toString();
  }

  /** Where most of them come from, with how many each. */
  static String origins(Situation situation, Budget budget) {
    List<Map.Entry<Id, Integer>> most =
        budget.origins().entrySet().stream()
            .sorted(Map.Entry.<Id, Integer>comparingByValue(Comparator.reverseOrder()))
            .toList();
    String named =
        most.stream()
            .limit(3)
            .map(e -> situation.name(e.getKey()) + " (" + e.getValue() + ")")
            .collect(Collectors.joining(", "));
    return most.size() > 3 ? named + " and " + (most.size() - 3) + " more" : named;
  }

  /** The links that are counted over, and the sites that the prefixes come from. */
  private static SequencedSet<Id> evidence(Situation situation, List<Budget> budgets) {
    SequencedSet<Id> all = new LinkedHashSet<>();
    for (Budget b : budgets) {
      if (b.link() != null) {
        all.add(b.link());
      }
    }
    for (Budget b : budgets) {
      b.origins().keySet().stream()
          .filter(o -> situation.design().element(o) != null)
          .forEach(all::add);
    }
    return all;
  }

  /** The remedy that helps everywhere, with a fix where customer routers can do it. */
  static void summarise(Situation situation, List<Budget> budgets, FindingDraft draft) {
    draft.remedy("Summarise at the customer's routers what they advertise, or filter it.");
    Summarising.offer(situation, budgets, draft);
  }

  /** All routes that these count. */
  static List<Route> routes(Situation situation, Budget budget) {
    return Budgets.counted(situation.analysis(), budget);
  }
}
