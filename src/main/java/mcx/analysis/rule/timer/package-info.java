/** Rules about timers. */
@NullMarked
package mcx.analysis.rule.timer;

import org.jspecify.annotations.NullMarked;
