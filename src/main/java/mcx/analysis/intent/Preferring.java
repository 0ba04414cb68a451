package mcx.analysis.intent;

import java.util.Collections;
import java.util.List;
import mcx.analysis.SitePath;
import mcx.analysis.WhatIf;
import mcx.design.Id;
import mcx.design.Intent;
import org.jspecify.annotations.Nullable;

/**
 * That the traffic between sites takes one way while it is up, and another only while it is not: it
 * goes through all that is preferred, and then through one at least of what stands in for it.
 */
final class Preferring extends Promise {

  private final Intent intent;

  Preferring(WhatIf network, Intent intent, List<Ends.Pair> pairs) {
    super(network, pairs);
    this.intent = intent;
  }

  @Override
  @Nullable Counterexample broken(WhatIf.State state) {
    boolean preferred = Collections.disjoint(state.failed(), intent.through());
    for (Ends.Pair pair : pairs) {
      SitePath there = state.path(pair.a(), pair.b());
      SitePath back = state.path(pair.b(), pair.a());
      if (!there.reaches() || !back.reaches()) {
        return lost(state, there, back);
      }
      for (SitePath path : List.of(there, back)) {
        Counterexample wrong =
            preferred ? notPreferred(state, path, there, back) : notOver(state, path, there, back);
        if (wrong != null) {
          return wrong;
        }
      }
    }
    return null;
  }

  private @Nullable Counterexample notPreferred(
      WhatIf.State state, SitePath path, SitePath there, SitePath back) {
    Id over = first(path, intent.over());
    Id lacking = lacking(path, intent.through());
    if (over == null && lacking == null) {
      return null;
    }
    String why =
        over == null
            ? way(path) + ", but not through " + name(intent.through().iterator().next()) + "."
            : way(path)
                + " through "
                + name(over)
                + (intent.through().isEmpty()
                    ? "."
                    : " although " + names(intent.through()) + " is up.");
    return new Counterexample(state.failed(), there, back, why, over == null ? lacking : over);
  }

  private @Nullable Counterexample notOver(
      WhatIf.State state, SitePath path, SitePath there, SitePath back) {
    if (intent.over().isEmpty() || first(path, intent.over()) != null) {
      return null;
    }
    return new Counterexample(
        state.failed(),
        there,
        back,
        way(path) + ", but not through " + names(intent.over()) + ".",
        intent.over().iterator().next());
  }
}
