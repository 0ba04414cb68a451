/**
 * What the architect drew: elements, the links that join them, the BGP settings on them, and the
 * intents that should hold.
 *
 * <p>Rule: immutable values, well-formed once constructed. A {@link mcx.design.Design} is flat:
 * maps from id to element and to link, where a child names its parent; an id survives a rename.
 * Only ill-formed values and references to nothing are refused here. What is incomplete, or what a
 * vendor would refuse, is kept; compiling says what comes of it.
 */
@NullMarked
package mcx.design;

import org.jspecify.annotations.NullMarked;
