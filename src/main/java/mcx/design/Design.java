package mcx.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that the architect drew. Immutable and well-formed: ids are unique, every parent and every
 * link's end exists, no element holds itself.
 *
 * @param name the title
 * @param elements by id, in the order of their ids
 * @param links by id, in the order of their ids
 * @param intents what should hold, in the order of their ids
 * @param mutes findings that are accepted, in the order of their ids
 * @param prefixLists lists of prefixes that policies name
 */
public record Design(
    String name,
    SortedMap<Id, Element> elements,
    SortedMap<Id, Link> links,
    SortedMap<Id, Intent> intents,
    SortedMap<Id, Mute> mutes,
    PrefixLists prefixLists) {

  /** A design with nothing in it. */
  public static final Design EMPTY =
      new Design(
          "", new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), PrefixLists.NONE);

  /**
   * @throws InvalidDesignException if an id is used twice, or a reference leads to nothing
   */
  public Design {
    name = Checks.name(name);
    elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
    links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
    intents = Collections.unmodifiableSortedMap(new TreeMap<>(intents));
    mutes = Collections.unmodifiableSortedMap(new TreeMap<>(mutes));
    check(elements, links, intents);
    checkLists(elements, links, prefixLists);
  }

  public static Design of(
      String name,
      Collection<? extends Element> elements,
      Collection<? extends Link> links,
      Collection<Intent> intents) {
    SortedMap<Id, Element> e = new TreeMap<>();
    for (Element element : elements) {
      if (e.put(element.id(), element) != null) {
        throw usedTwice(element.id());
      }
    }
    SortedMap<Id, Link> l = new TreeMap<>();
    for (Link link : links) {
      if (l.put(link.id(), link) != null) {
        throw usedTwice(link.id());
      }
    }
    SortedMap<Id, Intent> i = new TreeMap<>();
    for (Intent intent : intents) {
      if (i.put(intent.id(), intent) != null) {
        throw usedTwice(intent.id());
      }
    }
    return new Design(name, e, l, i, new TreeMap<>(), PrefixLists.NONE);
  }

  private static InvalidDesignException usedTwice(Id id) {
    return new InvalidDesignException(
        "The id “" + id + "” is used twice. Give one of the two another.", id);
  }

  private static void checkLists(
      SortedMap<Id, Element> elements, SortedMap<Id, Link> links, PrefixLists lists) {
    for (Element element : elements.values()) {
      for (ListName name : PrefixLists.namedBy(element)) {
        if (!lists.byName().containsKey(name)) {
          throw new InvalidDesignException(
              "“"
                  + element.id()
                  + "” refers to the prefix list “"
                  + name
                  + "”, and there is none. Add it to the design’s prefix lists.",
              element.id());
        }
      }
    }
    for (Link link : links.values()) {
      for (ListName name : PrefixLists.namedBy(link)) {
        if (!lists.byName().containsKey(name)) {
          throw new InvalidDesignException(
              "A policy of “"
                  + link.id()
                  + "” names the prefix list “"
                  + name
                  + "”, and there is none. Add it to the design’s prefix lists.",
              link.id());
        }
      }
    }
  }

  private static void check(
      SortedMap<Id, Element> elements, SortedMap<Id, Link> links, SortedMap<Id, Intent> intents) {
    for (Map.Entry<Id, Element> entry : elements.entrySet()) {
      Element element = entry.getValue();
      if (!entry.getKey().equals(element.id())) {
        throw new InvalidDesignException(
            "“" + element.id() + "” is filed under “" + entry.getKey() + "”.", element.id());
      }
      Id parent = element.parent();
      if (parent != null) {
        Set<Id> above = new HashSet<>(Set.of(element.id()));
        while (parent != null) {
          if (!above.add(parent)) {
            throw new InvalidDesignException(
                "“" + element.id() + "” holds itself. Give it another parent.", element.id());
          }
          Element holder = elements.get(parent);
          if (holder == null) {
            throw missing("parent", element.id(), parent);
          }
          parent = holder.parent();
        }
      }
      for (Id reference : References.of(element)) {
        if (!elements.containsKey(reference) && !links.containsKey(reference.owner())) {
          throw missing("reference", element.id(), reference);
        }
      }
    }
    for (Map.Entry<Id, Link> entry : links.entrySet()) {
      Link link = entry.getValue();
      if (!entry.getKey().equals(link.id())) {
        throw new InvalidDesignException(
            "“" + link.id() + "” is filed under “" + entry.getKey() + "”.", link.id());
      }
      if (elements.containsKey(link.id())) {
        throw usedTwice(link.id());
      }
      for (Id end : List.of(link.a(), link.b())) {
        if (!elements.containsKey(end)) {
          throw missing("end", link.id(), end);
        }
      }
      for (Id reference : References.of(link)) {
        if (!elements.containsKey(reference)) {
          throw missing("reference", link.id(), reference);
        }
      }
    }
    for (Intent intent : intents.values()) {
      for (Id site : List.of(intent.from(), intent.to())) {
        if (!elements.containsKey(site)) {
          throw missing("site", intent.id(), site);
        }
      }
      for (Id thing : intent.things()) {
        if (!elements.containsKey(thing) && !links.containsKey(thing.owner())) {
          throw missing("reference", intent.id(), thing);
        }
      }
    }
  }

  private static InvalidDesignException missing(String what, Id holder, Id missing) {
    return new InvalidDesignException(
        "The "
            + what
            + " “"
            + missing
            + "” of “"
            + holder
            + "” does not exist. Name one that does, or remove “"
            + holder
            + "”.",
        holder);
  }

  public @Nullable Element element(@Nullable Id id) {
    return id == null ? null : elements.get(id);
  }

  public @Nullable Link link(@Nullable Id id) {
    return id == null ? null : links.get(id);
  }

  /** The element with this id, if there is one and it is of this kind. */
  public <E extends Element> @Nullable E element(@Nullable Id id, Class<E> kind) {
    Element found = element(id);
    return kind.isInstance(found) ? kind.cast(found) : null;
  }

  /** All elements of a kind, in the order of their ids. */
  public <E extends Element> List<E> all(Class<E> kind) {
    return elements.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All links of a kind, in the order of their ids. */
  public <L extends Link> List<L> allLinks(Class<L> kind) {
    return links.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The elements that name this one as their parent, in the order of their ids. */
  public List<Element> children(@Nullable Id parent) {
    return elements.values().stream()
        .filter(e -> parent == null ? e.parent() == null : parent.equals(e.parent()))
        .toList();
  }

  /** The element's parent, that one's parent, and so on; nearest first. */
  public List<Element> ancestors(Id id) {
    List<Element> above = new ArrayList<>();
    Element at = elements.get(id);
    while (at != null && at.parent() != null) {
      at = elements.get(at.parent());
      if (at != null) {
        above.add(at);
      }
    }
    return above;
  }

  /** The nearest ancestor of a kind; the element itself counts. */
  public <E extends Element> @Nullable E within(@Nullable Id id, Class<E> kind) {
    Element at = element(id);
    while (at != null) {
      if (kind.isInstance(at)) {
        return kind.cast(at);
      }
      at = element(at.parent());
    }
    return null;
  }

  /** The element's children, their children, and so on, without itself. */
  public SortedSet<Id> descendants(Id id) {
    SortedSet<Id> below = new TreeSet<>();
    Deque<Id> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      Id at = open.pop();
      for (Element e : elements.values()) {
        if (at.equals(e.parent()) && below.add(e.id())) {
          open.push(e.id());
        }
      }
    }
    return below;
  }

  /** The links that end at this element, in the order of their ids. */
  public List<Link> linksOf(Id element) {
    return links.values().stream().filter(l -> l.joins(element)).toList();
  }

  /** This design with the element added, or put in the place of the one with its id. */
  public Design with(Element element) {
    return with(List.of(element), List.of());
  }

  /** This design with the link added, or put in the place of the one with its id. */
  public Design with(Link link) {
    return with(List.of(), List.of(link));
  }

  /** This design with all of these added or replaced. */
  public Design with(
      Collection<? extends Element> moreElements, Collection<? extends Link> moreLinks) {
    SortedMap<Id, Element> e = new TreeMap<>(elements);
    moreElements.forEach(x -> e.put(x.id(), x));
    SortedMap<Id, Link> l = new TreeMap<>(links);
    moreLinks.forEach(x -> l.put(x.id(), x));
    return new Design(name, e, l, intents, mutes, prefixLists);
  }

  public Design withName(String newName) {
    return new Design(newName, elements, links, intents, mutes, prefixLists);
  }

  public Design withIntents(SortedMap<Id, Intent> newIntents) {
    return new Design(name, elements, links, newIntents, mutes, prefixLists);
  }

  public Design withMutes(SortedMap<Id, Mute> newMutes) {
    return new Design(name, elements, links, intents, newMutes, prefixLists);
  }

  public Design withPrefixLists(PrefixLists newLists) {
    return new Design(name, elements, links, intents, mutes, newLists);
  }

  /**
   * The same design with each prefix list written out where a policy names it; those that route
   * tables refer to are left.
   */
  public Design withoutPrefixLists() {
    if (prefixLists.isEmpty()) {
      return this;
    }
    SortedMap<Id, Link> plain = new TreeMap<>(links);
    plain.replaceAll((id, link) -> prefixLists.inlined(link));
    PrefixLists left = prefixLists.usedBy(elements.values(), List.of());
    return new Design(name, elements, plain, intents, mutes, left);
  }

  /**
   * This design without these elements and links, and without what cannot be without them: what the
   * elements hold, links that end there, intents and mutes that speak of them; other references to
   * them are cleared.
   */
  public Design without(Collection<Id> ids) {
    Set<Id> gone = new HashSet<>(ids);
    for (Id id : ids) {
      if (elements.containsKey(id)) {
        gone.addAll(descendants(id));
      }
    }
    links.values().stream()
        .filter(l -> gone.contains(l.a()) || gone.contains(l.b()))
        .forEach(l -> gone.add(l.id()));
    SortedMap<Id, Element> e = new TreeMap<>(elements);
    e.keySet().removeAll(gone);
    e.replaceAll((id, element) -> References.without(element, gone));
    SortedMap<Id, Link> l = new TreeMap<>(links);
    l.keySet().removeAll(gone);
    l.replaceAll((id, link) -> References.without(link, gone));
    SortedMap<Id, Intent> i = new TreeMap<>(intents);
    i.values().removeIf(x -> gone.stream().anyMatch(x::names));
    SortedMap<Id, Mute> m = new TreeMap<>(mutes);
    m.values().removeIf(x -> gone.stream().anyMatch(x::names));
    return new Design(name, e, l, i, m, prefixLists);
  }

  /** An id that nothing uses yet: the stem, or the stem with a number from 2 on. */
  public Id freeId(String stem) {
    String base = stem.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    base = base.replaceAll("^-+|-+$", "");
    if (base.isEmpty()) {
      base = "x";
    }
    if (base.length() > 80) {
      base = base.substring(0, 80);
    }
    Id id = new Id(base);
    for (int n = 2; elements.containsKey(id) || links.containsKey(id); n++) {
      id = new Id(base + "-" + n);
    }
    return id;
  }
}
