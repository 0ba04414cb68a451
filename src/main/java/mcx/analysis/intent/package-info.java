/**
 * What the architect wants to hold, against what the routes do: each intent is judged, with a
 * counterexample where it is broken; intents are proposed for a design that has none; and they are
 * written and read as sentences.
 *
 * <p>Rule: an intent is a promise about the design with nothing failed, and with as many failures
 * as it says. What the live analysis cannot try is pending, never taken for granted.
 */
@NullMarked
package mcx.analysis.intent;

import org.jspecify.annotations.NullMarked;
