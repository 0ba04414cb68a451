package mcx.compile;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.catalog.Catalog;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.Origin;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** What all steps of one compilation share. */
final class Context {

  final Design design;
  final Catalog catalog;
  final Blueprint net = new Blueprint();
  final Notes notes = new Notes();
  final Addressing addresses;
  final SortedMap<Id, VrfId> sites = new TreeMap<>();

  private final Map<Class<?>, List<?>> byKind = new HashMap<>();
  private @Nullable List<Served.Joint> joints;
  private @Nullable Map<Id, Gateway> routeServers;

  Context(Design whole, Catalog catalog) {
    this.catalog = catalog;
    Design drawn = whole.withoutPrefixLists();
    List<Link> circles = drawn.links().values().stream().filter(l -> l.a().equals(l.b())).toList();
    this.design =
        circles.isEmpty() ? drawn : drawn.without(circles.stream().map(Link::id).toList());
    for (Link link : circles) {
      notes.warning(
          "",
          "",
          "“"
              + (link.name().isEmpty() ? link.id() : link.name())
              + "” joins "
              + label(link.a())
              + " with itself, so it carries nothing. Lead one end elsewhere.",
          link.id());
    }
    this.addresses = new Addressing(design);
  }

  /** All elements of a kind, in the order of their ids; looked up once. */
  @SuppressWarnings("unchecked")
  <E extends Element> List<E> elements(Class<E> kind) {
    return (List<E>) byKind.computeIfAbsent(kind, k -> design.all(kind));
  }

  /** All links of a kind, in the order of their ids; looked up once. */
  @SuppressWarnings("unchecked")
  <L extends Link> List<L> links(Class<L> kind) {
    return (List<L>) byKind.computeIfAbsent(kind, k -> design.allLinks(kind));
  }

  /** How virtual networks are joined to gateways; looked up once. */
  List<Served.Joint> joints() {
    List<Served.Joint> known = joints;
    if (known == null) {
      known = Served.joints(this);
      joints = known;
    }
    return known;
  }

  /** Azure's Route Servers, by the networks and gateways that they stand beside; looked up once. */
  Map<Id, Gateway> routeServers() {
    Map<Id, Gateway> known = routeServers;
    if (known == null) {
      known = AzureRouteServer.all(this);
      routeServers = known;
    }
    return known;
  }

  /** These elements and links, and all that holds them: what must not fail for them to be up. */
  Set<Origin> around(@Nullable Id... ids) {
    Set<Origin> all = new LinkedHashSet<>();
    for (Id id : ids) {
      if (id != null) {
        collect(id, all);
      }
    }
    return all;
  }

  private void collect(Id id, Set<Origin> into) {
    into.add(Origin.of(id));
    if (!id.owner().equals(id)) {
      collect(id.owner(), into);
      return;
    }
    Element element = design.element(id);
    if (element == null) {
      return;
    }
    design.ancestors(id).forEach(e -> into.add(Origin.of(e.id())));
    if (element instanceof Circuit circuit && circuit.peeringLocation() != null) {
      collect(circuit.peeringLocation(), into);
    }
  }

  /** Both sets. */
  static Set<Origin> union(Set<Origin> one, Set<Origin> two) {
    Set<Origin> all = new LinkedHashSet<>(one);
    all.addAll(two);
    return all;
  }

  /** What people call the element or link: its name in quotes, or its id where it has none. */
  String label(Id id) {
    Element element = design.element(id);
    Link link = design.link(id);
    String name = element != null ? element.name() : link != null ? link.name() : "";
    if (name.isEmpty() && link != null) {
      return "the link from " + label(link.a()) + " to " + label(link.b());
    }
    return "“" + (name.isEmpty() ? id : name) + "”";
  }

  /** The name of the element, or its id where it has none. */
  String name(Element element) {
    return element.name().isEmpty() ? element.id().value() : element.name();
  }

  /** The vendor of the cloud that holds this element; empty where none does. */
  String vendor(@Nullable Id id) {
    Cloud cloud = design.within(id, Cloud.class);
    return cloud == null ? "" : cloud.vendor();
  }

  /** All prefixes of these ranges, in order. */
  static List<Prefix> prefixes(List<PrefixRange> ranges) {
    return ranges.stream().flatMap(PrefixRange::stream).toList();
  }

  /** The smallest of the speeds that are known; 0 if none is. */
  static int narrowest(int... mbps) {
    int least = 0;
    for (int speed : mbps) {
      if (speed > 0 && (least == 0 || speed < least)) {
        least = speed;
      }
    }
    return least;
  }
}
