package mcx.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mcx.catalog.AddressSet;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.catalog.RouteSource;
import mcx.design.BgpEnd;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.ConnectionRole;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Port;
import mcx.design.ProviderEdge;
import mcx.design.Router;
import mcx.design.Setting;
import mcx.inet.Asn;
import mcx.network.Node;
import mcx.network.Origin;
import mcx.network.Policy;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import mcx.network.Segment;
import mcx.network.Session;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/** Circuits: the cloud's edge routers, their connections to the other side, their gateways. */
final class Circuits {

  /** The cost of inner routing between two nodes of a cloud: one step, as any other. */
  static final int INNER_COST = 1;

  private final Context c;
  private final Gateways gateways;
  private final ProviderNetworks providers;
  private final Layer2Paths layer2;

  Circuits(Context c, Gateways gateways, ProviderNetworks providers, Layer2Paths layer2) {
    this.c = c;
    this.gateways = gateways;
    this.providers = providers;
    this.layer2 = layer2;
  }

  /**
   * The cloud's end of a connection.
   *
   * @param table the table that the session ends in
   * @param asn the number it shows; null where none is known
   * @param circuit the circuit
   * @param product its product; null where the catalog does not know it
   * @param gateway the gateway, where the session ends at it or its limits count as well
   * @param behaviour how the circuit acts
   */
  record CloudEnd(
      VrfId table,
      @Nullable Asn asn,
      Circuit circuit,
      @Nullable Product product,
      @Nullable GatewayEnd gateway,
      CircuitBehaviour behaviour) {

    /** What the session leads to, as seen from the table it ends in. */
    Side side(Context c, boolean interconnect) {
      if (behaviour.endsAtGateway() && gateway != null) {
        return gateway
            .behaviour()
            .side(c, gateway.gateway(), circuit, interconnect ? Side.INTERCONNECT : Side.CIRCUIT);
      }
      return Side.CUSTOMER;
    }
  }

  /** The other end of a connection. */
  private record FarEnd(
      VrfId table,
      @Nullable Asn asn,
      BgpEnd drawn,
      ProviderNetworks.@Nullable Access access,
      Id speaker,
      List<Origin> drawnAlong,
      Set<Origin> dependsOn,
      int bandwidthMbps,
      @Nullable TaggedEnd layer2) {}

  /** What the access link of a layer-2 path adds. */
  private record TaggedEnd(mcx.inet.@Nullable Prefix subnet) {}

  void compile() {
    for (Circuit circuit : c.elements(Circuit.class)) {
      noteIncomplete(circuit);
    }
    for (CircuitConnection link : c.links(CircuitConnection.class)) {
      Circuit circuit = c.design.element(link.a(), Circuit.class);
      if (circuit == null) {
        c.notes.warning(
            "",
            "",
            c.label(link.id()) + " starts at no circuit, so it carries nothing. Start it at one.",
            link.id());
      } else {
        connect(link, circuit);
      }
    }
    for (CircuitAttachment link : c.links(CircuitAttachment.class)) {
      attach(link);
    }
  }

  /** Whether the gateway lets its virtual networks pass the edges of its circuits. */
  private static boolean open(GatewayEnd gateway) {
    return gateway.behaviour().sideAtEdge() == Side.OPEN_GATEWAY;
  }

  private void noteIncomplete(Circuit circuit) {
    Id id = circuit.id();
    if (c.catalog.of(circuit) == null) {
      c.notes.info(
          "",
          "",
          "The catalog does not know “"
              + circuit.product()
              + "”, the product of "
              + c.label(id)
              + ". It is taken for a plain circuit. Choose a known product, or add this one to a"
              + " catalog of your own.",
          id);
    }
    if (rolesInUse(circuit).isEmpty()) {
      c.notes.warning(
          "",
          "",
          c.label(id)
              + " has no connection, so nothing crosses it. Connect it to a provider edge, a"
              + " layer-2 port or a router.",
          id);
    }
    if (gateways.ofCircuit(c, id) == null && !VpnUnderlay.leadsToPublicServicesOnly(c, id)) {
      c.notes.warning(
          "",
          "",
          c.label(id)
              + " is joined to no gateway, so no virtual network is reached through it. Join it to"
              + " a gateway of its cloud.",
          id);
    }
  }

  /** The roles of a circuit's connections and interconnect paths, in order. */
  Set<ConnectionRole> rolesInUse(Circuit circuit) {
    Set<ConnectionRole> roles = new LinkedHashSet<>();
    for (ConnectionRole role : ConnectionRole.values()) {
      for (CircuitConnection link : c.links(CircuitConnection.class)) {
        if (link.a().equals(circuit.id()) && link.role() == role) {
          roles.add(role);
        }
      }
      for (CloudInterconnect link : c.links(CloudInterconnect.class)) {
        if (link.joins(circuit.id()) && link.paths().stream().anyMatch(p -> p.role() == role)) {
          roles.add(role);
        }
      }
    }
    return roles;
  }

  /** Whether the circuit joins its cloud to another. */
  boolean isInterconnect(Id circuit) {
    return c.links(CloudInterconnect.class).stream().anyMatch(l -> l.joins(circuit));
  }

  /** The cloud's end of the connection with this role; its edge router is made when first asked. */
  CloudEnd end(Circuit circuit, ConnectionRole role) {
    Product product = c.catalog.of(circuit);
    CircuitBehaviour behaviour = Behaviours.circuit(product);
    GatewayEnd gateway = gateways.ofCircuit(c, circuit.id());
    Asn asn = behaviour.asn(circuit, product, gateway == null ? null : gateway.asn());
    if (behaviour.endsAtGateway() && gateway != null) {
      return new CloudEnd(gateway.table(), asn, circuit, product, gateway, behaviour);
    }
    Id part = edge(circuit.id(), role);
    if (c.net.node(part.value()) == null) {
      NodeDraft node =
          new NodeDraft(
              part.value(),
              c.name(circuit) + " " + role.name().toLowerCase(Locale.ROOT),
              Node.Kind.CLOUD_EDGE,
              Origin.of(circuit.id()),
              true,
              null,
              c.around(part));
      node.transit(behaviour.transit()).ownTable(asn).choose(behaviour.selection(), true);
      c.net.add(node);
    }
    return new CloudEnd(VrfId.of(part.value()), asn, circuit, product, gateway, behaviour);
  }

  static Id edge(Id circuit, ConnectionRole role) {
    return circuit.part(role == ConnectionRole.PRIMARY ? "primary" : "secondary");
  }

  private void connect(CircuitConnection link, Circuit circuit) {
    FarEnd far = farEnd(link);
    if (far == null) {
      return;
    }
    CloudEnd cloud = end(circuit, link.role());
    Set<Origin> dependsOn =
        Context.union(
            Context.union(c.around(link.id(), circuit.id(), link.port()), far.dependsOn()),
            c.around(edge(circuit.id(), link.role())));
    Addressing.Pair addresses =
        c.addresses.pair(
            link.id().value(),
            link.subnet() != null || far.layer2() == null ? link.subnet() : far.layer2().subnet(),
            link.session().a(),
            far.drawn(),
            cloudHost(cloud.product()),
            customerHost(cloud.product()));
    List<Origin> drawn = new ArrayList<>(List.of(Origin.of(link.id())));
    drawn.addAll(far.drawnAlong());
    c.net.add(
        new Segment(
            link.id().value(),
            Segment.Kind.LINK,
            cloud.table(),
            far.table(),
            addresses.a(),
            addresses.b(),
            0,
            Context.narrowest(circuit.bandwidthMbps(), portSpeed(link.port()), far.bandwidthMbps()),
            Origin.of(link.id()),
            drawn,
            dependsOn,
            null));
    Asn asn = Asns.of(link.session().a(), cloud.asn());
    Asn peer = Asns.of(far.drawn(), far.asn());
    if (refuses(link, cloud, asn, peer, far.speaker()) || asn == null || peer == null) {
      return;
    }
    EndDraft atCloud =
        cloudSide(cloud, asn, link.session().a(), far.drawn(), link).at(addresses.a());
    EndDraft atFar =
        far.access() == null
            ? new EndDraft(peer, far.drawn())
            : ProviderNetworks.end(far.access(), peer, far.drawn());
    c.net.add(
        new Session(
            link.id().value(),
            cloud.table(),
            far.table(),
            link.id().value(),
            atCloud.build(),
            atFar.at(addresses.b()).build(),
            Origin.of(link.id()),
            dependsOn));
    if (isPrivate(link)) {
      c.net.door(cloud.table(), cloud.side(c, false), link.id().value());
    }
  }

  private static boolean isPrivate(CircuitConnection link) {
    return switch (link.peering()) {
      case PRIVATE, TRANSIT -> true;
      case MICROSOFT, PUBLIC -> false;
    };
  }

  private EndDraft cloudSide(
      CloudEnd cloud, Asn asn, BgpEnd drawn, BgpEnd peer, CircuitConnection link) {
    EndDraft end =
        cloudSide(
            cloud,
            asn,
            drawn,
            peer,
            link.peering().name(),
            link.settings().number(Setting.PREFIX_ALLOCATION));
    if (!isPrivate(link)) {
      String reason =
          "This peering gives access to the cloud's public services, not to its virtual networks";
      end.importing(Policies.nothing(reason)).exporting(Policies.nothing(reason));
      c.notes.info(
          "",
          "",
          c.label(link.id())
              + " leads to public services: its session comes up, and carries no routes of virtual"
              + " networks.",
          link.id());
    }
    return end;
  }

  /** The cloud's end of a session with a customer, a provider or another cloud. */
  static EndDraft cloudSide(CloudEnd cloud, Asn asn, BgpEnd drawn, BgpEnd peer, String peering) {
    return cloudSide(cloud, asn, drawn, peer, peering, null);
  }

  private static EndDraft cloudSide(
      CloudEnd cloud,
      Asn asn,
      BgpEnd drawn,
      BgpEnd peer,
      String peering,
      @Nullable Integer allotted) {
    GatewayEnd gateway = cloud.gateway();
    EndDraft end =
        new EndDraft(asn, drawn)
            .timers(speaker(cloud), peer)
            .limits(cloud.product(), cloud.circuit().sku(), peering, allotted)
            .heed(cloud.product());
    refused(end, cloud.product());
    Product product = cloud.product();
    if (!cloud.behaviour().refusedInPath().isEmpty() && product != null) {
      end.denyImport(
          Policies.denyPaths(
              cloud.behaviour().refusedInPath(), AsnPattern.anyOf(product.refusedPeerAsns())));
    }
    if (gateway != null) {
      end.limits(gateway.product(), gateway.gateway().sku(), peering, allotted);
      refused(end, gateway.product());
    }
    if (cloud.behaviour().endsAtGateway() && gateway != null) {
      end.setOnImport(gateway.behaviour().arriving(RouteSource.CIRCUIT, gateway.product()))
          .setOnExport(gateway.behaviour().towardsCustomer(gateway.product()));
    }
    return end;
  }

  /** The product whose timers hold: the gateway's, where the session ends there. */
  private static @Nullable Product speaker(CloudEnd cloud) {
    Product product = cloud.product();
    GatewayEnd gateway = cloud.gateway();
    boolean silent = product == null || product.timers() == null;
    return silent && gateway != null && cloud.behaviour().endsAtGateway()
        ? gateway.product()
        : product;
  }

  /** Keeps out the prefixes that a product does not take from the customer. */
  static void refused(EndDraft end, @Nullable Product product) {
    if (product == null) {
      return;
    }
    String reason = product.name() + " does not take this prefix from outside";
    end.denyImport(Policies.denyWithin(reason, product.addresses(AddressSet.NOT_ACCEPTED)));
    List<mcx.inet.Prefix> exactly = product.addresses(AddressSet.NOT_ACCEPTED_EXACTLY);
    if (!exactly.isEmpty()) {
      end.denyImport(Statement.denyPrefixes(reason, exactly.stream().map(Match::exactly).toList()));
    }
  }

  private boolean refuses(
      CircuitConnection link, CloudEnd cloud, @Nullable Asn asn, @Nullable Asn peer, Id speaker) {
    if (asn == null) {
      GatewayEnd gateway = cloud.gateway();
      CustomerSites.noteMissingAsn(
          c, gateway == null ? cloud.circuit().id() : gateway.gateway().id(), link.id());
    }
    if (peer == null) {
      CustomerSites.noteMissingAsn(c, speaker, link.id());
    }
    Product product = cloud.product();
    if (asn == null || peer == null || product == null) {
      return false;
    }
    if (product.refuses(peer)) {
      c.notes.error(
          cloud.behaviour().refusedAsnRule(),
          sourceOfRefusal(product, peer),
          product.name()
              + " refuses AS "
              + peer
              + " on the other side of "
              + c.label(link.id())
              + ", so no session comes up. Use another AS number at "
              + c.label(speaker)
              + ".",
          link.id(),
          speaker);
      return true;
    }
    if (peer.equals(asn)) {
      CustomerSites.noteEqualAsns(c, link.id(), asn);
    }
    return false;
  }

  static String sourceOfRefusal(Product product, Asn asn) {
    return product.refusedPeerAsns().stream()
        .filter(r -> r.contains(asn))
        .map(mcx.catalog.AsnRange::source)
        .findFirst()
        .orElse("");
  }

  static int cloudHost(@Nullable Product product) {
    return product == null ? 2 : (int) product.number(Quantity.CLOUD_HOST).orElse(2);
  }

  static int customerHost(@Nullable Product product) {
    return product == null ? 1 : (int) product.number(Quantity.CUSTOMER_HOST).orElse(1);
  }

  private int portSpeed(@Nullable Id port) {
    Port found = c.design.element(port, Port.class);
    return found == null ? 0 : found.speedMbps();
  }

  private @Nullable FarEnd farEnd(CircuitConnection link) {
    return switch (c.design.element(link.b())) {
      case ProviderEdge edge -> {
        ProviderNetworks.Access access = providers.access(edge, link.vrf(), link.id());
        mcx.design.Vrf vrf = access.vrf();
        yield new FarEnd(
            access.table(),
            access.asn(),
            link.session().b(),
            access,
            edge.id(),
            List.of(),
            c.around(vrf == null ? null : vrf.id()),
            0,
            null);
      }
      case Router router ->
          new FarEnd(
              VrfId.of(router.id().value()),
              router.asn(),
              link.session().b(),
              null,
              router.id(),
              List.of(),
              Set.of(),
              0,
              null);
      case Port port -> acrossLayer2(link, port);
      case null, default -> {
        c.notes.warning(
            "",
            "",
            c.label(link.id())
                + " leads to "
                + c.label(link.b())
                + ", which ends no circuit. Lead it to a provider edge, a layer-2 port or a"
                + " router.",
            link.id());
        yield null;
      }
    };
  }

  private @Nullable FarEnd acrossLayer2(CircuitConnection link, Port port) {
    Layer2Paths.Reached reached = layer2.follow(port.id(), link.vlan(), link.id());
    Router router = reached == null ? null : c.design.element(reached.link().a(), Router.class);
    if (reached == null || router == null) {
      c.notes.warning(
          "",
          "",
          c.label(link.id())
              + " reaches no router: "
              + layer2.missing(port.id(), link.vlan())
              + ".",
          link.id(),
          port.id());
      return null;
    }
    BgpEnd drawn =
        link.session().b().equals(BgpEnd.DEFAULT)
            ? reached.vlan().session().a()
            : link.session().b();
    return new FarEnd(
        VrfId.of(router.id().value()),
        router.asn(),
        drawn,
        null,
        router.id(),
        reached.drawn(),
        reached.dependsOn(),
        reached.bandwidthMbps(),
        new TaggedEnd(reached.vlan().subnet()));
  }

  private void attach(CircuitAttachment link) {
    Circuit circuit = c.design.element(link.a(), Circuit.class);
    GatewayEnd gateway = gateways.get(link.b());
    if (circuit == null) {
      circuit = c.design.element(link.b(), Circuit.class);
      gateway = gateways.get(link.a());
    }
    if (circuit == null || gateway == null) {
      c.notes.warning(
          "",
          "",
          c.label(link.id())
              + " joins no circuit to a gateway, so it carries nothing. Join it to one of each.",
          link.id());
      return;
    }
    String refusal = CircuitFit.refusal(c, circuit.id(), gateway);
    if (refusal != null) {
      c.notes.error(
          "",
          "",
          c.label(circuit.id())
              + " cannot be joined to "
              + c.label(gateway.gateway().id())
              + ": "
              + refusal
              + ".",
          link.id(),
          circuit.id(),
          gateway.gateway().id());
      return;
    }
    noteFixedAsn(circuit, gateway);
    for (ConnectionRole role : rolesInUse(circuit)) {
      CloudEnd edge = end(circuit, role);
      if (!edge.table().equals(gateway.table()) && !edge.behaviour().endsAtGateway()) {
        attach(link, edge, gateway, role);
      }
    }
  }

  /** A gateway that speaks for the circuit must have the number that the circuit asks for. */
  private void noteFixedAsn(Circuit circuit, GatewayEnd gateway) {
    Product product = c.catalog.of(circuit);
    Asn own = gateway.gateway().asn();
    if (product == null || product.asn() == null || own == null) {
      return;
    }
    Asn fixed = Asn.of(product.asn().value());
    if (Behaviours.circuit(product).endsAtGateway() && product.asnFixed() && !fixed.equals(own)) {
      c.notes.error(
          c.vendor(circuit.id()).equals("google") ? "ASN-08" : "",
          product.asn().source(),
          c.label(gateway.gateway().id())
              + " has AS "
              + own
              + ", and "
              + product.name()
              + " takes AS "
              + fixed
              + " only. Give it that number; its sessions are shown with it.",
          gateway.gateway().id(),
          circuit.id());
    }
  }

  private void attach(
      CircuitAttachment link, CloudEnd edge, GatewayEnd gateway, ConnectionRole role) {
    CircuitBehaviour behaviour = edge.behaviour();
    Asn edgeAsn = edge.asn();
    Asn gatewayAsn = behaviour.innerToGateway() ? edgeAsn : gateway.asn();
    if (edgeAsn == null || gatewayAsn == null) {
      CustomerSites.noteMissingAsn(c, gateway.gateway().id(), link.id());
      return;
    }
    Id part = edge(link.id(), role);
    Circuit circuit = edge.circuit();
    Gateway drawn = gateway.gateway();
    Set<Origin> dependsOn = c.around(part);
    Side side =
        gateway
            .behaviour()
            .side(
                c,
                gateway.gateway(),
                circuit,
                isInterconnect(circuit.id()) ? Side.INTERCONNECT : Side.CIRCUIT);
    VrfId speaker =
        Speaker.of(
            c,
            gateway,
            link.id(),
            side,
            RouteSource.CIRCUIT,
            gateway.behaviour().distance(RouteSource.CIRCUIT, gateway.product()));
    c.net.add(
        new Segment(
            part.value(),
            Segment.Kind.LINK,
            edge.table(),
            speaker,
            null,
            null,
            behaviour.innerToGateway() ? INNER_COST : 0,
            Context.narrowest(circuit.bandwidthMbps(), Speeds.of(drawn, gateway.product())),
            Origin.of(part),
            List.of(Origin.of(link.id())),
            dependsOn,
            null));
    EndDraft atEdge =
        new EndDraft(edgeAsn, BgpEnd.DEFAULT)
            .limitsOfSender(gateway.product(), drawn.sku())
            .setOnImport(
                behaviour.hidesPrivateAsns() && !open(gateway)
                    ? Policies.HIDE_PRIVATE_ASNS
                    : Policy.Change.NONE)
            .nextHopSelf();
    Policy.Change change = gateway.behaviour().arriving(RouteSource.CIRCUIT, gateway.product());
    if (link.weight() > 0) {
      change = Policies.both(Policy.Change.weight(link.weight()), change);
    }
    EndDraft atGateway =
        new EndDraft(gatewayAsn, BgpEnd.DEFAULT)
            .nextHopSelf()
            .reflectorClient(
                behaviour.innerToGateway()
                    && (gateway.behaviour().joinsCircuits() || side == Side.LINKED))
            .setOnImport(change)
            .setOnExport(gateway.behaviour().towardsCustomer(gateway.product()));
    refused(atGateway, gateway.product());
    c.net.add(
        new Session(
            part.value(),
            edge.table(),
            speaker,
            part.value(),
            atEdge.build(),
            atGateway.build(),
            Origin.of(part),
            dependsOn));
    c.net.door(edge.table(), gateway.behaviour().sideAtEdge(), part.value());
    if (speaker.equals(gateway.table())) {
      c.net.door(speaker, side, part.value());
    }
  }
}
