package mcx.editor.tool;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.change.Stencil;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * What the canvas shows of a gesture before the button is let go. Nothing of it is in the document.
 *
 * @param bounds where elements and notes stand in the gesture, where that differs from the document
 * @param rubberBand the rectangle being drawn; null for none
 * @param guides lines that show what the dragged thing lines up with
 * @param ghost what is about to be put down; null for nothing
 * @param halfLink the link being drawn; null for none
 * @param bends the corners of links being bent
 * @param targets what the gesture may end on
 * @param dimmed what it may not end on
 * @param dropInto the container that would take what is dragged; null for the canvas or no change
 * @param hovered what is under the pointer; null for nothing
 * @param connectHandles the element that shows its handles for connecting; null for none
 * @param cloned whether what is dragged is a copy, and the original stays
 * @param status a sentence on what the gesture does, or why it cannot; empty for none
 * @param refused whether {@code status} says why something cannot be
 */
public record Preview(
    SortedMap<Id, Rect> bounds,
    @Nullable Rect rubberBand,
    List<Guide> guides,
    @Nullable Ghost ghost,
    @Nullable HalfLink halfLink,
    SortedMap<Id, List<Point>> bends,
    SortedSet<Id> targets,
    SortedSet<Id> dimmed,
    @Nullable Id dropInto,
    @Nullable Id hovered,
    @Nullable Id connectHandles,
    boolean cloned,
    String status,
    boolean refused) {

  /** Nothing going on. */
  public static final Preview NONE =
      new Preview(
          Collections.emptySortedMap(), null, List.of(), null, null, Collections.emptySortedMap(),
          Collections.emptySortedSet(), Collections.emptySortedSet(), null, null, null, false, "",
          false);

  public Preview {
    bounds = Collections.unmodifiableSortedMap(new TreeMap<>(bounds));
    guides = List.copyOf(guides);
    bends = Collections.unmodifiableSortedMap(new TreeMap<>(bends));
    targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    dimmed = Collections.unmodifiableSortedSet(new TreeSet<>(dimmed));
  }

  /** A line from one point to another, across or down. */
  public record Guide(Point from, Point to) {}

  /** A thing about to be put down. */
  public record Ghost(Stencil stencil, Rect bounds, boolean allowed) {}

  /** A link from an element to the pointer, or to the element that would take it. */
  public record HalfLink(Id from, Point start, Point end, @Nullable Id to, boolean allowed) {}
}
