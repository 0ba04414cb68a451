package mcx.analysis.intent;

import java.util.List;
import mcx.analysis.SitePath;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * What shows that an intent is broken.
 *
 * @param failed what has failed: elements, links or parts; empty where it is broken while all is
 *     well
 * @param there the path from the one site to the other then; null where the matter is one of routes
 *     and not of a path
 * @param back the path back
 * @param why what is wrong with it, in a sentence
 * @param at the element or link at which it goes wrong; null where it cannot be pinned down
 */
public record Counterexample(
    List<Id> failed,
    @Nullable SitePath there,
    @Nullable SitePath back,
    String why,
    @Nullable Id at) {

  public Counterexample {
    failed = List.copyOf(failed);
  }
}
