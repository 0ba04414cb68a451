package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.RouteSource;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.NetworkPeering;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Policy.Change;
import mcx.network.Policy.Statement;
import mcx.network.Propagation;
import mcx.network.VrfId;

/** Virtual networks: sites in clouds, their gateways, peerings and appliances. */
final class VirtualNetworks {

  private VirtualNetworks() {}

  /** Makes the sites. */
  static void sites(Context c) {
    for (VirtualNetwork network : c.elements(VirtualNetwork.class)) {
      NetworkTable table = NetworkTable.of(c, network);
      NodeDraft node =
          new NodeDraft(
              network.id().value(),
              c.name(network),
              Node.Kind.SITE,
              Origin.of(network.id()),
              true,
              null,
              c.around(network.id()));
      for (GoogleNetworks.Part part : GoogleNetworks.parts(c, network)) {
        TableDraft draft =
            part.name().isEmpty()
                ? node.ownTable(null)
                : node.addTable(part.table(), part.name(), null, null);
        draft.originate(part.prefixes()).choose(table.selection(), table.sharing());
      }
      c.net.add(node);
      joinParts(c, network);
      c.sites.put(network.id(), VrfId.of(network.id().value()));
      AzureServiceEndpoints.compile(c, network);
      if (Served.of(c, network).isEmpty()) {
        c.notes.warning(
            "",
            "",
            c.label(network.id())
                + " has no prefixes, so nothing of it is advertised. Give it an address range.",
            network.id());
      }
    }
  }

  /** The subnets of all regions are known in each. */
  private static void joinParts(Context c, VirtualNetwork network) {
    List<VrfId> tables = GoogleNetworks.tables(c, network);
    for (VrfId from : tables) {
      for (VrfId to : tables) {
        if (!from.equals(to)) {
          c.net.add(
              new Propagation(
                  network.id() + ":" + from + ">" + to,
                  from,
                  to,
                  Policies.OWN_ONLY,
                  Distances.NETWORK,
                  Origin.of(network.id()),
                  List.of(),
                  Set.of(),
                  null));
        }
      }
    }
  }

  /** Joins them to their gateways and to each other. */
  static void join(Context c, Gateways gateways) {
    for (Served.Joint joint : c.joints()) {
      GatewayEnd gateway = gateways.get(joint.gateway().id());
      if (gateway != null) {
        join(c, joint, gateway);
      }
    }
    for (NetworkPeering peering : c.links(NetworkPeering.class)) {
      VirtualNetwork a = c.design.element(peering.a(), VirtualNetwork.class);
      VirtualNetwork b = c.design.element(peering.b(), VirtualNetwork.class);
      if (a == null || b == null) {
        c.notes.warning(
            "",
            "",
            "The peering of "
                + c.label(peering.a())
                + " with "
                + c.label(peering.b())
                + " joins no two virtual networks, so it carries nothing.",
            peering.id());
        continue;
      }
      noteTransit(c, peering);
      peer(c, peering, a, b);
      peer(c, peering, b, a);
    }
  }

  private static void noteTransit(Context c, NetworkPeering peering) {
    boolean asked = peering.gatewayTransit() && peering.remoteGateway();
    if (asked && Served.refusesTransit(c, peering)) {
      c.notes.warning(
          "",
          "",
          "In this cloud "
              + c.label(peering.b())
              + " cannot use the gateways of "
              + c.label(peering.a())
              + ", so only the two networks reach each other. Attach a gateway to each.",
          peering.id());
    } else if (peering.remoteGateway() && !peering.gatewayTransit()) {
      c.notes.warning(
          "",
          "PEER",
          c.label(peering.b())
              + " is to use the gateways of "
              + c.label(peering.a())
              + ", which does not let it. Allow gateway transit on the peering.",
          peering.id());
    }
    Gateway own = Served.ownGateway(c, peering.b());
    if (asked && own != null && !Served.refusesTransit(c, peering)) {
      c.notes.error(
          "TRN-06",
          "PEER",
          c.label(peering.b())
              + " has a gateway of its own, "
              + c.label(own.id())
              + ", so it cannot use those of "
              + c.label(peering.a())
              + ". Choose one of the two.",
          peering.id(),
          peering.b(),
          own.id());
    }
  }

  /** A network that the catalog would have joined by a gateway in between is joined directly. */
  private static void noteMissingStep(Context c, Served.Joint joint, GatewayEnd gateway) {
    Product product = gateway.product();
    if (product == null || product.networksThrough().isEmpty()) {
      return;
    }
    Product between = c.catalog.product(product.networksThrough());
    c.notes.info(
        "",
        "",
        c.label(joint.network().id())
            + " is attached to "
            + c.label(joint.gateway().id())
            + " directly. It is taken as if there were a "
            + (between == null ? product.networksThrough() : between.name())
            + " between the two; draw one to set its AS number and allowed prefixes.",
        joint.by(),
        joint.network().id());
  }

  private static void join(Context c, Served.Joint joint, GatewayEnd gateway) {
    noteMissingStep(c, joint, gateway);
    for (VrfId site : GoogleNetworks.tables(c, joint.network())) {
      join(c, joint, gateway, site);
    }
  }

  private static void join(Context c, Served.Joint joint, GatewayEnd gateway, VrfId site) {
    VirtualNetwork network = joint.network();
    Id by = joint.by();
    boolean inside = by.equals(joint.gateway().id());
    List<Origin> drawn = inside ? List.of() : List.of(Origin.of(by));
    Set<Origin> dependsOn = c.around(by);
    if (c.design.link(by) instanceof NetworkPeering peering) {
      dependsOn = Context.union(dependsOn, c.around(peering.a()));
    }
    VrfId lookup = gateway.tables().lookup(by);
    String down = by + ":" + lookup + ">" + site;
    boolean told = false;
    for (VrfId entry : gateway.tables().entries(by)) {
      String up = by + ":" + site + ">" + entry;
      c.net.add(
          new Propagation(
              up,
              site,
              entry,
              arriving(gateway),
              gateway.behaviour().distance(RouteSource.NETWORK, gateway.product()),
              Origin.of(by),
              drawn,
              dependsOn,
              null));
      c.net.door(entry, Side.NETWORK, up, entry.equals(lookup) ? down : null);
      told |= entry.equals(lookup);
    }
    if (!told) {
      c.net.door(lookup, Side.NETWORK, null, down);
    }
    c.net.add(
        new Propagation(
            down,
            lookup,
            site,
            towards(c, network, gateway.behaviour().towardsNetwork(c, gateway)),
            Distances.LEARNED,
            Origin.of(by),
            drawn,
            dependsOn,
            null));
  }

  /** A gateway gets the network's own prefixes, ranked as its vendor ranks them. */
  private static Policy arriving(GatewayEnd gateway) {
    Change ranked = gateway.behaviour().arriving(RouteSource.NETWORK, gateway.product());
    return ranked.weight() == null
        ? Policies.OWN_ONLY
        : Policies.alsoSet(Policies.OWN_ONLY, Change.weight(ranked.weight()));
  }

  /** The network's own and peered ranges win against any route from outside, however specific. */
  private static Policy towards(Context c, VirtualNetwork network, Change change) {
    List<Statement> first = new ArrayList<>();
    Statement system =
        Policies.denyWithin(
            "The virtual network's own and peered ranges win against any other route",
            systemPrefixes(c, network));
    if (system != null) {
      first.add(system);
    }
    Statement services = AzureServiceEndpoints.refusal(c, network);
    if (services != null) {
      first.add(services);
    }
    return Policies.first(first, Policies.alsoSet(Policy.PERMIT, change));
  }

  private static Set<Prefix> systemPrefixes(Context c, VirtualNetwork network) {
    Set<Prefix> prefixes = new LinkedHashSet<>(Served.of(c, network));
    for (NetworkPeering peering : c.links(NetworkPeering.class)) {
      if (peering.joins(network.id())) {
        VirtualNetwork other = c.design.element(peering.other(network.id()), VirtualNetwork.class);
        if (other != null) {
          prefixes.addAll(Served.of(c, other));
        }
      }
    }
    return prefixes;
  }

  private static void peer(
      Context c, NetworkPeering peering, VirtualNetwork from, VirtualNetwork to) {
    for (VrfId here : GoogleNetworks.tables(c, from)) {
      for (VrfId there : GoogleNetworks.tables(c, to)) {
        c.net.add(
            new Propagation(
                peering.id() + ":" + here + ">" + there,
                here,
                there,
                Policies.OWN_ONLY,
                Distances.NETWORK,
                Origin.of(peering.id()),
                List.of(Origin.of(peering.id())),
                c.around(peering.id()),
                null));
      }
    }
  }

  /** The id of the propagation by which a network learns from an appliance in it. */
  static String toldByAppliance(Router router, VrfId network) {
    return router.id() + ":" + router.id() + ">" + network;
  }

  /** Joins an appliance to the virtual network it stands in. */
  static void joinAppliance(Context c, Router router, VirtualNetwork network) {
    for (VrfId site : GoogleNetworks.tables(c, network)) {
      joinAppliance(c, router, network, site);
    }
  }

  private static void joinAppliance(Context c, Router router, VirtualNetwork network, VrfId site) {
    VrfId table = VrfId.of(router.id().value());
    Gateway server = AzureRouteServer.of(c, network);
    c.net.add(
        new Propagation(
            router.id() + ":" + site + ">" + router.id(),
            site,
            table,
            Policies.OWN_ONLY,
            Distances.NETWORK,
            Origin.of(router.id()),
            List.of(),
            Set.of(),
            null));
    c.net.add(
        new Propagation(
            toldByAppliance(router, site),
            table,
            site,
            towards(
                c,
                network,
                server == null ? Change.NONE : AzureRouteServer.preferredAppliance(c, server)),
            server == null ? Distances.APPLIANCE : Distances.LEARNED,
            Origin.of(router.id()),
            List.of(),
            Set.of(),
            null));
  }
}
