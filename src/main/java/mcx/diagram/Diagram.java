package mcx.diagram;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * The places of a design's parts on the canvas.
 *
 * @param bounds the rectangle of each element, in diagram units, on the canvas (not within its
 *     parent); elements without one are placed by the view that needs it
 * @param bends the corners that the architect gave a link, from its end a to its end b; links
 *     without are routed by themselves
 * @param notes free texts
 */
public record Diagram(
    SortedMap<Id, Rect> bounds, SortedMap<Id, List<Point>> bends, SortedMap<Id, Note> notes) {

  public static final Diagram EMPTY =
      new Diagram(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  public Diagram {
    bounds = Collections.unmodifiableSortedMap(new TreeMap<>(bounds));
    SortedMap<Id, List<Point>> copies = new TreeMap<>();
    bends.forEach((id, points) -> copies.put(id, List.copyOf(points)));
    bends = Collections.unmodifiableSortedMap(copies);
    notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
  }

  /** A text on the canvas. */
  public record Note(Rect bounds, String text) {}

  public @Nullable Rect bounds(Id element) {
    return bounds.get(element);
  }

  /** This diagram with the elements at these places. */
  public Diagram withBounds(SortedMap<Id, Rect> moved) {
    SortedMap<Id, Rect> all = new TreeMap<>(bounds);
    all.putAll(moved);
    return new Diagram(all, bends, notes);
  }

  public Diagram withBounds(Id element, Rect place) {
    SortedMap<Id, Rect> one = new TreeMap<>();
    one.put(element, place);
    return withBounds(one);
  }

  /** This diagram with the link's corners; none puts it back to routing by itself. */
  public Diagram withBends(Id link, List<Point> corners) {
    SortedMap<Id, List<Point>> all = new TreeMap<>(bends);
    if (corners.isEmpty()) {
      all.remove(link);
    } else {
      all.put(link, corners);
    }
    return new Diagram(bounds, all, notes);
  }

  public Diagram withNotes(SortedMap<Id, Note> all) {
    return new Diagram(bounds, bends, all);
  }

  /** This diagram without anything about these. */
  public Diagram without(Collection<Id> gone) {
    SortedMap<Id, Rect> b = new TreeMap<>(bounds);
    b.keySet().removeAll(gone);
    SortedMap<Id, List<Point>> l = new TreeMap<>(bends);
    l.keySet().removeAll(gone);
    SortedMap<Id, Note> n = new TreeMap<>(notes);
    n.keySet().removeAll(gone);
    return new Diagram(b, l, n);
  }
}
