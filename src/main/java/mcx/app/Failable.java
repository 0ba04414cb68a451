package mcx.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Names;
import mcx.analysis.fallback.Together;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Origin;

/**
 * What can fail: every element and link of a design, the parts that its network depends on, and
 * places that fail together.
 */
final class Failable {

  private final Directory<Id> directory = new Directory<>();
  private final Design design;

  Failable(Design design, Network network) {
    this.design = design;
    SortedSet<Id> ids = new TreeSet<>(design.elements().keySet());
    ids.addAll(design.links().keySet());
    List<Origin> origins = new ArrayList<>();
    network.nodes().values().forEach(n -> origins.addAll(n.dependsOn()));
    network.segments().forEach(s -> origins.addAll(s.dependsOn()));
    network.sessions().forEach(s -> origins.addAll(s.dependsOn()));
    network.propagations().forEach(p -> origins.addAll(p.dependsOn()));
    network.vpnDomains().forEach(d -> origins.add(d.origin()));
    origins.forEach(o -> ids.add(Id.of(o.id())));
    for (Id id : ids) {
      Set<String> names = names(design, id);
      Node node = network.node(id.value());
      if (node != null) {
        names.add(node.name());
      }
      directory.add(id, List.of(id.value()), Names.of(design, id), names);
    }
    for (mcx.analysis.fallback.Failable group : Together.of(design)) {
      String plain = group.id().value().replace('/', ' ');
      directory.add(
          group.id(), List.of(group.id().value()), group.label(), List.of(group.label(), plain));
    }
  }

  /**
   * What is down when what is called so fails: itself, or all places that fail together.
   *
   * @throws BadInputException as {@link #find}
   */
  Collection<Id> down(String text) {
    return Together.expanded(design, find(text));
  }

  /**
   * What is called so. A text that is no name is taken as several, with commas between them.
   *
   * @throws BadInputException if something in it can be nothing or several things
   */
  List<Id> find(String text) {
    List<Id> whole = directory.all(text);
    if (whole.size() == 1 || text.indexOf(',') < 0) {
      return List.of(one(text));
    }
    List<Id> found = new ArrayList<>();
    List<String> pieces = List.of(text.split(","));
    int at = 0;
    while (at < pieces.size()) {
      int end = pieces.size();
      // A name may hold commas itself, so as many pieces as make one belong together.
      while (end > at + 1 && directory.all(joined(pieces, at, end)).isEmpty()) {
        end--;
      }
      found.add(one(joined(pieces, at, end)));
      at = end;
    }
    return found;
  }

  /** Whether something is called so by its id or name as it stands. */
  boolean knows(String text) {
    return directory.knows(text);
  }

  private static String joined(List<String> pieces, int from, int to) {
    return String.join(",", pieces.subList(from, to)).strip();
  }

  private Id one(String text) {
    return directory.one(text, "the design has nothing called “" + text + "” that could fail.");
  }

  /** All that people call an element, a link or a part of one. */
  static Set<String> names(Design design, Id id) {
    Set<String> names = new LinkedHashSet<>();
    names.add(Names.of(design, id));
    String part = id.equals(id.owner()) ? "" : id.value().substring(id.owner().value().length());
    Element element = design.element(id.owner());
    if (element != null && !element.name().isBlank()) {
      names.add(element.name() + part);
    }
    Link link = design.link(id.owner());
    if (link != null) {
      names.add(own(design, link.a()) + " – " + own(design, link.b()) + part);
      names.add(own(design, link.b()) + " – " + own(design, link.a()) + part);
    }
    return names;
  }

  private static String own(Design design, Id id) {
    Element element = design.element(id);
    return element == null || element.name().isBlank() ? id.value() : element.name();
  }
}
