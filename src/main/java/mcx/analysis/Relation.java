package mcx.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mcx.network.VrfId;
import mcx.routing.Spread;
import mcx.routing.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Two sites, in both directions.
 *
 * @param there the path from the first to the second
 * @param back the path from the second to the first
 */
public record Relation(SitePath there, SitePath back) {

  /** Whether neither reaches the other. */
  public boolean isIsolated() {
    return !there.reaches() && !back.reaches();
  }

  /** Whether one reaches the other, which does not reach it: what answers is never heard. */
  public boolean isOneWay() {
    return there.reaches() != back.reaches();
  }

  /** The less private of both directions; where only one is there, that one. */
  public PathKind kind() {
    if (isOneWay()) {
      return there.reaches() ? there.kind() : back.kind();
    }
    return there.kind().compareTo(back.kind()) >= 0 ? there.kind() : back.kind();
  }

  /** Whether both directions arrive, and by different ways. */
  public boolean isAsymmetric() {
    return parting() != null;
  }

  /**
   * Where the two directions part, as seen from the first site; null where both take the same way,
   * or one does not arrive. Where equally good ways share the traffic, that is where one direction
   * has a way that the other has not; a single connection may go and come by different ones of the
   * ways that both have.
   */
  public @Nullable Parting parting() {
    Trace forth = there.trace();
    Trace home = back.trace();
    if (!there.reaches() || !back.reaches() || forth == null || home == null) {
      return null;
    }
    if (!there.isShared() && !back.isShared()) {
      return parting(forth, home);
    }
    Set<Crossing> one = crossings(there, false);
    Set<Crossing> other = crossings(back, true);
    if (one.equals(other)) {
      return null;
    }
    Parting found = parting(beside(there, other, false, forth), beside(back, one, true, home));
    return found != null ? found : parting(forth, home);
  }

  /** From one table to the next, seen from the first site. */
  private record Crossing(VrfId from, VrfId to, @Nullable String segment) {}

  private static Set<Crossing> crossings(SitePath path, boolean reversed) {
    Set<Crossing> all = new HashSet<>();
    Spread spread = path.spread();
    if (spread == null) {
      Trace trace = path.trace();
      List<Trace.Hop> hops = trace == null ? List.of() : trace.hops();
      for (int i = 0; i + 1 < hops.size(); i++) {
        all.add(crossing(hops.get(i), hops.get(i + 1).table(), reversed));
      }
      return all;
    }
    for (Spread.Place place : spread.places()) {
      for (Spread.Branch branch : place.branches()) {
        VrfId next = spread.next(branch);
        if (next != null) {
          all.add(crossing(branch.hop(), next, reversed));
        }
      }
    }
    return all;
  }

  private static Crossing crossing(Trace.Hop hop, VrfId next, boolean reversed) {
    return reversed
        ? new Crossing(next, hop.table(), hop.segment())
        : new Crossing(hop.table(), next, hop.segment());
  }

  /** A way with a crossing that the other direction has not; the one that is shown for none. */
  private static Trace beside(
      SitePath path, Set<Crossing> others, boolean reversed, Trace otherwise) {
    Spread spread = path.spread();
    if (spread == null) {
      return otherwise;
    }
    BitSet apart =
        spread.select(
            branch -> {
              VrfId next = spread.next(branch);
              return next != null && !others.contains(crossing(branch.hop(), next, reversed));
            });
    return apart.isEmpty() ? otherwise : spread.through(apart);
  }

  private static @Nullable Parting parting(Trace forth, Trace home) {
    List<Stage> one = stages(forth, false);
    List<Stage> other = stages(home, true);
    int at = 0;
    while (at < one.size() && at < other.size() && one.get(at).equals(other.get(at))) {
      at++;
    }
    if (at == one.size() && at == other.size()) {
      return null;
    }
    return new Parting(
        one.get(Math.max(0, at - 1)).table,
        one.get(Math.min(at, one.size() - 1)).table,
        one.get(Math.min(at, one.size() - 1)).segment,
        other.get(Math.min(at, other.size() - 1)).table,
        other.get(Math.min(at, other.size() - 1)).segment);
  }

  /** A table on a way, and what was crossed to it, seen from the first site. */
  private record Stage(VrfId table, @Nullable String segment) {}

  private static List<Stage> stages(Trace trace, boolean reversed) {
    List<Stage> stages = new ArrayList<>();
    List<Trace.Hop> hops = new ArrayList<>(trace.hops());
    if (reversed) {
      Collections.reverse(hops);
    }
    for (int i = 0; i < hops.size(); i++) {
      // What is crossed to a table leads out of the one before, or, on the way back, out of itself.
      String crossed = i == 0 ? null : reversed ? hops.get(i).segment() : hops.get(i - 1).segment();
      stages.add(new Stage(hops.get(i).table(), crossed));
    }
    return stages;
  }

  /**
   * Where two directions part.
   *
   * @param at the last table that both pass, seen from the first site
   * @param there the next table on the way there
   * @param over the segment that is crossed to it; null where there is none
   * @param back the table that the way back comes from
   * @param backOver the segment that the way back crosses
   */
  public record Parting(
      VrfId at, VrfId there, @Nullable String over, VrfId back, @Nullable String backOver) {

    /** Whether both go by the same tables, and only what is crossed between them differs. */
    public boolean isParallel() {
      return Objects.equals(there, back);
    }
  }
}
