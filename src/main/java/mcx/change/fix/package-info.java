/** Edits that mend what a reviewer finds: pure functions from a design to a change of it. */
@NullMarked
package mcx.change.fix;

import org.jspecify.annotations.NullMarked;
