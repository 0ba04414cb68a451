package mcx.analysis.intent;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Names;
import mcx.analysis.SitePath;
import mcx.analysis.WhatIf;
import mcx.design.Design;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** What an intent says of the network, with nothing failed or with something failed. */
abstract sealed class Promise permits Reaching, Isolating, Preferring {

  /** What the design would have to say; filled while it is asked. */
  final SortedSet<String> missing = new TreeSet<>();

  final Design design;
  final Passing passing;
  final List<Ends.Pair> pairs;

  Promise(WhatIf network, List<Ends.Pair> pairs) {
    this.design = network.design();
    this.passing = new Passing(design, network.network());
    this.pairs = List.copyOf(pairs);
  }

  /** How it is broken then; null where it is kept. */
  abstract @Nullable Counterexample broken(WhatIf.State state);

  final String name(Id id) {
    return Names.of(design, id);
  }

  /** That packets do not get from one site to the other. */
  final Counterexample lost(WhatIf.State state, SitePath there, SitePath back) {
    SitePath lost = there.reaches() ? back : there;
    return new Counterexample(
        state.failed(),
        there,
        back,
        name(lost.from()) + " does not reach " + name(lost.to()) + ": " + lost.reason(),
        passing.end(lost));
  }

  /** Which of these some of the traffic goes through; null for none. */
  final @Nullable Id first(SitePath path, Set<Id> things) {
    if (things.isEmpty()) {
      return null;
    }
    SortedSet<Id> passed = passing.of(path);
    return things.stream().filter(passed::contains).findFirst().orElse(null);
  }

  /** Which of these not all of the traffic goes through; null for none. */
  final @Nullable Id lacking(SitePath path, Set<Id> things) {
    if (things.isEmpty()) {
      return null;
    }
    SortedSet<Id> passed = passing.always(path);
    return things.stream().filter(t -> !passed.contains(t)).findFirst().orElse(null);
  }

  final String way(SitePath path) {
    return name(path.from()) + " reaches " + name(path.to());
  }

  final String names(Collection<Id> things) {
    return String.join(" and ", things.stream().map(this::name).toList());
  }
}
