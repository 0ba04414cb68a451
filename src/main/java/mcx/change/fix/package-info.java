/** Repairs: edits that mend what a finding tells of. Each is a pure function of the design. */
@NullMarked
package mcx.change.fix;

import org.jspecify.annotations.NullMarked;
