package mcx.analysis.intent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import mcx.analysis.Analysis;
import mcx.analysis.WhatIf;
import mcx.design.Id;
import mcx.design.Intent;

/**
 * Judges intents. Single failures are tried one and all, each computed once for all intents. Of
 * pairs of failures those are tried that can take something away: each that the path rests on or
 * that moves it in fact, together with each that the path rests on once the first has failed. A
 * pair of which neither moves the path alone, nor is what it rests on, leaves it where it is.
 */
public final class IntentChecks {

  private final WhatIf network;
  private final List<Case> cases = new ArrayList<>();

  private IntentChecks(WhatIf network, Collection<Intent> intents, PathFacts facts) {
    this.network = network;
    Ends ends = new Ends(network);
    intents.forEach(i -> cases.add(new Case(network, ends, i, facts)));
  }

  /**
   * What can be told at once: with nothing failed, and with what the analysis took as failed, where
   * an intent speaks of that. In the order of the intents' ids.
   */
  public static List<IntentResult> now(Analysis analysis, PathFacts facts) {
    if (analysis.design().intents().isEmpty()) {
      return List.of();
    }
    IntentChecks checks =
        new IntentChecks(new WhatIf(analysis), analysis.design().intents().values(), facts);
    checks.base(analysis);
    return checks.results();
  }

  /**
   * All that the intents say, failures included.
   *
   * @param cancelled asked between failures; when true, what was not tried is pending
   */
  public static List<IntentResult> all(
      Analysis analysis, PathFacts facts, BooleanSupplier cancelled) {
    return all(analysis, analysis.design().intents().values(), facts, cancelled);
  }

  /** The same for intents that the design does not hold itself. */
  static List<IntentResult> all(
      Analysis analysis, Collection<Intent> intents, PathFacts facts, BooleanSupplier cancelled) {
    if (intents.isEmpty()) {
      return List.of();
    }
    IntentChecks checks = new IntentChecks(new WhatIf(analysis), intents, facts);
    checks.base(analysis);
    if (checks.singles(cancelled) && checks.doubles(cancelled)) {
      checks.cases.forEach(Case::completed);
    }
    return checks.results();
  }

  private List<IntentResult> results() {
    return cases.stream().map(Case::result).toList();
  }

  private void base(Analysis analysis) {
    cases.forEach(c -> c.attempt(network.base()));
    int failed = analysis.failures().down().size();
    if (failed > 0) {
      WhatIf.State state = network.asAnalysed();
      cases.stream().filter(c -> c.speaksOf(failed)).forEach(c -> c.attempt(state));
    }
  }

  /** Tries single failures; false where it was stopped. */
  private boolean singles(BooleanSupplier cancelled) {
    SortedSet<Id> candidates = network.candidates();
    for (Case c : cases) {
      if (c.intent.kind() == Intent.IntentKind.PREFER) {
        candidates.addAll(c.intent.through());
      }
    }
    for (Id failed : candidates) {
      List<Case> asking = cases.stream().filter(c -> c.isOpen() && c.speaksOf(failed)).toList();
      if (asking.isEmpty()) {
        continue;
      }
      if (cancelled.getAsBoolean()) {
        return false;
      }
      WhatIf.State state = network.with(Set.of(failed));
      asking.forEach(c -> c.attempt(state));
      asking.forEach(c -> c.noteMove(state));
    }
    return true;
  }

  /** Tries pairs of failures; false where it was stopped. */
  private boolean doubles(BooleanSupplier cancelled) {
    SortedSet<Id> candidates = network.candidates();
    for (Case c : cases) {
      if (!c.isDouble() || !c.isOpen()) {
        continue;
      }
      for (Id first : c.firsts(candidates)) {
        if (!c.isOpen()) {
          break;
        }
        if (cancelled.getAsBoolean()) {
          return false;
        }
        SortedSet<Id> then = c.rests(network.with(Set.of(first)), candidates);
        then.remove(first);
        for (Id second : then) {
          Set<Id> both = new TreeSet<>(Set.of(first, second));
          if (cancelled.getAsBoolean()) {
            return false;
          }
          if (c.isOpen() && !c.wasTried(both)) {
            c.attempt(network.with(both));
          }
        }
      }
    }
    return true;
  }
}
