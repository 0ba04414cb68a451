package mcx.change.fix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mcx.catalog.AddressSet;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
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

/** Blocks of addresses that a design does not use yet. */
public final class FreeBlocks {

  /** Where blocks for links are looked for: high up, where sites seldom are. */
  private static final List<Prefix> FOR_LINKS =
      List.of(Prefix.of("172.31.0.0/16"), Prefix.of("192.168.0.0/16"), Prefix.of("172.16.0.0/12"));

  /** Where private networks of IPv6 may lie (RFC 4193), and how long a usual one is. */
  private static final List<Prefix> PRIVATE_V6 = List.of(Prefix.of("fd00::/8"));

  private static final int USUAL_V4 = 24;
  private static final int USUAL_V6 = 64;

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

  /** The first IPv4 block of this length in the pools that overlaps nothing; null for none. */
  public static @Nullable Prefix first(
      Collection<Prefix> pools, int length, Collection<PrefixRange> taken) {
    List<Prefix> v4 = pools.stream().filter(p -> p.family() == Family.V4).toList();
    List<PrefixRange> found = runs(v4, length, 1, taken);
    return found.isEmpty() ? null : found.getFirst().first();
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

  /**
   * As many prefixes as asked for that overlap nothing that any site, virtual network, router,
   * gateway or link has. They are of the usual length of a network, longer where that leaves too
   * few; of IPv6 where all that is there is.
   *
   * @param has what grows
   * @param count how many, at least 1
   * @throws IllegalArgumentException if there is no room for so many
   */
  public static List<PrefixRange> like(Design design, List<PrefixRange> has, int count) {
    boolean v6 = !has.isEmpty() && has.stream().allMatch(r -> r.first().family() == Family.V6);
    Family family = v6 ? Family.V6 : Family.V4;
    List<PrefixRange> taken = taken(design);
    for (int length = v6 ? USUAL_V6 : USUAL_V4; length <= family.bits(); length++) {
      List<PrefixRange> found =
          runs(v6 ? PRIVATE_V6 : PrivateAddresses.RFC_1918, length, count, taken);
      if (!found.isEmpty()) {
        return found;
      }
    }
    throw new IllegalArgumentException("There is no room for " + count + " more prefixes.");
  }

  /** Free runs of this length in these pools; empty where there are not so many. */
  private static List<PrefixRange> runs(
      List<Prefix> pools, int length, int count, Collection<PrefixRange> used) {
    List<PrefixRange> found = new ArrayList<>();
    int left = count;
    for (Prefix pool : pools) {
      Prefix at = Prefix.containing(pool.address(), length);
      while (left > 0 && at != null && pool.contains(at)) {
        Prefix blocked = blocked(used, at);
        if (blocked != null) {
          at = after(blocked, pool, length);
          continue;
        }
        int run = 1;
        Prefix next = after(at, pool, length);
        while (run < left && next != null && blocked(used, next) == null) {
          run++;
          next = after(next, pool, length);
        }
        found.add(new PrefixRange(at, run));
        left -= run;
        at = next;
      }
    }
    return left > 0 ? List.of() : found;
  }

  /** The last prefix of a used range that overlaps this one; null for none. */
  private static @Nullable Prefix blocked(Collection<PrefixRange> used, Prefix prefix) {
    for (PrefixRange range : used) {
      if (range.first().family() == prefix.family()
          && (range.first().overlaps(prefix)
              || range.last().overlaps(prefix)
              || (range.first().compareTo(prefix) < 0 && range.last().compareTo(prefix) > 0))) {
        return range.last().compareTo(prefix) > 0 ? range.last() : prefix;
      }
    }
    return null;
  }

  /** The prefix of this length after another one; null where the pool ends. */
  private static @Nullable Prefix after(Prefix prefix, Prefix pool, int length) {
    Prefix whole = prefix.length() > length ? Prefix.containing(prefix.address(), length) : prefix;
    Prefix end = pool.next(1);
    Prefix next = Prefix.containing(whole.next(1).address(), length);
    return next.address().compareTo(end.address()) >= 0 ? null : next;
  }
}
