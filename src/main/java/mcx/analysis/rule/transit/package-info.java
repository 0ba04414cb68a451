/** Rules about transit and VRFs. */
@NullMarked
package mcx.analysis.rule.transit;

import org.jspecify.annotations.NullMarked;
