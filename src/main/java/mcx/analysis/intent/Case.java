package mcx.analysis.intent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.analysis.Names;
import mcx.analysis.WhatIf;
import mcx.analysis.intent.IntentResult.State;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import org.jspecify.annotations.Nullable;

/** One intent while it is judged. */
final class Case {

  final Intent intent;
  private final WhatIf network;
  private final Promise promise;
  private final Support support;
  private final List<Id> nobody;
  private final String idle;
  private final Set<Set<Id>> tried = new HashSet<>();
  private final SortedSet<Id> movers = new TreeSet<>();
  private @Nullable Counterexample found;
  private boolean complete;

  Case(WhatIf network, Ends ends, Intent intent, PathFacts facts) {
    this.intent = intent;
    this.network = network;
    this.support = new Support(network.design(), network.network());
    this.promise =
        switch (intent.kind()) {
          case REACH -> new Reaching(network, intent, ends.pairs(intent), facts);
          case ISOLATE -> new Isolating(network, intent, ends);
          case PREFER -> new Preferring(network, intent, ends.pairs(intent));
        };
    this.nobody =
        List.of(intent.from(), intent.to()).stream()
            .distinct()
            .filter(e -> ends.sites(e).isEmpty())
            .toList();
    this.idle = idle(ends);
    this.complete = !speaksOfFailures();
  }

  /** Why the intent asks for nothing, so that it would hold whatever is drawn; empty for none. */
  private String idle(Ends ends) {
    if (nobody.isEmpty() && ends.pairs(intent).isEmpty()) {
      return "It speaks of one site only, and there is nothing between a site and itself.";
    }
    return intent.kind() == IntentKind.PREFER
            && intent.through().isEmpty()
            && intent.over().isEmpty()
        ? "It does not say what is preferred over what."
        : "";
  }

  /** Whether it is neither broken nor beyond telling, so that more failures are worth trying. */
  boolean isOpen() {
    return found == null && nobody.isEmpty() && idle.isEmpty();
  }

  private boolean speaksOfFailures() {
    return switch (intent.kind()) {
      case REACH -> intent.survives() > 0;
      case ISOLATE -> true;
      case PREFER -> !intent.through().isEmpty();
    };
  }

  /** Whether the intent says anything of as many failures at once. */
  boolean speaksOf(int failures) {
    return failures == 0
        || switch (intent.kind()) {
          case REACH -> failures <= intent.survives();
          case ISOLATE -> true;
          case PREFER -> false;
        };
  }

  /** Whether the intent says what must hold when this fails. */
  boolean speaksOf(Id failed) {
    return switch (intent.kind()) {
      case REACH -> intent.survives() > 0 && !network.isLogical(failed);
      case ISOLATE -> true;
      case PREFER -> intent.through().contains(failed);
    };
  }

  void attempt(WhatIf.State state) {
    if (isOpen() && tried.add(Set.copyOf(state.failed()))) {
      found = promise.broken(state);
    }
  }

  boolean wasTried(Set<Id> failed) {
    return tried.contains(failed);
  }

  /** Remembers a single failure that leads traffic another way, for trying others beside it. */
  void noteMove(WhatIf.State state) {
    if (isDouble() && isOpen() && promise.pairs.stream().anyMatch(p -> moves(state, p))) {
      movers.addAll(state.failed());
    }
  }

  private boolean moves(WhatIf.State state, Ends.Pair pair) {
    return !state.path(pair.a(), pair.b()).runsAs(network.base().path(pair.a(), pair.b()))
        || !state.path(pair.b(), pair.a()).runsAs(network.base().path(pair.b(), pair.a()));
  }

  /**
   * The failures to begin pairs with: what the paths rest on, and what else moves them (routes that
   * come back worse, or another choice among more routes).
   */
  SortedSet<Id> firsts(SortedSet<Id> candidates) {
    SortedSet<Id> all = rests(network.base(), candidates);
    all.addAll(movers);
    return all;
  }

  /** What the paths of the intent rest on then, of what can fail by itself. */
  SortedSet<Id> rests(WhatIf.State state, SortedSet<Id> candidates) {
    SortedSet<Id> all = new TreeSet<>();
    for (Ends.Pair pair : promise.pairs) {
      all.addAll(support.of(state.path(pair.a(), pair.b())));
      all.addAll(support.of(state.path(pair.b(), pair.a())));
    }
    all.retainAll(candidates);
    all.removeIf(network::isLogical);
    return all;
  }

  /** All failures that the intent speaks of have been tried. */
  void completed() {
    complete = true;
  }

  IntentResult result() {
    List<String> missing =
        nobody.isEmpty()
            ? List.copyOf(promise.missing)
            : nobody.stream().map(e -> "a site in " + Names.of(network.design(), e)).toList();
    State state;
    String text;
    Counterexample broken = found;
    if (broken != null) {
      state = State.BROKEN;
      text = with(broken.failed()) + broken.why();
    } else if (!nobody.isEmpty()) {
      state = State.UNKNOWN;
      text =
          nobody.stream()
              .map(e -> "No site is in " + Names.of(network.design(), e) + ", or behind it.")
              .collect(Collectors.joining(" "));
    } else if (!idle.isEmpty()) {
      state = State.UNKNOWN;
      text = idle;
    } else if (!missing.isEmpty()) {
      state = State.UNKNOWN;
      text = "The design does not tell " + String.join(", ", missing) + ".";
    } else if (!complete) {
      state = State.PENDING;
      text =
          tried.size() <= 1
              ? "It holds with nothing failed; failures are still to be tried."
              : "It holds in " + tried.size() + " cases; other failures are still to be tried.";
    } else {
      state = State.HOLDS;
      text = holds();
    }
    return new IntentResult(intent, state, text, broken, missing, tried.size());
  }

  private String with(List<Id> failed) {
    if (failed.isEmpty()) {
      return "";
    }
    List<String> names = failed.stream().map(f -> Names.of(network.design(), f)).toList();
    return "With " + String.join(" and ", names) + " failed: ";
  }

  private String holds() {
    String cases = " (" + tried.size() + " cases tried).";
    return switch (intent.kind()) {
      case REACH ->
          switch (intent.survives()) {
            case 0 -> "It holds with nothing failed.";
            case 1 -> "It holds with nothing failed and with any one failure" + cases;
            default -> "It holds with nothing failed and with any two failures at once" + cases;
          };
      case ISOLATE -> "Nothing passes, with nothing failed and with any one failure" + cases;
      case PREFER ->
          "The preferred path carries the traffic, and when it fails the other one does.";
    };
  }

  /** Whether the intent is about two failures at once. */
  boolean isDouble() {
    return intent.kind() == IntentKind.REACH && intent.survives() > 1;
  }
}
