package mcx.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Failables;
import mcx.design.Design;
import mcx.design.Id;
import mcx.network.Failures;
import mcx.network.Network;
import mcx.network.Origin;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * How sites would reach each other if things failed: the routes of a design are computed anew for
 * each set of failures, starting from nothing failed, whatever the analysis took as failed. Used by
 * one thread.
 */
public final class WhatIf {

  private final Analysis analysis;
  private final Paths paths;
  private final Fallbacks failures;
  private final State base;

  public WhatIf(Analysis analysis) {
    this.analysis = analysis;
    this.paths = new Paths(analysis.design(), analysis.compiled(), analysis.solution());
    this.failures = new Fallbacks(analysis);
    if (analysis.failures().down().isEmpty()) {
      this.base = new State(new TreeSet<>(), analysis.solution());
      this.base.vrfs = analysis.separation().vrfs();
      analysis.separation().paths().forEach(p -> base.known.put(List.of(p.from(), p.to()), p));
    } else {
      this.base = with(List.of());
    }
  }

  public Design design() {
    return analysis.design();
  }

  public Network network() {
    return analysis.compiled().network();
  }

  /** All sites, in order. */
  public Set<Id> sites() {
    return analysis.compiled().sites().keySet();
  }

  /** With nothing failed. */
  public State base() {
    return base;
  }

  /** With what the analysis took as failed. */
  public State asAnalysed() {
    return with(analysis.failures().down().stream().map(o -> Id.of(o.id())).toList());
  }

  /** With exactly these elements, links or parts failed. */
  public State with(Collection<Id> failed) {
    Solution solution = analysis.solution().solver().solve(Failures.of(failed));
    return new State(new TreeSet<>(failed), solution);
  }

  /** What can fail, one by one: elements, links, and parts of links that have several. */
  public SortedSet<Id> candidates() {
    SortedSet<Id> all = new TreeSet<>();
    for (Failable one : failures.candidates()) {
      if (one.down().equals(Set.of(one.id()))) {
        all.add(one.id());
      }
    }
    for (Origin o : analysis.failures().down()) {
      all.add(Id.of(o.id()));
    }
    return all;
  }

  /** Whether it exists in configuration only, so that it never breaks by itself. */
  public boolean isLogical(Id failed) {
    return Failables.one(analysis.design(), failed).logical();
  }

  /** What is no failure between the two, but of one of them. */
  public Set<Id> own(Id a, Id b) {
    return failures.own(a, b);
  }

  /** The network with some things failed. */
  public final class State {

    private final SortedSet<Id> failed;
    private final Solution solution;
    private final Paths paths;
    private @Nullable List<Separation.VrfView> vrfs;
    private final Map<List<Id>, SitePath> known = new HashMap<>();

    State(SortedSet<Id> failed, Solution solution) {
      this.failed = failed;
      this.solution = solution;
      this.paths = WhatIf.this.paths.in(solution);
    }

    /** What has failed, in order. */
    public List<Id> failed() {
      return List.copyOf(failed);
    }

    public Solution solution() {
      return solution;
    }

    /** What each VRF sees. */
    public List<Separation.VrfView> vrfs() {
      List<Separation.VrfView> seen = vrfs;
      if (seen == null) {
        seen = Separations.views(analysis.design(), analysis.compiled(), solution);
        vrfs = seen;
      }
      return seen;
    }

    /** How one site reaches another. */
    public SitePath path(Id from, Id to) {
      return known.computeIfAbsent(List.of(from, to), k -> paths.path(from, to));
    }
  }
}
