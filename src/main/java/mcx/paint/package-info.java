/**
 * Drawing a diagram once, for every surface, with a small {@code Pen}: the screen's pen lives in
 * view, the picture's (Java2D) here. One bundled font gives all text its metrics.
 *
 * <p>Rule: what to draw and where is decided here and nowhere else; no toolkit beyond Java2D, which
 * works without a display.
 *
 * <p>Besides design, diagram, geometry and analysis it uses the catalog (vendors' colours and
 * words) and the values that an analysis is made of: {@code mcx.inet}, {@code mcx.network} and
 * {@code mcx.routing}.
 */
@NullMarked
package mcx.paint;

import org.jspecify.annotations.NullMarked;
