package mcx.analysis.intent;

import mcx.design.Intent;

/**
 * An intent that a design keeps already, for the architect to accept.
 *
 * @param intent the intent, with an id that no intent of the design has
 * @param sentence the same as a sentence
 * @param because what it rests on, in a sentence
 */
public record Proposal(Intent intent, String sentence, String because) {}
