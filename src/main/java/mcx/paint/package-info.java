/**
 * Drawing a diagram once, for every surface, with a small {@code Pen}: the screen's pen lives in
 * view, the picture's (Java2D) here. One bundled font gives all text its metrics.
 *
 * <p>Rule: what to draw and where is decided here and nowhere else; no toolkit beyond Java2D, which
 * works without a display.
 */
@NullMarked
package mcx.paint;

import org.jspecify.annotations.NullMarked;
