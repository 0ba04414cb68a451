package mcx.change.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mcx.catalog.AddressSet;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.change.Spare;
import mcx.design.BgpEnd;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.inet.Family;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.inet.PrivateAddresses;
import org.jspecify.annotations.Nullable;

/** Blocks of IPv4 addresses that a design does not use yet. */
public final class FreeBlocks {

  /** Where blocks for links are looked for: high up, where sites seldom are. */
  private static final List<Prefix> FOR_LINKS =
      List.of(Prefix.of("172.31.0.0/16"), Prefix.of("192.168.0.0/16"), Prefix.of("172.16.0.0/12"));

  private FreeBlocks() {}

  /** All addresses in use: of sites, gateways, links, and ends of sessions. */
  public static List<PrefixRange> taken(Design design) {
    List<PrefixRange> taken = new ArrayList<>();
    for (Element e : design.elements().values()) {
      switch (e) {
        case Premises p -> taken.addAll(p.networks());
        case Router r -> taken.addAll(r.networks());
        case VirtualNetwork n -> taken.addAll(n.prefixes());
        case Gateway g -> {
          taken.addAll(g.advertised());
          g.bgpAddresses().forEach(a -> taken.add(host(a)));
        }
        default -> {}
      }
    }
    for (Hop hop : Hop.all(design)) {
      if (hop.subnet() != null) {
        taken.add(PrefixRange.of(hop.subnet()));
      }
      for (BgpEnd end : List.of(hop.session().a(), hop.session().b())) {
        if (end.address() != null) {
          taken.add(host(end.address()));
        }
      }
    }
    return taken;
  }

  private static PrefixRange host(IpAddress address) {
    return PrefixRange.of(new Prefix(address, address.family().bits()));
  }

  /** The first block of this length in one of the pools that overlaps nothing; null for none. */
  public static @Nullable Prefix first(
      Collection<Prefix> pools, int length, Collection<PrefixRange> taken) {
    for (Prefix pool : pools) {
      if (pool.family() != Family.V4 || pool.length() > length) {
        continue;
      }
      long blocks = 1L << (length - pool.length());
      Prefix first = new Prefix(pool.address(), length);
      for (long i = 0; i < blocks; i++) {
        PrefixRange block = PrefixRange.of(first.next(i));
        if (taken.stream().noneMatch(t -> Spare.overlaps(t, block))) {
          return block.first();
        }
      }
    }
    return null;
  }

  /** A free private block for a link between two routers. */
  public static @Nullable Prefix forLink(Design design, int length) {
    return first(FOR_LINKS, length, taken(design));
  }

  /** A free private range for a network, of a length; none that some vendor does not take. */
  public static @Nullable Prefix forNetwork(Design design, Catalog catalog, int length) {
    List<PrefixRange> taken = taken(design);
    for (Product product : catalog.products().values()) {
      product.addresses(AddressSet.NOT_ACCEPTED).forEach(p -> taken.add(PrefixRange.of(p)));
    }
    return first(PrivateAddresses.RFC_1918, length, taken);
  }
}
