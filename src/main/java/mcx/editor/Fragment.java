package mcx.editor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import mcx.design.ListName;
import mcx.design.PrefixLists;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that was copied: elements with all they hold, the links among them, notes.
 *
 * @param elements in the order of their ids; a parent or reference may lead outside
 * @param links in the order of their ids; both ends are among the elements
 * @param lists the prefix lists that the policies of the links name
 * @param places the part of the diagram that is about them
 */
public record Fragment(
    List<Element> elements, List<Link> links, PrefixLists lists, Diagram places) {

  public Fragment {
    elements = List.copyOf(elements);
    links = List.copyOf(links);
  }

  /** What is copied when these are selected; links come along where both their ends do. */
  public static Fragment of(Document document, Collection<Id> selection) {
    Design design = document.design();
    SortedSet<Id> taken = new TreeSet<>();
    for (Id id : selection) {
      if (design.elements().containsKey(id)) {
        taken.add(id);
        taken.addAll(design.descendants(id));
      }
    }
    List<Link> links =
        design.links().values().stream()
            .filter(l -> taken.contains(l.a()) && taken.contains(l.b()))
            .toList();
    SortedSet<Id> gone = new TreeSet<>();
    Diagram diagram = document.diagram();
    Set<Id> kept = new TreeSet<>(taken);
    links.forEach(l -> kept.add(l.id()));
    kept.addAll(selection);
    gone.addAll(diagram.bounds().keySet());
    gone.addAll(diagram.bends().keySet());
    gone.addAll(diagram.notes().keySet());
    gone.removeAll(kept);
    List<Element> elements = taken.stream().map(id -> design.elements().get(id)).toList();
    return new Fragment(
        elements, links, design.prefixLists().usedBy(elements, links), diagram.without(gone));
  }

  /** All of a document. */
  public static Fragment of(Document document) {
    return new Fragment(
        List.copyOf(document.design().elements().values()),
        List.copyOf(document.design().links().values()),
        document.design().prefixLists(),
        document.diagram());
  }

  public boolean isEmpty() {
    return elements.isEmpty() && places.notes().isEmpty();
  }

  /** The fragment as a document of its own; what leads outside is cleared. */
  public Document toDocument() {
    return pastedInto(Document.EMPTY, 0, 0).document();
  }

  /** The smallest rectangle around it; null where nothing of it has a place. */
  public @Nullable Rect extent() {
    Rect all = null;
    for (Rect r : places.bounds().values()) {
      all = all == null ? r : all.union(r);
    }
    for (Diagram.Note n : places.notes().values()) {
      all = all == null ? n.bounds() : all.union(n.bounds());
    }
    return all;
  }

  /**
   * The document with a copy of the fragment in it, under ids of its own, moved by so much, and
   * selected. The outermost elements stay in the parent they had where the document has it.
   */
  Edit.Result pastedInto(Document target, double dx, double dy) {
    FreeIds free = new FreeIds(target);
    Map<Id, Id> renamed = new HashMap<>();
    elements.forEach(e -> renamed.put(e.id(), free.next(e.id().value())));
    links.forEach(l -> renamed.put(l.id(), free.next(l.id().value())));
    Design into = target.design();
    Rekeying rekeying =
        new Rekeying(
            id -> {
              Id copy = renamed.get(id);
              return copy != null
                  ? copy
                  : into.elements().containsKey(id) || into.links().containsKey(id) ? id : null;
            });
    SortedSet<Id> selected = new TreeSet<>();
    List<Element> newElements = new ArrayList<>();
    Map<ListName, ListName> listNames = listNames(into.prefixLists());
    for (Element e : elements) {
      Element copy = PrefixLists.renamed(rekeying.apply(e), listNames);
      Id parent = e.parent();
      if (parent == null || !renamed.containsKey(parent)) {
        copy = copy.withName(freeName(into, copy.name()));
        selected.add(copy.id());
      }
      newElements.add(copy);
    }
    PrefixLists allLists = into.prefixLists();
    for (Map.Entry<ListName, ListName> e : listNames.entrySet()) {
      allLists = allLists.with(e.getValue(), lists.byName().getOrDefault(e.getKey(), List.of()));
    }
    List<Link> newLinks =
        links.stream().map(rekeying::apply).map(l -> PrefixLists.renamed(l, listNames)).toList();
    Design design = into.withPrefixLists(allLists).with(newElements, newLinks);

    Diagram diagram = target.diagram();
    SortedMap<Id, Rect> bounds = new TreeMap<>();
    places.bounds().forEach((id, r) -> put(bounds, renamed.get(id), r.moved(dx, dy)));
    diagram = diagram.withBounds(bounds);
    for (Map.Entry<Id, List<Point>> bends : places.bends().entrySet()) {
      Id id = renamed.get(bends.getKey());
      if (id != null) {
        diagram =
            diagram.withBends(id, bends.getValue().stream().map(p -> p.plus(dx, dy)).toList());
      }
    }
    SortedMap<Id, Diagram.Note> notes = new TreeMap<>(diagram.notes());
    places
        .notes()
        .forEach(
            (id, note) -> {
              Id copy = free.next(id.value());
              notes.put(copy, new Diagram.Note(note.bounds().moved(dx, dy), note.text()));
              selected.add(copy);
            });
    return Edit.Result.selecting(
        target.withDesign(design).withDiagram(diagram.withNotes(notes)), selected);
  }

  /** What the lists are called there: as here, but where another list has that name. */
  private Map<ListName, ListName> listNames(PrefixLists there) {
    Map<ListName, ListName> names = new TreeMap<>();
    lists
        .byName()
        .forEach(
            (name, matches) -> {
              ListName free = name;
              for (int n = 2;
                  there.byName().containsKey(free) && !matches.equals(there.byName().get(free));
                  n++) {
                String suffix = "-" + n;
                String stem = name.value();
                free =
                    new ListName(
                        stem.substring(0, Math.min(stem.length(), 60 - suffix.length())) + suffix);
              }
              names.put(name, free);
            });
    return names;
  }

  private static <V> void put(Map<Id, V> map, @Nullable Id id, V value) {
    if (id != null) {
      map.put(id, value);
    }
  }

  /** The name itself where no element has it, else with a number after it. */
  private static String freeName(Design design, String name) {
    if (name.isBlank()) {
      return name;
    }
    Set<String> used = new TreeSet<>();
    design.elements().values().forEach(e -> used.add(e.name()));
    String base = name.replaceFirst(" [0-9]{1,6}$", "");
    String candidate = name;
    for (int n = 2; used.contains(candidate); n++) {
      candidate = base + " " + n;
    }
    return candidate.length() > 200 ? name : candidate;
  }
}
