package mcx.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.catalog.Catalog;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.inet.Asn;
import mcx.inet.Prefix;

/** A change in the making: the design so far, and what was made on the way. */
final class Draft {

  private final Catalog catalog;
  private final List<Id> created = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private Design design;

  Draft(Design design, Catalog catalog) {
    this.design = design;
    this.catalog = catalog;
  }

  Design design() {
    return design;
  }

  Catalog catalog() {
    return catalog;
  }

  /** Adds a new element. */
  <E extends Element> E add(E element) {
    design = design.with(element);
    created.add(element.id());
    return element;
  }

  /** Adds a new link. */
  <L extends Link> L add(L link) {
    design = design.with(link);
    created.add(link.id());
    return link;
  }

  /** Puts a changed element in the place of the one with its id. */
  void replace(Element element) {
    design = design.with(element);
  }

  /** Puts a changed link in the place of the one with its id. */
  void replace(Link link) {
    design = design.with(link);
  }

  /** Tells of something that was changed rather than made. */
  void remark(String text) {
    if (!remarks.contains(text)) {
      remarks.add(text);
    }
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  Id id(String stem) {
    return design.freeId(stem);
  }

  /** The name with a number behind it, the first that no element has. */
  String numbered(String name) {
    Set<String> names = names();
    int n = 1;
    while (names.contains(name + " " + n)) {
      n++;
    }
    return name + " " + n;
  }

  /** The name itself, or with a number from 2 on where some element has it already. */
  String named(String name) {
    Set<String> names = names();
    String free = name;
    for (int n = 2; names.contains(free); n++) {
      free = name + " " + n;
    }
    return free;
  }

  private Set<String> names() {
    return design.elements().values().stream()
        .map(Element::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Asn asn(long first) {
    return Spare.asn(design, catalog, first);
  }

  Prefix prefix(String first) {
    return Spare.prefix(design, Prefix.of(first));
  }

  /** What was made, elements and links, in order. */
  List<Object> made() {
    List<Object> made = new ArrayList<>();
    for (Id id : created) {
      Element element = design.element(id);
      made.add(element != null ? element : java.util.Objects.requireNonNull(design.link(id)));
    }
    return made;
  }

  Change change(Id main) {
    return new Change(design, created, main);
  }
}
