/** Edits that mend what the analysis finds: pure functions from a design to a changed one. */
@NullMarked
package mcx.change.fix;

import org.jspecify.annotations.NullMarked;
