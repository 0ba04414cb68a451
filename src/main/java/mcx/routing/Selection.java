package mcx.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mcx.inet.AsPath;
import mcx.inet.IpAddress;
import mcx.network.Node;
import mcx.network.Policy.Learned;
import mcx.network.Session;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * How a table chooses among routes to one prefix. Each key in turn eliminates, from all that are
 * left, those that are worse than the best by it (for MED: than the best of their neighbouring AS),
 * so the choice does not depend on the order of the candidates although MED has no order of its
 * own. What is then left is settled by router id, number of clusters, neighbour address and edge
 * id.
 */
final class Selection {

  private final Plan plan;
  private final Comparator<Route> tie;

  Selection(Plan plan) {
    this.plan = plan;
    this.tie =
        Comparator.comparing(Selection::kind)
            .thenComparing(this::neighborId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Selection::clusters)
            .thenComparing(this::neighborAddress, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Route::via, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Selection::sender, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Route::nextHop, Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  /** The routes in use, and the one that BGP tells others. */
  Choice choose(List<Route> candidates, Vrf vrf) {
    List<Route> best = best(candidates, vrf, null);
    if (best.isEmpty()) {
      return Choice.NONE;
    }
    Route first = best.getFirst();
    if (Fixpoint.isOfferedToBgp(first, vrf)) {
      return new Choice(best, first);
    }
    List<Route> offered = candidates.stream().filter(r -> Fixpoint.isOfferedToBgp(r, vrf)).toList();
    List<Route> advertised = best(offered, vrf, null);
    return new Choice(best, advertised.isEmpty() ? null : advertised.getFirst());
  }

  /** The elimination in full; null where no route can be used. */
  @Nullable RibEntry explain(List<Route> candidates, Vrf vrf) {
    List<RibEntry.Lost> lost = new ArrayList<>();
    List<Route> best = best(candidates, vrf, lost);
    return best.isEmpty() ? null : new RibEntry(best.getFirst().prefix(), best, lost.reversed());
  }

  /** Eliminates; {@code lost}, where wanted, is filled from the worst to the best. */
  private List<Route> best(List<Route> candidates, Vrf vrf, @Nullable List<RibEntry.Lost> lost) {
    if (candidates.size() == 1 && candidates.getFirst().isUsable()) {
      return List.of(candidates.getFirst());
    }
    List<Route> left = new ArrayList<>(candidates.size());
    List<Route> out = new ArrayList<>();
    for (Route r : candidates) {
      (r.isUsable() ? left : out).add(r);
    }
    if (left.isEmpty()) {
      return List.of();
    }
    record(lost, out, r -> "its next hop cannot be reached");
    for (Key key : vrf.selection()) {
      if (left.size() == 1) {
        break;
      }
      left = key == Key.MED ? eliminateByMed(left, lost) : eliminate(key, left, lost);
    }
    left.sort(tie);
    if (vrf.multipath() || left.size() == 1) {
      return List.copyOf(left);
    }
    Route winner = left.getFirst();
    record(lost, left.subList(1, left.size()), r -> tieStep(r, winner));
    return List.of(winner);
  }

  private interface Step {
    String against(Route loser);
  }

  private void record(@Nullable List<RibEntry.Lost> lost, List<Route> out, Step step) {
    if (lost == null || out.isEmpty()) {
      return;
    }
    out.stream()
        .sorted(tie.reversed())
        .forEach(r -> lost.add(new RibEntry.Lost(r, step.against(r))));
  }

  private List<Route> eliminate(Key key, List<Route> left, @Nullable List<RibEntry.Lost> lost) {
    long best = Long.MAX_VALUE;
    long worst = Long.MIN_VALUE;
    for (Route r : left) {
      long badness = badness(key, r);
      best = Math.min(best, badness);
      worst = Math.max(worst, badness);
    }
    if (best == worst) {
      return left;
    }
    List<Route> kept = new ArrayList<>(left.size());
    List<Route> out = new ArrayList<>();
    for (Route r : left) {
      (badness(key, r) == best ? kept : out).add(r);
    }
    if (lost != null && !out.isEmpty()) {
      out.sort(Comparator.comparing((Route r) -> badness(key, r)).thenComparing(tie).reversed());
      Route winner = kept.getFirst();
      out.forEach(r -> lost.add(new RibEntry.Lost(r, step(key, r, winner))));
    }
    return kept;
  }

  private List<Route> eliminateByMed(List<Route> left, @Nullable List<RibEntry.Lost> lost) {
    Map<Long, Long> lowest = new HashMap<>();
    for (Route r : left) {
      lowest.merge(neighborAs(r), r.med(), Math::min);
    }
    List<Route> kept = new ArrayList<>(left.size());
    List<Route> out = new ArrayList<>();
    for (Route r : left) {
      (r.med() == lowest.getOrDefault(neighborAs(r), 0L) ? kept : out).add(r);
    }
    record(lost, out, r -> "MED " + r.med() + " > " + lowest.get(neighborAs(r)) + neighborWords(r));
    return kept;
  }

  private static String neighborWords(Route r) {
    return neighborAs(r) < 0 ? " (inside the AS)" : " (both from AS " + neighborAs(r) + ")";
  }

  /** The number at the head of the path; -1 for a route from inside. */
  private static long neighborAs(Route r) {
    AsPath path = r.asPath();
    return path.isEmpty() ? -1 : path.get(0).value();
  }

  /** How bad a route is by a key: the smallest wins. */
  private static long badness(Key key, Route r) {
    return switch (key) {
      case DISTANCE -> comparedDistance(r);
      case WEIGHT -> -r.weight();
      case LOCAL_PREFERENCE -> -r.localPreference();
      case LOCALLY_ORIGINATED -> r.isOwn() ? 0 : 1;
      case AS_PATH_LENGTH -> r.asPath().length();
      case ORIGIN -> r.origin().ordinal();
      case MED, ALWAYS_MED -> r.med();
      case EXTERNAL -> isInner(r) ? 1 : 0;
      case IGP_COST -> r.igpCost();
    };
  }

  private static boolean isInner(Route r) {
    return r.learned() == Learned.INNER || r.learned() == Learned.VPN;
  }

  /**
   * The distance that routes are compared by. BGP settles among its own routes before their
   * distance counts, so all that BGP has is one class, unless a policy set a distance.
   */
  private static int comparedDistance(Route r) {
    boolean usual =
        switch (r.learned()) {
          case INNER, VPN, AGGREGATE -> r.distance() == SessionEdge.INNER_DISTANCE;
          case EXTERNAL, LOCAL, CONNECTED, STATIC, PROPAGATED -> false;
        };
    return usual ? SessionEdge.EXTERNAL_DISTANCE : r.distance();
  }

  private static String step(Key key, Route loser, Route winner) {
    return switch (key) {
      case DISTANCE -> distanceStep(loser, winner);
      case WEIGHT -> "weight " + loser.weight() + " < " + winner.weight();
      case LOCAL_PREFERENCE ->
          "local preference " + loser.localPreference() + " < " + winner.localPreference();
      case LOCALLY_ORIGINATED -> "learned, where the other is the table's own";
      case AS_PATH_LENGTH ->
          "AS path length " + loser.asPath().length() + " > " + winner.asPath().length();
      case ORIGIN -> "origin " + words(loser) + " after " + words(winner);
      case MED, ALWAYS_MED -> "MED " + loser.med() + " > " + winner.med();
      case EXTERNAL -> "learned inside the AS, where the other came from outside";
      case IGP_COST -> "cost to the next hop " + loser.igpCost() + " > " + winner.igpCost();
    };
  }

  /** With the distances that a router shows, where they tell the same as those compared by. */
  private static String distanceStep(Route loser, Route winner) {
    boolean shown = loser.distance() > winner.distance();
    return "administrative distance "
        + (shown ? loser.distance() : comparedDistance(loser))
        + " > "
        + (shown ? winner.distance() : comparedDistance(winner));
  }

  private static String words(Route r) {
    return switch (r.origin()) {
      case IGP -> "IGP";
      case EGP -> "EGP";
      case INCOMPLETE -> "incomplete";
    };
  }

  private String tieStep(Route loser, Route winner) {
    if (kind(loser) != kind(winner)) {
      return "learned, where the other is the table's own";
    }
    IpAddress id = neighborId(loser);
    IpAddress otherId = neighborId(winner);
    if (id != null && otherId != null && !id.equals(otherId)) {
      return "router id " + id + " > " + otherId;
    }
    if (clusters(loser) != clusters(winner)) {
      return "clusters passed " + clusters(loser) + " > " + clusters(winner);
    }
    IpAddress address = neighborAddress(loser);
    IpAddress otherAddress = neighborAddress(winner);
    if (address != null && otherAddress != null && !address.equals(otherAddress)) {
      return "neighbour address " + address + " > " + otherAddress;
    }
    return "equal in all; “" + winner.via() + "” comes before “" + loser.via() + "”";
  }

  /** What the table has itself comes first, in the order of how it has it. */
  private static int kind(Route r) {
    return switch (r.learned()) {
      case LOCAL, CONNECTED -> 0;
      case STATIC -> 1;
      case AGGREGATE -> 2;
      case EXTERNAL, INNER, VPN, PROPAGATED -> 3;
    };
  }

  private static @Nullable VrfId sender(Route r) {
    return r.from() == null ? null : r.from().table();
  }

  /** The router id of the neighbour, or of the router that a reflected route came from. */
  private @Nullable IpAddress neighborId(Route r) {
    if (r.reflection() != null) {
      return r.reflection().originator();
    }
    VrfId sender = sender(r);
    Node node = sender == null ? null : plan.network().node(sender.node());
    return node == null ? null : node.routerId();
  }

  private static int clusters(Route r) {
    return r.reflection() == null ? 0 : r.reflection().clusters().size();
  }

  private @Nullable IpAddress neighborAddress(Route r) {
    VrfId sender = sender(r);
    Session session = r.via() == null ? null : plan.session(r.via());
    return sender == null || session == null ? null : session.at(sender).address();
  }
}
