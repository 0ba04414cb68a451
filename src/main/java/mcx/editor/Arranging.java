package mcx.editor;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Those of these that none of the other elements holds, in order. */
  public static SortedSet<Id> roots(Design design, Collection<Id> ids) {
    Set<Id> all = new HashSet<>(ids);
    SortedSet<Id> roots = new TreeSet<>(ids);
    roots.removeIf(id -> heldBy(design, id, all));
    return roots;
  }

  /** These elements and notes, with all that the elements hold. */
  public static SortedSet<Id> carried(Design design, Collection<Id> ids) {
    Set<Id> all = new HashSet<>(ids);
    SortedSet<Id> carried = new TreeSet<>(ids);
    for (Id id : design.elements().keySet()) {
      if (heldBy(design, id, all)) {
        carried.add(id);
      }
    }
    return carried;
  }

  private static boolean heldBy(Design design, Id id, Set<Id> holders) {
    Element element = design.element(id);
    Id parent = element == null ? null : element.parent();
    while (parent != null) {
      if (holders.contains(parent)) {
        return true;
      }
      Element holder = design.element(parent);
      parent = holder == null ? null : holder.parent();
    }
    return false;
  }

  /** The document with these, and what they hold, moved. */
  public static Document moved(Document document, Collection<Id> ids, double dx, double dy) {
    return movedExactly(document, carried(document.design(), ids), dx, dy);
  }

  /**
   * The same for elements whose children are all among them, as {@link #carried} finds them.
   *
   * @param carried all that moves
   */
  public static Document movedExactly(Document document, Set<Id> carried, double dx, double dy) {
    Design design = document.design();
    Diagram diagram = Placements.complete(design, document.diagram());
    SortedMap<Id, Rect> places = new TreeMap<>();
    SortedMap<Id, Diagram.Note> notes = new TreeMap<>(diagram.notes());
    for (Id id : carried) {
      Rect r = diagram.bounds(id);
      if (r != null) {
        places.put(id, onBorder(design, diagram, id, r.moved(dx, dy), carried));
      }
      notes.computeIfPresent(
          id, (i, note) -> new Diagram.Note(note.bounds().moved(dx, dy), note.text()));
    }
    SortedMap<Id, List<Point>> bends = new TreeMap<>(diagram.bends());
    bends.replaceAll(
        (id, corners) -> {
          Link link = design.link(id);
          return link != null && carried.contains(link.a()) && carried.contains(link.b())
              ? corners.stream().map(p -> p.plus(dx, dy)).toList()
              : corners;
        });
    SortedMap<Id, Rect> bounds = new TreeMap<>(diagram.bounds());
    bounds.putAll(places);
    return document.withDiagram(
        Placements.grown(design, new Diagram(bounds, bends, notes), places.keySet()));
  }

  /** Where a circuit that moves without its cloud may stand: on the border. Others: anywhere. */
  private static Rect onBorder(
      Design design, Diagram diagram, Id id, Rect wanted, Set<Id> carried) {
    Element element = design.element(id);
    Element border = element == null ? null : Shapes.border(design, element);
    Rect holder =
        border == null || carried.contains(border.id()) ? null : diagram.bounds(border.id());
    return holder == null ? wanted : Placements.onBorder(wanted, holder);
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
    Diagram before = Placements.complete(design, document.diagram());
    Diagram after = before.withBounds(id, wanted);
    SortedSet<Id> touched = new TreeSet<>(List.of(id));
    design.children(id).forEach(c -> touched.add(c.id()));
    Diagram settled =
        Placements.grown(design, Placements.pillsFollowing(design, before, after), touched);
    return document.withDiagram(clamped(design, settled, id));
  }

  /** The diagram with the circuits on an element's border within the length of its sides. */
  private static Diagram clamped(Design design, Diagram diagram, Id holder) {
    SortedMap<Id, Rect> places = new TreeMap<>();
    Rect bounds = diagram.bounds(holder);
    for (Element element : design.elements().values()) {
      Element border = Shapes.border(design, element);
      Rect place = diagram.bounds(element.id());
      if (bounds != null && place != null && border != null && border.id().equals(holder)) {
        places.put(element.id(), Placements.onBorder(place, bounds));
      }
    }
    return places.isEmpty() ? diagram : diagram.withBounds(places);
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
    if (before.bounds().size() == after.bounds().size()) {
      // Both in one order: walking them side by side is much cheaper than looking each up.
      var was = before.bounds().entrySet().iterator();
      for (Map.Entry<Id, Rect> is : after.bounds().entrySet()) {
        Map.Entry<Id, Rect> other = was.next();
        if (!is.getKey().equals(other.getKey()) || !is.getValue().equals(other.getValue())) {
          changed.put(is.getKey(), is.getValue());
        }
      }
    } else {
      after.bounds().forEach((id, r) -> addChanged(changed, id, before.bounds(id), r));
    }
    after.notes().forEach((id, note) -> addChanged(changed, id, place(before, id), note.bounds()));
    return changed;
  }

  private static void addChanged(SortedMap<Id, Rect> to, Id id, @Nullable Rect was, Rect is) {
    if (!is.equals(was)) {
      to.put(id, is);
    }
  }
}
