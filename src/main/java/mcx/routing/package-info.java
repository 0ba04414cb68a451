/**
 * From a network, and what has failed in it, to the converged routing table of every VRF, with the
 * provenance of each route; and the way of packets through them.
 *
 * <p>Rule: no vendor and no drawing is known here; what is computed follows from the network alone
 * and is deterministic. {@link mcx.routing.Routing#solve} is a pure function.
 */
@NullMarked
package mcx.routing;

import org.jspecify.annotations.NullMarked;
