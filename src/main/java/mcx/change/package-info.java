/**
 * Changes of a design: what may be joined to what and what a new element or link brings along.
 *
 * <p>Rule: this is the one place that decides "may I?", with a reason in words; the canvas, the
 * inspector and fixes all ask here. Pure functions from design to design; places on the canvas are
 * none of its business.
 */
@NullMarked
package mcx.change;

import org.jspecify.annotations.NullMarked;
