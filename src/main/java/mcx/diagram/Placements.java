package mcx.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Finds places for elements that have none. */
public final class Placements {

  /** The room kept between a new element and its neighbours. */
  private static final double ROOM = 24;

  private Placements() {}

  /**
   * The diagram with a place for every element that is drawn. Elements that have one keep it, but
   * containers grow until they hold their children. A design without any place gets a layout:
   * datacenters on top, providers in the middle, clouds below.
   */
  public static Diagram complete(Design design, Diagram diagram) {
    Set<Id> missing = missing(design, diagram);
    if (missing.isEmpty()) {
      return diagram;
    }
    boolean none = design.elements().keySet().stream().noneMatch(id -> diagram.bounds(id) != null);
    if (none) {
      return diagram.withBounds(AutoLayout.all(design));
    }
    Diagram result = diagram;
    for (Id id : inOrder(design, missing)) {
      if (result.bounds(id) == null) {
        result = put(design, result, id, missing, null);
      }
    }
    return grown(design, result);
  }

  /**
   * The diagram with places for new elements: what was asked for where the architect pointed, what
   * came along near what it is joined to; neighbours that a growing container would cover make
   * room.
   *
   * @param design the design that holds them
   * @param created the new elements (and links, which need no place)
   * @param main the one that was asked for
   * @param at where the middle of it should be; null for near what it is joined to
   */
  public static Diagram place(
      Design design, Diagram diagram, Collection<Id> created, Id main, @Nullable Point at) {
    Set<Id> missing = missing(design, diagram);
    missing.retainAll(created);
    Diagram result = diagram;
    if (missing.contains(main)) {
      result = put(design, result, main, missing, at);
    }
    for (Id id : inOrder(design, missing)) {
      if (result.bounds(id) == null) {
        result = put(design, result, id, missing, null);
      }
    }
    return parted(design, diagram, grown(design, complete(design, result)));
  }

  private static Set<Id> missing(Design design, Diagram diagram) {
    Set<Id> missing = new TreeSet<>();
    for (Element e : design.elements().values()) {
      if (diagram.bounds(e.id()) == null && Shapes.of(design, e).drawn()) {
        missing.add(e.id());
      }
    }
    return missing;
  }

  /** Holders before what they hold; pills last, for they follow what they lead to. */
  private static List<Id> inOrder(Design design, Set<Id> ids) {
    List<Id> order = new ArrayList<>(ids);
    order.sort(
        java.util.Comparator.<Id>comparingInt(
                id -> isPill(design, id) ? 1000 : design.ancestors(id).size())
            .thenComparing(id -> id));
    return order;
  }

  private static boolean isPill(Design design, Id id) {
    Element e = design.element(id);
    return e != null && Shapes.isPill(e);
  }

  /** Places one element with all it holds that has no place either. */
  private static Diagram put(
      Design design, Diagram diagram, Id id, Set<Id> missing, @Nullable Point at) {
    Element element = design.element(id);
    if (element == null) {
      return diagram;
    }
    Set<Id> block = new HashSet<>(design.descendants(id));
    block.retainAll(missing);
    block.add(id);
    Element border = Shapes.border(design, element);
    Rect holder = border == null ? null : diagram.bounds(border.id());
    SortedMap<Id, Rect> places = new AutoLayout(design, block).block(element);
    Rect own = places.get(id);
    if (own == null) {
      return diagram;
    }
    Rect where;
    if (holder != null) {
      where = pill(design, diagram, element, own, holder, at);
    } else if (at != null) {
      where = dropped(design, diagram, element, own, at);
    } else {
      where = free(design, diagram, element, own, wanted(design, diagram, element, own));
    }
    double dx = where.x() - own.x();
    double dy = where.y() - own.y();
    SortedMap<Id, Rect> moved = new TreeMap<>();
    places.forEach((k, r) -> moved.put(k, r.moved(dx, dy)));
    return diagram.withBounds(moved);
  }

  /** Where the architect let go: there, but not over what stands beside it in its container. */
  private static Rect dropped(
      Design design, Diagram diagram, Element element, Rect size, Point at) {
    Rect there =
        new Rect(
            Snapping.grid(at.x() - size.width() / 2),
            Snapping.grid(at.y() - size.height() / 2),
            size.width(),
            size.height());
    for (Rect s : siblings(design, diagram, element)) {
      if (s.intersects(there)) {
        return free(design, diagram, element, size, there.center());
      }
    }
    Rect holder = element.parent() == null ? null : diagram.bounds(element.parent());
    if (holder != null
        && (there.x() < holder.x() + AutoLayout.PAD / 2
            || there.y() < holder.y() + AutoLayout.HEADER - 8)) {
      return free(design, diagram, element, size, there.center());
    }
    return there;
  }

  private static List<Rect> siblings(Design design, Diagram diagram, Element element) {
    List<Rect> result = new ArrayList<>();
    for (Element e : design.children(element.parent())) {
      Rect r = diagram.bounds(e.id());
      if (r != null && !e.id().equals(element.id())) {
        result.add(r);
      }
    }
    if (element.parent() != null) {
      // Pills of what is further in sit on this border too.
      for (Id id : design.descendants(element.parent())) {
        Rect r = isPill(design, id) ? diagram.bounds(id) : null;
        if (r != null) {
          result.add(r);
        }
      }
    }
    return result;
  }

  /** The middle of what the element is joined to; else of the container, or below all else. */
  private static Point wanted(Design design, Diagram diagram, Element element, Rect size) {
    double x = 0;
    double y = 0;
    int n = 0;
    Set<Id> own = new HashSet<>(design.descendants(element.id()));
    own.add(element.id());
    for (Link l : design.links().values()) {
      boolean a = own.contains(l.a());
      boolean b = own.contains(l.b());
      Rect r = a == b ? null : diagram.bounds(a ? l.b() : l.a());
      if (r != null) {
        x += r.center().x();
        y += r.center().y();
        n++;
      }
    }
    if (n > 0) {
      return new Point(x / n, y / n);
    }
    Rect holder = element.parent() == null ? null : diagram.bounds(element.parent());
    if (holder != null) {
      return new Point(holder.center().x(), holder.y() + AutoLayout.HEADER);
    }
    Rect all = extent(diagram);
    return all == null
        ? new Point(200, 160)
        : new Point(all.center().x(), all.bottom() + 3 * ROOM + size.height() / 2);
  }

  /**
   * The free place nearest to a point: inside the container, which may grow to the right and
   * downwards for it; or anywhere on the canvas.
   */
  private static Rect free(
      Design design, Diagram diagram, Element element, Rect size, Point wanted) {
    List<Rect> taken = siblings(design, diagram, element);
    Rect holder = element.parent() == null ? null : diagram.bounds(element.parent());
    Rect area;
    double room = ROOM;
    if (holder == null) {
      Rect all = extent(diagram);
      area =
          all == null
              ? new Rect(0, 0, 400, 300)
              : all.grown(ROOM * 3 + Math.max(size.width(), size.height()));
      room = ROOM * 2.5;
    } else {
      area =
          new Rect(
              holder.x() + AutoLayout.PAD,
              holder.y() + AutoLayout.HEADER,
              Math.max(0, holder.width() - 2 * AutoLayout.PAD) + AutoLayout.GAP + size.width(),
              Math.max(0, holder.height() - AutoLayout.HEADER - AutoLayout.PAD)
                  + AutoLayout.GAP
                  + size.height());
      room = 18;
    }
    Rect best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double y = Snapping.grid(area.y() + 4);
        y + size.height() <= area.bottom() + 1;
        y += Snapping.GRID) {
      for (double x = Snapping.grid(area.x() + 4);
          x + size.width() <= area.right() + 1;
          x += Snapping.GRID) {
        Rect r = new Rect(x, y, size.width(), size.height());
        double cost = r.center().distance(wanted);
        if (holder != null) {
          double wider = r.right() + AutoLayout.PAD - holder.right();
          double higher = r.bottom() + AutoLayout.PAD - holder.bottom();
          cost += 3 * Math.max(0, wider) + 2 * Math.max(0, higher);
        }
        if (cost < least && isFree(r, taken, room)) {
          least = cost;
          best = r;
        }
      }
    }
    return best != null
        ? best
        : new Rect(
            Snapping.grid(area.x()),
            Snapping.grid(area.bottom() + room),
            size.width(),
            size.height());
  }

  private static boolean isFree(Rect r, List<Rect> taken, double room) {
    Rect around = r.grown(room - 1);
    for (Rect t : taken) {
      if (t.intersects(around)) {
        return false;
      }
    }
    return true;
  }

  /** A place on the border: nearest to what the pill leads to outside, clear of other pills. */
  private static Rect pill(
      Design design, Diagram diagram, Element element, Rect size, Rect holder, @Nullable Point at) {
    Point wanted = at != null ? at : outside(design, diagram, element, holder);
    List<Rect> others = new ArrayList<>();
    Element border = Shapes.border(design, element);
    if (border != null) {
      for (Id id : design.descendants(border.id())) {
        Rect r = isPill(design, id) && !id.equals(element.id()) ? diagram.bounds(id) : null;
        if (r != null) {
          others.add(r);
        }
      }
    }
    Rect best =
        onBorder(
            new Rect(holder.right() - size.width() - 16, holder.y(), size.width(), size.height()),
            holder);
    double least = Double.POSITIVE_INFINITY;
    List<Rect> candidates = new ArrayList<>();
    double firstX = holder.x() + 16 + size.width() / 2;
    double lastX = holder.right() - 16 - size.width() / 2;
    for (double x = firstX; x <= lastX; x += Snapping.GRID) {
      candidates.add(around(x, holder.y(), size));
      candidates.add(around(x, holder.bottom(), size));
    }
    for (double y = holder.y() + AutoLayout.HEADER;
        y <= holder.bottom() - size.height();
        y += Snapping.GRID) {
      candidates.add(around(holder.x(), y, size));
      candidates.add(around(holder.right(), y, size));
    }
    Rect title = new Rect(holder.x(), holder.y() - 1, Math.min(120, holder.width() / 3), 2);
    for (Rect r : candidates) {
      double cost = r.center().distance(wanted) + (r.intersects(title) ? 200 : 0);
      if (cost < least && isFree(r, others, 12)) {
        least = cost;
        best = r;
      }
    }
    return best;
  }

  private static Rect around(double x, double y, Rect size) {
    return new Rect(x - size.width() / 2, y - size.height() / 2, size.width(), size.height());
  }

  /** The middle of what the pill leads to outside of its holder, drawn to its gateways across. */
  private static Point outside(Design design, Diagram diagram, Element element, Rect holder) {
    Point out = null;
    Point in = null;
    for (Link l : design.linksOf(element.id())) {
      Rect r = diagram.bounds(l.other(element.id()));
      if (r != null) {
        if (holder.contains(r)) {
          in = r.center();
        } else {
          out = r.center();
        }
      }
    }
    if (out == null) {
      return new Point(in == null ? holder.right() : in.x(), holder.y());
    }
    if (in == null) {
      return out;
    }
    boolean above = out.y() < holder.y();
    boolean below = out.y() > holder.bottom();
    return above ? new Point(in.x(), holder.y()) : below ? new Point(in.x(), holder.bottom()) : out;
  }

  /** The diagram with every container grown until it holds its children, the innermost first. */
  public static Diagram grown(Design design, Diagram diagram) {
    return grown(design, diagram, design.elements().keySet());
  }

  /**
   * The same, for the containers around these elements only: enough where nothing else moved.
   *
   * @param moved the elements that may have outgrown what holds them
   */
  public static Diagram grown(Design design, Diagram diagram, Collection<Id> moved) {
    SortedMap<Id, Rect> changed = new TreeMap<>();
    for (Id id : moved) {
      Element e = design.element(id);
      while (e != null && e.parent() != null && !Shapes.isPill(e)) {
        Id parent = e.parent();
        Rect own = changed.getOrDefault(e.id(), diagram.bounds(e.id()));
        Rect holder = changed.getOrDefault(parent, diagram.bounds(parent));
        if (own != null && holder != null) {
          Rect enlarged = enlarged(holder, own);
          if (enlarged.equals(holder)) {
            break;
          }
          changed.put(parent, enlarged);
        }
        e = design.element(parent);
      }
    }
    return changed.isEmpty()
        ? diagram
        : pillsFollowing(design, diagram, diagram.withBounds(changed));
  }

  /** The holder, grown as far as it must be to hold this with room around it. */
  private static Rect enlarged(Rect holder, Rect own) {
    Rect needed =
        Rect.between(
            new Point(own.x() - AutoLayout.PAD / 2, own.y() - AutoLayout.HEADER + 12),
            new Point(own.right() + AutoLayout.PAD / 2, own.bottom() + AutoLayout.PAD / 2));
    if (holder.contains(needed)) {
      return holder;
    }
    Rect roomy =
        Rect.between(
            new Point(own.x() - AutoLayout.PAD, own.y() - AutoLayout.HEADER),
            new Point(own.right() + AutoLayout.PAD, own.bottom() + AutoLayout.PAD));
    double left = needed.x() < holder.x() ? roomy.x() : holder.x();
    double top = needed.y() < holder.y() ? roomy.y() : holder.y();
    double right = needed.right() > holder.right() ? roomy.right() : holder.right();
    double bottom = needed.bottom() > holder.bottom() ? roomy.bottom() : holder.bottom();
    return new Rect(left, top, right - left, bottom - top);
  }

  /** The diagram with pills moved along with the borders that they sat on before. */
  public static Diagram pillsFollowing(Design design, Diagram before, Diagram after) {
    SortedMap<Id, Rect> moved = new TreeMap<>();
    for (Element e : design.elements().values()) {
      Element border = Shapes.border(design, e);
      Rect pill = after.bounds(e.id());
      Rect from = border == null ? null : before.bounds(border.id());
      Rect to = border == null ? null : after.bounds(border.id());
      if (pill == null || from == null || to == null || from.equals(to)) {
        continue;
      }
      Point c = pill.center();
      double dx = Math.abs(c.x() - from.right()) < 1 ? to.right() - from.right() : 0;
      dx = Math.abs(c.x() - from.x()) < 1 ? to.x() - from.x() : dx;
      double dy = Math.abs(c.y() - from.bottom()) < 1 ? to.bottom() - from.bottom() : 0;
      dy = Math.abs(c.y() - from.y()) < 1 ? to.y() - from.y() : dy;
      moved.put(e.id(), pill.moved(dx, dy));
    }
    return moved.isEmpty() ? after : after.withBounds(moved);
  }

  /** Moves outermost elements that a grown container covers out of its way, with all they hold. */
  private static Diagram parted(Design design, Diagram before, Diagram after) {
    Diagram result = after;
    for (Element grown : design.children(null)) {
      Rect was = before.bounds(grown.id());
      Rect is = result.bounds(grown.id());
      if (was == null || is == null || was.equals(is)) {
        continue;
      }
      double right = is.right() - was.right();
      double down = is.bottom() - was.bottom();
      for (Element other : design.children(null)) {
        Rect r = result.bounds(other.id());
        if (r != null
            && !other.id().equals(grown.id())
            && r.intersects(is.grown(ROOM))
            && !r.intersects(was)) {
          boolean beside = r.x() >= was.right();
          boolean below = r.y() >= was.bottom();
          result =
              moved(design, result, other.id(), beside ? right : 0, below && !beside ? down : 0);
        }
      }
    }
    return result;
  }

  /** The diagram with the element and all it holds moved. */
  public static Diagram moved(Design design, Diagram diagram, Id id, double dx, double dy) {
    SortedMap<Id, Rect> moved = new TreeMap<>();
    List<Id> all = new ArrayList<>(design.descendants(id));
    all.add(id);
    for (Id e : all) {
      Rect r = diagram.bounds(e);
      if (r != null) {
        moved.put(e, r.moved(dx, dy));
      }
    }
    return diagram.withBounds(moved);
  }

  /** The place of a pill that was dragged to {@code wanted}: its middle on the nearest border. */
  public static Rect onBorder(Rect wanted, Rect holder) {
    Point c = wanted.center();
    double x = Math.clamp(c.x(), holder.x(), holder.right());
    double y = Math.clamp(c.y(), holder.y(), holder.bottom());
    double left = Math.abs(c.x() - holder.x());
    double right = Math.abs(c.x() - holder.right());
    double top = Math.abs(c.y() - holder.y());
    double bottom = Math.abs(c.y() - holder.bottom());
    double least = Math.min(Math.min(left, right), Math.min(top, bottom));
    double inset = Math.min(holder.width() / 2, wanted.width() / 2 + 12);
    if (least == top || least == bottom) {
      x = Math.clamp(x, holder.x() + inset, holder.right() - inset);
      y = least == top ? holder.y() : holder.bottom();
    } else {
      x = least == left ? holder.x() : holder.right();
    }
    return new Rect(
        x - wanted.width() / 2, y - wanted.height() / 2, wanted.width(), wanted.height());
  }

  /** The smallest size that shows the element, as a rectangle at the origin. */
  public static Rect leastSize(Design design, Element element) {
    return new Rect(0, 0, Sizes.leastWidth(design, element), Sizes.leastHeight(design, element));
  }

  /** The size that the element has until the architect gives it another, with all it holds. */
  public static Rect usualSize(Design design, Element element) {
    Set<Id> block = new HashSet<>(design.descendants(element.id()));
    block.add(element.id());
    Map<Id, Rect> places = new AutoLayout(design, block).block(element);
    Rect own = places.get(element.id());
    return own == null ? new Rect(0, 0, 0, 0) : own;
  }

  /** The smallest rectangle that holds all; null for an empty diagram. */
  public static @Nullable Rect extent(Diagram diagram) {
    Rect all = null;
    for (Rect r : diagram.bounds().values()) {
      all = all == null ? r : all.union(r);
    }
    for (Diagram.Note n : diagram.notes().values()) {
      all = all == null ? n.bounds() : all.union(n.bounds());
    }
    return all;
  }
}
