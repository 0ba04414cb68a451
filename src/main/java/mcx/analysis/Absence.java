package mcx.analysis;

import java.util.List;
import java.util.SortedSet;
import mcx.inet.Prefix;
import mcx.network.VrfId;

/**
 * Why a table has no route to a prefix: where it stopped on the ways from the tables that have it.
 *
 * @param table the table
 * @param prefix the prefix
 * @param origins the tables where it begins, whether they are up or not; empty where nobody holds
 *     it
 * @param holders how many tables have a route to it
 * @param stops where it stopped, the nearest to the table first
 * @param summary all in a sentence or two
 */
public record Absence(
    VrfId table,
    Prefix prefix,
    SortedSet<VrfId> origins,
    int holders,
    List<Stop> stops,
    String summary) {

  public Absence {
    origins = java.util.Collections.unmodifiableSortedSet(new java.util.TreeSet<>(origins));
    stops = List.copyOf(stops);
  }

  /**
   * Where the route stopped: between a table that has it and one that has not, or at a table that
   * would hold it itself.
   *
   * @param distance how many tables it still had to pass: 0 where it stopped before the table
   *     itself
   * @param from the table that has the route; the same as {@code to} for what a table would hold
   *     itself
   * @param to the table that has it not
   * @param edge the session, propagation or VPN domain between the two; empty for none
   * @param over the same as drawn; empty for none
   * @param cause what kind of thing stops it
   * @param reason what stops it, in a sentence
   */
  public record Stop(
      int distance, VrfId from, VrfId to, String edge, String over, Cause cause, String reason) {}

  /** What can stop a route. */
  public enum Cause {
    /** A policy, or a vendor's rule. */
    POLICY,
    /** An own AS number in the path, or an own mark of a route reflector. */
    LOOP,
    /** A community that forbids passing it on. */
    COMMUNITY,
    /** A prefix limit. */
    LIMIT,
    /** What was learned inside is not told inside. */
    INSIDE,
    /** A router, session or link that is down. */
    DOWN,
    /** A next hop that cannot be reached. */
    NEXT_HOP,
    /** The sender does not offer it to this neighbour. */
    NOT_OFFERED,
    /** Route targets that do not meet. */
    ROUTE_TARGET,
    /** A summary that has nothing to stand for. */
    NO_PART
  }
}
