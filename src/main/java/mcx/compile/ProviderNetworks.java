package mcx.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.PointOfPresence;
import mcx.design.ProviderEdge;
import mcx.design.Vrf;
import mcx.inet.Asn;
import mcx.inet.RouteTarget;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.VpnDomain;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Layer-3 providers: their edges with a table for each VRF, and the exchange between them. */
final class ProviderNetworks {

  /** The cost between two edges of one point of presence where none is given. */
  private static final int SAME_PLACE_COST = 1;

  private final Context c;
  private final Map<Id, List<Vrf>> vrfs = new TreeMap<>();

  /**
   * The table that a link ends in at a provider edge.
   *
   * @param table the table
   * @param asn the number that customers of the VRF see; null where none is known
   * @param vrf the VRF; null where the provider has none drawn
   */
  record Access(VrfId table, @Nullable Asn asn, @Nullable Vrf vrf) {}

  ProviderNetworks(Context c) {
    this.c = c;
    for (Layer3Provider provider : c.elements(Layer3Provider.class)) {
      compile(provider);
    }
    for (ProviderEdge edge : c.elements(ProviderEdge.class)) {
      if (c.design.within(edge.id(), Layer3Provider.class) == null) {
        node(edge).ownTable(null);
        c.notes.warning(
            "",
            "",
            c.label(edge.id())
                + " stands in no layer-3 provider, so it has no AS number and no VRF. Put it into"
                + " one.",
            edge.id());
      }
    }
  }

  private void compile(Layer3Provider provider) {
    List<ProviderEdge> edges =
        c.elements(ProviderEdge.class).stream()
            .filter(e -> provider.equals(c.design.within(e.id(), Layer3Provider.class)))
            .toList();
    List<Vrf> own =
        c.elements(Vrf.class).stream()
            .filter(v -> provider.equals(c.design.within(v.id(), Layer3Provider.class)))
            .toList();
    vrfs.put(provider.id(), own);
    if (provider.asn() == null && !edges.isEmpty()) {
      c.notes.error(
          "",
          "",
          c.label(provider.id())
              + " has no AS number, so its edges get no BGP sessions. Give it one.",
          provider.id());
    }
    List<VrfId> tables = new ArrayList<>();
    Targets targets = new Targets(provider, own);
    for (ProviderEdge edge : edges) {
      NodeDraft node = node(edge);
      if (own.isEmpty()) {
        Set<RouteTarget> all = Set.of(targets.common());
        tables.add(node.ownTable(provider.asn()).targets(all, all).id);
      }
      for (Vrf vrf : own) {
        Asn asn = vrf.asn() != null ? vrf.asn() : provider.asn();
        TableDraft table =
            node.addTable(
                new VrfId(edge.id().value(), vrf.id().value()),
                c.name(vrf),
                asn,
                Origin.of(vrf.id()));
        table.targets(targets.imports(vrf), targets.exports(vrf));
        tables.add(table.id);
      }
    }
    c.net.add(
        new VpnDomain(
            provider.id().value(),
            Origin.of(provider.id()),
            tables,
            costs(provider, edges),
            Layer3Provider.DEFAULT_IGP_COST));
  }

  private NodeDraft node(ProviderEdge edge) {
    return c.net.add(
        new NodeDraft(
            edge.id().value(),
            c.name(edge),
            Node.Kind.PROVIDER_EDGE,
            Origin.of(edge.id()),
            true,
            null,
            c.around(edge.id())));
  }

  private List<VpnDomain.Cost> costs(Layer3Provider provider, List<ProviderEdge> edges) {
    List<VpnDomain.Cost> costs = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      for (int j = i + 1; j < edges.size(); j++) {
        int cost = cost(provider, edges.get(i), edges.get(j));
        if (cost != Layer3Provider.DEFAULT_IGP_COST) {
          costs.add(new VpnDomain.Cost(edges.get(i).id().value(), edges.get(j).id().value(), cost));
        }
      }
    }
    return costs;
  }

  private int cost(Layer3Provider provider, ProviderEdge a, ProviderEdge b) {
    PointOfPresence placeA = c.design.within(a.id(), PointOfPresence.class);
    PointOfPresence placeB = c.design.within(b.id(), PointOfPresence.class);
    for (Layer3Provider.IgpCost given : provider.igpCosts()) {
      if (joins(given, a.id(), b.id())) {
        return given.cost();
      }
    }
    if (placeA == null || placeB == null) {
      return Layer3Provider.DEFAULT_IGP_COST;
    }
    if (placeA.equals(placeB)) {
      return SAME_PLACE_COST;
    }
    for (Layer3Provider.IgpCost given : provider.igpCosts()) {
      if (joins(given, placeA.id(), placeB.id())) {
        return given.cost();
      }
    }
    return Layer3Provider.DEFAULT_IGP_COST;
  }

  private static boolean joins(Layer3Provider.IgpCost cost, Id a, Id b) {
    return (cost.a().equals(a) && cost.b().equals(b)) || (cost.a().equals(b) && cost.b().equals(a));
  }

  /**
   * The table that a link ends in. Where a provider has several VRFs and the link names none, its
   * first is taken, and noted.
   */
  Access access(ProviderEdge edge, @Nullable Id vrf, Id link) {
    Layer3Provider provider = c.design.within(edge.id(), Layer3Provider.class);
    if (provider == null) {
      return new Access(VrfId.of(edge.id().value()), null, null);
    }
    List<Vrf> own = vrfs.getOrDefault(provider.id(), List.of());
    if (own.isEmpty()) {
      return new Access(VrfId.of(edge.id().value()), provider.asn(), null);
    }
    Vrf named = c.design.element(vrf, Vrf.class);
    if (named != null && !own.contains(named)) {
      c.notes.error(
          "",
          "",
          c.label(link)
              + " names "
              + c.label(named.id())
              + ", which is no VRF of "
              + c.label(provider.id())
              + ". Choose one of its own; until then the first is taken.",
          link);
      named = null;
    } else if (named == null && own.size() > 1) {
      c.notes.warning(
          "",
          "",
          c.label(link)
              + " names no VRF although "
              + c.label(provider.id())
              + " has several; "
              + c.label(own.getFirst().id())
              + " is taken. Choose the one that is meant.",
          link);
    }
    Vrf chosen = named != null ? named : own.getFirst();
    return new Access(
        new VrfId(edge.id().value(), chosen.id().value()),
        chosen.asn() != null ? chosen.asn() : provider.asn(),
        chosen);
  }

  /** An end of a session at the table, with what the VRF asks for. */
  static EndDraft end(Access access, Asn asn, mcx.design.BgpEnd drawn) {
    EndDraft end = new EndDraft(asn, drawn);
    Vrf vrf = access.vrf();
    return vrf == null ? end : end.allowAsIn(vrf.allowAsIn()).asOverride(vrf.asOverride());
  }

  /** The route targets of a provider's VRFs: as drawn, else one of its own for each. */
  private static final class Targets {
    private final Asn admin;
    private final Map<Id, RouteTarget> own = new TreeMap<>();

    Targets(Layer3Provider provider, List<Vrf> vrfs) {
      Asn asn = provider.asn();
      admin = asn == null ? Asn.of(0) : asn;
      Set<RouteTarget> used = new HashSet<>();
      for (Vrf vrf : vrfs) {
        used.addAll(vrf.imports());
        used.addAll(vrf.exports());
        if (vrf.distinguisher() != null) {
          used.add(vrf.distinguisher());
        }
      }
      long number = 1;
      for (Vrf vrf : vrfs) {
        RouteTarget made = new RouteTarget(admin, number++);
        while (!used.add(made)) {
          made = new RouteTarget(admin, number++);
        }
        own.put(vrf.id(), made);
      }
    }

    RouteTarget common() {
      return new RouteTarget(admin, 1);
    }

    Set<RouteTarget> imports(Vrf vrf) {
      return vrf.imports().isEmpty() && vrf.exports().isEmpty() ? only(vrf) : vrf.imports();
    }

    Set<RouteTarget> exports(Vrf vrf) {
      return vrf.imports().isEmpty() && vrf.exports().isEmpty() ? only(vrf) : vrf.exports();
    }

    private Set<RouteTarget> only(Vrf vrf) {
      RouteTarget target = own.get(vrf.id());
      return target == null ? Set.of() : Set.of(target);
    }
  }
}
