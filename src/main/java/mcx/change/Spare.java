package mcx.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpPeering;
import mcx.design.CircuitConnection;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.Premises;
import mcx.design.PrivateLink;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.design.VpnConnection;
import mcx.design.Vrf;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/** Numbers that a design does not use yet: AS numbers, address ranges, VLAN tags. */
public final class Spare {

  private static final Prefix TEN = Prefix.of("10.0.0.0/8");
  private static final int FIRST_VLAN = 100;
  private static final int LAST_VLAN = 4094;

  private Spare() {}

  /**
   * A private AS number that nothing in the design uses, no product has for itself, and no vendor
   * refuses.
   *
   * @param first where to begin; from there in steps of 10, then by one
   */
  public static Asn asn(Design design, Catalog catalog, long first) {
    Set<Asn> used = used(design);
    for (Product p : catalog.products().values()) {
      if (p.asn() != null) {
        used.add(Asn.of(p.asn().value()));
      }
    }
    for (long step : new long[] {10, 1}) {
      for (long n = first; n <= 65534; n += step) {
        if (fits(catalog, used, n)) {
          return Asn.of(n);
        }
      }
    }
    for (long n = 64514; n < first; n++) {
      if (fits(catalog, used, n)) {
        return Asn.of(n);
      }
    }
    long n = 4_200_000_000L;
    while (!fits(catalog, used, n)) {
      n++;
    }
    return Asn.of(n);
  }

  private static boolean fits(Catalog catalog, Set<Asn> used, long n) {
    Asn asn = Asn.of(n);
    return !used.contains(asn)
        && catalog.products().values().stream().noneMatch(p -> p.refuses(asn));
  }

  private static Set<Asn> used(Design design) {
    Set<Asn> used = new HashSet<>();
    for (Element e : design.elements().values()) {
      switch (e) {
        case Router r -> add(used, r.asn());
        case Gateway g -> add(used, g.asn());
        case Layer3Provider p -> add(used, p.asn());
        case Vrf v -> add(used, v.asn());
        default -> {}
      }
    }
    for (Link l : design.links().values()) {
      switch (l) {
        case AccessLink a -> a.vlans().forEach(v -> add(used, v.session().a(), v.session().b()));
        case BgpPeering p -> add(used, p.session().a(), p.session().b());
        case CircuitConnection c -> add(used, c.session().a(), c.session().b());
        case CloudInterconnect i ->
            i.paths().forEach(p -> add(used, p.session().a(), p.session().b()));
        case PrivateLink p -> add(used, p.session().a(), p.session().b());
        case VpnConnection v ->
            v.tunnels().forEach(t -> add(used, t.session().a(), t.session().b()));
        default -> {}
      }
    }
    return used;
  }

  private static void add(Set<Asn> used, BgpEnd a, BgpEnd b) {
    add(used, a.asn());
    add(used, b.asn());
  }

  private static void add(Set<Asn> used, @Nullable Asn asn) {
    if (asn != null) {
      used.add(asn);
    }
  }

  /**
   * A private address range that overlaps none of the design: the first, or one of its length
   * further on in 10.0.0.0/8, then before it; the first itself where all are taken.
   */
  public static Prefix prefix(Design design, Prefix first) {
    Set<PrefixRange> used = new TreeSet<>();
    for (Element e : design.elements().values()) {
      switch (e) {
        case Premises p -> used.addAll(p.networks());
        case Router r -> used.addAll(r.networks());
        case VirtualNetwork n -> used.addAll(n.prefixes());
        default -> {}
      }
    }
    Prefix lowest = Prefix.containing(TEN.address(), first.length());
    for (Prefix start : List.of(first, lowest)) {
      for (Prefix p = start; TEN.contains(p) && !p.address().equals(TEN.host((1L << 24) - 1)); ) {
        Prefix candidate = p;
        if (used.stream().noneMatch(u -> overlaps(u, PrefixRange.of(candidate)))) {
          return candidate;
        }
        p = p.next(1);
      }
    }
    return first;
  }

  /** Whether an address lies in both ranges. */
  public static boolean overlaps(PrefixRange a, PrefixRange b) {
    return a.first().family() == b.first().family() && (starts(a, b) || starts(b, a));
  }

  /** Whether {@code a} begins inside {@code b}. */
  private static boolean starts(PrefixRange a, PrefixRange b) {
    return b.last().contains(a.first().address())
        || (b.first().address().compareTo(a.first().address()) <= 0
            && a.first().address().compareTo(b.last().address()) <= 0);
  }

  /** A VLAN tag that is free at all of these ends (provider edges, ports, routers). */
  public static int vlan(Design design, Id... ends) {
    Set<Integer> used = new HashSet<>();
    for (Id end : ends) {
      tags(design, end, used);
    }
    for (int tag = FIRST_VLAN; tag <= LAST_VLAN; tag += 10) {
      if (!used.contains(tag)) {
        return tag;
      }
    }
    for (int tag = 1; tag < LAST_VLAN; tag++) {
      if (!used.contains(tag)) {
        return tag;
      }
    }
    return LAST_VLAN;
  }

  /** Whether the VLAN tag is free at this end. */
  static boolean isFree(Design design, int tag, Id end) {
    Set<Integer> used = new HashSet<>();
    tags(design, end, used);
    return tag > 0 && !used.contains(tag);
  }

  private static void tags(Design design, Id end, Set<Integer> used) {
    for (Link l : design.linksOf(end)) {
      switch (l) {
        case CircuitConnection c when c.b().equals(end) -> used.add(c.vlan());
        case AccessLink a when a.b().equals(end) -> a.vlans().forEach(v -> used.add(v.tag()));
        default -> {}
      }
    }
    for (Layer2Provider p : design.all(Layer2Provider.class)) {
      for (Layer2Provider.CrossConnect c : p.crossConnects()) {
        if (c.portA().equals(end)) {
          used.add(c.vlanA());
        }
        if (c.portB().equals(end)) {
          used.add(c.vlanB());
        }
      }
    }
  }
}
