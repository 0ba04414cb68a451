package mcx.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.SharedLimit;
import mcx.network.VrfId;
import mcx.routing.Route.OriginCode;
import org.jspecify.annotations.Nullable;

/** A solution; tables and advertisements are put together when asked for. */
final class Solved implements Solution {

  private static final byte CROSSES = 1;
  private static final byte STAYS = 2;

  private final Plan plan;
  private final Conditions conditions;

  /** For each class the state of its prefixes, in groups where limits drop some of them. */
  private final States states;

  private final boolean atRest;
  private final Solver solver;
  private final Map<ClassState, Hydrated> hydrated = new ConcurrentHashMap<>();
  private final Map<VrfId, SortedMap<Prefix, RibEntry>> ribs = new ConcurrentHashMap<>();
  private final Map<IpAddress, Holding> holdings = new ConcurrentHashMap<>();
  private final Map<Holding, Comparison> compared = new ConcurrentHashMap<>();

  /** By edge, and whether to be sent is enough: of each class whether it crosses; 0 for unknown. */
  private final Map<Integer, byte[]> crossings = new ConcurrentHashMap<>();

  private volatile @Nullable List<Instability> instabilities;
  private volatile @Nullable Histories histories;

  /**
   * @param atRest whether limits and tunnels came to rest
   */
  Solved(Conditions conditions, States states, boolean atRest, Solver solver) {
    this.solver = solver;
    this.plan = conditions.plan();
    this.conditions = conditions;
    this.states = states;
    this.atRest = atRest;
  }

  /**
   * @throws IllegalArgumentException if the solution is none of {@link Solver}'s
   */
  static Solved of(Solution solution) {
    if (!(solution instanceof Solved solved)) {
      throw new IllegalArgumentException("A solution of another kind.");
    }
    return solved;
  }

  Plan plan() {
    return plan;
  }

  Conditions conditions() {
    return conditions;
  }

  States byClass() {
    return states;
  }

  /** The state of a class, in groups where limits drop some of its prefixes. */
  ClassState[] groups(int number) {
    return states.groups(number, this);
  }

  /** The states of all prefixes. */
  List<ClassState> states() {
    int n = plan.classes().size();
    List<ClassState> all = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      Collections.addAll(all, groups(i));
    }
    return all;
  }

  Case about(ClassState s) {
    return new Case(s.cls, s.members, conditions, s.dropped, s.defaults, s.standing);
  }

  /** The routes of a class in all tables. */
  Hydrated hydrated(ClassState s) {
    Hydrated known = hydrated.get(s);
    return known != null ? known : hydrated.computeIfAbsent(s, this::hydrate);
  }

  private Hydrated hydrate(ClassState s) {
    Solved base = withoutFailures();
    return base == null || !base.isOrigin(s)
        ? new Hydrated(about(s), s)
        : new Hydrated(about(s), s, base.hydrated(s.origin()));
  }

  /**
   * Whether the routes of this solution are the same where the state is as in its origin: not in a
   * circle, where they are made all at once.
   */
  private boolean isOrigin(ClassState s) {
    ClassState[] groups = groups(plan.prefixes().classOf(s.members.getFirst()));
    return groups.length == 1 && groups[0] == s.origin() && !groups[0].isCircular(plan);
  }

  /**
   * Whether these prefixes cross an edge, were it up.
   *
   * @param sent whether it is enough that they are put on the wire; else they must get past the
   *     receiver's policy
   */
  boolean crosses(Edge edge, ClassState s, boolean sent) {
    if (s.cls.first().isDefault()) {
      return isHanded(edge, s, sent);
    }
    if (!s.has(edge.from)) {
      return false;
    }
    Solved base = withoutFailures();
    // What an edge accepts depends on the route and on what is dropped, which is the same.
    return base != null && s.isAsInOrigin(edge.from) && base.isOrigin(s)
        ? base.crossesHere(edge, s.origin(), sent)
        : isHanded(edge, s, sent);
  }

  /** The same, found out once; two threads may do so at the same time. */
  private boolean crossesHere(Edge edge, ClassState s, boolean sent) {
    byte[] known =
        crossings.computeIfAbsent(
            2 * edge.index + (sent ? 1 : 0), k -> new byte[plan.classes().size()]);
    int number = plan.prefixes().classOf(s.members.getFirst());
    if (known[number] == 0) {
      known[number] = isHanded(edge, s, sent) ? CROSSES : STAYS;
    }
    return known[number] == CROSSES;
  }

  private boolean isHanded(Edge edge, ClassState s, boolean sent) {
    return handed(edge, s, sent) != null;
  }

  /**
   * The route at the sender that crosses an edge, were the edge up; null where none does.
   *
   * @param sent as in {@link #crosses}
   */
  @Nullable Candidate handed(Edge edge, ClassState s, boolean sent) {
    Hydrated at = hydrated(s);
    Candidate offered = edge.offered(at.about(), at);
    if (offered == null) {
      return null;
    }
    Draft draft = new Draft();
    boolean counts =
        edge.hand(offered, at.about(), draft) != null
            || (sent ? draft.outcome.sent() : draft.outcome == Advertisement.Outcome.REFUSED_LIMIT);
    return counts ? offered : null;
  }

  /** How these states were found. */
  Histories histories() {
    Histories known = histories;
    if (known == null) {
      synchronized (this) {
        known = histories;
        if (known == null) {
          known = new Histories(this);
          histories = known;
        }
      }
    }
    return known;
  }

  private @Nullable ClassState state(Prefix prefix) {
    int at = plan.prefixes().classOf(prefix);
    return at < 0 ? null : state(at, prefix);
  }

  private @Nullable ClassState state(int cls, Prefix prefix) {
    ClassState[] groups = groups(cls);
    for (ClassState s : groups) {
      if (groups.length == 1 || s.members.contains(prefix)) {
        return s;
      }
    }
    return null;
  }

  /** What tables have of an address. */
  Holding held(IpAddress address) {
    Holding known = holdings.get(address);
    return known != null
        ? known
        : holdings.computeIfAbsent(address, k -> new Holding(this, k, plan.prefixes().covering(k)));
  }

  /** The solution without failures; null where that is not known, or where it is this one. */
  @Nullable Solved withoutFailures() {
    Solved base = solver.withoutFailures();
    return base == this ? null : base;
  }

  /** The states of these prefixes. */
  ClassState[] states(Prefixes.Covering about) {
    ClassState[] all = new ClassState[about.classes().length];
    for (int i = 0; i < all.length; i++) {
      all[i] = java.util.Objects.requireNonNull(state(about.classes()[i], about.prefixes().get(i)));
    }
    return all;
  }

  /** Whether limits and tunnels came to rest. */
  boolean isAtRest() {
    return atRest;
  }

  /** What tables do with packets for one address in another solution, compared with here. */
  Comparison compared(Solved other, Holding held) {
    Comparison known = compared.get(held);
    return known != null
        ? known
        : compared.computeIfAbsent(held, k -> new Comparison(other, k, this));
  }

  @Override
  public Object likeness(IpAddress to) {
    return held(to).likeness();
  }

  /** Where no limit drops anything, all prefixes of a class have one state. */
  @Override
  public boolean findsAlikeAs(Solution other) {
    return other == this
        || (other instanceof Solved o
            && o.plan == plan
            && conditions.limits().dropNothing()
            && o.conditions.limits().dropNothing());
  }

  @Override
  public Network network() {
    return plan.network();
  }

  @Override
  public Failures failures() {
    return conditions.failures();
  }

  @Override
  public Solver solver() {
    return solver;
  }

  @Override
  public boolean isUp(String node) {
    return conditions.isNodeUp(node);
  }

  @Override
  public boolean isSegmentUp(String segment) {
    return conditions.isSegmentUp(segment);
  }

  @Override
  public SessionState session(String session) {
    return conditions.session(session);
  }

  @Override
  public SortedMap<Prefix, RibEntry> rib(VrfId id) {
    Table table = plan.find(id);
    return table == null ? new TreeMap<>() : ribs.computeIfAbsent(id, k -> rib(table));
  }

  private SortedMap<Prefix, RibEntry> rib(Table table) {
    SortedMap<Prefix, RibEntry> rib = new TreeMap<>();
    for (ClassState s : states()) {
      if (s.has(table)) {
        Explained entry = explain(s, table);
        s.members.forEach(p -> rib.put(p, entry.about(p)));
      }
    }
    return Collections.unmodifiableSortedMap(rib);
  }

  @Override
  public @Nullable RibEntry entry(VrfId id, Prefix prefix) {
    SortedMap<Prefix, RibEntry> rib = ribs.get(id);
    if (rib != null) {
      return rib.get(prefix);
    }
    Table table = plan.find(id);
    ClassState s = table == null ? null : state(prefix);
    return s == null || table == null || !s.has(table) ? null : explain(s, table).about(prefix);
  }

  @Override
  public @Nullable Route first(VrfId id, Prefix prefix) {
    Table table = plan.find(id);
    ClassState s = table == null ? null : state(prefix);
    Candidate best = s == null || table == null ? null : hydrated(s).best(table);
    return best == null || s == null ? null : publishing(s, prefix).route(best);
  }

  @Override
  public List<VrfId> passed(VrfId id, Prefix prefix) {
    Table table = plan.find(id);
    ClassState s = table == null ? null : state(prefix);
    Candidate best = s == null || table == null ? null : hydrated(s).best(table);
    return best == null ? List.of() : best.way();
  }

  @Override
  public boolean has(VrfId id, Prefix prefix) {
    Table table = plan.find(id);
    ClassState s = table == null ? null : state(prefix);
    return s != null && table != null && s.has(table);
  }

  private Explained explain(ClassState s, Table table) {
    List<Selection.Lost> lost = new ArrayList<>();
    List<Candidate> candidates = hydrated(s).candidates(table);
    return new Explained(Selection.best(candidates, table.vrf, lost), lost.reversed());
  }

  /** The elimination of a table for a class, to be told for each of its prefixes. */
  private final class Explained {

    private final List<Candidate> best;
    private final List<Selection.Lost> lost;

    Explained(List<Candidate> best, List<Selection.Lost> lost) {
      this.best = best;
      this.lost = lost;
    }

    RibEntry about(Prefix prefix) {
      Publishing publishing = publishing(prefix);
      return new RibEntry(
          prefix,
          best.stream().map(publishing::route).toList(),
          lost.stream()
              .map(l -> new RibEntry.Lost(publishing.routeOnce(l.route()), l.step()))
              .toList());
    }
  }

  @Override
  public @Nullable RibEntry lookup(VrfId id, IpAddress address) {
    Table t = plan.find(id);
    Prefix matched = t == null ? null : held(address).matched(t);
    return matched == null ? null : entry(id, matched);
  }

  /** What names the routes to a prefix that some table may have. */
  Publishing publishing(Prefix prefix) {
    ClassState s = state(prefix);
    if (s == null) {
      throw new IllegalArgumentException("no table ever has " + prefix);
    }
    return publishing(s, prefix);
  }

  /** The same for a prefix that this state stands for. */
  Publishing publishing(ClassState s, Prefix prefix) {
    return hydrated(s).publishing(Collections.binarySearch(s.members, prefix));
  }

  /** The longest prefix of the table that holds the address. */
  Prefix matched(Table table, IpAddress address) {
    Prefix found = held(address).matched(table);
    if (found == null) {
      throw new IllegalStateException("no route to " + address + " at " + table);
    }
    return found;
  }

  /** The first best route to the longest prefix that holds the address; null for none. */
  @Nullable Candidate forwarding(Table table, IpAddress address) {
    return held(address).forwarding(table);
  }

  /** The routes in use to a prefix that the table has. */
  List<Route> inUse(Table table, Prefix prefix) {
    ClassState s = state(prefix);
    if (s == null) {
      return List.of();
    }
    Publishing publishing = publishing(prefix);
    List<Route> all = new ArrayList<>();
    for (Candidate c : hydrated(s).inUse(table)) {
      all.add(publishing.route(c));
    }
    return all;
  }

  @Override
  public AdvertisementList advertisements(String edge, VrfId from) {
    return new Advertisements(this).over(edge, from);
  }

  @Override
  public List<List<Prefix>> alike(VrfId id) {
    Table table = plan.find(id);
    List<List<Prefix>> all = new ArrayList<>();
    if (table != null) {
      for (ClassState s : states()) {
        if (s.has(table)) {
          all.add(s.members);
        }
      }
    }
    return all;
  }

  @Override
  public long routeCount() {
    long count = 0;
    for (ClassState s : states()) {
      for (int code : s.codes) {
        count += code == Candidate.NONE ? 0 : s.members.size();
      }
    }
    return count;
  }

  @Override
  public List<Tripped> tripped() {
    return conditions.limits().tripped();
  }

  @Override
  public Counts counted(SharedLimit limit) {
    return new Counts(this, limit);
  }

  @Override
  public Counts counted(String session, VrfId to, Family family, boolean sent) {
    return new Counts(this, session, to, family, sent);
  }

  @Override
  public boolean converged() {
    if (!atRest) {
      return false;
    }
    for (ClassState s : states()) {
      if (!s.isSettled()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Set<String> flapping() {
    return new java.util.TreeSet<>(conditions.underlays().flapping());
  }

  @Override
  public Optional<List<Instability>> instabilities(BooleanSupplier cancelled) {
    if (instabilities == null) {
      instabilities = new Alternatives(this, cancelled).find();
    }
    return Optional.ofNullable(instabilities);
  }

  @Override
  public boolean dependsOnArrival(VrfId id, Prefix prefix) {
    Table table = plan.find(id);
    ClassState s = table == null ? null : state(prefix);
    if (s == null || table == null || !s.has(table)) {
      return false;
    }
    Candidate winner = hydrated(s).best(table);
    for (Candidate c : hydrated(s).candidates(table)) {
      if (winner != null
          && c.code != winner.code
          && c.isUsable()
          && Selection.dependsOnArrival(winner, c)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long checksum() {
    long sum = 0;
    for (ClassState s : states()) {
      long members = 0;
      for (Prefix p : s.members) {
        members += (p.hashCode() * 0x9E37_79B9_7F4A_7C15L) | 1;
      }
      sum += (s.sum == ClassState.NOT_SUMMED ? addedUp(s) : s.sum) * members;
    }
    return sum;
  }

  private long addedUp(ClassState s) {
    Hydrated at = hydrated(s);
    long sum = 0;
    for (Table t : plan.tables()) {
      Candidate[] all = at.inUse(t);
      sum += Chosen.term(t.index, at.best(t), all.length > 1 ? all : null);
    }
    return sum;
  }

  @Override
  public Trace trace(VrfId from, IpAddress to) {
    return new Tracer(this, to).trace(from);
  }

  @Override
  public Spread spread(VrfId from, IpAddress to) {
    return new Spreader(this, to).spread(from);
  }

  /** For a summary, the tables in which a more specific route holds it up. */
  Map<Integer, OriginCode> standing(PrefixClass summary) {
    Map<Integer, OriginCode> all = new TreeMap<>();
    for (Table t : summary.holders) {
      if (t.vrf.aggregates().stream().anyMatch(a -> a.prefix().equals(summary.first()))) {
        OriginCode origin = origin(t, summary.first());
        if (origin != null) {
          all.put(t.index, origin);
        }
      }
    }
    return all;
  }

  /** The worst origin of what holds a summary up, as the summary then has it; null for nothing. */
  private @Nullable OriginCode origin(Table t, Prefix summary) {
    OriginCode worst = null;
    for (int number : plan.prefixes().within(summary)) {
      ClassState[] groups = groups(number);
      for (ClassState s : groups) {
        if (s.codes[t.index] != Candidate.NONE
            && (groups.length == 1
                || s.members.stream()
                    .anyMatch(p -> p.length() > summary.length() && summary.contains(p)))) {
          Candidate r = hydrated(s).advertised(t);
          if (r != null
              && r.learned != mcx.network.Policy.Learned.AGGREGATE
              && (worst == null || r.attributes.origin.compareTo(worst) > 0)) {
            worst = r.attributes.origin;
          }
        }
      }
    }
    return worst;
  }

  /** The edges over which a default route is sent by hand, as the senders' tables are. */
  BitSet defaults(PrefixClass c) {
    BitSet all = (BitSet) plan.firmDefaults().clone();
    BitSet conditional = plan.conditionalDefaults();
    for (int i = conditional.nextSetBit(0); i >= 0; i = conditional.nextSetBit(i + 1)) {
      SessionEdge e = (SessionEdge) plan.edges().get(i);
      if (hasOneOf(e, c)) {
        all.set(i);
      }
    }
    return all;
  }

  private boolean hasOneOf(SessionEdge e, PrefixClass c) {
    int itself = plan.prefixes().classOf(c.first());
    for (int number = 0; number < itself; number++) {
      if (plan.classes().get(number).family() != c.family()) {
        continue;
      }
      for (ClassState s : groups(number)) {
        if (s.has(e.from)
            && s.members.stream()
                .anyMatch(p -> e.sender.defaultWhen().stream().anyMatch(m -> m.matches(p)))) {
          return true;
        }
      }
    }
    return false;
  }
}
