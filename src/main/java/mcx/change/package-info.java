/**
 * Changes of a design: what may be joined to what and what a new element or link brings along.
 *
 * <p>Rule: this is the one place that decides "may I?", with a reason in words; the canvas, the
 * inspector and fixes all ask here. Pure functions from design to design; places on the canvas are
 * none of its business.
 *
 * <p>{@link mcx.change.Stencils} puts new elements on the canvas, {@link mcx.change.Joints} joins
 * two, {@link mcx.change.Nesting} says what may stand in what. There is one {@code Kind} for each
 * stencil and one {@code Joint} for each kind of link; what an offer says that it brings along is
 * found by going the way on a draft, so it cannot differ from what is then done. Elements that come
 * along are the usual product of the cloud's vendor, with the next free AS number, address range
 * and VLAN.
 */
@NullMarked
package mcx.change;

import org.jspecify.annotations.NullMarked;
