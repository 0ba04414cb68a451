/**
 * The values of the wire: addresses, prefixes, AS numbers and paths, communities and route targets.
 *
 * <p>Rule: plain immutable values with a total order and a textual form that reads back to an equal
 * value. Nothing here knows designs, vendors or routing.
 */
@NullMarked
package mcx.inet;

import org.jspecify.annotations.NullMarked;
