/**
 * Where the design stands on the canvas, as data, and what is derived from it: link routing, hit
 * testing, snapping. A {@link mcx.diagram.Document} is design, diagram and the rest of the file.
 *
 * <p>Rule: moving a box never changes the design, so it never re-runs the analysis.
 */
@NullMarked
package mcx.diagram;

import org.jspecify.annotations.NullMarked;
