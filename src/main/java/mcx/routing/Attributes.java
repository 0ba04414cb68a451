package mcx.routing;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import mcx.inet.Community;
import mcx.network.Policy.Change;
import mcx.routing.Route.OriginCode;
import mcx.routing.Route.Reflection;
import org.jspecify.annotations.Nullable;

/**
 * What is on a route besides its path, while routes are computed. What others are made of one is
 * remembered with it, so that routes treated alike share theirs.
 */
final class Attributes {

  /** The distance of a route that no policy set one on. */
  static final int USUAL_DISTANCE = -1;

  private static final long[] NO_KEYS = {};

  /** Numbers for large communities, which do not fit into one by themselves. */
  private static final Map<Community, Long> LARGE = new ConcurrentHashMap<>();

  private static final AtomicLong LARGE_COUNT = new AtomicLong();

  private static long large(Community c) {
    return LARGE.computeIfAbsent(c, k -> LARGE_COUNT.decrementAndGet());
  }

  private static final long WELL_KNOWN =
      bit(Community.NO_EXPORT)
          | bit(Community.NO_ADVERTISE)
          | bit(Community.NO_PEER)
          | bit(Community.GRACEFUL_SHUTDOWN);

  final long localPreference;
  final long med;
  final int weight;

  /** The distance that a policy set; {@link #USUAL_DISTANCE} for none. */
  final int distance;

  final Set<Community> communities;

  /** The same, quick to go through. */
  private final long[] keys;

  /** Bits of all communities: one whose bit is missing is not among them. */
  final long communityBits;

  final OriginCode origin;
  final @Nullable Reflection reflection;

  /** Whether a community on it keeps it back or changes how it is taken. */
  final boolean wellKnown;

  private int hash;
  private @Nullable Attributes outward;
  private @Nullable Attributes inward;
  private @Nullable Attributes arrived;
  private @Nullable Attributes shut;
  private @Nullable Changed last;

  /** What a change made of these. */
  private record Changed(Change change, Attributes to) {}

  Attributes(
      long localPreference,
      long med,
      int weight,
      int distance,
      Set<Community> communities,
      OriginCode origin,
      @Nullable Reflection reflection) {
    this.localPreference = localPreference;
    this.med = med;
    this.weight = weight;
    this.distance = distance;
    this.communities = communities;
    this.communityBits = bits(communities);
    this.keys = keys(communities);
    this.origin = origin;
    this.reflection = reflection;
    this.wellKnown =
        (communityBits & WELL_KNOWN) != 0
            && (communities.contains(Community.NO_EXPORT)
                || communities.contains(Community.NO_ADVERTISE)
                || communities.contains(Community.NO_PEER)
                || communities.contains(Community.GRACEFUL_SHUTDOWN));
  }

  static long bits(Set<Community> communities) {
    long bits = 0;
    if (!communities.isEmpty()) {
      for (Community c : communities) {
        bits |= bit(c);
      }
    }
    return bits;
  }

  private static long bit(Community c) {
    return 1L << ((c.hashCode() * 0x9E37_79B9_7F4A_7C15L) >>> 58);
  }

  static Attributes own(int weight, OriginCode origin) {
    return new Attributes(
        Route.DEFAULT_LOCAL_PREFERENCE, 0, weight, USUAL_DISTANCE, Set.of(), origin, null);
  }

  private boolean isBare() {
    return weight == 0 && distance == USUAL_DISTANCE && reflection == null;
  }

  /**
   * What a neighbour outside gets: no preference, and no MED that came from another neighbour (RFC
   * 4271 §5.1.4 and §5.1.5).
   */
  Attributes outward() {
    Attributes known = outward;
    if (known == null) {
      known =
          isBare() && med == 0 && localPreference == Route.DEFAULT_LOCAL_PREFERENCE
              ? this
              : plain(Route.DEFAULT_LOCAL_PREFERENCE, 0);
      outward = known;
    }
    return known;
  }

  /** What a neighbour inside gets: all but what counts within one table only. */
  Attributes inward() {
    Attributes known = inward;
    if (known == null) {
      known = isBare() ? this : plain(localPreference, med);
      inward = known;
    }
    return known;
  }

  /** What a neighbour outside keeps of these, whatever the sender's policy set. */
  Attributes arrived() {
    Attributes known = arrived;
    if (known == null) {
      known =
          isBare() && localPreference == Route.DEFAULT_LOCAL_PREFERENCE
              ? this
              : plain(Route.DEFAULT_LOCAL_PREFERENCE, med);
      arrived = known;
    }
    return known;
  }

  private Attributes plain(long preference, long discriminator) {
    return new Attributes(preference, discriminator, 0, USUAL_DISTANCE, communities, origin, null);
  }

  /** A number for each of these communities, the same for the same one. */
  static long[] keys(Set<Community> communities) {
    if (communities.isEmpty()) {
      return NO_KEYS;
    }
    long[] keys = new long[communities.size()];
    int i = 0;
    for (Community c : communities) {
      keys[i++] = c.isLarge() ? large(c) : c.global() << 16 | c.first();
    }
    return keys;
  }

  /** Whether one of these communities is among its own. */
  boolean hasOneOf(long[] wanted) {
    for (long has : keys) {
      for (long w : wanted) {
        if (has == w) {
          return true;
        }
      }
    }
    return false;
  }

  /** These with the lowest preference, as for a neighbour that is about to go (RFC 8326 §4). */
  Attributes shut() {
    Attributes known = shut;
    if (known == null) {
      known = new Attributes(0, med, weight, distance, communities, origin, reflection);
      shut = known;
    }
    return known;
  }

  /** These with what route reflectors wrote. */
  Attributes reflected(Reflection by) {
    return new Attributes(localPreference, med, weight, distance, communities, origin, by);
  }

  /** These with a policy's change. */
  Attributes with(Change change) {
    Changed known = last;
    if (known != null && known.change == change) {
      return known.to;
    }
    Set<Community> now = communities;
    if (!change.add().isEmpty() || !change.remove().isEmpty()) {
      Set<Community> changed = new HashSet<>(communities);
      changed.removeAll(change.remove());
      changed.addAll(change.add());
      now = Set.copyOf(changed);
    }
    Long preferred = change.localPreference();
    Long discriminator = change.med();
    Integer heavy = change.weight();
    Integer far = change.distance();
    Attributes to =
        new Attributes(
            preferred != null ? preferred : localPreference,
            (discriminator != null ? discriminator : med) + change.addMed(),
            heavy != null ? heavy : weight,
            far != null ? far : distance,
            now,
            origin,
            reflection);
    if (to.same(this)) {
      to = this;
    } else if (now == communities) {
      to.outward = outward();
    }
    last = new Changed(change, to);
    return to;
  }

  boolean same(Attributes o) {
    return this == o
        || (localPreference == o.localPreference
            && med == o.med
            && weight == o.weight
            && distance == o.distance
            && origin == o.origin
            && communityBits == o.communityBits
            && (communities == o.communities || communities.equals(o.communities))
            && Objects.equals(reflection, o.reflection));
  }

  int hash() {
    int h = hash;
    if (h == 0) {
      h = 31 * Long.hashCode(localPreference) + Long.hashCode(med);
      h = 31 * h + weight;
      h = 31 * h + distance;
      h = 31 * h + communities.hashCode();
      h = 31 * h + origin.ordinal();
      h = 31 * h + Objects.hashCode(reflection);
      hash = h == 0 ? 1 : h;
    }
    return h;
  }
}
