/**
 * What an architect asks of the routes: who advertises what to whom, what the VRFs keep apart, what
 * carries the traffic when something fails, and what a reviewer would object to. Stands at the end
 * of the road design, compile, routing; the panel, the command line and the tests all ask here.
 *
 * <p>Rule: pure functions from a design to values; every answer comes out of the converged routes,
 * never out of the drawing's shape. One class for each finding rule.
 */
@NullMarked
package mcx.analysis;

import org.jspecify.annotations.NullMarked;
