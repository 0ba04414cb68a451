package mcx.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;

/** The lines of cross-connects inside layer-2 providers, from port to port, in lanes. */
public final class CrossConnects {

  /** How far below its ports a line between two of one row runs. */
  private static final double DIP = 20;

  private CrossConnects() {}

  /**
   * What carries VLANs from one port to another.
   *
   * @param a the port that the line starts at, the upper or the left one
   * @param b the other port
   * @param vlans the tags at either port, such as {@code 100} or {@code 100 → 200}
   */
  public record Patch(Id provider, Id a, Id b, List<String> vlans, Polyline line) {
    public Patch {
      vlans = List.copyOf(vlans);
    }

    /** Whether it joins these two, either way. */
    public boolean joins(Id one, Id other) {
      return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
    }
  }

  /** A pair of ports, and where the line between them meets each. */
  private static final class Pair {
    final Id a;
    final Id b;
    final Rect from;
    final Rect to;
    final List<String> vlans = new ArrayList<>();
    double atA;
    double atB;

    Pair(Id a, Id b, Rect from, Rect to) {
      this.a = a;
      this.b = b;
      this.from = from;
      this.to = to;
    }

    boolean above() {
      return from.bottom() + 8 <= to.y();
    }
  }

  /** The lines of all cross-connects whose ports have a place. */
  public static List<Patch> route(Design design, Diagram diagram) {
    List<Layer2Provider> providers = design.all(Layer2Provider.class);
    if (providers.stream().allMatch(p -> p.crossConnects().isEmpty())) {
      return List.of();
    }
    Obstacles obstacles = new Obstacles(design, diagram);
    List<Patch> patches = new ArrayList<>();
    for (Layer2Provider provider : providers) {
      List<Pair> pairs = pairs(provider, diagram);
      spread(pairs);
      List<List<Point>> lines = new ArrayList<>();
      pairs.forEach(p -> lines.add(line(p)));
      Lanes.separate(lines, Collections.nCopies(lines.size(), false), obstacles);
      for (int i = 0; i < pairs.size(); i++) {
        Pair p = pairs.get(i);
        patches.add(new Patch(provider.id(), p.a, p.b, p.vlans, new Polyline(lines.get(i))));
      }
    }
    return patches;
  }

  private static List<Pair> pairs(Layer2Provider provider, Diagram diagram) {
    Map<List<Id>, Pair> pairs = new LinkedHashMap<>();
    for (Layer2Provider.CrossConnect c : provider.crossConnects()) {
      Rect ra = diagram.bounds(c.portA());
      Rect rb = diagram.bounds(c.portB());
      if (ra == null || rb == null || c.portA().equals(c.portB())) {
        continue;
      }
      boolean turned =
          rb.bottom() + 8 <= ra.y() || (!(ra.bottom() + 8 <= rb.y()) && rb.x() < ra.x());
      Id a = turned ? c.portB() : c.portA();
      Id b = turned ? c.portA() : c.portB();
      Pair pair =
          pairs.computeIfAbsent(
              List.of(a, b), k -> new Pair(a, b, turned ? rb : ra, turned ? ra : rb));
      int tagA = turned ? c.vlanB() : c.vlanA();
      int tagB = turned ? c.vlanA() : c.vlanB();
      pair.vlans.add(tagA == tagB ? String.valueOf(tagA) : tagA + " → " + tagB);
    }
    return new ArrayList<>(pairs.values());
  }

  /** Spreads the ends along the sides of the ports, in the order of what they lead to. */
  private static void spread(List<Pair> pairs) {
    Map<String, List<Pair>> sides = new LinkedHashMap<>();
    for (Pair p : pairs) {
      sides.computeIfAbsent("below " + p.a, k -> new ArrayList<>()).add(p);
      sides.computeIfAbsent((p.above() ? "above " : "below ") + p.b, k -> new ArrayList<>()).add(p);
    }
    sides.forEach(
        (side, at) -> {
          Id port = Id.of(side.substring("below ".length()));
          at.sort(
              Comparator.<Pair>comparingDouble(
                      p -> p.a.equals(port) ? p.to.center().x() : p.from.center().x())
                  .thenComparing(p -> p.a)
                  .thenComparing(p -> p.b));
          for (int i = 0; i < at.size(); i++) {
            Pair p = at.get(i);
            Rect r = p.a.equals(port) ? p.from : p.to;
            double step = Math.min(14, (r.width() - 20) / Math.max(1, at.size()));
            double x = r.center().x() + (i - (at.size() - 1) / 2.0) * step;
            if (p.a.equals(port)) {
              p.atA = x;
            } else {
              p.atB = x;
            }
          }
        });
  }

  private static List<Point> line(Pair p) {
    Point from = new Point(p.atA, p.from.bottom());
    if (p.above()) {
      Point to = new Point(p.atB, p.to.y());
      double y = (from.y() + to.y()) / 2;
      return LinkRouter.simplified(List.of(from, new Point(from.x(), y), new Point(to.x(), y), to));
    }
    Point to = new Point(p.atB, p.to.bottom());
    double y = Math.max(from.y(), to.y()) + DIP;
    return LinkRouter.simplified(List.of(from, new Point(from.x(), y), new Point(to.x(), y), to));
  }
}
