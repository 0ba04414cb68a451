package mcx.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import mcx.analysis.fallback.Failable;
import mcx.routing.Solution;
import mcx.routing.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Tries every pair of failures, on as many cores as there are.
 *
 * <p>The routes are computed for every pair of failures, which is cheap: the solver repairs only
 * what the second failure touches. The paths of all pairs of sites would not be cheap, so they are
 * followed again only where they must be. A path that is known from the state without failures, or
 * with the one of the two alone, holds with both where every table on it does the same then; see
 * {@link mcx.routing.KnownWay} for why that is certain. That is as good as always so where the
 * second failure lies off the path, and it is right also where BGP makes the one matter to the
 * other without the path touching both.
 */
final class PairsOfFailures {

  /** How often progress is told. */
  private static final int TELL_EVERY = 100;

  private final Analysis analysis;
  private final Paths paths;
  private final Solver solver;
  private final List<Fallbacks.Work> works;
  private final Fallbacks fallbacks;
  private final List<Failable> candidates;
  private final AtomicReferenceArray<@Nullable Single> singles;

  PairsOfFailures(Analysis analysis) {
    this.analysis = analysis;
    this.paths = new Paths(analysis.design(), analysis.compiled(), analysis.solution());
    this.solver = analysis.solution().solver();
    this.fallbacks = new Fallbacks(analysis);
    this.works = fallbacks.pairs();
    this.candidates = fallbacks.candidates();
    this.singles = new AtomicReferenceArray<>(candidates.size());
  }

  /**
   * The state after one failure.
   *
   * @param lost for each pair of sites whether it is lost, so that two failures bring no news
   * @param there for each pair its path; null where the one without failures holds
   * @param back the same for the way back
   */
  private record Single(
      Solution solution,
      boolean[] lost,
      Paths.@Nullable Known[] there,
      Paths.@Nullable Known[] back) {}

  private record Pair(int first, int second) {}

  DoubleFailures run(DoubleFailures.Progress progress, BooleanSupplier cancelled) {
    IntStream.range(0, candidates.size())
        .parallel()
        .filter(i -> !cancelled.getAsBoolean())
        .forEach(i -> singles.set(i, single(candidates.get(i))));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      for (int k = i + 1; k < candidates.size(); k++) {
        pairs.add(new Pair(i, k));
      }
    }
    AtomicInteger done = new AtomicInteger();
    ConcurrentSkipListSet<DoubleFailures.Lost> found = new ConcurrentSkipListSet<>();
    pairs.parallelStream()
        .filter(pair -> !cancelled.getAsBoolean())
        .forEach(
            pair -> {
              found.addAll(lost(pair));
              int n = done.incrementAndGet();
              if (n % TELL_EVERY == 0 || n == pairs.size()) {
                progress.at(n, pairs.size());
              }
            });
    return new DoubleFailures(
        candidates, done.get(), List.copyOf(found), done.get() == pairs.size());
  }

  private Single single(Failable failed) {
    Solution then = solver.solve(fallbacks.with(failed));
    int n = works.size();
    Paths ways = paths.in(then);
    Single single = new Single(then, new boolean[n], new Paths.Known[n], new Paths.Known[n]);
    for (int w = 0; w < n; w++) {
      Fallbacks.Work work = works.get(w);
      if (work.isOwn(failed)) {
        continue;
      }
      if (!work.there.holdsIn(then)) {
        single.there[w] = ways.known(work.now.from(), work.now.to());
      }
      if (!work.home.holdsIn(then)) {
        single.back[w] = ways.known(work.back.from(), work.back.to());
      }
      single.lost[w] = isLost(work.now, single.there[w]) || isLost(work.back, single.back[w]);
    }
    return single;
  }

  private static boolean isLost(SitePath before, Paths.@Nullable Known then) {
    return before.reaches() && then != null && !then.path().reaches();
  }

  /** The pairs of sites that lose what they had, where neither failure alone takes it. */
  private List<DoubleFailures.Lost> lost(Pair pair) {
    Single one = singles.get(pair.first);
    Single other = singles.get(pair.second);
    if (one == null || other == null) {
      return List.of();
    }
    Failable first = candidates.get(pair.first);
    Failable second = candidates.get(pair.second);
    Solution then = solver.solve(fallbacks.with(first, second), one.solution);
    Paths ways = paths.in(then);
    List<DoubleFailures.Lost> lost = new ArrayList<>();
    for (int w = 0; w < works.size(); w++) {
      Fallbacks.Work work = works.get(w);
      if (work.isOwn(first)
          || work.isOwn(second)
          || one.lost[w]
          || other.lost[w]
          || (keeps(work.now, work.there, one.there[w], other.there[w], ways)
              && keeps(work.back, work.home, one.back[w], other.back[w], ways))) {
        continue;
      }
      lost.add(new DoubleFailures.Lost(first.id(), second.id(), work.now.from(), work.now.to()));
    }
    return lost;
  }

  /** Whether a path that was there is there, or another one. None of the known ones is lost. */
  private boolean keeps(
      SitePath before,
      Paths.Known now,
      Paths.@Nullable Known one,
      Paths.@Nullable Known other,
      Paths then) {
    return !before.reaches()
        || now.holdsIn(then)
        || (one != null && one.holdsIn(then))
        || (other != null && other.holdsIn(then))
        || then.reaches(before.from(), before.to());
  }
}
