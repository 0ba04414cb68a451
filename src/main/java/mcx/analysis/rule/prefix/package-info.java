/** Rules about prefix limits. */
@NullMarked
package mcx.analysis.rule.prefix;

import org.jspecify.annotations.NullMarked;
