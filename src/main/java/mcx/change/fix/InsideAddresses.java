package mcx.change.fix;

import java.util.ArrayList;
import java.util.List;
import mcx.catalog.AddressSet;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.inet.PrivateAddresses;
import org.jspecify.annotations.Nullable;

/** Other addresses inside tunnels. */
public final class InsideAddresses {

  private static final int BLOCK_LENGTH = 30;

  private InsideAddresses() {}

  /** A block that both ends of a tunnel take and nothing uses; null where there is none. */
  public static @Nullable Prefix free(Design design, Catalog catalog, Hop tunnel) {
    List<Prefix> atA = addresses(design, catalog, tunnel.a(), AddressSet.TUNNEL_INSIDE);
    List<Prefix> atB = addresses(design, catalog, tunnel.b(), AddressSet.TUNNEL_INSIDE);
    List<Prefix> pools = new ArrayList<>();
    for (Prefix one : atA.isEmpty() ? List.of(PrivateAddresses.LINK_LOCAL) : atA) {
      for (Prefix other : atB.isEmpty() ? List.of(one) : atB) {
        if (one.overlaps(other)) {
          pools.add(one.length() > other.length() ? one : other);
        }
      }
    }
    List<PrefixRange> taken = FreeBlocks.taken(design);
    for (Id end : List.of(tunnel.a(), tunnel.b())) {
      addresses(design, catalog, end, AddressSet.TUNNEL_RESERVED)
          .forEach(p -> taken.add(PrefixRange.of(p)));
    }
    return FreeBlocks.first(pools, BLOCK_LENGTH, taken);
  }

  private static List<Prefix> addresses(Design design, Catalog catalog, Id end, AddressSet set) {
    Gateway gateway = design.element(end, Gateway.class);
    Product product = gateway == null ? null : catalog.of(gateway);
    return product == null ? List.of() : product.addresses(set);
  }

  /** Gives a tunnel this block; addresses inside the old one at its ends go with it. */
  public static Change inside(Design design, Id tunnel, Prefix block) {
    Design changed = design;
    for (Hop hop : Hop.of(design, tunnel)) {
      for (Id end : List.of(hop.a(), hop.b())) {
        Gateway gateway = changed.element(end, Gateway.class);
        IpAddress old = hop.end(end).address();
        if (gateway != null && old != null && gateway.bgpAddresses().contains(old)) {
          changed =
              changed.with(
                  Components.with(
                      gateway,
                      "bgpAddresses",
                      gateway.bgpAddresses().stream().filter(a -> !a.equals(old)).toList()));
        }
      }
      changed = hop.over(block).in(changed);
    }
    return new Change(changed, List.of(), tunnel);
  }

  /** Runs both instances of a gateway at once. */
  public static Change activeActive(Design design, Id gateway, @Nullable IpAddress also) {
    Gateway found = design.element(gateway, Gateway.class);
    if (found == null) {
      return new Change(design, List.of(), gateway);
    }
    List<IpAddress> own = new ArrayList<>(found.bgpAddresses());
    if (also != null && !own.contains(also)) {
      own.add(also);
    }
    return Change.of(
        design, Components.with(Components.with(found, "activeActive", true), "bgpAddresses", own));
  }

  /** Lets one end of a tunnel speak BGP from another address. */
  public static Change speakFrom(Design design, Id link, Id speaker, IpAddress address) {
    Design changed = design;
    for (Hop hop : Hop.of(design, link)) {
      changed = hop.at(speaker, e -> e.with("address", address)).in(changed);
    }
    return new Change(changed, List.of(), link);
  }
}
