package mcx.scenarios;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.CircuitPeering;
import mcx.design.Cloud;
import mcx.design.CloudInterconnect;
import mcx.design.Components;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.PeeringLocation;
import mcx.design.PeeringType;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.PrivateLink;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.Router;
import mcx.design.RouterKind;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.design.Vrf;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/**
 * Draws a design in few words. Ids and values are text; what an architect leaves open stays open.
 */
final class Drawing {

  private final String name;
  private final Map<Id, Element> elements = new LinkedHashMap<>();
  private final Map<Id, Link> links = new LinkedHashMap<>();

  Drawing(String name) {
    this.name = name;
  }

  Design design() {
    return Design.of(name, elements.values(), links.values(), List.of());
  }

  Drawing add(Element element) {
    if (elements.put(element.id(), element) != null) {
      throw new IllegalArgumentException(element.id() + " is drawn twice");
    }
    return this;
  }

  Drawing add(Link link) {
    if (links.put(link.id(), link) != null) {
      throw new IllegalArgumentException(link.id() + " is drawn twice");
    }
    return this;
  }

  // Customer

  Drawing datacenter(String id, String label, String... prefixes) {
    return add(
        new Premises(Id.of(id), label, null, PremisesKind.DATACENTER, label, ranges(prefixes)));
  }

  Drawing router(String id, String label, String parent, long asn) {
    return add(Router.of(Id.of(id), label, Id.of(parent), Asn.of(asn)));
  }

  Drawing appliance(String id, String label, String parent, long asn, String publicAddress) {
    return add(
        new Router(
            Id.of(id),
            label,
            Id.of(parent),
            RouterKind.APPLIANCE,
            Asn.of(asn),
            null,
            List.of(),
            List.of(),
            List.of(),
            IpAddress.of(publicAddress),
            Set.of()));
  }

  /** Two routers of one AS side by side, with an inner session and next-hop-self at both ends. */
  Drawing inner(String id, String a, String b, String subnet) {
    BgpEnd self = BgpEnd.DEFAULT.with("nextHopSelf", true);
    return add(
        new PrivateLink(
            Id.of(id),
            "",
            Id.of(a),
            Id.of(b),
            Prefix.of(subnet),
            10_000,
            1,
            Routing.BGP,
            new BgpSettings(self, self)));
  }

  // Providers

  Drawing layer3Provider(String id, String label, long asn, String... edges) {
    add(new Layer3Provider(Id.of(id), label, null, Asn.of(asn), List.of()));
    for (int i = 0; i < edges.length; i++) {
      add(new ProviderEdge(Id.of(edges[i]), "PE " + (i + 1), Id.of(id)));
    }
    return this;
  }

  Drawing vrf(String id, String label, String provider) {
    return add(Vrf.of(Id.of(id), label, Id.of(provider)));
  }

  Drawing layer2Provider(String id, String label, Layer2Provider.CrossConnect... crossConnects) {
    return add(new Layer2Provider(Id.of(id), label, null, List.of(crossConnects)));
  }

  Drawing port(String id, String label, String parent, int speedMbps) {
    return add(new Port(Id.of(id), label, Id.of(parent), speedMbps));
  }

  Drawing internet(String id) {
    return add(new Internet(Id.of(id), "Internet", null));
  }

  Drawing access(String id, String a, String b, int mbps, AccessLink.Vlan... vlans) {
    return add(new AccessLink(Id.of(id), "", Id.of(a), Id.of(b), mbps, List.of(vlans)));
  }

  // Clouds

  Drawing cloud(String id, String label, String vendor) {
    return add(new Cloud(Id.of(id), label, null, vendor));
  }

  Drawing network(
      String id, String label, String cloud, String prefix, VirtualNetwork.Subnet... subnets) {
    return add(
        new VirtualNetwork(
            Id.of(id), label, Id.of(cloud), ranges(prefix), List.of(subnets), Set.of()));
  }

  Drawing circuit(
      String id, String label, String cloud, String product, @Nullable String sku, int mbps) {
    return add(new Circuit(Id.of(id), label, Id.of(cloud), product, sku, mbps, null));
  }

  Drawing gateway(
      String id,
      String label,
      String cloud,
      String product,
      @Nullable String sku,
      @Nullable Long asn) {
    return add(
        new Gateway(
            Id.of(id),
            label,
            Id.of(cloud),
            product,
            sku,
            asn == null ? null : Asn.of(asn),
            false,
            List.of(),
            List.of(),
            Set.of()));
  }

  Drawing vpnGateway(
      String id,
      String label,
      String cloud,
      String product,
      @Nullable String sku,
      @Nullable Long asn,
      boolean activeActive,
      String... bgpAddresses) {
    return add(
        new Gateway(
            Id.of(id),
            label,
            Id.of(cloud),
            product,
            sku,
            asn == null ? null : Asn.of(asn),
            activeActive,
            Arrays.stream(bgpAddresses).map(IpAddress::of).toList(),
            List.of(),
            Set.of()));
  }

  Drawing attachNetwork(String id, String network, String gateway) {
    return add(new NetworkAttachment(Id.of(id), "", Id.of(network), Id.of(gateway)));
  }

  Drawing attachCircuit(String id, String circuit, String gateway) {
    return add(new CircuitAttachment(Id.of(id), "", Id.of(circuit), Id.of(gateway), 0));
  }

  Drawing associate(String id, String near, String far, String... allowed) {
    return add(
        new GatewayAssociation(
            Id.of(id),
            "",
            Id.of(near),
            Id.of(far),
            Arrays.stream(allowed).map(Prefix::of).toList()));
  }

  Drawing peer(String id, String hub, String spoke, boolean throughHubsGateways) {
    return add(
        new NetworkPeering(
            Id.of(id), "", Id.of(hub), Id.of(spoke), throughHubsGateways, throughHubsGateways));
  }

  Drawing globalReach(String id, String a, String b) {
    return add(new CircuitPeering(Id.of(id), "Global Reach", Id.of(a), Id.of(b)));
  }

  Drawing interconnect(String id, String a, String b, CloudInterconnect.Path... paths) {
    return add(new CloudInterconnect(Id.of(id), "", Id.of(a), Id.of(b), List.of(paths)));
  }

  /** A connection of a circuit with private peering; {@code subnet} null to have one made. */
  Drawing connection(
      String id,
      ConnectionRole role,
      String circuit,
      String to,
      int vlan,
      @Nullable String vrf,
      @Nullable String subnet,
      BgpSettings session) {
    return add(
        new CircuitConnection(
            Id.of(id),
            "",
            Id.of(circuit),
            Id.of(to),
            role,
            PeeringType.PRIVATE,
            vlan,
            vrf == null ? null : Id.of(vrf),
            subnet == null ? null : Prefix.of(subnet),
            null,
            session));
  }

  /** A circuit's connection straight to a router, untagged, with addresses made. */
  Drawing wire(String id, ConnectionRole role, String circuit, String router) {
    return connection(id, role, circuit, router, 0, null, null, BgpSettings.DEFAULT);
  }

  Drawing region(String id, String label, String cloud, String code) {
    return add(new Region(Id.of(id), label, Id.of(cloud), code));
  }

  Drawing vpn(
      String id,
      String label,
      String a,
      String b,
      @Nullable String underlay,
      @Nullable IkeVersion ike,
      Set<Integer> pfsGroupsB,
      VpnConnection.Tunnel... tunnels) {
    return add(
        new VpnConnection(
            Id.of(id),
            label,
            Id.of(a),
            Id.of(b),
            underlay == null ? null : Id.of(underlay),
            ike,
            VpnMode.ROUTE_BASED,
            Set.of(),
            pfsGroupsB,
            Routing.BGP,
            List.of(),
            List.of(),
            List.of(tunnels)));
  }

  Drawing peeringLocation(String id, String label, String metro) {
    return add(new PeeringLocation(Id.of(id), label, null, metro, null, null));
  }

  /** Lets a connection drawn before run over a cloud's own port. */
  Drawing onPort(String connection, String port) {
    links.computeIfPresent(
        Id.of(connection), (id, link) -> Components.with(link, "port", Id.of(port)));
    return this;
  }

  /** Sets something of an element or link that was drawn before. */
  Drawing set(String id, Setting setting, Object value) {
    elements.computeIfPresent(Id.of(id), (key, element) -> element.with(setting, value));
    links.computeIfPresent(Id.of(id), (key, link) -> link.with(setting, value));
    return this;
  }

  /** Puts a circuit drawn before into a peering location. */
  Drawing at(String circuit, String peeringLocation) {
    elements.computeIfPresent(
        Id.of(circuit),
        (id, element) -> Components.with(element, "peeringLocation", Id.of(peeringLocation)));
    return this;
  }

  // Values

  static AccessLink.Vlan vlan(int tag, @Nullable String vrf, Routing routing) {
    return new AccessLink.Vlan(
        tag, vrf == null ? null : Id.of(vrf), null, routing, BgpSettings.DEFAULT);
  }

  static Layer2Provider.CrossConnect cross(String portA, String portB, int vlan) {
    return new Layer2Provider.CrossConnect(Id.of(portA), vlan, Id.of(portB), vlan);
  }

  static VirtualNetwork.Subnet subnet(String label, String prefix) {
    return new VirtualNetwork.Subnet(label, Prefix.of(prefix));
  }

  static VpnConnection.Tunnel tunnel(
      int number, @Nullable String inside, int instanceA, int instanceB, BgpSettings session) {
    return new VpnConnection.Tunnel(
        "tunnel-" + number,
        inside == null ? null : Prefix.of(inside),
        instanceA,
        instanceB,
        session);
  }

  /** BGP settings with nothing but the two addresses. */
  static BgpSettings addresses(String a, String b) {
    return new BgpSettings(at(a), at(b));
  }

  /** The settings of an end with nothing but its address. */
  static BgpEnd at(String address) {
    return BgpEnd.DEFAULT.with("address", IpAddress.of(address));
  }

  private static List<PrefixRange> ranges(String... prefixes) {
    return Arrays.stream(prefixes).map(PrefixRange::of).toList();
  }

  /** For designs that replace a part of another. */
  static List<Id> ids(String... ids) {
    List<Id> all = new ArrayList<>();
    for (String id : ids) {
      all.add(Id.of(id));
    }
    return all;
  }
}
