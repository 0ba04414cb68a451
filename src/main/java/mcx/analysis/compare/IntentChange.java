package mcx.analysis.compare;

import mcx.analysis.intent.IntentResult;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * A change of an intent, or of whether it holds.
 *
 * @param id its id
 * @param before what it said, as a sentence; empty where it was not there
 * @param after what it says; empty where it is gone
 * @param was whether it held; null where it was not there
 * @param is whether it holds; null where it is gone
 */
public record IntentChange(
    Id id, String before, String after, @Nullable IntentResult was, @Nullable IntentResult is) {}
