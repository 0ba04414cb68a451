package mcx.analysis.intent;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Separation;
import mcx.analysis.SitePath;
import mcx.analysis.WhatIf;
import mcx.design.Id;
import mcx.design.Intent;
import org.jspecify.annotations.Nullable;

/**
 * That no traffic passes between sites in either direction, and that a VRF has no route to what it
 * is kept apart from. A site that is behind both of two VRFs is in both on purpose.
 */
final class Isolating extends Promise {

  private final Intent intent;
  private final Set<Id> from;
  private final Set<Id> to;

  Isolating(WhatIf network, Intent intent, Ends ends) {
    super(network, List.of());
    this.intent = intent;
    this.from = without(ends.sites(intent.from()), ends.sites(intent.to()));
    this.to = without(ends.sites(intent.to()), ends.sites(intent.from()));
  }

  private static Set<Id> without(SortedSet<Id> all, SortedSet<Id> others) {
    SortedSet<Id> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  @Override
  @Nullable Counterexample broken(WhatIf.State state) {
    for (Id a : from) {
      for (Id b : to) {
        SitePath there = state.path(a, b);
        SitePath back = state.path(b, a);
        if (there.reaches() || back.reaches()) {
          SitePath leak = there.reaches() ? there : back;
          String oneWay =
              there.reaches() && back.reaches()
                  ? ""
                  : ", although nothing comes back the other way";
          return new Counterexample(
              state.failed(),
              there,
              back,
              way(leak) + " (" + leak.kind().label() + oneWay + ").",
              middle(leak));
        }
      }
    }
    Counterexample leak = route(state, intent.from(), to);
    return leak != null ? leak : route(state, intent.to(), from);
  }

  /** What stands in the middle of a path, where the two sides meet. */
  private static Id middle(SitePath path) {
    return path.drawn().isEmpty() ? path.from() : path.drawn().get(path.drawn().size() / 2);
  }

  /** That a VRF has a route to one of the sites. */
  private @Nullable Counterexample route(WhatIf.State state, Id vrf, Set<Id> sites) {
    for (Separation.VrfView view : state.vrfs()) {
      if (view.vrf().equals(vrf)) {
        for (Id site : view.sites()) {
          if (sites.contains(site)) {
            return new Counterexample(
                state.failed(), null, null, name(vrf) + " has a route to " + name(site) + ".", vrf);
          }
        }
      }
    }
    return null;
  }
}
