/** Rules about AS numbers and AS paths. */
@NullMarked
package mcx.analysis.rule.asn;

import org.jspecify.annotations.NullMarked;
