package mcx.paint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.catalog.Vendor;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.Circuit;
import mcx.design.CircuitConnection;
import mcx.design.CircuitPeering;
import mcx.design.Cloud;
import mcx.design.CloudInterconnect;
import mcx.design.ConnectionRole;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.PeeringLocation;
import mcx.design.PeeringType;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.PrivateLink;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.design.Vrf;
import mcx.inet.Asn;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/** What is written on elements and links. */
final class Captions {

  private final Design design;
  private final Catalog catalog;

  /** The numbers of the routers in each place. */
  private final Map<Id, Set<Asn>> asns = new HashMap<>();

  Captions(Design design, Catalog catalog) {
    this.design = design;
    this.catalog = catalog;
    for (Element e : design.elements().values()) {
      if (e instanceof Router r && r.asn() != null && r.parent() != null) {
        asns.computeIfAbsent(r.parent(), k -> new TreeSet<>()).add(r.asn());
      }
    }
  }

  /** The text on an element: its name, what goes with it, technical values. */
  record Caption(String title, String subtitle, List<String> codes) {}

  Caption of(Element e) {
    return switch (e) {
      case Premises p -> {
        Set<Asn> of = asns.getOrDefault(p.id(), Set.of());
        String kind = p.kind() == PremisesKind.BRANCH ? "branch" : "datacenter";
        String as = of.size() == 1 ? " · AS " + of.iterator().next() : "";
        yield new Caption(named(p, kind), kind + as, prefixes(p.networks()));
      }
      case Router r ->
          new Caption(named(r, r.kind().name().toLowerCase(Locale.ROOT)), "", routerCodes(r));
      case Layer3Provider p ->
          new Caption(
              named(p, "Provider"),
              p.asn() == null ? "layer-3 provider" : "layer-3 provider · AS " + p.asn(),
              List.of());
      case PointOfPresence p ->
          new Caption(named(p, "PoP"), Objects.requireNonNullElse(p.place(), ""), List.of());
      case ProviderEdge p -> new Caption(named(p, "PE"), "", List.of());
      case Layer2Provider p -> new Caption(named(p, "Exchange"), "layer-2 provider", List.of());
      case Port p -> new Caption(named(p, "Port"), speed(p.speedMbps()), List.of());
      case PeeringLocation l ->
          new Caption(
              named(l, "Peering location"),
              String.join(" · ", given(l.metro(), l.facility())),
              List.of());
      case Cloud c -> cloud(c);
      case Region r ->
          new Caption(
              named(r, Objects.requireNonNullElse(r.code(), "Region")),
              r.code() == null || r.code().equals(r.name()) ? "" : r.code(),
              List.of());
      case VirtualNetwork n ->
          new Caption(named(n, networkName(n)), networkName(n), prefixes(n.prefixes()));
      case Circuit c -> circuit(c);
      case Gateway g -> gateway(g);
      case RouteTable t -> new Caption(named(t, "Route table"), "", List.of());
      case Internet i -> new Caption(named(i, "Internet"), "", List.of());
      case Vrf v -> new Caption(named(v, "VRF"), "", List.of());
    };
  }

  private static String named(Element e, String otherwise) {
    return e.name().isBlank() ? otherwise : e.name();
  }

  private static List<String> given(@Nullable String... texts) {
    List<String> result = new ArrayList<>();
    for (String t : texts) {
      if (t != null && !t.isBlank()) {
        result.add(t);
      }
    }
    return result;
  }

  private List<String> routerCodes(Router r) {
    Asn asn = r.asn();
    if (asn == null) {
      return List.of();
    }
    boolean said =
        r.parent() != null
            && design.element(r.parent()) instanceof Premises
            && asns.getOrDefault(r.parent(), Set.of()).size() == 1;
    return said ? List.of() : List.of("AS " + asn);
  }

  private Caption cloud(Cloud c) {
    Vendor vendor = catalog.vendor(c.vendor());
    String vendorName = vendor == null ? c.vendor() : vendor.shortName();
    List<String> regions = new ArrayList<>();
    for (Element e : design.children(c.id())) {
      if (e instanceof Region r) {
        regions.add(named(r, Objects.requireNonNullElse(r.code(), "")));
      }
    }
    String name = named(c, vendorName);
    boolean saysVendor =
        name.toLowerCase(Locale.ROOT).contains(vendorName.toLowerCase(Locale.ROOT));
    return new Caption(name, saysVendor ? "" : vendorName, List.of());
  }

  private String networkName(VirtualNetwork n) {
    Cloud cloud = design.within(n.id(), Cloud.class);
    Vendor vendor = cloud == null ? null : catalog.vendor(cloud.vendor());
    return vendor == null ? "virtual network" : vendor.networkName();
  }

  private Caption circuit(Circuit c) {
    Product product = catalog.of(c);
    String name =
        c.name().isBlank() ? (product == null ? "Circuit" : product.shortName()) : c.name();
    return new Caption(name, name.contains("bps") ? "" : speed(c.bandwidthMbps()), List.of());
  }

  private Caption gateway(Gateway g) {
    Product product = catalog.of(g);
    String kind = product == null ? "gateway" : product.shortName();
    String name = g.name().isBlank() ? kind : g.name();
    String sku = g.sku() == null ? "" : g.sku();
    String subtitle = name.equalsIgnoreCase(kind) ? sku : sku.isEmpty() ? kind : kind + " · " + sku;
    Long usual = product == null || product.asn() == null ? null : product.asn().value();
    Asn asn = g.asn() != null ? g.asn() : usual == null ? null : Asn.of(usual);
    return new Caption(name, subtitle, asn == null ? List.of() : List.of("AS " + asn));
  }

  private static List<String> prefixes(List<PrefixRange> all) {
    return all.stream().map(PrefixRange::toString).toList();
  }

  /** A speed in words; empty for none. */
  static String speed(int mbps) {
    if (mbps <= 0) {
      return "";
    }
    if (mbps >= 1000) {
      double g = mbps / 1000.0;
      return (g == Math.rint(g) ? String.valueOf((long) g) : String.valueOf(g)) + " Gbps";
    }
    return mbps + " Mbps";
  }

  // ---- links

  /** The text in the middle of a link, on a card of its own; empty for none. */
  Caption middle(Link l) {
    return switch (l) {
      case VpnConnection v -> {
        List<String> parts = new ArrayList<>();
        boolean gre = v.mode() == VpnMode.GRE;
        parts.add(
            gre
                ? "GRE"
                : v.ike() == null ? "IKE" : v.ike() == IkeVersion.IKEV1 ? "IKEv1" : "IKEv2");
        parts.add(
            v.mode() == VpnMode.POLICY_BASED
                ? "policy-based"
                : v.routing() == Routing.BGP ? "BGP" : "static");
        if (v.tunnels().size() > 1) {
          parts.add(v.tunnels().size() + " tunnels");
        }
        yield new Caption(
            !v.name().isBlank() ? v.name() : gre ? "GRE tunnel" : "Site-to-site VPN",
            String.join(" · ", parts),
            List.of());
      }
      case CloudInterconnect i ->
          new Caption(
              i.name().isBlank() ? "Interconnect" : i.name(),
              i.paths().size() + (i.paths().size() == 1 ? " session" : " sessions"),
              List.of());
      case BgpPeering p ->
          new Caption(p.name().isBlank() ? "BGP session" : p.name(), kind(p), List.of());
      case CircuitPeering p ->
          new Caption(p.name().isBlank() ? "Circuit peering" : p.name(), "", List.of());
      default -> new Caption("", "", List.of());
    };
  }

  private String kind(BgpPeering p) {
    Asn a = asn(p.a(), p.session().a());
    Asn b = asn(p.b(), p.session().b());
    if (a == null || b == null) {
      return "no AS number";
    }
    return a.equals(b) ? "iBGP · AS " + a : "eBGP multihop";
  }

  private @Nullable Asn asn(Id router, BgpEnd end) {
    Router own = design.element(router, Router.class);
    return end.asn() != null ? end.asn() : own == null ? null : own.asn();
  }

  /** A plain name along the line; empty for none. */
  String name(Link l) {
    return switch (l) {
      case VpnConnection v -> "";
      case CloudInterconnect i -> "";
      case CircuitPeering p -> "";
      case BgpPeering p -> "";
      default -> l.name();
    };
  }

  /** What is written at end a. */
  String atA(Link l) {
    return switch (l) {
      case AccessLink a -> speed(a.bandwidthMbps());
      case CircuitConnection c ->
          (c.role() == ConnectionRole.PRIMARY ? "primary" : "secondary")
              + (c.peering() == PeeringType.PRIVATE
                  ? ""
                  : " · " + c.peering().name().toLowerCase(Locale.ROOT));
      case PrivateLink p -> speed(p.bandwidthMbps());
      default -> "";
    };
  }

  /** What is written at end b. */
  String atB(Link l) {
    return switch (l) {
      case AccessLink a -> {
        List<String> tags = new ArrayList<>();
        for (AccessLink.Vlan v : a.vlans()) {
          if (v.tag() > 0) {
            tags.add(String.valueOf(v.tag()));
          }
        }
        yield tags.isEmpty() ? "" : "VLAN " + String.join(", ", tags);
      }
      case CircuitConnection c -> c.vlan() > 0 ? "VLAN " + c.vlan() : "";
      default -> "";
    };
  }

  /** The addresses on a link, for its end b; empty for none. */
  String addresses(Link l) {
    return switch (l) {
      case AccessLink a ->
          a.vlans().size() == 1 && a.vlans().getFirst().subnet() != null
              ? String.valueOf(a.vlans().getFirst().subnet())
              : "";
      case CircuitConnection c -> c.subnet() == null ? "" : c.subnet().toString();
      case PrivateLink p -> p.subnet() == null ? "" : p.subnet().toString();
      default -> "";
    };
  }
}
