package mcx.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of pairs of sites, against another state of the same design: what a failure comes
 * to. Each pair counts once, by the way from the site with the smaller id; those that did not reach
 * each other before do not count.
 */
public final class Shift {

  /** A path that is there in both states. */
  private record Kept(SitePath before, SitePath now) {}

  private final int lost;
  private final int onVpn;
  private final List<Kept> kept;

  private Shift(int lost, int onVpn, List<Kept> kept) {
    this.lost = lost;
    this.onVpn = onVpn;
    this.kept = List.copyOf(kept);
  }

  /** From one state of a design to another. */
  public static Shift of(Separation before, Separation now) {
    int lost = 0;
    int onVpn = 0;
    List<Kept> kept = new ArrayList<>();
    for (SitePath path : now.paths()) {
      if (path.from().compareTo(path.to()) > 0) {
        continue;
      }
      SitePath then = before.path(path.from(), path.to());
      if (then == null || !then.reaches()) {
        continue;
      }
      if (!path.reaches()) {
        lost++;
      } else if (path.kind() == PathKind.VPN && then.kind() != PathKind.VPN) {
        onVpn++;
      } else {
        kept.add(new Kept(then, path));
      }
    }
    return new Shift(lost, onVpn, kept);
  }

  /** How many no longer reach each other. */
  public int lost() {
    return lost;
  }

  /** How many go over VPN now and did not before. */
  public int onVpn() {
    return onVpn;
  }

  /**
   * How many others run along other elements and links. Follows all their paths, which takes a
   * moment where there are very many.
   */
  public int moved() {
    int moved = 0;
    for (Kept one : kept) {
      if (!one.now.allDrawn().equals(one.before.allDrawn())) {
        moved++;
      }
    }
    return moved;
  }
}
