/** Rules about addressing. */
@NullMarked
package mcx.analysis.rule.address;

import org.jspecify.annotations.NullMarked;
