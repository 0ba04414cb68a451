package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.StaticRoute;
import mcx.design.VirtualNetwork;
import mcx.network.Propagation;
import mcx.network.Segment;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Routes by hand, at routers and in route tables, once all that they may lead over is known. */
final class StaticRoutes {

  private final Context c;
  private final Gateways gateways;
  private final RefusedRoutes refused;
  private final PrefixListRoutes lists;

  StaticRoutes(Context c, Gateways gateways) {
    this.c = c;
    this.gateways = gateways;
    this.refused = new RefusedRoutes(c, gateways);
    this.lists = new PrefixListRoutes(c, gateways);
  }

  /** Where a route leads: the next table, and the segment to it where there is one. */
  private record Way(VrfId nextHop, @Nullable String segment) {}

  void compile() {
    for (Router router : c.elements(Router.class)) {
      for (StaticRoute route : router.staticRoutes()) {
        add(VrfId.of(router.id().value()), route, router.id());
      }
    }
    for (RouteTable table : c.elements(RouteTable.class)) {
      noteOneTable(table);
      for (VrfId holder : holders(table)) {
        for (StaticRoute route : table.routes()) {
          if (!isRefused(table, holder, route)) {
            add(holder, route, table.id());
          }
        }
        lists.at(holder, table).stream()
            .filter(r -> !isRefused(table, holder, r))
            .forEach(r -> add(holder, r, table.id()));
      }
    }
  }

  private boolean isRefused(RouteTable table, VrfId at, StaticRoute route) {
    Element holder = c.design.element(Id.of(at.node()));
    if (holder == null) {
      return false;
    }
    RefusedRoutes.Refusal refusal = refused.refusal(holder, route);
    if (refusal == null) {
      return false;
    }
    c.notes.error(
        refusal.rule(),
        refusal.source(),
        "The route to "
            + route.prefix()
            + " of "
            + c.label(table.id())
            + " is refused: "
            + refusal.reason()
            + ".",
        table.id(),
        holder.id());
    return true;
  }

  /** The table of a gateway that a drawn one stands for; null where it is no gateway's. */
  private @Nullable VrfId ofGateway(RouteTable table) {
    GatewayEnd gateway = gateways.get(table.parent());
    return gateway == null ? null : gateway.tables().of(table);
  }

  /** Where the vendor has one table for all, or the table is a virtual network's. */
  private void noteOneTable(RouteTable table) {
    GatewayEnd gateway = gateways.get(table.parent());
    if (gateway != null && gateway.tables().drawn().contains(table)) {
      return;
    }
    if (!table.propagations().isEmpty()
        || table.associations().stream().anyMatch(id -> c.design.link(id) != null)) {
      c.notes.info(
          "",
          "",
          "The routes of "
              + c.label(table.id())
              + " count, its propagations and associations of links do not. Whoever is joined to the"
              + " gateway or network shares one table, so nothing is kept apart by it.",
          table.id());
    }
  }

  /** The tables that a route table stands for: of its gateway, or of the networks that use it. */
  private Set<VrfId> holders(RouteTable table) {
    Set<VrfId> holders = new LinkedHashSet<>();
    VrfId own = ofGateway(table);
    if (own != null) {
      return Set.of(own);
    }
    List<Id> candidates = new ArrayList<>(table.associations());
    if (table.parent() != null) {
      candidates.add(table.parent());
    }
    for (Id id : candidates) {
      Element element = c.design.element(id);
      if (c.design.link(id) instanceof NetworkAttachment link) {
        element = c.design.element(link.a());
      }
      if (element instanceof VirtualNetwork network) {
        holders.addAll(GoogleNetworks.tables(c, network));
      } else if (element instanceof Gateway) {
        holders.add(VrfId.of(element.id().value()));
      }
    }
    if (holders.isEmpty() && !(table.routes().isEmpty() && table.listRoutes().isEmpty())) {
      c.notes.warning(
          "",
          "",
          c.label(table.id())
              + " belongs to no virtual network or gateway, so its routes count for nothing."
              + " Associate it with one.",
          table.id());
    }
    return holders;
  }

  private void add(VrfId at, StaticRoute route, Id owner) {
    TableDraft table = c.net.table(at);
    if (table == null) {
      return;
    }
    Id via = route.via();
    Integer drawn = route.distance();
    int distance = drawn == null ? Distances.STATIC : drawn;
    if (via == null) {
      table.add(new Vrf.StaticRoute(route.prefix(), null, null, distance, route.redistribute()));
      return;
    }
    List<Way> ways = ways(at, via);
    if (ways.isEmpty()) {
      c.notes.warning(
          "",
          "",
          "The route to "
              + route.prefix()
              + " of "
              + c.label(owner)
              + " leads over "
              + c.label(via)
              + ", which does not join it to anything. Choose a link or neighbour of it.",
          owner,
          via);
    }
    for (Way way : ways) {
      table.add(
          new Vrf.StaticRoute(
              route.prefix(), way.nextHop(), way.segment(), distance, route.redistribute()));
    }
  }

  private List<Way> ways(VrfId at, Id via) {
    Set<Way> ways = new LinkedHashSet<>();
    for (Segment segment : c.net.segments()) {
      if (isPartOf(segment.a(), at) || isPartOf(segment.b(), at)) {
        VrfId other = isPartOf(segment.a(), at) ? segment.b() : segment.a();
        if (isOf(segment.origin().id(), via) || isOf(other.node(), via)) {
          ways.add(new Way(other, segment.id()));
        }
      }
    }
    if (!ways.isEmpty()) {
      return List.copyOf(ways);
    }
    Link link = c.design.link(via);
    for (Propagation p : c.net.propagations()) {
      boolean along = link != null && isOf(p.origin().id(), via);
      if (isPartOf(p.to(), at) && (along || isOf(p.from().node(), via))) {
        ways.add(new Way(p.from(), null));
      } else if (!at.equals(p.from()) && isPartOf(p.from(), at) && along) {
        // An attachment that a table knows by no route of its own.
        ways.add(new Way(p.to(), null));
      }
    }
    return List.copyOf(ways);
  }

  /** Whether a table is this one, or of the same gateway and speaks for it. */
  private boolean isPartOf(VrfId table, VrfId at) {
    if (table.equals(at)) {
      return true;
    }
    Id node = Id.of(table.node()).owner();
    GatewayEnd gateway = node.value().equals(at.node()) ? gateways.get(node) : null;
    return gateway != null && gateway.tables().areSeparate();
  }

  /** Whether an id is the one asked for, or a part of it. */
  private static boolean isOf(String id, Id asked) {
    return id.equals(asked.value()) || id.startsWith(asked.value() + "/");
  }
}
