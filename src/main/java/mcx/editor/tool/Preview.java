package mcx.editor.tool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.change.Stencil;
import mcx.design.Id;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.diagram.Snapping;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import mcx.paint.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * What the canvas shows of a gesture before the button is let go. Nothing of it is in the document.
 *
 * @param bounds where elements and notes stand in the gesture, where that differs from the document
 * @param cloned whether {@code bounds} are those of copies, and the originals stay
 * @param bends the corners of links being bent
 * @param rubberBand the rectangle being drawn; null for none
 * @param guides lines that show what the dragged thing lines up with
 * @param ghost what is about to be put down; null for nothing
 * @param halfLink the link being drawn; null for none
 * @param targets what the gesture may end on, or is about to select
 * @param dimmed what it may not end on
 * @param drop whether what is dragged is about to change its holder; null for no change
 * @param hovered what is under the pointer; null for nothing
 * @param status a sentence on what the gesture does, or why it cannot; empty for none
 * @param refused whether {@code status} says why something cannot be
 */
public record Preview(
    SortedMap<Id, Rect> bounds,
    boolean cloned,
    SortedMap<Id, List<Point>> bends,
    @Nullable Rect rubberBand,
    List<Snapping.Guide> guides,
    @Nullable Ghost ghost,
    @Nullable HalfLink halfLink,
    SortedSet<Id> targets,
    SortedSet<Id> dimmed,
    @Nullable Drop drop,
    @Nullable Id hovered,
    String status,
    boolean refused) {

  /** Nothing going on. */
  public static final Preview NONE =
      new Preview(
          Collections.emptySortedMap(),
          false,
          Collections.emptySortedMap(),
          null,
          List.of(),
          null,
          null,
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          null,
          null,
          "",
          false);

  public Preview {
    bounds = Collections.unmodifiableSortedMap(new TreeMap<>(bounds));
    guides = List.copyOf(guides);
    bends = Collections.unmodifiableSortedMap(new TreeMap<>(bends));
    targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    dimmed = Collections.unmodifiableSortedSet(new TreeSet<>(dimmed));
  }

  /** A thing about to be put down. */
  public record Ghost(Stencil stencil, Rect bounds, boolean allowed) {}

  /**
   * A link from an element to the pointer.
   *
   * @param to the element under the pointer; null for none
   * @param state whether it may end there
   */
  public record HalfLink(
      Id from, Point start, Point end, @Nullable Id to, Interaction.State state) {}

  /** Where what is dragged would go: into an element, or out onto the canvas (null). */
  public record Drop(@Nullable Id into) {}

  static Preview hovering(@Nullable Id id) {
    return new Preview(
        NONE.bounds,
        false,
        NONE.bends,
        null,
        List.of(),
        null,
        null,
        NONE.targets,
        NONE.dimmed,
        null,
        id,
        "",
        false);
  }

  static Preview moving(
      SortedMap<Id, Rect> bounds,
      boolean cloned,
      List<Snapping.Guide> guides,
      @Nullable Drop drop,
      String status) {
    return new Preview(
        bounds,
        cloned,
        NONE.bends,
        null,
        guides,
        null,
        null,
        NONE.targets,
        NONE.dimmed,
        drop,
        null,
        status,
        false);
  }

  static Preview bending(Id link, List<Point> corners) {
    return new Preview(
        NONE.bounds,
        false,
        new TreeMap<>(Map.of(link, List.copyOf(corners))),
        null,
        List.of(),
        null,
        null,
        NONE.targets,
        NONE.dimmed,
        null,
        null,
        "",
        false);
  }

  static Preview banding(Rect band, SortedSet<Id> inside) {
    return new Preview(
        NONE.bounds,
        false,
        NONE.bends,
        band,
        List.of(),
        null,
        null,
        inside,
        NONE.dimmed,
        null,
        null,
        "",
        false);
  }

  static Preview placing(Ghost ghost, @Nullable Id holder, String status) {
    return new Preview(
        NONE.bounds,
        false,
        NONE.bends,
        null,
        List.of(),
        ghost,
        null,
        NONE.targets,
        NONE.dimmed,
        new Drop(holder),
        null,
        status,
        !ghost.allowed);
  }

  static Preview connecting(
      HalfLink link, SortedSet<Id> targets, SortedSet<Id> dimmed, String status) {
    return new Preview(
        NONE.bounds,
        false,
        NONE.bends,
        null,
        List.of(),
        null,
        link,
        targets,
        dimmed,
        null,
        link.to,
        status,
        link.state == Interaction.State.REFUSED);
  }

  /** The document as it would look if the button were let go now; for drawing, not for keeping. */
  public Document on(Document document) {
    if (bends.isEmpty() && (bounds.isEmpty() || cloned)) {
      return document;
    }
    Diagram diagram = document.diagram();
    if (!bounds.isEmpty() && !cloned) {
      SortedMap<Id, Diagram.Note> notes = new TreeMap<>(diagram.notes());
      SortedMap<Id, Rect> elements = new TreeMap<>(bounds);
      elements.keySet().removeAll(notes.keySet());
      notes.replaceAll(
          (id, note) -> new Diagram.Note(bounds.getOrDefault(id, note.bounds()), note.text()));
      diagram = diagram.withBounds(elements).withNotes(notes);
    }
    for (Map.Entry<Id, List<Point>> e : bends.entrySet()) {
      diagram = diagram.withBends(e.getKey(), e.getValue());
    }
    return document.withDiagram(diagram);
  }

  /** The same as the painter takes it. */
  public Interaction interaction(SortedSet<Id> selection) {
    SortedSet<Id> marked = new TreeSet<>(selection);
    if (rubberBand != null) {
      marked.addAll(targets);
    }
    List<Interaction.Ghost> ghosts = new ArrayList<>();
    if (cloned) {
      bounds.values().forEach(r -> ghosts.add(new Interaction.Ghost(r, "", null)));
    }
    Interaction.Drop into = null;
    if (drop != null) {
      into =
          new Interaction.Drop(
              drop.into,
              refused ? Interaction.State.REFUSED : Interaction.State.ALLOWED,
              refused ? status : "");
    }
    if (ghost != null) {
      ghosts.add(new Interaction.Ghost(ghost.bounds, ghost.stencil.label(), ghost.stencil.icon()));
    }
    Interaction.HalfLink link =
        halfLink == null
            ? null
            : new Interaction.HalfLink(
                new Polyline(List.of(halfLink.start, halfLink.end)), halfLink.state, status);
    return new Interaction(
        marked,
        selection.size() == 1 && bounds.isEmpty(),
        hovered,
        rubberBand,
        guides,
        link,
        into,
        ghosts,
        dimmed);
  }
}
