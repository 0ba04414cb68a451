package mcx.routing;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.SharedLimit;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** The converged state of a network under given failures. */
public interface Solution {

  Network network();

  Failures failures();

  /** What it was solved by, for asking about other failures, or about the network after an edit. */
  Solver solver();

  /** Whether the node is up: nothing it depends on has failed. */
  boolean isUp(String node);

  /** Whether the segment is up: it, its ends and, for a tunnel, its underlay. */
  boolean isSegmentUp(String segment);

  /** The state of a session. */
  SessionState session(String session);

  /** The routes of a table by prefix, in order; empty for a table that is down. */
  SortedMap<Prefix, RibEntry> rib(VrfId table);

  /**
   * The prefixes that a table has routes to, in groups: within each, the routes of all tables
   * differ in nothing but the prefix. No order among the groups; each is in order.
   */
  List<List<Prefix>> alike(VrfId table);

  /**
   * The route that packets to exactly this prefix follow first; null where the table has none. The
   * same as the first of {@link #entry}, and found sooner.
   */
  @Nullable Route first(VrfId table, Prefix prefix);

  /**
   * The tables that the route of {@link #first} came by, as {@link Route#from} tells: this one
   * first, the one that held the prefix last; empty where there is none.
   */
  List<VrfId> passed(VrfId table, Prefix prefix);

  /** Whether the table has a route to exactly this prefix. */
  boolean has(VrfId table, Prefix prefix);

  /** The entry for exactly this prefix. */
  @Nullable RibEntry entry(VrfId table, Prefix prefix);

  /** The entry with the longest prefix that holds the address. */
  @Nullable RibEntry lookup(VrfId table, IpAddress address);

  /**
   * What the sender told the receiver over a session or propagation, by prefix in order, with what
   * became of each; computed when asked for.
   */
  AdvertisementList advertisements(String edge, VrfId from);

  /** How many prefixes all tables have a route to, added up. */
  long routeCount();

  /** The limits that were exceeded. */
  List<Tripped> tripped();

  /**
   * What a limit over several sessions, or over a table, counts. Where it took down what it counts
   * over, what would come.
   */
  Counts counted(SharedLimit limit);

  /**
   * What comes over a session and gets past the receiver's policy. Where a limit took the session
   * down, what would come.
   *
   * @param to the receiving table
   * @param sent whether what is put on the wire counts, whatever the receiver's policy
   */
  Counts counted(String session, VrfId to, Family family, boolean sent);

  /** Whether a stable state was found; false where routes chase each other for ever. */
  boolean converged();

  /**
   * What goes up and down for ever, because its far end is reached only through itself: ids of
   * tunnels and sessions, in order. It is shown as down.
   */
  java.util.Set<String> flapping();

  /**
   * Prefixes for which there are several stable states, or none; computed when asked for. The
   * search for further states is bounded, and says so.
   */
  default List<Instability> instabilities() {
    return instabilities(() -> false).orElseThrow();
  }

  /**
   * The same, unless it is cancelled.
   *
   * @param cancelled asked again and again while it is computed
   * @return empty where it was cancelled; what was found by then is not kept
   */
  Optional<List<Instability>> instabilities(BooleanSupplier cancelled);

  /**
   * Whether the table's best route won over another outer one by nothing but router id or what
   * comes after it. Routers that prefer the older of two such routes (FRR and IOS unless told
   * {@code bgp bestpath compare-routerid}) may then keep the other one.
   */
  boolean dependsOnArrival(VrfId table, Prefix prefix);

  /**
   * A number that two solutions share, as good as certainly, exactly where all tables have the same
   * routes in use, with the same attributes and next hops.
   */
  long checksum();

  /**
   * Something that is equal for two addresses only if every table treats packets for both alike, so
   * that from anywhere they go the same way.
   */
  Object likeness(IpAddress to);

  /** Whether certainly the same addresses are alike in both. */
  boolean findsAlikeAs(Solution other);

  /** The way of packets from a table to an address; of equally good ones the first. */
  Trace trace(VrfId from, IpAddress to);

  /** All ways of packets from a table to an address. */
  Spread spread(VrfId from, IpAddress to);
}
