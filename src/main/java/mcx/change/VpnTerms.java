package mcx.change;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcx.catalog.Catalog;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.IkeVersion;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.VpnMode;
import mcx.inet.Asn;
import org.jspecify.annotations.Nullable;

/**
 * What two VPN endpoints usually agree on.
 *
 * @param a what the one can do
 * @param b what the other can do
 * @param possible whether they have an IKE version in common for one mode
 * @param mode route-based where both can, else policy-based
 * @param routing BGP where both speak it over route-based tunnels, else static
 * @param tunnels how many tunnels
 * @param pfsA the groups to set at the one end, where the defaults do not fit; empty for the
 *     default
 * @param pfsB the same for the other
 */
record VpnTerms(
    Side a,
    Side b,
    boolean possible,
    VpnMode mode,
    Routing routing,
    int tunnels,
    Set<Integer> pfsA,
    Set<Integer> pfsB) {

  /** A group that every vendor with stated groups takes, but for some old defaults. */
  private static final int USUAL_GROUP = 14;

  /**
   * An endpoint.
   *
   * @param element the router or gateway
   * @param product the gateway's product; null for a router
   * @param rows the kinds of VPN it can do
   * @param asn its AS number; null where it has none
   * @param instances how many instances end tunnels at once
   * @param tunnelsPerAddress how many tunnels it has to one address of its peer
   */
  record Side(
      Element element,
      @Nullable Product product,
      List<Ike> rows,
      @Nullable Asn asn,
      int instances,
      int tunnelsPerAddress) {}

  static VpnTerms between(Catalog catalog, Element from, Element to) {
    Side a = side(catalog, from);
    Side b = side(catalog, to);
    Ike bestA = null;
    Ike bestB = null;
    int best = -1;
    for (Ike x : a.rows) {
      for (Ike y : b.rows) {
        int score = score(x, y);
        if (score > best) {
          best = score;
          bestA = x;
          bestB = y;
        }
      }
    }
    boolean routeBased =
        bestA == null || bestB == null || (bestA.routeBased() && bestB.routeBased());
    boolean bgp =
        routeBased
            && a.asn != null
            && b.asn != null
            && !(needsPartner(a) || needsPartner(b))
            && (bestA == null || bestA.bgp())
            && (bestB == null || bestB.bgp());
    Set<Integer> pfsA = Set.of();
    Set<Integer> pfsB = Set.of();
    if (bestA != null && bestB != null && !pfsFits(bestA, bestB)) {
      // The side with the narrower choice is the one that is usually set by hand.
      boolean changeB = bestB.pfsAccepted().size() <= bestA.pfsAccepted().size();
      int group = common(changeB ? bestA : bestB);
      if (changeB) {
        pfsB = Set.of(group);
      } else {
        pfsA = Set.of(group);
      }
    }
    return new VpnTerms(
        a,
        b,
        best >= 0,
        routeBased ? VpnMode.ROUTE_BASED : VpnMode.POLICY_BASED,
        bgp ? Routing.BGP : Routing.STATIC,
        count(a, b, bestA, bestB),
        pfsA,
        pfsB);
  }

  /** Whether a gateway speaks BGP only beside another, which a new VPN does not bring along. */
  private static boolean needsPartner(Side side) {
    return side.product != null && !side.product.bgpThrough().isEmpty();
  }

  /** How well two kinds of VPN fit; negative where they have no version or mode in common. */
  private static int score(Ike x, Ike y) {
    Set<IkeVersion> versions = new TreeSet<>(x.versions());
    versions.retainAll(y.versions());
    boolean route = x.routeBased() && y.routeBased();
    boolean policy = x.policyBased() && y.policyBased();
    if (versions.isEmpty() || !(route || policy)) {
      return -1;
    }
    return (route ? 4 : 0)
        + (x.bgp() && y.bgp() ? 2 : 0)
        + (versions.contains(IkeVersion.IKEV2) ? 1 : 0);
  }

  private static boolean pfsFits(Ike x, Ike y) {
    return fits(x.pfsOffered(), y.pfsAccepted()) && fits(y.pfsOffered(), x.pfsAccepted());
  }

  private static boolean fits(Set<Integer> offered, Set<Integer> accepted) {
    return offered.isEmpty() || accepted.isEmpty() || offered.stream().anyMatch(accepted::contains);
  }

  private static int common(Ike other) {
    Set<Integer> accepted = other.pfsAccepted();
    if (accepted.isEmpty() || accepted.contains(USUAL_GROUP)) {
      return USUAL_GROUP;
    }
    return accepted.stream().max(Integer::compare).orElse(USUAL_GROUP);
  }

  private static int count(Side a, Side b, @Nullable Ike bestA, @Nullable Ike bestB) {
    int tunnels =
        a.tunnelsPerAddress > 1 || b.tunnelsPerAddress > 1
            ? Math.max(a.tunnelsPerAddress * b.instances, b.tunnelsPerAddress * a.instances)
            : Math.max(a.instances, b.instances);
    for (Ike one : bestA == null || bestB == null ? List.<Ike>of() : List.of(bestA, bestB)) {
      if (one.maxTunnels() > 0) {
        tunnels = Math.min(tunnels, one.maxTunnels());
      }
    }
    return tunnels;
  }

  private static Side side(Catalog catalog, Element element) {
    if (element instanceof Gateway g) {
      Product product = catalog.of(g);
      List<Ike> rows =
          (product == null ? List.<Ike>of() : product.ikes(g.sku()))
              .stream().map(r -> narrowed(r, g.ikeVersions())).toList();
      Asn asn = CloudParts.asn(catalog, g);
      int per = rows.isEmpty() ? 1 : rows.getFirst().tunnelsPerConnection();
      int instances = g.activeActive() && product != null ? product.connections() : per;
      int perAddress =
          product == null ? 1 : (int) product.number(Quantity.TUNNELS_PER_PEER_ADDRESS).orElse(1);
      return new Side(g, product, rows, asn, instances, perAddress);
    }
    Router router = (Router) element;
    Set<IkeVersion> versions =
        router.ikeVersions().isEmpty() ? EnumSet.allOf(IkeVersion.class) : router.ikeVersions();
    Ike any =
        new Ike(null, versions, true, true, true, 0, 1, 0, true, Set.of(), Set.of(), "", true);
    return new Side(router, null, List.of(any), router.asn(), 1, 1);
  }

  private static Ike narrowed(Ike row, Set<IkeVersion> set) {
    if (set.isEmpty()) {
      return row;
    }
    Set<IkeVersion> versions = new TreeSet<>(row.versions());
    versions.retainAll(set);
    return new Ike(
        row.sku(),
        versions,
        row.routeBased(),
        row.policyBased(),
        row.bgp(),
        row.maxTunnels(),
        row.tunnelsPerConnection(),
        row.tunnelMbps(),
        row.nat(),
        row.pfsOffered(),
        row.pfsAccepted(),
        row.source(),
        row.confirmed());
  }

  int instancesA() {
    return a.instances;
  }

  int instancesB() {
    return b.instances;
  }

  /** Whether both have one AS number, so that BGP between them would be inner and loops found. */
  boolean sameAsn() {
    return routing == Routing.BGP && a.asn != null && a.asn.equals(b.asn);
  }

  /** Whether the other end's vendor refuses the AS number of end a. */
  boolean refusesA() {
    return refuses(b, a);
  }

  /** Whether the other end's vendor refuses the AS number of end b. */
  boolean refusesB() {
    return refuses(a, b);
  }

  private boolean refuses(Side by, Side whose) {
    return routing == Routing.BGP
        && whose.asn != null
        && by.product != null
        && by.product.refuses(whose.asn);
  }

  /** What the end can do, in words: {@code IKEv1, policy-based}. */
  String speaks(Element end) {
    Side side = a.element.id().equals(end.id()) ? a : b;
    return side.rows.stream()
        .map(
            r ->
                r.versions().stream()
                        .sorted()
                        .map(IkeVersion::label)
                        .collect(Collectors.joining("/"))
                    + ", "
                    + Texts.get(r.routeBased() ? "vpn.routeBased" : "vpn.policyBased"))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
