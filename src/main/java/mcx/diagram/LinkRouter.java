package mcx.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Id;
import mcx.design.Link;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lines of links: along the axes, from border to border, round boxes, side by side where
 * they run together. Corners that the architect gave are kept.
 *
 * <p>In four steps: which sides each link leaves from; where on them; the way between; and lanes
 * for ways that run on top of each other.
 */
public final class LinkRouter {

  /** How much around its ends a link looks at first. */
  private static final double SURROUNDINGS = 120;

  /** Doors beside the middle of a side cost this much more. */
  private static final double OFF_MIDDLE = 6;

  /** Leaving a pill along the border it sits on costs this much more. */
  private static final double AWKWARD = 160;

  /** Leaving a side close before which something stands costs this much more. */
  private static final double CROWDED = 60;

  /** A box longer than this has its doors towards the other end rather than in the middle. */
  private static final double LONG = 200;

  private static final int TRIES = 3;

  private LinkRouter() {}

  /**
   * Which sides a link leaves from and arrives at, and where along them it would like to.
   *
   * @param way the way between these places; empty where it is not known yet
   */
  record Sides(Side a, double alongA, Side b, double alongB, boolean straight, List<Point> way) {}

  /** All that the choice of sides depends on. */
  record Surroundings(
      Rect a,
      Rect b,
      Shape shapeA,
      Shape shapeB,
      Rect outerA,
      Rect outerB,
      List<Obstacles.Toll> tolls) {}

  /**
   * How a line was found, to be kept while what it depends on stays.
   *
   * @param area all that was looked at for the line
   */
  record Found(
      Surroundings sidesFrom,
      Sides sides,
      Point portA,
      Point portB,
      Rect area,
      Surroundings lineFrom,
      List<Point> line) {

    /** Whether the boxes at its ends are where they were. */
    boolean isBetween(Obstacles.Box a, Obstacles.Box b) {
      return sidesFrom.a.equals(a.rect()) && sidesFrom.b.equals(b.rect());
    }
  }

  /** A link on its way through the steps. */
  private static final class Job {
    final Link link;
    final Obstacles.Box a;
    final Obstacles.Box b;
    final List<Point> bends;
    final @Nullable Found before;
    Sides sides;
    Surroundings sidesFrom;
    Point portA = Point.ORIGIN;
    Point portB = Point.ORIGIN;
    Rect area = new Rect(0, 0, 0, 0);
    Surroundings lineFrom;
    List<Point> line = List.of();

    Job(
        Link link,
        Obstacles.Box a,
        Obstacles.Box b,
        List<Point> bends,
        @Nullable Found before,
        Surroundings near,
        Sides sides) {
      this.link = link;
      this.a = a;
      this.b = b;
      this.bends = bends;
      this.before = before;
      this.sidesFrom = near;
      this.lineFrom = near;
      this.sides = sides;
    }
  }

  /** The lines of all links of the document. Depends on nothing but the document. */
  public static Routes route(Document document) {
    return update(Routes.EMPTY, document);
  }

  /**
   * The lines of all links of a changed document: the same as those of {@link #route}, with less
   * work, for a link is looked at again only where something near it changed.
   *
   * @param before the lines before the change
   */
  public static Routes update(Routes before, Document document) {
    return update(before, document, false);
  }

  /**
   * The lines of all links while something is being moved: only links of what has moved are looked
   * at again, and others stay where they are, even if it is now in their way.
   *
   * @param before the lines before it was moved
   */
  public static Routes sketch(Routes before, Document document) {
    return update(before, document, true);
  }

  private static Routes update(Routes before, Document document, boolean sketch) {
    Obstacles obstacles = new Obstacles(document.design(), document.diagram());
    List<Job> jobs = new ArrayList<>();
    SortedMap<Id, Polyline> result = new TreeMap<>();
    Map<Id, Found> found = new HashMap<>();
    for (Link link : document.design().links().values()) {
      Obstacles.Box a = obstacles.box(link.a());
      Obstacles.Box b = obstacles.box(link.b());
      if (a == null
          || b == null
          || a == b
          || a.above().contains(b.id())
          || b.above().contains(a.id())) {
        continue;
      }
      List<Point> bends = document.diagram().bends().getOrDefault(link.id(), List.of());
      Found known = before.found(link.id());
      Polyline line = before.line(link.id());
      if (sketch && bends.isEmpty() && line != null && known != null && known.isBetween(a, b)) {
        result.put(link.id(), line);
        found.put(link.id(), known);
        continue;
      }
      jobs.add(start(link, a, b, bends, known, obstacles));
    }
    spread(jobs);
    for (Job job : jobs) {
      draw(job, obstacles);
    }
    List<List<Point>> lines = new ArrayList<>();
    List<Boolean> fixed = new ArrayList<>();
    for (Job job : jobs) {
      lines.add(job.line);
      fixed.add(!job.bends.isEmpty());
    }
    Lanes.separate(lines, fixed, obstacles);
    for (int i = 0; i < jobs.size(); i++) {
      Job job = jobs.get(i);
      result.put(job.link.id(), new Polyline(lines.get(i)));
      found.put(
          job.link.id(),
          new Found(
              job.sidesFrom, job.sides, job.portA, job.portB, job.area, job.lineFrom, job.line));
    }
    return new Routes(result, found);
  }

  // ---- sides

  private static Job start(
      Link link,
      Obstacles.Box a,
      Obstacles.Box b,
      List<Point> bends,
      @Nullable Found before,
      Obstacles obstacles) {
    Surroundings near = surroundings(a, b, a.rect().union(b.rect()).grown(SURROUNDINGS), obstacles);
    Sides sides;
    if (!bends.isEmpty()) {
      Point first = bends.getFirst();
      Point last = bends.getLast();
      Side sideA = sideTowards(a.rect(), first);
      Side sideB = sideTowards(b.rect(), last);
      sides =
          new Sides(sideA, along(a, sideA, first), sideB, along(b, sideB, last), false, List.of());
    } else if (before != null && before.sidesFrom.equals(near)) {
      sides = before.sides;
    } else {
      Sides straight = straight(a, b, obstacles);
      sides = straight != null ? straight : cheapest(a, b, near, obstacles);
    }
    return new Job(link, a, b, bends, before, near, sides);
  }

  private static Surroundings surroundings(
      Obstacles.Box a, Obstacles.Box b, Rect area, Obstacles obstacles) {
    return new Surroundings(
        a.rect(),
        b.rect(),
        a.shape(),
        b.shape(),
        outermost(a, b, obstacles),
        outermost(b, a, obstacles),
        obstacles.tolls(area, a, b));
  }

  /** What the box and all that holds it, but not the other, cover. */
  private static Rect outermost(Obstacles.Box box, Obstacles.Box other, Obstacles obstacles) {
    Rect outer = box.rect();
    for (Id id : box.above()) {
      Obstacles.Box holder = obstacles.box(id);
      if (holder != null && !other.above().contains(id)) {
        outer = outer.union(holder.rect());
      }
    }
    return outer;
  }

  private static Side sideTowards(Rect r, Point p) {
    boolean besideX = p.x() < r.x() || p.x() > r.right();
    boolean besideY = p.y() < r.y() || p.y() > r.bottom();
    if (besideY && !besideX) {
      return p.y() < r.y() ? Side.TOP : Side.BOTTOM;
    }
    if (besideX) {
      return p.x() < r.x() ? Side.LEFT : Side.RIGHT;
    }
    Side best = Side.TOP;
    double least = Double.POSITIVE_INFINITY;
    for (Side s : Side.values()) {
      double d = Math.abs((s.vertical ? p.y() : p.x()) - s.edge(r));
      if (d < least) {
        least = d;
        best = s;
      }
    }
    return best;
  }

  private static double along(Obstacles.Box box, Side side, Point towards) {
    double[] range = Ports.range(box, side);
    return Math.clamp(side.vertical ? towards.x() : towards.y(), range[0], range[1]);
  }

  /** The sides for a straight line, where one is free. */
  private static @Nullable Sides straight(Obstacles.Box a, Obstacles.Box b, Obstacles obstacles) {
    for (Side side : Side.values()) {
      Side other =
          switch (side) {
            case TOP -> Side.BOTTOM;
            case BOTTOM -> Side.TOP;
            case LEFT -> Side.RIGHT;
            case RIGHT -> Side.LEFT;
          };
      double gap = side.out * (other.edge(b.rect()) - side.edge(a.rect()));
      Double along = gap <= 0 ? null : shared(a, side, b, other);
      if (along == null || a.awkward(side) || b.awkward(other)) {
        continue;
      }
      Rect corridor =
          Rect.between(side.at(a.rect(), along - 4, 0), other.at(b.rect(), along + 4, 0));
      if (obstacles.isFree(corridor, a, b)) {
        return new Sides(side, along, other, along, true, List.of());
      }
    }
    return null;
  }

  /** The place along both sides where a straight line would be; null where there is none. */
  private static @Nullable Double shared(Obstacles.Box a, Side sideA, Obstacles.Box b, Side sideB) {
    double[] ra = Ports.range(a, sideA);
    double[] rb = Ports.range(b, sideB);
    double low = Math.max(ra[0], rb[0]);
    double high = Math.min(ra[1], rb[1]);
    if (low > high) {
      return null;
    }
    boolean narrowA = ra[1] - ra[0] <= rb[1] - rb[0];
    return Math.clamp(narrowA ? (ra[0] + ra[1]) / 2 : (rb[0] + rb[1]) / 2, low, high);
  }

  private static Sides cheapest(
      Obstacles.Box a, Obstacles.Box b, Surroundings near, Obstacles obstacles) {
    List<PathFinder.Door> starts = doors(a, b, obstacles);
    List<PathFinder.Door> goals = doors(b, a, obstacles);
    PathFinder.Way way = finder(near, starts, goals).find(starts, goals);
    return new Sides(
        way.from().side(),
        way.from().along(),
        way.to().side(),
        way.to().along(),
        false,
        way.points());
  }

  private static List<PathFinder.Door> doors(
      Obstacles.Box box, Obstacles.Box other, Obstacles obstacles) {
    List<PathFinder.Door> doors = new ArrayList<>();
    for (Side side : Side.values()) {
      double extra =
          (box.awkward(side) ? AWKWARD : 0) + (obstacles.crowded(box, side, other) ? CROWDED : 0);
      double[] range = Ports.range(box, side);
      boolean isLong = side.high(box.rect()) - side.low(box.rect()) > LONG;
      double middle =
          isLong
              ? Math.clamp(side.middle(other.rect()), range[0], range[1])
              : side.middle(box.rect());
      doors.add(door(box, other, side, middle, extra));
      double towards = Math.clamp(side.middle(other.rect()), range[0], range[1]);
      if (Math.abs(towards - middle) > 1) {
        doors.add(door(box, other, side, towards, extra + OFF_MIDDLE));
      }
    }
    return doors;
  }

  private static PathFinder.Door door(
      Obstacles.Box box, Obstacles.Box other, Side side, double along, double cost) {
    double off = stub(box, other, side);
    return new PathFinder.Door(side, along, side.at(box.rect(), along, off), cost + off);
  }

  /** How far a line goes straight out of a side: less where the other box is close. */
  private static double stub(Obstacles.Box box, Obstacles.Box other, Side side) {
    double gap =
        side.vertical
            ? (side.out > 0
                ? other.rect().y() - box.rect().bottom()
                : box.rect().y() - other.rect().bottom())
            : (side.out > 0
                ? other.rect().x() - box.rect().right()
                : box.rect().x() - other.rect().right());
    return gap > 0 ? Math.min(PathFinder.MARGIN, gap / 2) : PathFinder.MARGIN;
  }

  private static PathFinder finder(
      Surroundings near, List<PathFinder.Door> starts, List<PathFinder.Door> goals) {
    double m = PathFinder.MARGIN;
    List<Obstacles.Toll> tolls = near.tolls;
    double[] xs = new double[tolls.size() * 2 + starts.size() + goals.size() + 5];
    double[] ys = new double[xs.length];
    int n = 0;
    for (Obstacles.Toll t : tolls) {
      if (!t.turns()) {
        continue;
      }
      xs[n] = t.area().x() - m;
      ys[n++] = t.area().y() - m;
      xs[n] = t.area().right() + m;
      ys[n++] = t.area().bottom() + m;
    }
    for (List<PathFinder.Door> doors : List.of(starts, goals)) {
      for (PathFinder.Door d : doors) {
        xs[n] = d.at().x();
        ys[n++] = d.at().y();
      }
    }
    double[] middleX =
        gap(near.outerA.x(), near.outerA.right(), near.outerB.x(), near.outerB.right());
    double[] middleY =
        gap(near.outerA.y(), near.outerA.bottom(), near.outerB.y(), near.outerB.bottom());
    xs[n] = middleX.length > 0 ? middleX[0] : xs[0];
    ys[n++] = middleY.length > 0 ? middleY[0] : ys[0];
    // The way round everything, in case all else is shut.
    for (Rect r : List.of(near.outerA, near.outerB)) {
      xs[n] = r.x() - m;
      ys[n++] = r.y() - m;
      xs[n] = r.right() + m;
      ys[n++] = r.bottom() + m;
    }
    return new PathFinder(Arrays.copyOf(xs, n), Arrays.copyOf(ys, n), middleX, middleY, tolls);
  }

  /** The middle between two spans that do not overlap. */
  private static double[] gap(double low1, double high1, double low2, double high2) {
    if (high1 < low2) {
      return new double[] {(high1 + low2) / 2};
    }
    return high2 < low1 ? new double[] {(high2 + low1) / 2} : new double[0];
  }

  // ---- places along the sides

  private static void spread(List<Job> jobs) {
    List<Ports.End> ends = new ArrayList<>();
    int[] pairs = new int[jobs.size() * 2];
    for (int i = 0; i < jobs.size(); i++) {
      Job j = jobs.get(i);
      Sides s = j.sides;
      boolean fixed = !j.bends.isEmpty();
      ends.add(new Ports.End(i, j.a, j.b, s.a, s.b, s.alongA, s.straight, fixed));
      ends.add(new Ports.End(i, j.b, j.a, s.b, s.a, s.alongB, s.straight, fixed));
      pairs[2 * i] = 2 * i + 1;
      pairs[2 * i + 1] = 2 * i;
    }
    Ports.spread(ends, pairs);
    for (int i = 0; i < jobs.size(); i++) {
      Job j = jobs.get(i);
      j.portA = j.sides.a.at(j.a.rect(), ends.get(2 * i).place, 0);
      j.portB = j.sides.b.at(j.b.rect(), ends.get(2 * i + 1).place, 0);
    }
  }

  // ---- the way between

  private static void draw(Job job, Obstacles obstacles) {
    Found before = job.before;
    if (!job.bends.isEmpty()) {
      job.line = throughBends(job);
      return;
    }
    if (job.sides.straight && aligned(job)) {
      job.line = List.of(job.portA, job.portB);
      return;
    }
    if (before != null
        && before.portA.equals(job.portA)
        && before.portB.equals(job.portB)
        && before.sides.equals(job.sides)
        && before.line.size() > 2
        && before.lineFrom.equals(surroundings(job.a, job.b, before.area, obstacles))) {
      job.area = before.area;
      job.lineFrom = before.lineFrom;
      job.line = before.line;
      return;
    }
    Rect area = job.a.rect().union(job.b.rect()).grown(SURROUNDINGS);
    Surroundings near = job.sidesFrom;
    List<Point> line = List.of();
    // A way that leads out of what was looked at is looked for again with more in sight.
    boolean asWanted =
        alongOf(job.sides.a, job.portA) == job.sides.alongA
            && alongOf(job.sides.b, job.portB) == job.sides.alongB;
    List<Point> between = asWanted ? job.sides.way : List.of();
    for (int tries = 0; tries < TRIES; tries++) {
      if (between.isEmpty()) {
        List<PathFinder.Door> from =
            List.of(door(job.a, job.b, job.sides.a, alongOf(job.sides.a, job.portA), 0));
        List<PathFinder.Door> to =
            List.of(door(job.b, job.a, job.sides.b, alongOf(job.sides.b, job.portB), 0));
        between = finder(near, from, to).find(from, to).points();
      }
      List<Point> points = new ArrayList<>();
      points.add(job.portA);
      points.addAll(between);
      points.add(job.portB);
      between = List.of();
      line = simplified(points);
      area = area.union(new Polyline(line).bounds().grown(SURROUNDINGS));
      Surroundings wider = surroundings(job.a, job.b, area, obstacles);
      if (wider.equals(near)) {
        break;
      }
      near = wider;
    }
    job.area = area;
    job.lineFrom = near;
    job.line = line;
  }

  private static double alongOf(Side side, Point p) {
    return side.vertical ? p.x() : p.y();
  }

  private static boolean aligned(Job job) {
    return Math.abs(alongOf(job.sides.a, job.portA) - alongOf(job.sides.b, job.portB)) < 0.01;
  }

  /**
   * The line through the architect's corners, with a further corner wherever two are not in line.
   */
  private static List<Point> throughBends(Job job) {
    List<Point> points = new ArrayList<>();
    points.add(job.portA);
    boolean vertical = job.sides.a.vertical;
    List<Point> stops = new ArrayList<>(job.bends);
    stops.add(job.portB);
    for (int i = 0; i < stops.size(); i++) {
      Point from = points.getLast();
      Point to = stops.get(i);
      boolean last = i == stops.size() - 1;
      boolean turned = Math.abs(from.x() - to.x()) > 0.01 && Math.abs(from.y() - to.y()) > 0.01;
      if (turned) {
        // The last part must arrive square to its side.
        boolean down = last ? !job.sides.b.vertical : vertical;
        points.add(down ? new Point(from.x(), to.y()) : new Point(to.x(), from.y()));
        vertical = !down;
      } else {
        vertical = Math.abs(from.x() - to.x()) <= 0.01;
      }
      points.add(to);
    }
    return simplified(points);
  }

  /** The same line without points that are no corners. */
  static List<Point> simplified(List<Point> points) {
    List<Point> result = new ArrayList<>();
    for (Point p : points) {
      if (!result.isEmpty() && result.getLast().distance(p) < 0.01) {
        continue;
      }
      while (result.size() > 1 && inLine(result.get(result.size() - 2), result.getLast(), p)) {
        result.removeLast();
      }
      result.add(p);
    }
    if (result.size() < 2) {
      result.add(points.getLast());
    }
    return List.copyOf(result);
  }

  private static boolean inLine(Point a, Point b, Point c) {
    return (Math.abs(a.x() - b.x()) < 0.01 && Math.abs(b.x() - c.x()) < 0.01)
        || (Math.abs(a.y() - b.y()) < 0.01 && Math.abs(b.y() - c.y()) < 0.01);
  }
}
