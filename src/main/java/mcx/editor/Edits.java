package mcx.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mcx.analysis.Finding;
import mcx.analysis.Fix;
import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.change.Joints;
import mcx.change.Stencil;
import mcx.change.Stencils;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.InvalidDesignException;
import mcx.design.Link;
import mcx.design.ListName;
import mcx.design.Mute;
import mcx.design.PrefixLists;
import mcx.design.RoutePolicy.PrefixMatch;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.diagram.Placements;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** The edits that people make, each a small pure function with a name. */
public final class Edits {

  private Edits() {}

  /** Which sides or middles are put in line. */
  public enum Alignment {
    LEFT,
    CENTER,
    RIGHT,
    TOP,
    MIDDLE,
    BOTTOM
  }

  /** Along which axis things are spread. */
  public enum Axis {
    HORIZONTAL,
    VERTICAL
  }

  /** Moves elements with all they hold, notes, and the bends of links between what moves. */
  public static Edit move(Document now, Collection<Id> ids, double dx, double dy) {
    List<Id> all = List.copyOf(ids);
    return new Edit(
        Texts.get("edit.move", Words.subject(now, all)),
        document -> Arranging.moved(document, all, dx, dy));
  }

  /**
   * Moves elements, and puts them into another holder. What may not stand there is refused before
   * this is called: the design only refuses what is ill-formed.
   *
   * @param holder the element that holds them then; null for none
   */
  public static Edit moveInto(
      Document now, Collection<Id> ids, double dx, double dy, @Nullable Id holder) {
    List<Id> all = List.copyOf(ids);
    return new Edit(
        Texts.get(
            holder == null ? "edit.moveOut" : "edit.moveInto",
            Words.subject(now, all),
            holder == null ? "" : Words.name(now.design(), holder)),
        document ->
            Arranging.moved(
                document.withDesign(reparented(document.design(), all, holder)), all, dx, dy));
  }

  private static Design reparented(Design design, Collection<Id> ids, @Nullable Id holder) {
    List<Element> changed = new ArrayList<>();
    for (Id id : Arranging.roots(design, ids)) {
      Element element = design.element(id);
      if (element != null && !id.equals(holder)) {
        changed.add(element.withParent(holder));
      }
    }
    return design.with(changed, List.of());
  }

  /** Moves by the keyboard; several in a row are one step. */
  public static Edit nudge(Document now, Collection<Id> ids, double dx, double dy) {
    return move(now, ids, dx, dy).merging("nudge:" + new TreeSet<>(ids));
  }

  /** Gives an element or note another place and size; what it holds stays inside. */
  public static Edit resize(Document now, Id id, Rect bounds) {
    return new Edit(
        Texts.get("edit.resize", Words.subject(now, List.of(id))),
        document -> Arranging.resized(document, id, bounds));
  }

  /** Renames an element or link, or gives a note another text. */
  public static Edit rename(Document now, Id id, String name) {
    return new Edit(
        Texts.get("edit.rename", Words.subject(now, List.of(id))),
        document -> {
          Design design = document.design();
          Element element = design.element(id);
          if (element != null) {
            return document.withDesign(design.with(element.withName(name)));
          }
          Link link = design.link(id);
          if (link != null) {
            return document.withDesign(design.with(link.withName(name)));
          }
          Diagram.Note note = document.diagram().notes().get(id);
          if (note == null) {
            throw new IllegalArgumentException(Texts.get("refused.gone"));
          }
          return withNote(document, id, new Diagram.Note(note.bounds(), name));
        });
  }

  /** Gives the design another title. */
  public static Edit title(String name) {
    return new Edit(
            Texts.get("edit.title"),
            document -> document.withDesign(document.design().withName(name)))
        .merging("title");
  }

  /**
   * Sets a value inside an element or link.
   *
   * @param path where in it, as {@link ComponentPath} reads it
   * @param value of the component's type; null clears it, or removes a list's entry
   */
  public static Edit set(String label, Id id, String path, @Nullable Object value) {
    ComponentPath way = ComponentPath.of(path);
    return new Edit(
        label,
        document -> {
          Design design = document.design();
          Element element = design.element(id);
          if (element != null) {
            return document.withDesign(design.with(way.set(element, value)));
          }
          Link link = design.link(id);
          if (link != null) {
            return document.withDesign(design.with(way.set(link, value)));
          }
          throw new IllegalArgumentException(Texts.get("refused.gone"));
        });
  }

  /**
   * Puts a new element on the canvas with all it brings along.
   *
   * @param holder what it is dropped into; null for the empty canvas
   * @param at where its middle is to be; null for anywhere
   */
  public static Edit place(
      Catalog catalog, Stencil stencil, @Nullable Id holder, @Nullable Point at) {
    return new Edit(
        Texts.get("edit.place", stencil.label()),
        null,
        document -> {
          String refusal = Stencils.refusal(document.design(), catalog, stencil, holder);
          if (refusal != null) {
            throw new InvalidDesignException(refusal);
          }
          return placed(document, Stencils.place(document.design(), catalog, stencil, holder), at);
        });
  }

  /** Joins two elements in this way, with all that is missing between them. */
  public static Edit join(Catalog catalog, Id from, Id to, Joints.Offer offer) {
    return new Edit(
        Texts.get("edit.join", offer.label()),
        null,
        document ->
            placed(document, Joints.join(document.design(), catalog, from, to, offer), null));
  }

  private static Edit.Result placed(Document document, Change change, @Nullable Point at) {
    Diagram diagram =
        Placements.place(change.design(), document.diagram(), change.created(), change.main(), at);
    return Edit.Result.selecting(
        document.withDesign(change.design()).withDiagram(diagram), List.of(change.main()));
  }

  /**
   * Mends what a finding tells, as the fix says; new things are given places, the main one
   * selected.
   */
  public static Edit fix(Catalog catalog, Fix fix) {
    return new Edit(
        fix.title(),
        null,
        document -> placed(document, fix.apply(document.design(), catalog), null));
  }

  /** Sets what should hold. */
  public static Edit intents(String label, SortedMap<Id, Intent> intents) {
    return new Edit(label, document -> document.withDesign(document.design().withIntents(intents)));
  }

  /**
   * Sets the lists of prefixes that policies may name. Where one list is gone and another one has
   * the same prefixes, it was renamed, and policies name it by its new name.
   */
  public static Edit prefixLists(PrefixLists lists) {
    return new Edit(
        Texts.get("edit.prefixLists"),
        document -> document.withDesign(withLists(document.design(), lists)));
  }

  private static Design withLists(Design design, PrefixLists lists) {
    SortedMap<ListName, List<PrefixMatch>> gone = new TreeMap<>(design.prefixLists().byName());
    gone.keySet().removeAll(lists.byName().keySet());
    SortedMap<ListName, List<PrefixMatch>> fresh = new TreeMap<>(lists.byName());
    fresh.keySet().removeAll(design.prefixLists().byName().keySet());
    boolean renamed =
        gone.size() == 1
            && fresh.size() == 1
            && gone.firstEntry().getValue().equals(fresh.firstEntry().getValue());
    if (!renamed) {
      return design.withPrefixLists(lists);
    }
    Map<ListName, ListName> names = Map.of(gone.firstKey(), fresh.firstKey());
    // Both names are there for a moment, so that the design is whole at each step.
    Design both =
        design.withPrefixLists(
            design.prefixLists().with(fresh.firstKey(), fresh.firstEntry().getValue()));
    List<Link> links =
        both.links().values().stream().map(l -> PrefixLists.renamed(l, names)).toList();
    List<Element> elements =
        both.elements().values().stream().map(e -> PrefixLists.renamed(e, names)).toList();
    return both.with(elements, links).withPrefixLists(lists);
  }

  /** Accepts a finding for a reason, so that it is not shown again. */
  public static Edit mute(Finding finding, String reason) {
    return new Edit(
        Texts.get("edit.mute", finding.title()),
        document -> {
          SortedMap<Id, Mute> mutes = new TreeMap<>(document.design().mutes());
          Finding.Key key = finding.key();
          String stem = finding.rule().isEmpty() ? "note" : finding.rule();
          Id id = new Id(stem);
          for (int n = 2; mutes.containsKey(id); n++) {
            id = new Id(stem + "-" + n);
          }
          mutes.put(id, new Mute(id, key.rule(), key.subjects(), reason));
          return document.withDesign(document.design().withMutes(mutes));
        });
  }

  /** Takes back that a finding is accepted. */
  public static Edit unmute(Mute mute) {
    return new Edit(
        Texts.get("edit.unmute", mute.rule()),
        document -> {
          SortedMap<Id, Mute> mutes = new TreeMap<>(document.design().mutes());
          mutes.remove(mute.id());
          return document.withDesign(document.design().withMutes(mutes));
        });
  }

  /** Deletes elements with all they hold and all links that end at them, links and notes. */
  public static Edit delete(Document now, Collection<Id> ids) {
    return removing("edit.delete", now, ids);
  }

  /** The same, with another word in the history. */
  static Edit cut(Document now, Collection<Id> ids) {
    return removing("edit.cut", now, ids);
  }

  private static Edit removing(String label, Document now, Collection<Id> ids) {
    List<Id> all = List.copyOf(ids);
    return new Edit(
        Texts.get(label, Words.subject(now, all)),
        document -> {
          Design left = document.design().without(all);
          SortedSet<Id> gone = new TreeSet<>(document.design().elements().keySet());
          gone.addAll(document.design().links().keySet());
          gone.removeAll(left.elements().keySet());
          gone.removeAll(left.links().keySet());
          gone.addAll(all);
          return document.withDesign(left).withDiagram(document.diagram().without(gone));
        });
  }

  /** Puts a copy of the fragment into the document, moved by so much, and selects it. */
  public static Edit paste(Fragment fragment, double dx, double dy) {
    return new Edit(
        Texts.get("edit.paste"), null, document -> inserted(fragment, document, dx, dy));
  }

  /** Puts a copy of these beside them, and selects it. */
  public static Edit duplicate(Document now, Collection<Id> ids, double dx, double dy) {
    List<Id> all = List.copyOf(ids);
    return new Edit(
        Texts.get("edit.duplicate", Words.subject(now, all)),
        null,
        document -> inserted(Fragment.of(Arranging.complete(document), all), document, dx, dy));
  }

  private static Edit.Result inserted(Fragment fragment, Document into, double dx, double dy) {
    Edit.Result pasted = fragment.pastedInto(Arranging.complete(into), dx, dy);
    Document document = pasted.document();
    return new Edit.Result(
        document.withDiagram(Placements.grown(document.design(), document.diagram())),
        pasted.selection());
  }

  /**
   * Gives a link these corners.
   *
   * @param corners from its end a to its end b; empty to let it route itself
   */
  public static Edit bend(Document now, Id link, List<Point> corners) {
    List<Point> all = List.copyOf(corners);
    return new Edit(
        Texts.get(all.isEmpty() ? "edit.straighten" : "edit.bend", Words.name(now.design(), link)),
        document -> document.withDiagram(document.diagram().withBends(link, all)));
  }

  /** Gives every element a new place, and lets every link route itself; notes stay. */
  public static Edit layOut() {
    return new Edit(
        Texts.get("edit.layOut"),
        document ->
            document.withDiagram(
                Placements.complete(
                    document.design(), Diagram.EMPTY.withNotes(document.diagram().notes()))));
  }

  /** Puts a note on the canvas and selects it. */
  public static Edit addNote(Rect bounds, String text) {
    return new Edit(
        Texts.get("edit.note"),
        null,
        document -> {
          Id id = new FreeIds(document).next("note");
          return Edit.Result.selecting(
              withNote(document, id, new Diagram.Note(bounds, text)), List.of(id));
        });
  }

  private static Document withNote(Document document, Id id, Diagram.Note note) {
    SortedMap<Id, Diagram.Note> notes = new TreeMap<>(document.diagram().notes());
    notes.put(id, note);
    return document.withDiagram(document.diagram().withNotes(notes));
  }

  /** Puts elements in line, with those that reach furthest. */
  public static Edit align(Document now, Collection<Id> ids, Alignment alignment) {
    List<Id> all = List.copyOf(ids);
    return new Edit(
        Texts.get("edit.align", Words.subject(now, all)),
        document -> aligned(document, all, alignment));
  }

  private static Document aligned(Document document, List<Id> ids, Alignment alignment) {
    SortedMap<Id, Rect> bounds = Arranging.bounds(document, ids);
    Rect all = bounds.values().stream().reduce(Rect::union).orElse(null);
    if (all == null) {
      return document;
    }
    Document result = document;
    for (Map.Entry<Id, Rect> e : bounds.entrySet()) {
      Rect r = e.getValue();
      double dx =
          switch (alignment) {
            case LEFT -> all.x() - r.x();
            case CENTER -> all.center().x() - r.center().x();
            case RIGHT -> all.right() - r.right();
            default -> 0;
          };
      double dy =
          switch (alignment) {
            case TOP -> all.y() - r.y();
            case MIDDLE -> all.center().y() - r.center().y();
            case BOTTOM -> all.bottom() - r.bottom();
            default -> 0;
          };
      result = Arranging.moved(result, List.of(e.getKey()), dx, dy);
    }
    return result;
  }

  /** Spreads three elements or more so that the gaps between them are equal. */
  public static Edit distribute(Document now, Collection<Id> ids, Axis axis) {
    List<Id> all = List.copyOf(ids);
    return new Edit(
        Texts.get("edit.distribute", Words.subject(now, all)),
        document -> distributed(document, all, axis));
  }

  private static Document distributed(Document document, List<Id> ids, Axis axis) {
    boolean across = axis == Axis.HORIZONTAL;
    List<Map.Entry<Id, Rect>> sorted = new ArrayList<>(Arranging.bounds(document, ids).entrySet());
    if (sorted.size() < 3) {
      return document;
    }
    sorted.sort(
        Comparator.comparingDouble(
            e -> across ? e.getValue().center().x() : e.getValue().center().y()));
    double sizes =
        sorted.stream()
            .mapToDouble(e -> across ? e.getValue().width() : e.getValue().height())
            .sum();
    Rect first = sorted.getFirst().getValue();
    Rect last = sorted.getLast().getValue();
    double span = across ? last.right() - first.x() : last.bottom() - first.y();
    double gap = (span - sizes) / (sorted.size() - 1);
    double at = across ? first.x() : first.y();
    Document result = document;
    for (Map.Entry<Id, Rect> e : sorted) {
      Rect r = e.getValue();
      double by = at - (across ? r.x() : r.y());
      result = Arranging.moved(result, List.of(e.getKey()), across ? by : 0, across ? 0 : by);
      at += gap + (across ? r.width() : r.height());
    }
    return result;
  }
}
