package mcx.change.fix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcx.catalog.AddressSet;
import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.VpnConnection;
import mcx.design.VpnConnection.Tunnel;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** Edits of a VPN connection's tunnels. */
public final class Tunnels {

  private static final int INSIDE_LENGTH = 30;

  private Tunnels() {}

  /**
   * A tunnel to come: between which instances of the two ends.
   *
   * @param a the instance at the connection's end a, from 0
   * @param b the instance at end b, from 0
   */
  public record Instances(int a, int b) {}

  /**
   * The connection with more tunnels, with the policies of its first. Where tunnels have their own
   * inside addresses, the new ones get a block that no tunnel has and both vendors take.
   */
  public static Change add(Design design, Catalog catalog, Id connection, List<Instances> more) {
    Design changed = added(design, catalog, connection, more);
    return new Change(changed, List.of(), connection);
  }

  /**
   * The connection with a tunnel at each of the two instances of a gateway at one of its ends,
   * where the connections between the same two ends do not have one there yet.
   */
  public static Design onBothInstances(Design design, Catalog catalog, Id connection, Id gateway) {
    if (!(design.link(connection) instanceof VpnConnection vpn)) {
      return design;
    }
    boolean atA = vpn.a().equals(gateway);
    Set<Integer> used = new HashSet<>();
    for (VpnConnection v : design.allLinks(VpnConnection.class)) {
      if (v.joins(vpn.a()) && v.joins(vpn.b())) {
        v.tunnels().forEach(t -> used.add(v.a().equals(gateway) ? t.instanceA() : t.instanceB()));
      }
    }
    List<Instances> more = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      if (!used.contains(i)) {
        more.add(atA ? new Instances(i, 0) : new Instances(0, i));
      }
    }
    return added(design, catalog, connection, more);
  }

  private static Design added(Design design, Catalog catalog, Id connection, List<Instances> more) {
    if (!(design.link(connection) instanceof VpnConnection vpn)) {
      return design;
    }
    List<Tunnel> tunnels = new ArrayList<>(vpn.tunnels());
    Set<Prefix> used = used(design);
    for (Instances i : more) {
      tunnels.add(next(design, catalog, vpn, tunnels, i, used));
    }
    return design.with(Components.with(vpn, "tunnels", tunnels));
  }

  private static Tunnel next(
      Design design,
      Catalog catalog,
      VpnConnection vpn,
      List<Tunnel> tunnels,
      Instances instances,
      Set<Prefix> used) {
    Tunnel like = tunnels.isEmpty() ? null : tunnels.getFirst();
    Set<String> keys = new HashSet<>();
    tunnels.forEach(t -> keys.add(t.key()));
    int n = 1;
    while (keys.contains("tunnel-" + n)) {
      n++;
    }
    Prefix inside = null;
    if (like != null && like.inside() != null) {
      inside = spare(design, catalog, vpn, used);
      if (inside != null) {
        used.add(inside);
      }
    }
    mcx.design.BgpSettings session =
        like == null
            ? mcx.design.BgpSettings.DEFAULT
            : new mcx.design.BgpSettings(
                end(design, vpn.a(), like.session().a(), like.inside() != null),
                end(design, vpn.b(), like.session().b(), like.inside() != null));
    Tunnel tunnel = new Tunnel("tunnel-" + n, inside, instances.a(), instances.b(), session);
    return like == null ? tunnel : Components.with(tunnel, "settings", like.settings());
  }

  /** The settings of the first tunnel's end, without an address that only that tunnel can have. */
  private static mcx.design.BgpEnd end(
      Design design, Id end, mcx.design.BgpEnd like, boolean ofTheTunnel) {
    boolean gateway = design.element(end, Gateway.class) != null;
    return gateway || ofTheTunnel ? like.with("address", null) : like;
  }

  private static Set<Prefix> used(Design design) {
    Set<Prefix> used = new HashSet<>();
    for (VpnConnection v : design.allLinks(VpnConnection.class)) {
      v.tunnels().stream().map(Tunnel::inside).filter(p -> p != null).forEach(used::add);
    }
    return used;
  }

  /**
   * A block for a tunnel's inside that is free and that both ends take; null where none is left.
   */
  private static @Nullable Prefix spare(
      Design design, Catalog catalog, VpnConnection vpn, Set<Prefix> used) {
    List<Prefix> pools = new ArrayList<>();
    Set<Prefix> reserved = new HashSet<>(used);
    for (Id end : List.of(vpn.a(), vpn.b())) {
      Gateway gateway = design.element(end, Gateway.class);
      Product product = gateway == null ? null : catalog.of(gateway);
      if (product != null) {
        reserved.addAll(product.addresses(AddressSet.TUNNEL_RESERVED));
        pools = narrower(pools, product.addresses(AddressSet.TUNNEL_INSIDE));
      }
    }
    for (Prefix pool : pools) {
      for (Prefix p = new Prefix(pool.address(), INSIDE_LENGTH); pool.contains(p); p = p.next(1)) {
        Prefix candidate = p;
        if (reserved.stream().noneMatch(r -> r.overlaps(candidate))) {
          return candidate;
        }
      }
    }
    return null;
  }

  /** What lies in both lists of blocks; the one list where the other is empty. */
  private static List<Prefix> narrower(List<Prefix> one, List<Prefix> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    List<Prefix> both = new ArrayList<>();
    for (Prefix p : one) {
      for (Prefix q : other) {
        if (p.contains(q)) {
          both.add(q);
        } else if (q.contains(p)) {
          both.add(p);
        }
      }
    }
    return both;
  }
}
