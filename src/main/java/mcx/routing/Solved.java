package mcx.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** A solution; tables and advertisements are put together when asked for. */
final class Solved implements Solution {

  private final Plan plan;
  private final Conditions conditions;
  private final Failures failures;
  private final Selection selection;
  private final List<PrefixState> states;
  private final Map<Prefix, PrefixState> byPrefix = new HashMap<>();
  private final List<Tripped> tripped;
  private final boolean converged;
  private final Map<VrfId, SortedMap<Prefix, RibEntry>> ribs = new ConcurrentHashMap<>();

  Solved(
      Conditions conditions,
      Failures failures,
      Selection selection,
      List<PrefixState> states,
      List<Tripped> tripped,
      boolean limitsAtRest) {
    this.plan = conditions.plan();
    this.conditions = conditions;
    this.failures = failures;
    this.selection = selection;
    this.states = List.copyOf(states);
    states.forEach(s -> s.members.forEach(p -> byPrefix.put(p, s)));
    this.tripped = List.copyOf(tripped);
    this.converged = limitsAtRest && states.stream().allMatch(PrefixState::isSettled);
  }

  @Override
  public Network network() {
    return plan.network();
  }

  @Override
  public Failures failures() {
    return failures;
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
    for (PrefixState s : states) {
      if (!s.choice(table).best().isEmpty()) {
        RibEntry entry = selection.explain(s.candidates(table), table.vrf);
        if (entry != null) {
          s.members.forEach(p -> rib.put(p, new Rebase(p).of(entry)));
        }
      }
    }
    return Collections.unmodifiableSortedMap(rib);
  }

  @Override
  public @Nullable RibEntry lookup(VrfId table, IpAddress address) {
    Table t = plan.find(table);
    Route best = t == null ? null : forwarding(t, address);
    return best == null ? null : entry(table, best.prefix());
  }

  /** The first best route to the longest prefix that holds the address; null for none. */
  @Nullable Route forwarding(Table table, IpAddress address) {
    for (int length : plan.lengths(address.family())) {
      Prefix prefix = Prefix.containing(address, length);
      PrefixState state = byPrefix.get(prefix);
      if (state != null && !state.choice(table).best().isEmpty()) {
        return new Rebase(prefix).of(state.choice(table).best().getFirst());
      }
    }
    return null;
  }

  @Override
  public List<Advertisement> advertisements(String edge, VrfId from) {
    List<Advertisement> all = new ArrayList<>();
    for (Edge e : plan.edges(edge)) {
      if (e instanceof VpnEdge || !e.from.id().equals(from)) {
        continue;
      }
      if (!conditions.isEdgeUp(e)) {
        return List.of();
      }
      for (Prefix p : plan.prefixes()) {
        PrefixState s = byPrefix.get(p);
        Route chosen = s == null ? null : e.offered(p, s.choice(e.from));
        if (chosen != null) {
          Route offered = new Rebase(p).of(chosen);
          Handover h = e.hand(offered, conditions);
          all.add(
              new Advertisement(
                  e.id,
                  e.from.id(),
                  e.to.id(),
                  p,
                  h.path(),
                  h.outcome(),
                  Reasons.of(e, offered, h),
                  offered));
        }
      }
    }
    return all;
  }

  @Override
  public List<Tripped> tripped() {
    return tripped;
  }

  @Override
  public boolean converged() {
    return converged;
  }

  @Override
  public long checksum() {
    long sum = 0;
    for (Table t : plan.tables()) {
      for (PrefixState s : states) {
        for (Route r : s.choice(t).best()) {
          long one =
              31L * (31L * t.index + r.asPath().hashCode())
                  + java.util.Objects.hash(
                      r.nextHop(), r.localPreference(), r.med(), r.communities());
          for (Prefix p : s.members) {
            sum += (one ^ p.hashCode()) * 0x9E37_79B9_7F4A_7C15L;
          }
        }
      }
    }
    return sum;
  }

  @Override
  public Trace trace(VrfId from, IpAddress to) {
    return new Tracer(this, conditions).trace(from, to);
  }
}
