package mcx.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.catalog.Catalog;
import mcx.compile.Compiled;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.Premises;
import mcx.design.VirtualNetwork;
import mcx.inet.Family;
import mcx.network.LimitBasis.Over;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.PrefixLimit;
import mcx.network.Session;
import mcx.network.SharedLimit;
import mcx.network.VrfId;
import mcx.routing.Counts;
import mcx.routing.Route;
import mcx.routing.Solution;
import mcx.routing.Tripped;
import org.jspecify.annotations.Nullable;

/** Works out what each prefix limit of a design counts. */
public final class Budgets {

  /** The fullest first. */
  private static final Comparator<Budget> FULLEST =
      Comparator.comparingDouble(Budget::share).reversed().thenComparing(Budget::id);

  private final Design design;
  private final Network network;
  private final Solution solution;

  private Budgets(Design design, Network network, Solution solution) {
    this.design = design;
    this.network = network;
    this.solution = solution;
  }

  /** All limits, the fullest first. */
  static List<Budget> of(Design design, Catalog catalog, Compiled compiled, Solution solution) {
    Budgets budgets = new Budgets(design, compiled.network(), solution);
    List<Budget> all = new ArrayList<>();
    for (Session session : compiled.network().sessions()) {
      budgets.session(session, session.a(), all);
      budgets.session(session, session.b(), all);
    }
    for (SharedLimit limit : compiled.network().limits()) {
      all.add(
          limit.basis().over() == Over.ALLOCATION ? budgets.allotted(limit) : budgets.of(limit));
    }
    all.addAll(EnteredBudgets.of(design, catalog, compiled.network()));
    all.sort(FULLEST);
    return List.copyOf(all);
  }

  /**
   * What happens when one site or virtual network grows: prefixes that nothing else in the design
   * uses are added to it, each advertised by itself unless a summary of the design holds it.
   *
   * @param origin premises or a virtual network
   * @param more how many prefixes, at least 1
   * @throws IllegalArgumentException if the origin is neither
   */
  public static Growth grown(Analysis analysis, Id origin, int more) {
    return Growths.of(analysis, origin, more);
  }

  private void session(Session session, VrfId to, List<Budget> all) {
    Session.End end = session.at(to);
    PrefixLimit v4 = end.limitV4();
    PrefixLimit v6 = end.limitV6();
    if (v4 != null) {
      all.add(session(session, to, Family.V4, v4));
    }
    if (v6 != null) {
      Budget budget = session(session, to, Family.V6, v6);
      // A limit on either family is worth a row for IPv6 where there is any.
      if (budget.count() > 0 || !v6.equals(v4)) {
        all.add(budget);
      }
    }
  }

  private Budget session(Session session, VrfId to, Family family, PrefixLimit limit) {
    Id origin = Id.of(session.origin().id());
    Link link = design.link(origin.owner());
    Tripped tripped = tripped(session.id(), to, family);
    return counted(
        session.id() + ":" + to + ":" + family.label(),
        "What "
            + Names.of(network, session.other(to))
            + " sends "
            + Names.of(network, to)
            + (limit.basis().outgoing() ? ", as its vendor limits it" : ""),
        holder(link, to),
        origin,
        session.id(),
        to,
        Set.of(family),
        limit,
        tripped,
        solution.counted(session.id(), to, family, limit.allSent()));
  }

  /** The routes that a budget counts, as their senders have them, by prefix in order. */
  public static List<Route> counted(Analysis analysis, Budget budget) {
    Solution solution = analysis.solution();
    String session = budget.session();
    VrfId at = budget.at();
    Family family = budget.family();
    if (session != null && at != null && family != null) {
      return solution.counted(session, at, family, budget.limit().allSent()).routes();
    }
    for (SharedLimit limit : analysis.compiled().network().limits()) {
      if (limit.id().equals(budget.id()) && limit.basis().over() != Over.ALLOCATION) {
        return solution.counted(limit).routes();
      }
    }
    return List.of();
  }

  private @Nullable Tripped tripped(String session, VrfId at, Family family) {
    for (Tripped t : solution.tripped()) {
      if (t.shared() == null
          && t.session().equals(session)
          && t.at().equals(at)
          && t.families().contains(family)) {
        return t;
      }
    }
    return null;
  }

  /** The one link that a limit is counted over; null where there are several, or none. */
  private @Nullable Id link(SharedLimit limit) {
    Set<Id> links = new TreeSet<>();
    for (SharedLimit.Counted counted : limit.counted()) {
      Session session = network.session(counted.edge());
      Id origin = session == null ? null : Id.of(session.origin().id()).owner();
      if (origin != null) {
        links.add(origin);
      }
    }
    return links.size() == 1 ? links.iterator().next() : null;
  }

  private @Nullable Tripped tripped(SharedLimit limit) {
    for (Tripped t : solution.tripped()) {
      if (limit.equals(t.shared())) {
        return t;
      }
    }
    return null;
  }

  private Budget of(SharedLimit limit) {
    Tripped tripped = tripped(limit);
    return counted(
        limit.id(),
        limit.label(),
        Id.of(limit.origin().id()),
        link(limit),
        null,
        limit.table() != null
            ? limit.table()
            : limit.counted().isEmpty() ? null : limit.counted().getFirst().from(),
        limit.families(),
        new PrefixLimit(limit.max(), limit.beyond(), limit.source(), limit.basis()),
        tripped,
        solution.counted(limit));
  }

  private Budget counted(
      String id,
      String label,
      Id holder,
      @Nullable Id link,
      @Nullable String session,
      @Nullable VrfId at,
      Set<Family> families,
      PrefixLimit limit,
      @Nullable Tripped tripped,
      Counts counted) {
    SortedMap<VrfId, Integer> counts = counted.byOrigin();
    SortedMap<Id, Integer> origins = new TreeMap<>();
    counts.forEach((table, n) -> origins.merge(origin(table), n, Integer::sum));
    int now = counts.values().stream().mapToInt(Integer::intValue).sum();
    int count = tripped == null ? now : Math.max(now, tripped.count());
    int headroom = limit.max() - count;
    return new Budget(
        id,
        label,
        holder,
        link,
        session,
        at,
        families,
        count,
        limit,
        origins,
        Budget.Room.of(sizes(origins, Premises.class), headroom),
        Budget.Room.of(sizes(origins, VirtualNetwork.class), headroom),
        tripped);
  }

  private List<Integer> sizes(
      SortedMap<Id, Integer> origins, Class<? extends mcx.design.Element> kind) {
    return origins.entrySet().stream()
        .filter(e -> design.element(e.getKey(), kind) != null)
        .map(java.util.Map.Entry::getValue)
        .toList();
  }

  /** The site that a table belongs to; the element itself where it is in none. */
  private Id origin(VrfId table) {
    Node node = network.node(table.node());
    Id element = node == null ? Id.of(table.node()) : Id.of(node.element().id());
    Premises premises = design.within(element, Premises.class);
    return premises == null ? element.owner() : premises.id();
  }

  /** Each session has its own limit set aside, whether it is used or not. */
  private Budget allotted(SharedLimit limit) {
    int sum = 0;
    for (SharedLimit.Counted counted : limit.counted()) {
      Session session = network.session(counted.edge());
      if (session != null) {
        Session.End end = session.at(session.other(counted.from()));
        PrefixLimit v4 = limit.families().contains(Family.V4) ? end.limitV4() : null;
        PrefixLimit v6 = limit.families().contains(Family.V6) ? end.limitV6() : null;
        sum += (v4 == null ? 0 : v4.max()) + (v6 == null ? 0 : v6.max());
      }
    }
    return new Budget(
        limit.id(),
        limit.label(),
        Id.of(limit.origin().id()),
        null,
        null,
        null,
        limit.families(),
        sum,
        new PrefixLimit(limit.max(), limit.beyond(), limit.source(), limit.basis()),
        new TreeMap<>(),
        null,
        null,
        null);
  }

  /** What has the limit: for a circuit's session the circuit, wherever the session ends. */
  private Id holder(@Nullable Link link, VrfId at) {
    Node node = network.node(at.node());
    Id element = node == null ? Id.of(at.node()) : Id.of(node.element().id());
    Cloud cloud = design.within(element, Cloud.class);
    if (cloud == null || link == null || design.element(element, Circuit.class) != null) {
      return element;
    }
    if (link instanceof CircuitConnection || link instanceof CloudInterconnect) {
      for (Id end : List.of(link.a(), link.b())) {
        Circuit circuit = design.element(end, Circuit.class);
        if (circuit != null && Objects.equals(design.within(end, Cloud.class), cloud)) {
          return end;
        }
      }
    }
    return element;
  }
}
