package mcx.analysis.rule;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import mcx.analysis.SitePath;
import mcx.design.Id;
import mcx.design.Intent.IntentKind;

/**
 * Pairs of sites that a rule speaks of, each once, in order. Where the architect's intents speak of
 * some of them, a finding is about those.
 */
public final class SitePairs {

  private final Situation situation;
  private final List<Pair> pairs;

  private SitePairs(Situation situation, Collection<Pair> pairs) {
    this.situation = situation;
    this.pairs = List.copyOf(pairs);
  }

  /** Two different sites, the smaller id first. */
  public record Pair(Id a, Id b) {
    static Pair of(Id one, Id other) {
      return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }

  /** The pairs of a site of the one set and a different one of the other. */
  static SitePairs of(Situation situation, Collection<Id> one, Collection<Id> other) {
    SequencedSet<Pair> pairs = new LinkedHashSet<>();
    for (Id a : one) {
      for (Id b : other) {
        if (!a.equals(b)) {
          pairs.add(Pair.of(a, b));
        }
      }
    }
    return new SitePairs(situation, pairs);
  }

  /** Those of them that the test holds for. */
  public SitePairs where(BiPredicate<Id, Id> test) {
    return new SitePairs(situation, pairs.stream().filter(p -> test.test(p.a, p.b)).toList());
  }

  /** Those that do not reach each other, in one direction at least. */
  public SitePairs apart() {
    return where((a, b) -> !reaches(a, b) || !reaches(b, a));
  }

  /** Those that do not, and those that do only through something that in truth joins them not. */
  public SitePairs apartBut(Id thing) {
    return where(
        (a, b) -> !reaches(a, b) || !reaches(b, a) || passes(a, b, thing) || passes(b, a, thing));
  }

  /** Those of which one reaches the other through this element or link. */
  public SitePairs through(Id thing) {
    return where((a, b) -> passes(a, b, thing) || passes(b, a, thing));
  }

  /** Those that an intent wants to reach each other. */
  public SitePairs expected() {
    return where(situation::expects);
  }

  /** Those that an intent wants to be kept apart. */
  public SitePairs isolated() {
    return where(situation::isolates);
  }

  /** Those that no intent speaks of. */
  public SitePairs unspoken() {
    return where(
        (a, b) ->
            !situation.expects(a, b) && situation.intents(IntentKind.ISOLATE, a, b).isEmpty());
  }

  private boolean reaches(Id from, Id to) {
    SitePath path = situation.path(from, to);
    return path != null && path.reaches();
  }

  private boolean passes(Id from, Id to, Id thing) {
    SitePath path = situation.path(from, to);
    return path != null && path.reaches() && path.runsAlong(thing);
  }

  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  public List<Pair> list() {
    return pairs;
  }

  /** All sites of the pairs. */
  public SortedSet<Id> sites() {
    SortedSet<Id> sites = new TreeSet<>();
    pairs.forEach(
        p -> {
          sites.add(p.a);
          sites.add(p.b);
        });
    return sites;
  }

  /** The pairs in words: {@code Amsterdam and Berlin}; of several the first, and how many more. */
  public String names() {
    Pair first = pairs.getFirst();
    String text = situation.name(first.a) + " and " + situation.name(first.b);
    int more = pairs.size() - 1;
    return more == 0 ? text : text + " (and " + Phrases.count(more, "more pair") + ")";
  }
}
