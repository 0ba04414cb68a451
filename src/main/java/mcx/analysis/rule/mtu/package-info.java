/** Rules about packet sizes and capacity. */
@NullMarked
package mcx.analysis.rule.mtu;

import org.jspecify.annotations.NullMarked;
