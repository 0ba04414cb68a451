package mcx.routing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.inet.IpAddress;
import mcx.network.Policy.Learned;
import mcx.network.Sharing;
import mcx.network.Vrf;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * How a table chooses among routes to one prefix. Each key in turn eliminates, from all that are
 * left, those that are worse than the best by it (for MED: than the best of their neighbouring AS),
 * so the choice does not depend on the order of the candidates although MED has no order of its
 * own. What is then left is settled by router id, number of clusters, neighbour address and edge
 * id.
 *
 * <p>Where a table compares distances first, what BGP has is settled among itself before the
 * distance of its best counts against routes of other kinds, as routers do.
 */
final class Selection {

  private static final Candidate[] NO_ROUTES = {};

  private Selection() {}

  private static final Comparator<Candidate> TIE =
      Comparator.comparingInt(Selection::kind)
          .thenComparing(Selection::neighborId, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(Selection::clusters)
          .thenComparing(
              Selection::neighborAddress, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Selection::via, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(c -> c.from == null ? -1 : c.from.table.index)
          .thenComparingInt(c -> c.nextHop == null ? -1 : c.nextHop.index)
          .thenComparing(Comparator.comparingInt((Candidate c) -> c.code).reversed());

  /**
   * Orders the outer sessions into one table as their routes stand where nothing but the neighbour
   * tells them apart.
   */
  static final Comparator<SessionEdge> OUTER_TIE =
      Comparator.<SessionEdge>comparingInt(e -> e.from.idRank)
          .thenComparing(
              e -> e.sender.address(), Comparator.nullsFirst(Comparator.<IpAddress>naturalOrder()))
          .thenComparing(e -> e.id)
          .thenComparingInt(e -> e.from.index);

  /** A route that was eliminated. */
  record Lost(Candidate route, String step) {}

  /** The routes in use, best first; empty where there is none. */
  static List<Candidate> best(List<Candidate> candidates, Vrf vrf, @Nullable List<Lost> lost) {
    Candidate[] all = candidates.toArray(NO_ROUTES);
    return List.of(Arrays.copyOf(all, choose(all, all.length, vrf, lost)));
  }

  /** The best of what BGP may tell others of; null where there is none. */
  static @Nullable Candidate advertised(List<Candidate> candidates, List<Candidate> best, Vrf vrf) {
    if (best.isEmpty() || best.getFirst().offered) {
      return best.isEmpty() ? null : best.getFirst();
    }
    Candidate[] offered = candidates.stream().filter(r -> r.offered).toArray(Candidate[]::new);
    return choose(offered, offered.length, vrf, null) == 0 ? null : offered[0];
  }

  /**
   * Chooses among the first routes of an array, and brings those in use to its front, best first;
   * the others stand in no order after it, and some may be lost.
   *
   * @param n how many there are
   * @param lost gets those that were eliminated, the first one first; null where nobody asks
   * @return how many are in use
   */
  static int choose(Candidate[] all, int n, Vrf vrf, @Nullable List<Lost> lost) {
    int left = 0;
    for (int i = 0; i < n; i++) {
      if (all[i].isUsable()) {
        swap(all, left++, i);
      }
    }
    if (left == 0) {
      return 0;
    }
    record(lost, all, left, n, r -> "its next hop cannot be reached");
    List<Key> keys = vrf.selection();
    int first = 0;
    if (left > 1 && !keys.isEmpty() && keys.getFirst() == Key.DISTANCE && isMixed(all, left)) {
      left = settleBgp(all, left, keys, vrf.multipath() ? Sharing.ALL : Sharing.NONE, lost);
      left = eliminateByDistance(all, left, lost);
      first = 1;
    }
    return narrow(all, left, keys, first, vrf.sharing(), lost);
  }

  private static void swap(Candidate[] all, int a, int b) {
    Candidate moved = all[a];
    all[a] = all[b];
    all[b] = moved;
  }

  private static boolean isMixed(Candidate[] all, int n) {
    boolean bgp = all[0].isBgp();
    for (int i = 1; i < n; i++) {
      if (all[i].isBgp() != bgp) {
        return true;
      }
    }
    return false;
  }

  /**
   * Leaves, of what BGP has, its best only.
   *
   * @param sharing whether several may be; how many of them the table uses in the end is for later,
   *     when other sources have been compared
   */
  private static int settleBgp(
      Candidate[] all, int n, List<Key> keys, Sharing sharing, @Nullable List<Lost> lost) {
    int bgp = 0;
    for (int i = 0; i < n; i++) {
      if (all[i].isBgp()) {
        swap(all, bgp++, i);
      }
    }
    int kept = narrow(all, bgp, keys, 1, sharing, lost);
    System.arraycopy(all, bgp, all, kept, n - bgp);
    return kept + n - bgp;
  }

  private static int eliminateByDistance(Candidate[] all, int n, @Nullable List<Lost> lost) {
    int best = Integer.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      best = Math.min(best, all[i].distance);
    }
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (all[i].distance == best) {
        swap(all, kept++, i);
      }
    }
    int least = best;
    record(lost, all, kept, n, r -> "administrative distance " + r.distance + " > " + least);
    return kept;
  }

  private static int narrow(
      Candidate[] all,
      int n,
      List<Key> keys,
      int firstKey,
      Sharing sharing,
      @Nullable List<Lost> lost) {
    int left = n;
    for (int k = firstKey; k < keys.size() && left > 1; k++) {
      Key key = keys.get(k);
      left = key == Key.MED ? eliminateByMed(all, left, lost) : eliminate(key, all, left, lost);
    }
    if (left == 1) {
      return left;
    }
    if (sharing.several()) {
      Arrays.sort(all, 0, left, TIE);
      int used = used(all, left, sharing);
      record(lost, all, used, left, r -> whyBeyond(r, all, used, sharing));
      return used;
    }
    for (int i = 1; i < left; i++) {
      if (TIE.compare(all[i], all[0]) < 0) {
        swap(all, 0, i);
      }
    }
    Candidate winner = all[0];
    record(lost, all, 1, left, r -> tieStep(r, winner));
    return 1;
  }

  /** Brings the first routes, as many as are used at once, to the front in their order. */
  private static int used(Candidate[] all, int n, Sharing sharing) {
    if (sharing.devices().isEmpty()) {
      if (n <= sharing.most()) {
        return n;
      }
      if (!sharing.byLink()) {
        return sharing.most();
      }
    }
    Candidate[] sorted = Arrays.copyOf(all, n);
    Set<String> links = new HashSet<>();
    Map<String, String> linkOfDevice = new HashMap<>();
    int used = 0;
    int beyond = n;
    for (Candidate c : sorted) {
      String link = link(c);
      int count = sharing.byLink() ? links.size() : used;
      boolean room = count < sharing.most() || (sharing.byLink() && links.contains(link));
      String device = sharing.devices().get(link);
      if (room && (device == null || link.equals(linkOfDevice.getOrDefault(device, link)))) {
        links.add(link);
        if (device != null) {
          linkOfDevice.put(device, link);
        }
        all[used++] = c;
      } else {
        all[--beyond] = c;
      }
    }
    return used;
  }

  private static String link(Candidate c) {
    return c.edge == null ? "" : c.edge.link();
  }

  /** Why a route is not in use that is as good as those that are. */
  private static String whyBeyond(Candidate c, Candidate[] all, int used, Sharing sharing) {
    String device = sharing.devices().get(link(c));
    for (int i = 0; i < used && device != null; i++) {
      if (device.equals(sharing.devices().get(link(all[i]))) && !link(c).equals(link(all[i]))) {
        return "as good, but on the same device of the cloud, " + device;
      }
    }
    return "as good, but beyond the " + sharing.most() + " used at once";
  }

  /**
   * Compares two routes of a table whose routes are better or worse two by two ({@link
   * Table#pairwise}): negative where the first is better. MED does not count there.
   */
  static int compare(Candidate a, Candidate b) {
    Attributes x = a.attributes;
    Attributes y = b.attributes;
    if (x != y) {
      int c = Integer.compare(comparedDistance(a), comparedDistance(b));
      if (c == 0) {
        c = Integer.compare(y.weight, x.weight);
      }
      if (c == 0) {
        c = Long.compare(y.localPreference, x.localPreference);
      }
      if (c != 0) {
        return c;
      }
    }
    int c = Integer.compare(a.path.length, b.path.length);
    if (c == 0 && x != y) {
      c = Integer.compare(x.origin.ordinal(), y.origin.ordinal());
    }
    if (c == 0 && a.edge != null && b.edge != null) {
      c = Integer.compare(a.edge.from.idRank, b.edge.from.idRank);
    }
    return c != 0 ? c : TIE.compare(a, b);
  }

  private interface Step {
    String against(Candidate loser);
  }

  /** Says of all routes from one place to another what eliminated them. */
  private static void record(
      @Nullable List<Lost> lost, Candidate[] all, int from, int to, Step step) {
    if (lost == null || from == to) {
      return;
    }
    Arrays.sort(all, from, to, TIE.reversed());
    for (int i = from; i < to; i++) {
      lost.add(new Lost(all[i], step.against(all[i])));
    }
  }

  private static int eliminate(Key key, Candidate[] all, int n, @Nullable List<Lost> lost) {
    long best = badness(key, all[0]);
    boolean differ = false;
    for (int i = 1; i < n; i++) {
      long badness = badness(key, all[i]);
      differ |= badness != best;
      best = Math.min(best, badness);
    }
    if (!differ) {
      return n;
    }
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (badness(key, all[i]) == best) {
        swap(all, kept++, i);
      }
    }
    if (lost != null) {
      Arrays.sort(
          all,
          kept,
          n,
          Comparator.comparingLong((Candidate r) -> badness(key, r)).thenComparing(TIE).reversed());
      for (int i = kept; i < n; i++) {
        lost.add(new Lost(all[i], step(key, all[i], all[0])));
      }
    }
    return kept;
  }

  /** Leaves of each neighbouring AS those with its lowest MED. */
  private static int eliminateByMed(Candidate[] all, int n, @Nullable List<Lost> lost) {
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (all[i].attributes.med == lowestMed(all, n, all[i].neighborAs())) {
        swap(all, kept++, i);
      }
    }
    record(
        lost,
        all,
        kept,
        n,
        r ->
            "MED "
                + r.attributes.med
                + " > "
                + lowestMed(all, n, r.neighborAs())
                + neighborWords(r));
    return kept;
  }

  private static String neighborWords(Candidate r) {
    return r.neighborAs() < 0 ? " (inside the AS)" : " (both from AS " + r.neighborAs() + ")";
  }

  private static long lowestMed(Candidate[] all, int n, long neighborAs) {
    long lowest = Long.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      if (all[i].neighborAs() == neighborAs) {
        lowest = Math.min(lowest, all[i].attributes.med);
      }
    }
    return lowest;
  }

  /** How bad a route is by a key: the smallest wins. */
  private static long badness(Key key, Candidate r) {
    return switch (key) {
      case DISTANCE -> comparedDistance(r);
      case WEIGHT -> -r.attributes.weight;
      case LOCAL_PREFERENCE -> -r.attributes.localPreference;
      case LOCALLY_ORIGINATED -> r.isOwn() ? 0 : 1;
      case AS_PATH_LENGTH -> r.path.length;
      case ORIGIN -> r.attributes.origin.ordinal();
      case MED, ALWAYS_MED -> r.attributes.med;
      case EXTERNAL -> r.isInner() ? 1 : 0;
      case IGP_COST -> r.igpCost;
    };
  }

  /**
   * The distance that routes are compared by where they are all of one kind. BGP settles among its
   * own routes before their distance counts, so all that BGP has is one class, unless a policy set
   * a distance.
   */
  private static int comparedDistance(Candidate r) {
    return r.isBgp() ? SessionEdge.EXTERNAL_DISTANCE : r.distance;
  }

  private static String step(Key key, Candidate loser, Candidate winner) {
    Attributes l = loser.attributes;
    Attributes w = winner.attributes;
    return switch (key) {
      case DISTANCE -> distanceStep(loser, winner);
      case WEIGHT -> "weight " + l.weight + " < " + w.weight;
      case LOCAL_PREFERENCE -> "local preference " + l.localPreference + " < " + w.localPreference;
      case LOCALLY_ORIGINATED -> "learned, where the other is the table's own";
      case AS_PATH_LENGTH -> "AS path length " + loser.path.length + " > " + winner.path.length;
      case ORIGIN -> "origin " + words(l) + " after " + words(w);
      case MED, ALWAYS_MED -> "MED " + l.med + " > " + w.med;
      case EXTERNAL -> "learned inside the AS, where the other came from outside";
      case IGP_COST -> "cost to the next hop " + loser.igpCost + " > " + winner.igpCost;
    };
  }

  /** With the distances that a router shows, where they tell the same as those compared by. */
  private static String distanceStep(Candidate loser, Candidate winner) {
    boolean shown = loser.distance > winner.distance;
    return "administrative distance "
        + (shown ? loser.distance : comparedDistance(loser))
        + " > "
        + (shown ? winner.distance : comparedDistance(winner));
  }

  private static String words(Attributes a) {
    return switch (a.origin) {
      case IGP -> "IGP";
      case EGP -> "EGP";
      case INCOMPLETE -> "incomplete";
    };
  }

  private static String tieStep(Candidate loser, Candidate winner) {
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
    return "equal in all; “" + via(winner) + "” comes before “" + via(loser) + "”";
  }

  /** Whether nothing but the age of the two, or what comes after it, tells them apart. */
  static boolean dependsOnArrival(Candidate winner, Candidate loser) {
    return winner.learned == Learned.EXTERNAL
        && loser.learned == Learned.EXTERNAL
        && winner.attributes.weight == loser.attributes.weight
        && winner.attributes.localPreference == loser.attributes.localPreference
        && winner.path.length == loser.path.length
        && winner.attributes.origin == loser.attributes.origin
        && (winner.neighborAs() != loser.neighborAs()
            || winner.attributes.med == loser.attributes.med)
        && winner.igpCost == loser.igpCost;
  }

  /** What the table has itself comes first, in the order of how it has it. */
  private static int kind(Candidate r) {
    return switch (r.learned) {
      case LOCAL, CONNECTED -> 0;
      case STATIC -> 1;
      case AGGREGATE -> 2;
      case EXTERNAL, INNER, VPN, PROPAGATED -> 3;
    };
  }

  private static @Nullable String via(Candidate r) {
    return r.via();
  }

  /** The router id of the neighbour, or of the router that a reflected route came from. */
  private static @Nullable IpAddress neighborId(Candidate r) {
    if (r.attributes.reflection != null) {
      return r.attributes.reflection.originator();
    }
    return r.edge == null ? null : r.edge.from.routerId();
  }

  private static int clusters(Candidate r) {
    return r.attributes.reflection == null ? 0 : r.attributes.reflection.clusters().size();
  }

  private static @Nullable IpAddress neighborAddress(Candidate r) {
    return r.edge instanceof SessionEdge s ? s.sender.address() : null;
  }
}
