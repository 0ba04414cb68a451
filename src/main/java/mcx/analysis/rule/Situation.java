package mcx.analysis.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.Analysis;
import mcx.analysis.Names;
import mcx.analysis.SessionFlow;
import mcx.analysis.SitePath;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Intent;
import mcx.design.Intent.IntentKind;
import mcx.design.Link;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.network.Network;
import mcx.network.Node;
import mcx.network.Session;
import mcx.network.VrfId;
import mcx.routing.Advertisement;
import mcx.routing.AdvertisementGroup;
import mcx.routing.Solution;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at: the design, its network, its routes, and what the architect wants, with the
 * questions that many rules ask. Used by one thread; what is worked out once is kept.
 */
public final class Situation {

  private final Analysis analysis;
  private final Map<Id, List<Session>> sessionsOf = new HashMap<>();
  private final Map<Id, List<SessionFlow>> flowsOf = new HashMap<>();
  private final Map<IntentKind, List<Intent>> intents = new EnumMap<>(IntentKind.class);
  private final Map<String, Id> elements = new HashMap<>();
  private @Nullable List<Told> loops;
  private @Nullable Sites sites;

  public Situation(Analysis analysis) {
    this.analysis = analysis;
    for (Session s : network().sessions()) {
      Id origin = Id.of(s.origin().id());
      sessionsOf.computeIfAbsent(origin, k -> new ArrayList<>()).add(s);
      if (!origin.owner().equals(origin)) {
        sessionsOf.computeIfAbsent(origin.owner(), k -> new ArrayList<>()).add(s);
      }
    }
    for (SessionFlow f : analysis.advertisements()) {
      flowsOf.computeIfAbsent(f.link(), k -> new ArrayList<>()).add(f);
      if (!f.link().owner().equals(f.link())) {
        flowsOf.computeIfAbsent(f.link().owner(), k -> new ArrayList<>()).add(f);
      }
    }
    for (Intent intent : design().intents().values()) {
      intents.computeIfAbsent(intent.kind(), k -> new ArrayList<>()).add(intent);
    }
  }

  public Analysis analysis() {
    return analysis;
  }

  public Design design() {
    return analysis.design();
  }

  public Catalog catalog() {
    return analysis.catalog();
  }

  public Network network() {
    return analysis.compiled().network();
  }

  public Solution solution() {
    return analysis.solution();
  }

  /** What people call an element, a link, or a part of one. */
  public String name(Id id) {
    return Names.of(design(), id);
  }

  // What is drawn

  public <E extends Element> List<E> all(Class<E> kind) {
    return design().all(kind);
  }

  public <L extends Link> List<L> links(Class<L> kind) {
    return design().allLinks(kind).stream().filter(l -> !isPlainTunnel(l)).toList();
  }

  /** Whether it is a tunnel without IPsec: what the rules say of VPNs does not hold of it. */
  static boolean isPlainTunnel(Link link) {
    return link instanceof VpnConnection vpn && vpn.mode() == VpnMode.GRE;
  }

  /** The gateways of a product, by the beginning of its catalog key. */
  public List<Gateway> gateways(String product) {
    return all(Gateway.class).stream().filter(g -> g.product().startsWith(product)).toList();
  }

  /** The circuits of a product, by the beginning of its catalog key. */
  public List<Circuit> circuits(String product) {
    return all(Circuit.class).stream().filter(c -> c.product().startsWith(product)).toList();
  }

  /** The catalog's product of a circuit or gateway; null for anything else, or where none is. */
  public @Nullable Product product(@Nullable Id id) {
    return switch (design().element(id)) {
      case Gateway g -> catalog().of(g);
      case Circuit c -> catalog().of(c);
      case null, default -> null;
    };
  }

  /** The AS number of a gateway: its own, else its product's; null where neither is known. */
  public @Nullable Asn asn(Gateway gateway) {
    Product product = catalog().of(gateway);
    if (gateway.asn() != null || product == null || product.asn() == null) {
      return gateway.asn();
    }
    return Asn.of(product.asn().value());
  }

  /** The key of the vendor in whose cloud it stands, such as {@code azure}; empty for none. */
  public String vendor(@Nullable Id id) {
    Cloud cloud = design().within(id, Cloud.class);
    return cloud == null ? "" : cloud.vendor();
  }

  // What the architect wants

  /** Whether some intent says that these two reach each other; what holds a site counts for it. */
  public boolean expects(Id a, Id b) {
    return speaks(IntentKind.REACH, a, b) || speaks(IntentKind.PREFER, a, b);
  }

  /** Whether some intent says that these two are kept apart. */
  public boolean isolates(Id a, Id b) {
    return speaks(IntentKind.ISOLATE, a, b);
  }

  /** The intents of a kind that speak of these two, in whichever direction. */
  public List<Intent> intents(IntentKind kind, Id a, Id b) {
    return intents.getOrDefault(kind, List.of()).stream().filter(i -> speaks(i, a, b)).toList();
  }

  private boolean speaks(IntentKind kind, Id a, Id b) {
    for (Intent intent : intents.getOrDefault(kind, List.of())) {
      if (speaks(intent, a, b)) {
        return true;
      }
    }
    return false;
  }

  private boolean speaks(Intent intent, Id a, Id b) {
    return (concerns(intent.from(), a) && concerns(intent.to(), b))
        || (concerns(intent.from(), b) && concerns(intent.to(), a));
  }

  /** Whether what an intent names is this, holds it, or stands in it. */
  private boolean concerns(Id named, Id thing) {
    return named.equals(thing)
        || design().ancestors(thing).stream().anyMatch(e -> e.id().equals(named))
        || design().ancestors(named).stream().anyMatch(e -> e.id().equals(thing));
  }

  // What the network does

  /** The sessions that a link, or a part of one, stands for. */
  public List<Session> sessions(Id link) {
    return sessionsOf.getOrDefault(link, List.of());
  }

  /** What is told over the sessions of a link, or of a part of one, in both directions. */
  public List<SessionFlow> flows(Id link) {
    return flowsOf.getOrDefault(link, List.of());
  }

  /** The prefixes that a cloud is told of over a link, or a part of one, whether it takes them. */
  public SortedSet<Prefix> toldToCloud(Id link) {
    SortedSet<Prefix> told = new TreeSet<>();
    for (SessionFlow flow : flows(link)) {
      if (flow.facesCloud() != null) {
        flow.routes().groups().stream()
            .filter(g -> g.outcome().sent())
            .forEach(g -> told.addAll(g.prefixes()));
      }
    }
    return told;
  }

  /** The element that a table belongs to. */
  public @Nullable Id elementOf(VrfId table) {
    Id known = elements.get(table.node());
    if (known != null) {
      return known;
    }
    Node node = network().node(table.node());
    if (node == null) {
      return null;
    }
    Id element = Id.of(node.element().id());
    elements.put(table.node(), element);
    return element;
  }

  /** What receivers refuse since their own AS number is in the path, inside clouds too. */
  public List<Told> loops() {
    if (loops == null) {
      List<Told> found = new ArrayList<>();
      for (SessionFlow flow : analysis.advertisements()) {
        for (AdvertisementGroup group : flow.routes().groups()) {
          if (group.outcome() == Advertisement.Outcome.REFUSED_LOOP) {
            found.add(new Told(flow, group));
          }
        }
      }
      loops = List.copyOf(found);
    }
    return loops;
  }

  /** Routes that are told on a session and differ in nothing but the prefix. */
  public record Told(SessionFlow flow, AdvertisementGroup routes) {}

  /** Which sites stand behind what. */
  public Sites sites() {
    if (sites == null) {
      sites = new Sites(this);
    }
    return sites;
  }

  /** How one site reaches another; null where one of the two is no site. */
  public @Nullable SitePath path(Id from, Id to) {
    return analysis.separation().path(from, to);
  }
}
