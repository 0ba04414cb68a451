/**
 * Points, rectangles and polylines in diagram units (one unit is one pixel at 100 %).
 *
 * <p>Rule: arithmetic only; nothing here knows designs or toolkits.
 */
@NullMarked
package mcx.geometry;

import org.jspecify.annotations.NullMarked;
