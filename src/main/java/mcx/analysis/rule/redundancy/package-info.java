/** Rules about redundancy. */
@NullMarked
package mcx.analysis.rule.redundancy;

import org.jspecify.annotations.NullMarked;
