/**
 * Two designs beside each other: what changed in the drawing, and what that changed in what the
 * network does. Compared by ids, which survive a rename.
 */
@NullMarked
package mcx.analysis.compare;

import org.jspecify.annotations.NullMarked;
