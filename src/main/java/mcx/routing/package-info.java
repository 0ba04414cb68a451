/**
 * From a network, and what has failed in it, to the converged routing table of every VRF, with the
 * provenance of each route; and the way of packets through them.
 *
 * <p>Rule: no vendor and no drawing is known here; what is computed follows from the network alone
 * and is deterministic. {@link mcx.routing.Routing#solve} is a pure function.
 *
 * <h2>How to read it</h2>
 *
 * <pre>
 *   Solver -- Plan         the network by number: tables, edges, classes of prefixes, policies (Rules)
 *          -- Conditions   what is up under these failures, limits and underlays; Igp, Core
 *          -- Engine       solves a class, or repairs a known state from what a failure touches:
 *               WaveSolver      tables choose (Selection) and tell (Edge), round by round, until
 *                               none changes its mind; what each had from round to round (Version)
 *                               is the History of a state
 *               Replay          follows a history under other conditions, where these matter
 *               ShortestSolver  where the shortest path always wins, each table chooses once, on
 *                               numbers in arrays (OuterNet, ShortestPaths, Offers); what policies
 *                               do is looked up by the color of a route (Colors, Treatment)
 *               ClassRepair     what stood on a lost route is found again, where there is but one
 *                               stable state (Certainty)
 *          -- Limits       what exceeded prefix limits take down, and whether it comes back
 *          -- Underlays    which tunnels and sessions between loopbacks find their far end
 *          -- Solved       the answer: tables, advertisements (Reasons), packets (Tracer)
 *   Certainty, Alternatives  which classes have one stable state only, and the others of the rest:
 *                            by combinations, Interruptions, other orders (ClassSolver)
 *   Takeover                 what still holds of the network before an edit
 * </pre>
 *
 * <p>A way from table to table is one of three edges: {@code SessionEdge} (BGP), {@code
 * PropagationEdge} (handed over outside BGP), {@code VpnEdge} (route targets). What an edge does to
 * a route is a pure function, so of each table only the code of the edge it chose is kept ({@code
 * ClassState}), and routes are made again when asked for ({@code Hydrated}).
 *
 * <h2>Failures and edits</h2>
 *
 * <p>What comes of a failure is always what would be found from empty tables, and there are two
 * ways to it that are shorter. Where a class has one stable state only, whatever is down, the state
 * before is repaired from the failure outward. Everywhere else the search is followed as it went
 * without the failure: what a table has in a round is a function of what its neighbours have in
 * that round and the one before, so a table whose neighbours and edges are as they were has what it
 * had, round for round, and only the others choose again. That holds with several stable states as
 * well, with MED, with traffic that is shared, and with limits that took sessions down; only where
 * limits drop some of the prefixes that were alike is a class solved anew. After an edit, classes
 * that nothing new or changed can reach are taken over; the others are solved.
 *
 * <h2>What is implemented</h2>
 *
 * <ul>
 *   <li>RFC 4271: path vector, loop check, decision process (§9.1.2.2) with the customary weight
 *       and local preference before it and router ids compared always; MED among routes of one
 *       neighbouring AS by elimination of groups, or among all; inner routes not told inside
 *   <li>RFC 4456: route reflection with originator and cluster list
 *   <li>RFC 1997: no-export and no-advertise; RFC 3765: no-peer, towards bilateral peers; RFC 8326:
 *       graceful shutdown at the receiver; RFC 8092 large communities in policies
 *   <li>RFC 4364: exchange by route target between the VRFs of a provider's edges, and between VRFs
 *       of one edge; the cost across the core decides between edges
 *   <li>RFC 6996 and custom: allowas-in, as-override, removal and replacement of private numbers,
 *       local AS in its three ways, holding back what the neighbour's number is in,
 *       default-originate with and without a condition, sessions between loopbacks (multihop)
 *   <li>static and floating static routes, summaries with or without the parts, equal-cost
 *       multipath, connected networks, prefix limits of sessions, connections and tables, what
 *       falls with them, what comes back, and what does so for ever; tunnels that lead through
 *       themselves
 *   <li>IPv4 and IPv6 alike; every session carries both
 * </ul>
 *
 * <h2>What is not, and where it is simple</h2>
 *
 * <ul>
 *   <li>AS sets (RFC 9774), confederations (RFC 5065), add-path (RFC 7911), conditional
 *       advertisement other than of a default route: not implemented
 *   <li>a BGP next hop is resolved over inner routing or a connected segment, that of a multihop
 *       session over any route; never over another BGP route inside
 *   <li>a floating static route that is told by BGP gives way to a better learned one; on FRR and
 *       IOS it may stay
 *   <li>the tie of equal routes falls by router id and never by age, as with {@code bgp bestpath
 *       compare-routerid}; where routers may differ {@link mcx.routing.Solution#dependsOnArrival}
 *       says so; multipath does not ask for equal paths
 *   <li>the search for further stable states is bounded
 *   <li>packets follow the first of several equal routes
 * </ul>
 */
@NullMarked
package mcx.routing;

import org.jspecify.annotations.NullMarked;
