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
 *   Solver -- Plan         the network by number: tables, edges, classes of prefixes
 *          -- Conditions   what is up under these failures and limits; Igp, Core
 *          -- Fixpoint     tables choose (Selection) and tell (Edge) until none changes its mind
 *          -- Limits       what exceeded prefix limits take down; then once more from the start
 *          -- Solved       the answer: tables, advertisements (Reasons), packets (Tracer)
 * </pre>
 *
 * <p>A way from table to table is one of three edges: {@code SessionEdge} (BGP), {@code
 * PropagationEdge} (handed over outside BGP), {@code VpnEdge} (route targets). What an edge does to
 * a route is a pure function, so what was told to whom, and why not, is computed again when asked
 * instead of being kept. Every solution starts from empty tables; nothing is ever withdrawn.
 *
 * <h2>What is implemented</h2>
 *
 * <ul>
 *   <li>RFC 4271: path vector, loop check, decision process (§9.1.2.2) with the customary weight
 *       and local preference before it and router ids compared always; MED among routes of one
 *       neighbouring AS by elimination of groups, or among all; inner routes not told inside
 *   <li>RFC 4456: route reflection with originator and cluster list
 *   <li>RFC 1997: no-export and no-advertise; RFC 8092 large communities in policies
 *   <li>RFC 4364: exchange by route target between the VRFs of a provider's edges, and between VRFs
 *       of one edge; the cost across the core decides between edges
 *   <li>RFC 6996 and custom: allowas-in, as-override, removal of private numbers, holding back what
 *       the neighbour's number is in, default-originate
 *   <li>static and floating static routes, summaries with or without the parts, equal-cost
 *       multipath, prefix limits and what falls with them
 *   <li>IPv4 and IPv6 alike; every session carries both
 * </ul>
 *
 * <h2>What is not, and where it is simple</h2>
 *
 * <ul>
 *   <li>AS sets (RFC 9774), confederations (RFC 5065), add-path (RFC 7911), graceful shutdown (RFC
 *       8326), no-peer (RFC 3765), conditional advertisement: not implemented
 *   <li>a BGP next hop is resolved over inner routing or a connected segment, never over a static
 *       or BGP route; redistributed routes are told inside with the teller as next hop
 *   <li>BGP routes are one class of administrative distance (that of outer routes) beside static
 *       and handed-over ones, so a floating static route never stands between outer and inner
 *       routes
 *   <li>the tie of equal routes falls by router id and never by age, as with {@code bgp bestpath
 *       compare-routerid}; multipath does not ask for equal paths
 *   <li>tunnels come up when what they depend on is up; whether their ends reach each other over
 *       computed routes is not asked
 *   <li>what a limit took down stays down, also where the vendor would try again; of several stable
 *       states that a network may have, always the same one is found, and that there are others is
 *       not said
 *   <li>packets follow the first of several equal routes
 * </ul>
 */
@NullMarked
package mcx.routing;

import org.jspecify.annotations.NullMarked;
