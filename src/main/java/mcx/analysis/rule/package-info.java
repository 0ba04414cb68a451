/**
 * What a reviewer looks for. Each rule is a class of its own, named by its id, or a row of data
 * where that suffices; {@link mcx.analysis.rule.RuleBook} lists them all. A rule asks a {@link
 * mcx.analysis.rule.Situation}, which knows the design, its network and its routes, and answers
 * with findings.
 *
 * <p>Rules for rules: a condition is computed, never guessed. What the design does not say is told
 * as undecided. What is expected, required or unwanted, the intents say; without one it is
 * information. A vendor's numbers come from the catalog.
 */
@NullMarked
package mcx.analysis.rule;

import org.jspecify.annotations.NullMarked;
