package mcx.analysis.intent;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mcx.analysis.SitePath;
import mcx.analysis.WhatIf;
import mcx.design.Id;
import mcx.design.Intent;
import org.jspecify.annotations.Nullable;

/** That sites reach each other, on conditions, in both directions. */
final class Reaching extends Promise {

  private final WhatIf network;
  private final Intent intent;
  private final PathFacts facts;

  Reaching(WhatIf network, Intent intent, List<Ends.Pair> pairs, PathFacts facts) {
    super(network, pairs);
    this.network = network;
    this.intent = intent;
    this.facts = facts;
  }

  @Override
  @Nullable Counterexample broken(WhatIf.State state) {
    for (Ends.Pair pair : pairs) {
      Set<Id> own = state.failed().isEmpty() ? Set.of() : network.own(pair.a(), pair.b());
      if (!Collections.disjoint(own, state.failed())) {
        continue;
      }
      SitePath there = state.path(pair.a(), pair.b());
      SitePath back = state.path(pair.b(), pair.a());
      if (!there.reaches() || !back.reaches()) {
        return lost(state, there, back);
      }
      Counterexample wrong = wrong(state, there, there, back);
      if (wrong == null) {
        wrong = wrong(state, back, there, back);
      }
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  /** What is wrong with one of the two paths. */
  private @Nullable Counterexample wrong(
      WhatIf.State state, SitePath path, SitePath there, SitePath back) {
    String why = "";
    Id at = null;
    Id tunnel = intent.privateOnly() ? passing.publicTunnel(path) : null;
    Id avoided = first(path, intent.avoiding());
    Id lacking = lacking(path, intent.through());
    if (tunnel != null) {
      why = way(path) + " through " + name(tunnel) + ", over the Internet.";
      at = tunnel;
    } else if (avoided != null) {
      why = way(path) + " through " + name(avoided) + ", which it should avoid.";
      at = avoided;
    } else if (lacking != null) {
      why = way(path) + ", but not through " + name(lacking) + ".";
      at = lacking;
    } else {
      why = tooSlow(path);
      if (why.isEmpty()) {
        why = tooNarrow(path);
      }
    }
    return why.isEmpty() ? null : new Counterexample(state.failed(), there, back, why, at);
  }

  private String tooSlow(SitePath path) {
    Integer most = intent.latencyMillis();
    if (most == null) {
      return "";
    }
    PathFacts.Fact fact = facts.latencyMillis(path);
    Double value = fact.value();
    if (value == null) {
      missing.add(fact.missing());
      return "";
    }
    return value <= most
        ? ""
        : way(path) + " in " + number(value) + " ms, not within " + most + " ms.";
  }

  private String tooNarrow(SitePath path) {
    Integer least = intent.bandwidthMbps();
    if (least == null) {
      return "";
    }
    PathFacts.Fact fact = facts.capacityMbps(path);
    Double value = fact.value();
    if (value == null) {
      missing.add(fact.missing());
      return "";
    }
    return value >= least
        ? ""
        : way(path)
            + " over a path that carries "
            + number(value)
            + " Mbit/s, not "
            + least
            + " Mbit/s.";
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
