/** Rules about coexistence and fallback. */
@NullMarked
package mcx.analysis.rule.backup;

import org.jspecify.annotations.NullMarked;
