package mcx.analysis.intent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import mcx.analysis.Analysis;
import mcx.analysis.Separation;
import mcx.analysis.SitePath;
import mcx.analysis.WhatIf;
import mcx.analysis.intent.Groups.Group;
import mcx.analysis.intent.IntentResult.State;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;

/**
 * Proposes the intents that a design keeps already: who reaches whom, over private links where that
 * is so, with as many failures as it survives; and what never sees each other. Sites are spoken of
 * in groups, so that a large design gets a handful.
 */
public final class Proposals {

  /** More than this nobody reads. */
  private static final int MOST = 12;

  /** Groups that reach each other in part only are taken apart up to this many pairs of sites. */
  private static final int MOST_APART = 4;

  private final Analysis analysis;
  private final WhatIf network;
  private final Passing passing;
  private final List<Candidate> candidates = new ArrayList<>();

  private Proposals(Analysis analysis) {
    this.analysis = analysis;
    this.network = new WhatIf(analysis);
    this.passing = new Passing(analysis.design(), network.network());
  }

  /** What may be proposed: two ends that reach each other, or never do. */
  private record Candidate(Id from, Id to, boolean reach, boolean isPrivate, int rank) {}

  /**
   * The intents that hold now and are not among those of the design, the likeliest first.
   *
   * @param cancelled asked between failures; when true, only what is known by then is proposed
   */
  public static List<Proposal> of(Analysis analysis, BooleanSupplier cancelled) {
    Proposals proposals = new Proposals(analysis);
    proposals.gather();
    return proposals.judged(cancelled);
  }

  // --- what may be proposed ---

  private void gather() {
    Set<Set<Id>> apart = vrfs();
    List<Group> groups = Groups.of(network);
    for (int i = 0; i < groups.size(); i++) {
      for (int k = i; k < groups.size(); k++) {
        Group a = groups.get(i);
        Group b = groups.get(k);
        if (i != k || a.rank() == 1) {
          pair(a, b, groups, apart);
        }
      }
    }
    candidates.sort(
        Comparator.comparingInt(Candidate::rank)
            .thenComparing(Candidate::from)
            .thenComparing(Candidate::to));
  }

  /** VRFs that never see each other; gives the pairs of sites that this says all of. */
  private Set<Set<Id>> vrfs() {
    Set<Set<Id>> covered = new HashSet<>();
    List<Separation.VrfView> views = network.base().vrfs();
    for (int i = 0; i < views.size(); i++) {
      for (int k = i + 1; k < views.size(); k++) {
        SortedSet<Id> a = new TreeSet<>(views.get(i).behind());
        SortedSet<Id> b = new TreeSet<>(views.get(k).behind());
        SortedSet<Id> common = new TreeSet<>(a);
        common.retainAll(b);
        a.removeAll(common);
        b.removeAll(common);
        if (!a.isEmpty() && !b.isEmpty() && relation(a, b) == Relation.NONE) {
          candidates.add(new Candidate(views.get(i).vrf(), views.get(k).vrf(), false, false, -1));
          a.forEach(x -> b.forEach(y -> covered.add(Set.of(x, y))));
        }
      }
    }
    return covered;
  }

  private void pair(Group a, Group b, List<Group> groups, Set<Set<Id>> apart) {
    int rank = a.rank() + b.rank();
    Relation relation = relation(a.sites(), b.sites());
    switch (relation) {
      case PRIVATE, PUBLIC -> {
        if (a.equals(b) || !withinOne(a, b, groups)) {
          candidates.add(new Candidate(a.id(), b.id(), true, relation == Relation.PRIVATE, rank));
        }
      }
      case NONE -> {
        if (!covers(apart, a.sites(), b.sites())) {
          candidates.add(new Candidate(a.id(), b.id(), false, false, rank + 4));
        }
      }
      case MIXED -> apart(a, b, rank, apart);
      case NOTHING -> {}
    }
  }

  /** Speaks of the sites one by one, where they are few. */
  private void apart(Group a, Group b, int rank, Set<Set<Id>> apart) {
    if (a.equals(b) || a.sites().size() * b.sites().size() > MOST_APART) {
      return;
    }
    for (Id x : a.sites()) {
      for (Id y : b.sites()) {
        Relation one = relation(Set.of(x), Set.of(y));
        boolean reach = one == Relation.PRIVATE || one == Relation.PUBLIC;
        if (reach || (one == Relation.NONE && !apart.contains(Set.of(x, y)))) {
          candidates.add(
              new Candidate(x, y, reach, one == Relation.PRIVATE, rank + (reach ? 1 : 5)));
        }
      }
    }
  }

  /** Whether both are part of a group whose sites all reach each other. */
  private boolean withinOne(Group a, Group b, List<Group> groups) {
    return groups.stream()
        .filter(g -> g.rank() == 1)
        .filter(g -> g.sites().containsAll(a.sites()) && g.sites().containsAll(b.sites()))
        .anyMatch(
            g -> {
              Relation whole = relation(g.sites(), g.sites());
              return whole == Relation.PRIVATE || whole == Relation.PUBLIC;
            });
  }

  private static boolean covers(Set<Set<Id>> pairs, Collection<Id> a, Collection<Id> b) {
    return a.stream().allMatch(x -> b.stream().allMatch(y -> pairs.contains(Set.of(x, y))));
  }

  private enum Relation {
    /** All reach each other over private links. */
    PRIVATE,
    /** All reach each other. */
    PUBLIC,
    /** None reaches any other. */
    NONE,
    /** Some do. */
    MIXED,
    /** There are no two sites. */
    NOTHING
  }

  private Relation relation(Collection<Id> a, Collection<Id> b) {
    boolean all = true;
    boolean none = true;
    boolean hidden = true;
    boolean any = false;
    for (Id x : a) {
      for (Id y : b) {
        if (x.equals(y)) {
          continue;
        }
        any = true;
        for (SitePath path : List.of(network.base().path(x, y), network.base().path(y, x))) {
          all &= path.reaches();
          none &= !path.reaches();
          hidden &= passing.publicTunnel(path) == null;
        }
      }
    }
    if (!any) {
      return Relation.NOTHING;
    }
    if (all) {
      return hidden ? Relation.PRIVATE : Relation.PUBLIC;
    }
    return none ? Relation.NONE : Relation.MIXED;
  }

  // --- what holds ---

  private List<Proposal> judged(BooleanSupplier cancelled) {
    List<List<Intent>> variants = new ArrayList<>();
    List<Intent> asked = new ArrayList<>();
    for (Candidate c : candidates) {
      if (variants.size() < MOST && !isWanted(c)) {
        List<Intent> own = variants(c, asked.size());
        variants.add(own);
        asked.addAll(own);
      }
    }
    List<IntentResult> results = IntentChecks.all(analysis, asked, PathFacts.NONE, cancelled);
    List<Proposal> proposals = new ArrayList<>();
    int at = 0;
    for (List<Intent> own : variants) {
      choose(results.subList(at, at + own.size()), proposals);
      at += own.size();
    }
    return proposals;
  }

  /** Whether the design holds an intent between these two already. */
  private boolean isWanted(Candidate c) {
    return analysis.design().intents().values().stream()
        .anyMatch(
            i ->
                (i.kind() == IntentKind.ISOLATE) != c.reach
                    && Set.of(c.from, c.to).equals(new HashSet<>(List.of(i.from(), i.to()))));
  }

  /** All that could be said of two ends, the strongest first. */
  private List<Intent> variants(Candidate c, int asked) {
    List<Intent> all = new ArrayList<>();
    if (!c.reach) {
      all.add(intent(asked, IntentKind.ISOLATE, c, false, 0));
      return all;
    }
    for (int survives = 2; survives >= 0; survives--) {
      if (c.isPrivate) {
        all.add(intent(asked + all.size(), IntentKind.REACH, c, true, survives));
      }
      all.add(intent(asked + all.size(), IntentKind.REACH, c, false, survives));
    }
    return all;
  }

  private static Intent intent(
      int number, IntentKind kind, Candidate c, boolean isPrivate, int survives) {
    return new Intent(Id.of("proposal-" + number), "", kind, c.from, c.to, isPrivate, survives);
  }

  /**
   * The strongest of what holds; and where private links survive less than all links together,
   * both.
   */
  private void choose(List<IntentResult> results, List<Proposal> proposals) {
    List<IntentResult> holding = results.stream().filter(r -> r.state() == State.HOLDS).toList();
    if (holding.isEmpty()) {
      return;
    }
    IntentResult first = holding.getFirst();
    propose(first, proposals);
    if (!first.intent().privateOnly()) {
      holding.stream()
          .filter(r -> r.intent().privateOnly())
          .findFirst()
          .ifPresent(r -> propose(r, proposals));
    }
  }

  private void propose(IntentResult result, List<Proposal> proposals) {
    int n = 1;
    Set<Id> taken = new HashSet<>(analysis.design().intents().keySet());
    proposals.forEach(p -> taken.add(p.intent().id()));
    while (taken.contains(Id.of("intent-" + n))) {
      n++;
    }
    Intent asked = result.intent();
    Intent intent =
        new Intent(
            Id.of("intent-" + n),
            "",
            asked.kind(),
            asked.from(),
            asked.to(),
            asked.privateOnly(),
            asked.survives());
    proposals.add(new Proposal(intent, IntentText.print(analysis.design(), intent), result.text()));
  }
}
