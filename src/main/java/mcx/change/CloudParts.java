package mcx.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mcx.catalog.Catalog;
import mcx.catalog.GatewayRole;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.catalog.Vendor;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.NetworkAttachment;
import mcx.design.Region;
import mcx.design.VirtualNetwork;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/** Makes circuits, gateways and what joins them within a cloud. */
final class CloudParts {

  private static final int USUAL_MBPS = 1000;
  private static final long FIRST_GATEWAY_ASN = 64520;

  /** Keeps a network written as a range of many from filling an association. */
  private static final int MAX_ALLOWED = 1000;

  private final Draft draft;
  private final Catalog catalog;

  CloudParts(Draft draft) {
    this.draft = draft;
    this.catalog = draft.catalog();
  }

  /** A new virtual network with a free address range. */
  VirtualNetwork network(Id holder, @Nullable Vendor vendor) {
    String word = vendor == null ? Texts.get("name.network") : vendor.networkName();
    String stem = (vendor == null ? "" : Stems.vendor(vendor.key()) + "-") + Stems.of(word);
    String first = vendor == null ? "10.60.0.0/16" : vendor.defaultPrefix();
    return draft.add(
        VirtualNetwork.of(
            draft.id(stem), draft.numbered(word), holder, draft.prefix(first).toString()));
  }

  /** A new circuit of the product, joined to nothing yet. */
  Circuit circuit(Id holder, Product product) {
    int speed =
        product.speedsMbps().isEmpty() || product.speedsMbps().contains(USUAL_MBPS)
            ? USUAL_MBPS
            : product.speedsMbps().getFirst();
    return draft.add(
        new Circuit(
            draft.id(Stems.product(product.key())),
            draft.named(product.shortName()),
            holder,
            product.key(),
            null,
            speed,
            null));
  }

  /**
   * Joins the circuit to a gateway of its cloud where it is not yet; makes that gateway if need be.
   */
  void joinToGateway(Circuit circuit, CloudEnd end) {
    Gateway wanted = end.gateway();
    boolean joined =
        draft.design().allLinks(CircuitAttachment.class).stream()
            .anyMatch(l -> l.a().equals(circuit.id()));
    if (joined) {
      return;
    }
    if (wanted != null && has(wanted, GatewayRole.ENDS_CIRCUITS)) {
      attach(circuit, wanted);
      return;
    }
    Vendor vendor = end.vendor(catalog);
    Product usual = Products.circuitGateway(catalog, vendor).orElse(null);
    if (wanted != null && usual != null && !usual.networksThrough().isEmpty()) {
      attach(circuit, gatewayBefore(wanted, end, usual, circuit));
      return;
    }
    Gateway found = find(end.cloud(), GatewayRole.ENDS_CIRCUITS, usual);
    if (found != null) {
      attach(circuit, found);
    } else if (usual != null) {
      Gateway made = gateway(end.holder(), usual, catalog.of(circuit));
      attach(circuit, made);
      attachNetworks(made);
    }
  }

  /** The gateway nearer to the customer that is associated with {@code wanted}; made if need be. */
  private Gateway gatewayBefore(Gateway wanted, CloudEnd end, Product product, Circuit circuit) {
    for (GatewayAssociation l : draft.design().allLinks(GatewayAssociation.class)) {
      Gateway near = draft.design().element(l.a(), Gateway.class);
      if (l.b().equals(wanted.id()) && near != null && near.product().equals(product.key())) {
        return near;
      }
    }
    Gateway near = gateway(end.holder(), product, catalog.of(circuit));
    associate(near, wanted);
    return near;
  }

  /** Joins the circuit to the gateway. */
  CircuitAttachment attach(Circuit circuit, Gateway gateway) {
    Product product = catalog.of(gateway);
    long weight = product == null ? 0 : product.number(Quantity.ATTACHMENT_WEIGHT).orElse(0);
    return draft.add(
        new CircuitAttachment(
            draft.id(circuit.id() + "-" + gateway.id()),
            "",
            circuit.id(),
            gateway.id(),
            (int) weight));
  }

  /** The usual gateway among those of the cloud with this role, or any other with it. */
  @Nullable Gateway find(Cloud cloud, GatewayRole role, @Nullable Product usual) {
    return in(draft.design(), cloud, Gateway.class).stream()
        .filter(g -> has(g, role))
        .min(
            Comparator.comparing((Gateway g) -> usual == null || !g.product().equals(usual.key()))
                .thenComparing(Gateway::id))
        .orElse(null);
  }

  /** The gateway of the cloud that ends VPNs for this side; made, with its networks, if need be. */
  Optional<Gateway> vpnGateway(CloudEnd end) {
    Gateway pointed = end.gateway();
    if (pointed != null && has(pointed, GatewayRole.ENDS_VPN)) {
      return Optional.of(pointed);
    }
    VirtualNetwork network = end.network();
    if (network != null) {
      for (NetworkAttachment l : draft.design().allLinks(NetworkAttachment.class)) {
        Gateway g = draft.design().element(l.b(), Gateway.class);
        if (l.a().equals(network.id()) && g != null && has(g, GatewayRole.ENDS_VPN)) {
          return Optional.of(g);
        }
      }
    }
    Product usual = Products.vpnGateway(catalog, end.vendor(catalog)).orElse(null);
    Gateway found = find(end.cloud(), GatewayRole.ENDS_VPN, usual);
    if (found != null || usual == null) {
      return Optional.ofNullable(found);
    }
    Gateway made = gateway(end.holder(), usual, null);
    attachNetworks(made);
    return Optional.of(made);
  }

  /**
   * A new gateway, joined to nothing yet. It keeps its product's AS number, unless another gateway
   * has that already or a cloud of the design refuses it.
   *
   * @param circuit the product of the circuit it is made for; null for none
   */
  Gateway gateway(Id holder, Product product, @Nullable Product circuit) {
    Gateway plain =
        Gateway.of(
            draft.id(Stems.product(product.key())),
            draft.named(product.shortName()),
            holder,
            product.key());
    boolean instances =
        product.connections() > 1
            && !product.ike().isEmpty()
            && product.ike().getFirst().tunnelsPerConnection() == 1;
    return draft.add(
        new Gateway(
            plain.id(),
            plain.name(),
            plain.parent(),
            plain.product(),
            null,
            asn(holder, product, circuit),
            instances,
            plain.bgpAddresses(),
            plain.advertised(),
            plain.ikeVersions()));
  }

  private @Nullable Asn asn(Id holder, Product product, @Nullable Product circuit) {
    if (product.asn() == null) {
      if (circuit != null && circuit.asn() != null && circuit.asnFixed()) {
        return Asn.of(circuit.asn().value());
      }
      return product.timers() == null ? null : draft.asn(FIRST_GATEWAY_ASN);
    }
    Asn usual = Asn.of(product.asn().value());
    if (product.asnFixed() || !usual.isPrivate()) {
      return null;
    }
    return taken(holder, usual) || refused(usual) ? draft.asn(FIRST_GATEWAY_ASN) : null;
  }

  /** The AS number that the gateway speaks with; null where it has none. */
  static @Nullable Asn asn(Catalog catalog, Gateway gateway) {
    Product product = catalog.of(gateway);
    return gateway.asn() != null || product == null || product.asn() == null
        ? gateway.asn()
        : Asn.of(product.asn().value());
  }

  /**
   * The endpoint, with another AS number where it is a gateway made in this draft whose number the
   * peer's product refuses.
   */
  Element fitting(Element endpoint, Element peer) {
    if (!(endpoint instanceof Gateway g)
        || !(peer instanceof Gateway other)
        || !draft.made().contains(g)) {
      return endpoint;
    }
    Product own = catalog.of(g);
    Product product = catalog.of(other);
    Asn asn = asn(catalog, g);
    if (own == null || own.asnFixed() || product == null || asn == null || !product.refuses(asn)) {
      return endpoint;
    }
    Gateway changed =
        new Gateway(
            g.id(),
            g.name(),
            g.parent(),
            g.product(),
            g.sku(),
            draft.asn(FIRST_GATEWAY_ASN),
            g.activeActive(),
            g.bgpAddresses(),
            g.advertised(),
            g.ikeVersions());
    draft.replace(changed);
    return changed;
  }

  /** Whether a gateway that could choose otherwise, or one of another cloud, has the number. */
  private boolean taken(Id holder, Asn asn) {
    Cloud cloud = draft.design().within(holder, Cloud.class);
    for (Gateway g : draft.design().all(Gateway.class)) {
      Product p = catalog.of(g);
      Asn has = asn(catalog, g);
      boolean fixedHere =
          p != null
              && p.asnFixed()
              && java.util.Objects.equals(cloud, draft.design().within(g.id(), Cloud.class));
      if (asn.equals(has) && !fixedHere) {
        return true;
      }
    }
    return false;
  }

  /** Whether a cloud of the design, by any of its products, refuses the number in paths. */
  private boolean refused(Asn asn) {
    List<String> vendors = draft.design().all(Cloud.class).stream().map(Cloud::vendor).toList();
    return catalog.products().values().stream()
        .anyMatch(
            p -> vendors.contains(p.vendor()) && p.refuses(asn) && !ownNumber(p.vendor(), asn));
  }

  /** Whether the vendor itself uses the number for a product. */
  private boolean ownNumber(String vendor, Asn asn) {
    return catalog.products().values().stream()
        .anyMatch(
            p -> p.vendor().equals(vendor) && p.asn() != null && p.asn().value() == asn.value());
  }

  /**
   * Attaches the virtual networks around the gateway that no gateway of its product serves yet. One
   * that uses the gateways of a peered network has none of its own.
   */
  void attachNetworks(Gateway gateway) {
    for (VirtualNetwork n : networksAround(gateway)) {
      boolean served =
          Behind.usesOthersGateways(draft.design(), n.id())
              || draft.design().allLinks(NetworkAttachment.class).stream()
                  .filter(l -> l.a().equals(n.id()))
                  .map(l -> draft.design().element(l.b(), Gateway.class))
                  .anyMatch(g -> g != null && g.product().equals(gateway.product()));
      if (!served) {
        attachNetwork(n, gateway);
      }
    }
  }

  /**
   * Attaches the network to the gateway, through another one where the product needs that.
   *
   * @return the link that was made last
   */
  Id attachNetwork(VirtualNetwork network, Gateway gateway) {
    Product product = catalog.of(gateway);
    Product through =
        product == null || product.networksThrough().isEmpty()
            ? null
            : catalog.product(product.networksThrough());
    if (through == null) {
      return link(network, gateway).id();
    }
    Gateway between = null;
    for (NetworkAttachment l : draft.design().allLinks(NetworkAttachment.class)) {
      Gateway g = draft.design().element(l.b(), Gateway.class);
      if (l.a().equals(network.id()) && g != null && g.product().equals(through.key())) {
        between = g;
      }
    }
    if (between == null) {
      Id holder = gateway.parent() == null ? gateway.id() : gateway.parent();
      between = gateway(holder, through, null);
      link(network, between);
    }
    return associated(gateway, between) == null
        ? associate(gateway, between).id()
        : java.util.Objects.requireNonNull(associated(gateway, between));
  }

  private @Nullable Id associated(Gateway near, Gateway far) {
    return draft.design().allLinks(GatewayAssociation.class).stream()
        .filter(l -> l.joins(near.id()) && l.joins(far.id()))
        .map(GatewayAssociation::id)
        .findFirst()
        .orElse(null);
  }

  private NetworkAttachment link(VirtualNetwork network, Gateway gateway) {
    return draft.add(
        new NetworkAttachment(
            draft.id(network.id() + "-" + gateway.id()), "", network.id(), gateway.id()));
  }

  /** Associates two gateways; a hub behind it is given its networks as allowed prefixes. */
  GatewayAssociation associate(Gateway near, Gateway far) {
    List<Prefix> allowed = new ArrayList<>();
    if (has(far, GatewayRole.TRANSITS)) {
      for (NetworkAttachment l : draft.design().allLinks(NetworkAttachment.class)) {
        VirtualNetwork n = draft.design().element(l.a(), VirtualNetwork.class);
        if (l.b().equals(far.id()) && n != null) {
          n.prefixes().stream()
              .flatMap(PrefixRange::stream)
              .limit(MAX_ALLOWED)
              .forEach(allowed::add);
        }
      }
    }
    return draft.add(
        new GatewayAssociation(
            draft.id(near.id() + "-" + far.id()), "", near.id(), far.id(), allowed));
  }

  private List<VirtualNetwork> networksAround(Gateway gateway) {
    Design design = draft.design();
    VirtualNetwork own = design.within(gateway.id(), VirtualNetwork.class);
    if (own != null) {
      return List.of(own);
    }
    Cloud cloud = design.within(gateway.id(), Cloud.class);
    Region region = design.within(gateway.id(), Region.class);
    if (cloud == null) {
      return List.of();
    }
    return in(design, cloud, VirtualNetwork.class).stream()
        .filter(
            n -> {
              Region of = design.within(n.id(), Region.class);
              return region == null
                  || of == null
                  || of.equals(region)
                  || n.regions().contains(region.id());
            })
        .toList();
  }

  boolean has(Gateway gateway, GatewayRole role) {
    Product product = catalog.of(gateway);
    return product != null && product.has(role);
  }

  /** The elements of a kind within the cloud, in the order of their ids. */
  static <E extends Element> List<E> in(Design design, Cloud cloud, Class<E> kind) {
    return design.all(kind).stream()
        .filter(e -> cloud.equals(design.within(e.id(), Cloud.class)))
        .toList();
  }
}
