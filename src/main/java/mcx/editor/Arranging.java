package mcx.editor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.diagram.Placements;
import mcx.diagram.Shapes;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * Moving and resizing: containers carry what they hold and grow around it, circuits stay on the
 * border of their cloud. Edits and their previews both come from here, so that what is seen while
 * dragging is what is there after.
 */
public final class Arranging {

  private Arranging() {}

  /** The document with a place for every element. */
  public static Document complete(Document document) {
    return document.withDiagram(Placements.complete(document.design(), document.diagram()));
  }

  /** Those elements of these that none of the others holds, and the other ids, in order. */
  public static SortedSet<Id> roots(Design design, Collection<Id> ids) {
    SortedSet<Id> roots = new TreeSet<>(ids);
    roots.removeIf(id -> design.ancestors(id).stream().anyMatch(a -> ids.contains(a.id())));
    return roots;
  }

  /** These elements and notes, with all that the elements hold. */
  public static SortedSet<Id> carried(Design design, Collection<Id> ids) {
    SortedSet<Id> all = new TreeSet<>(ids);
    for (Id id : ids) {
      if (design.elements().containsKey(id)) {
        all.addAll(design.descendants(id));
      }
    }
    return all;
  }

  /** The document with these, and what they hold, moved. */
  public static Document moved(Document document, Collection<Id> ids, double dx, double dy) {
    Design design = document.design();
    Diagram diagram = Placements.complete(design, document.diagram());
    SortedSet<Id> carried = carried(design, ids);
    SortedMap<Id, Rect> places = new TreeMap<>();
    SortedMap<Id, Diagram.Note> notes = new TreeMap<>(diagram.notes());
    for (Id id : carried) {
      Rect r = diagram.bounds(id);
      if (r != null) {
        places.put(id, r.moved(dx, dy));
      }
      notes.computeIfPresent(
          id, (i, note) -> new Diagram.Note(note.bounds().moved(dx, dy), note.text()));
    }
    Diagram result = diagram.withBounds(places).withNotes(notes);
    for (Map.Entry<Id, List<Point>> bends : diagram.bends().entrySet()) {
      Link link = design.link(bends.getKey());
      if (link != null && carried.contains(link.a()) && carried.contains(link.b())) {
        result =
            result.withBends(
                link.id(), bends.getValue().stream().map(p -> p.plus(dx, dy)).toList());
      }
    }
    return settled(document.withDiagram(result));
  }

  /** The document with an element or note at this place; what an element holds stays in it. */
  public static Document resized(Document document, Id id, Rect bounds) {
    Design design = document.design();
    Diagram.Note note = document.diagram().notes().get(id);
    if (note != null) {
      SortedMap<Id, Diagram.Note> notes = new TreeMap<>(document.diagram().notes());
      notes.put(id, new Diagram.Note(bounds, note.text()));
      return document.withDiagram(document.diagram().withNotes(notes));
    }
    Element element = design.element(id);
    if (element == null) {
      throw new IllegalArgumentException(Texts.get("refused.gone"));
    }
    Rect least = Placements.leastSize(design, element);
    Rect wanted =
        new Rect(
            bounds.x(),
            bounds.y(),
            Math.max(bounds.width(), least.width()),
            Math.max(bounds.height(), least.height()));
    Diagram diagram = Placements.complete(design, document.diagram()).withBounds(id, wanted);
    return settled(document.withDiagram(diagram));
  }

  /** The document with containers grown around what they hold, and circuits back on borders. */
  static Document settled(Document document) {
    Design design = document.design();
    Diagram diagram = Placements.grown(design, onBorders(design, document.diagram()));
    return document.withDiagram(onBorders(design, diagram));
  }

  private static Diagram onBorders(Design design, Diagram diagram) {
    SortedMap<Id, Rect> moved = new TreeMap<>();
    for (Element element : design.elements().values()) {
      Element border = Shapes.border(design, element);
      Rect place = diagram.bounds(element.id());
      Rect holder = border == null ? null : diagram.bounds(border.id());
      if (place != null && holder != null) {
        Rect there = Placements.onBorder(place, holder);
        if (!there.equals(place)) {
          moved.put(element.id(), there);
        }
      }
    }
    return moved.isEmpty() ? diagram : diagram.withBounds(moved);
  }

  /** Where these elements and notes stand; those that hold others only, not both. */
  static SortedMap<Id, Rect> bounds(Document document, Collection<Id> ids) {
    Diagram diagram = Placements.complete(document.design(), document.diagram());
    SortedMap<Id, Rect> found = new TreeMap<>();
    for (Id id : roots(document.design(), ids)) {
      Rect r = place(diagram, id);
      if (r != null) {
        found.put(id, r);
      }
    }
    return found;
  }

  /** Where an element or note stands; null for what has no place. */
  public static @Nullable Rect place(Diagram diagram, Id id) {
    Diagram.Note note = diagram.notes().get(id);
    return note != null ? note.bounds() : diagram.bounds(id);
  }

  /** What stands elsewhere in {@code after}: where it stands there. */
  public static SortedMap<Id, Rect> difference(Diagram before, Diagram after) {
    SortedMap<Id, Rect> changed = new TreeMap<>();
    after
        .bounds()
        .forEach(
            (id, r) -> {
              if (!r.equals(before.bounds(id))) {
                changed.put(id, r);
              }
            });
    after
        .notes()
        .forEach(
            (id, note) -> {
              Rect r = place(before, id);
              if (!note.bounds().equals(r)) {
                changed.put(id, note.bounds());
              }
            });
    return changed;
  }
}
