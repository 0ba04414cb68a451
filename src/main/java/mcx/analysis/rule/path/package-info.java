/** Rules about the choice of paths and asymmetry. */
@NullMarked
package mcx.analysis.rule.path;

import org.jspecify.annotations.NullMarked;
