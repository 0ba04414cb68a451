package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Budget;
import mcx.analysis.rule.FindingDraft;
import mcx.analysis.rule.Situation;
import mcx.change.Change;
import mcx.change.fix.Summaries;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.Node;
import mcx.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * How the customer's routers could summarise what limits count: the router nearest to the limit on
 * each route, with the others of its premises.
 */
final class Summarising {

  /** How full a limit may be afterwards. */
  private static final double FULL = 0.75;

  private final Situation situation;
  private final List<Budget> budgets;

  /** By premises, or by a router that stands in none, what they send. */
  private final SortedMap<Id, SortedSet<Prefix>> senders = new TreeMap<>();

  private final Map<Budget, Set<Prefix>> counted = new LinkedHashMap<>();
  private final SortedMap<Id, List<Prefix>> summaries = new TreeMap<>();

  private Summarising(Situation situation, List<Budget> budgets) {
    this.situation = situation;
    this.budgets = budgets;
  }

  /** Offers it as a fix, where it helps. */
  static void offer(Situation situation, List<Budget> budgets, FindingDraft draft) {
    Summarising plan = new Summarising(situation, budgets);
    if (plan.works()) {
      Map<Id, List<Prefix>> edits = plan.edits();
      draft.fix(plan.title(), (design, catalog) -> apply(design, edits));
    }
  }

  private static Change apply(Design design, Map<Id, List<Prefix>> edits) {
    Design changed = design;
    for (Map.Entry<Id, List<Prefix>> e : edits.entrySet()) {
      changed = Summaries.advertise(changed, e.getKey(), e.getValue());
    }
    return new Change(changed, List.of(), edits.keySet().iterator().next());
  }

  /** The most prolific senders summarise until all limits hold. */
  private boolean works() {
    for (Budget b : budgets) {
      Set<Prefix> prefixes = new HashSet<>();
      for (Route r : BudgetRule.routes(situation, b)) {
        prefixes.add(r.prefix());
        Id sender = sender(r);
        if (sender != null) {
          senders.computeIfAbsent(sender, k -> new TreeSet<>()).add(r.prefix());
        }
      }
      counted.put(b, prefixes);
    }
    List<Id> most =
        senders.keySet().stream()
            .sorted(
                Comparator.comparing((Id s) -> -sent(s).size())
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (Id sender : most) {
      if (holds()) {
        break;
      }
      summarise(sender);
    }
    return holds() && !edits().isEmpty();
  }

  private void summarise(Id sender) {
    SortedSet<Prefix> own = sent(sender);
    List<PrefixRange> others = Summaries.others(situation.design(), List.of(sender));
    int most = own.size();
    for (Budget b : budgets) {
      int rest = after(b) - own.size();
      most = Math.min(most, Math.max(1, target(b) - Math.max(0, rest)));
    }
    summaries.put(sender, Summaries.cover(own, others, most));
  }

  private SortedSet<Prefix> sent(Id sender) {
    return senders.getOrDefault(sender, new TreeSet<>());
  }

  private static int target(Budget b) {
    return (int) (b.max() * FULL);
  }

  private boolean holds() {
    return budgets.stream().allMatch(b -> after(b) <= target(b));
  }

  /** What a limit would count. */
  private int after(Budget b) {
    Set<Prefix> told = new HashSet<>();
    Set<Prefix> left = new HashSet<>(counted.getOrDefault(b, Set.of()));
    for (List<Prefix> cover : summaries.values()) {
      for (Prefix summary : cover) {
        if (left.removeIf(summary::contains)) {
          told.add(summary);
        }
      }
    }
    return left.size() + told.size();
  }

  /** The premises, or router, whose routers tell a route to what is not the customer's. */
  private @Nullable Id sender(Route route) {
    for (Route r = route; r != null; r = r.from()) {
      Node node = situation.network().node(r.table().node());
      if (node != null && node.kind() == Node.Kind.CUSTOMER_ROUTER) {
        Id router = Id.of(node.element().id());
        Premises premises = situation.design().within(router, Premises.class);
        return premises == null ? router : premises.id();
      }
    }
    return null;
  }

  /** What each router is to summarise, but for what it sends as it is. */
  private SortedMap<Id, List<Prefix>> edits() {
    SortedMap<Id, List<Prefix>> all = new TreeMap<>();
    summaries.forEach(
        (sender, cover) -> {
          SortedSet<Prefix> own = sent(sender);
          List<Prefix> shorter = cover.stream().filter(p -> !own.contains(p)).toList();
          if (!shorter.isEmpty()) {
            routers(sender).forEach(r -> all.put(r, shorter));
          }
        });
    return all;
  }

  private List<Id> routers(Id sender) {
    List<Id> all = new ArrayList<>();
    for (Router r : situation.all(Router.class)) {
      boolean there =
          r.id().equals(sender)
              || situation.design().ancestors(r.id()).stream().anyMatch(a -> a.id().equals(sender));
      if (there && r.asn() != null) {
        all.add(r.id());
      }
    }
    return all;
  }

  private String title() {
    int before = 0;
    SortedSet<Prefix> after = new TreeSet<>();
    for (Map.Entry<Id, List<Prefix>> e : summaries.entrySet()) {
      before += sent(e.getKey()).size();
      after.addAll(e.getValue());
    }
    List<String> names = edits().keySet().stream().map(situation::name).toList();
    String who = names.size() <= 2 ? String.join(" and ", names) : names.size() + " routers";
    return after.size() == 1
        ? "Let " + who + " advertise " + after.first() + " instead of " + before + " prefixes"
        : "Let " + who + " summarise " + before + " prefixes into " + after.size();
  }
}
