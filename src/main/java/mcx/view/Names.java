package mcx.view;

import java.util.ArrayList;
import java.util.List;
import mcx.analysis.Analysis;
import mcx.compile.Compiled;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.network.Node;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** What people call the things of a design and of its network. */
final class Names {

  private Names() {}

  /** The name of an element, a link, or a part of a link; its id where it has none. */
  static String of(Design design, Id id) {
    Id owner = id.owner();
    String name = ownName(design, owner);
    if (owner.equals(id)) {
      return name;
    }
    String key = id.value().substring(owner.value().length() + 1).replace('-', ' ');
    return name + " · " + key;
  }

  private static String ownName(Design design, Id id) {
    Element element = design.element(id);
    if (element != null) {
      return element.name().isEmpty() ? id.value() : element.name();
    }
    Link link = design.link(id);
    if (link != null) {
      return link.name().isEmpty()
          ? ownName(design, link.a()) + " – " + ownName(design, link.b())
          : link.name();
    }
    return id.value();
  }

  /** A site's name, after its cloud's where it is in one: {@code Azure · hub}. */
  static String site(Design design, Id site) {
    Cloud cloud = design.within(site, Cloud.class);
    String name = of(design, site);
    return cloud == null || cloud.id().equals(site) ? name : of(design, cloud.id()) + " · " + name;
  }

  /** A routing table's name: its router's, and the VRF's where there are several. */
  static String table(Analysis analysis, VrfId table) {
    return table(analysis.compiled(), table);
  }

  /** The same, where what follows from the routes need not be known. */
  static String table(Compiled compiled, VrfId table) {
    return mcx.analysis.Names.of(compiled.network(), table);
  }

  /** The design element of a network node, if it still is in the design. */
  static @Nullable Id element(Analysis analysis, String node) {
    Node found = analysis.compiled().network().node(node);
    return found == null ? null : idOrNull(found.element().id());
  }

  /** The names of several, with commas between them. */
  static String list(Design design, List<Id> ids) {
    List<String> names = new ArrayList<>();
    ids.forEach(id -> names.add(of(design, id)));
    return String.join(", ", names);
  }

  /** The kind of an element in words, such as {@code virtual network}. */
  static String kind(Element element) {
    return switch (element) {
      case Premises p -> Texts.get("kind." + p.kind());
      case Router r -> Texts.get("kind." + r.kind());
      default -> Texts.get("kind." + element.getClass().getSimpleName());
    };
  }

  private static @Nullable Id idOrNull(String value) {
    return value.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?") && value.length() <= 200
        ? new Id(value)
        : null;
  }
}
