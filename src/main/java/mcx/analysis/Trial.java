package mcx.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.analysis.fallback.Detection;
import mcx.analysis.fallback.Detections;
import mcx.analysis.fallback.Failable;
import mcx.analysis.fallback.Figures;
import mcx.analysis.fallback.Loads;
import mcx.analysis.fallback.Measures;
import mcx.analysis.fallback.Overload;
import mcx.analysis.fallback.Ranked;
import mcx.analysis.fallback.Tunnels;
import mcx.design.Design;
import mcx.design.Id;
import mcx.routing.Solution;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/** One failure, with what it does to pairs of sites. */
final class Trial {

  /** What it takes to tell what a failure does. */
  record Means(
      Design design, Paths paths, Measures measures, Detections detections, Tunnels tunnels) {

    static Means of(Analysis analysis) {
      Design design = analysis.design();
      return new Means(
          design,
          new Paths(design, analysis.compiled(), analysis.solution()),
          new Measures(design, analysis.catalog(), analysis.compiled().network()),
          new Detections(design, analysis.catalog(), analysis.compiled().network()),
          new Tunnels(design, analysis.compiled()));
    }
  }

  /** A pair whose path there or back is another one. */
  private record Changed(
      Fallbacks.Work pair, SitePath path, SitePath back, Fallback.Effect effect) {}

  /** What the failure does to one pair of sites. */
  record Found(Fallbacks.Work pair, Fallback.Outcome outcome) {}

  private final Means means;
  private final Failable failed;
  private final Solution then;
  private final Detections.OfOne detections;
  private final List<Changed> changed = new ArrayList<>();
  private final Loads loads = new Loads();

  /**
   * A trial that has looked at nothing yet.
   *
   * @param then the routes with the failure
   */
  Trial(Means means, Failable failed, Solution then) {
    this.means = means;
    this.failed = failed;
    this.then = then;
    this.detections = means.detections.of(failed, then);
  }

  /** Looks at these pairs; of what is overloaded it knows what the demands of these do. */
  void lookAt(Collection<Fallbacks.Work> pairs) {
    Paths paths = means.paths.in(then);
    for (Fallbacks.Work pair : pairs) {
      if (pair.isOwn(failed)) {
        continue;
      }
      SitePath path = pair.there.in(paths);
      SitePath back = pair.home.in(paths);
      if (pair.demand != null) {
        loads.add(
            pair.demand, pair.figures(path, means.measures), pair.figures(back, means.measures));
      }
      if (!pair.now.runsAs(path) || !pair.back.runsAs(back)) {
        changed.add(new Changed(pair, path, back, effect(pair, path, back)));
      }
    }
  }

  /** What it does to each pair that was looked at and that it does something to. */
  List<Found> outcomes(Loads before) {
    List<Overload> overloads = loads.overloads(before);
    return changed.stream().map(c -> new Found(c.pair, outcome(c, overloads))).toList();
  }

  private Fallback.Outcome outcome(Changed c, List<Overload> overloads) {
    Figures path = c.pair.figures(c.path, means.measures);
    Figures back = c.pair.figures(c.back, means.measures);
    Set<Id> crossed = new HashSet<>();
    if (!overloads.isEmpty()) {
      path.capacity().parts().forEach(p -> crossed.add(p.id()));
      back.capacity().parts().forEach(p -> crossed.add(p.id()));
    }
    return new Fallback.Outcome(
        failed,
        c.path,
        c.back,
        c.effect,
        path,
        back,
        means.tunnels.on(c.path, c.back),
        detection(c.pair.now, c.path),
        detection(c.pair.back, c.back),
        overloads.stream().filter(o -> crossed.contains(o.part())).toList());
  }

  private @Nullable Detection detection(SitePath before, SitePath after) {
    return before.runsAs(after) || !before.reaches()
        ? null
        : detections.on(before.beside(after), reaching(after));
  }

  private static @Nullable Trace reaching(SitePath path) {
    return path.reaches() ? path.trace() : null;
  }

  /** What it breaks in all; null where it changes nothing. */
  @Nullable Ranked ranked(Loads before) {
    if (changed.isEmpty()) {
      return null;
    }
    int lost = 0;
    int demand = 0;
    Set<Id> intents = new TreeSet<>();
    for (Changed c : changed) {
      if (c.effect == Fallback.Effect.LOST) {
        lost++;
        demand += c.pair.demand == null ? 0 : c.pair.demand.mbps();
      }
      intents.addAll(BrokenIntents.of(means.design, c.pair.now, c.path, c.back));
    }
    return new Ranked(
        failed,
        lost,
        changed.size() - lost,
        List.copyOf(intents),
        demand,
        loads.overloads(before).stream().filter(o -> o.demandMbps() > o.before()).toList());
  }

  private static Fallback.Effect effect(Fallbacks.Work pair, SitePath path, SitePath back) {
    boolean lost =
        (pair.now.reaches() && !path.reaches()) || (pair.back.reaches() && !back.reaches());
    if (lost) {
      return Fallback.Effect.LOST;
    }
    if (isLess(pair.now, path) && isLess(pair.back, back)) {
      return Fallback.Effect.FEWER_WAYS;
    }
    boolean wasVpn = pair.now.kind() == PathKind.VPN && pair.back.kind() == PathKind.VPN;
    boolean isVpn = path.kind() == PathKind.VPN || back.kind() == PathKind.VPN;
    if (isVpn) {
      return wasVpn ? Fallback.Effect.OTHER_TUNNEL : Fallback.Effect.VPN;
    }
    return Fallback.Effect.OTHER_PRIVATE;
  }

  /** Whether it runs as before, or by some of the ways that it had. */
  private static boolean isLess(SitePath before, SitePath after) {
    return before.runsAs(after) || after.isPartOf(before);
  }
}
