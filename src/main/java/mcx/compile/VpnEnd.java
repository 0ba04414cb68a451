package mcx.compile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.catalog.GatewayRole;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Router;
import mcx.design.VpnMode;
import mcx.inet.Asn;
import mcx.inet.Prefix;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint of a VPN, with what it can do.
 *
 * @param id the router or gateway
 * @param table the table that its tunnels end in
 * @param asn the number it speaks with; null where it has none
 * @param vendor the vendor of its cloud; empty for a router of the customer's own
 * @param gateway the gateway; null for a router
 * @param abilities what its product can do, by variant of use; empty where nothing limits it
 * @param drawnVersions the versions that were drawn; empty for all its product speaks
 * @param networks the prefixes that it serves
 */
record VpnEnd(
    Id id,
    VrfId table,
    @Nullable Asn asn,
    String vendor,
    @Nullable GatewayEnd gateway,
    List<Ike> abilities,
    Set<IkeVersion> drawnVersions,
    List<Prefix> networks) {

  static VpnEnd of(Context c, Router router) {
    return new VpnEnd(
        router.id(),
        VrfId.of(router.id().value()),
        router.asn(),
        "",
        null,
        List.of(),
        router.ikeVersions(),
        Served.networks(c, router));
  }

  /** A gateway, whose tunnels of the connection end in this table. */
  static VpnEnd of(Context c, GatewayEnd end, VrfId table) {
    Gateway gateway = end.gateway();
    Product product = end.product();
    return new VpnEnd(
        gateway.id(),
        table,
        end.asn(),
        c.vendor(gateway.id()),
        end,
        product == null ? List.of() : abilities(product, gateway.sku()),
        gateway.ikeVersions(),
        Served.networks(c, gateway));
  }

  private static List<Ike> abilities(Product product, @Nullable String sku) {
    String variant = sku == null && !product.skus().isEmpty() ? product.skus().getFirst() : sku;
    return product.ike().stream().filter(i -> i.sku() == null || i.sku().equals(variant)).toList();
  }

  /** What it can do in this mode; empty where it cannot, or where nothing is known of it. */
  List<Ike> abilities(VpnMode mode) {
    return abilities.stream()
        .filter(
            i ->
                switch (mode) {
                  case ROUTE_BASED -> i.routeBased();
                  case POLICY_BASED -> i.policyBased();
                  case GRE -> false;
                })
        .toList();
  }

  /** Whether it ends tunnels of this kind at all: those with IPsec, or GRE. */
  boolean ends(VpnMode mode) {
    Product product = gateway == null ? null : gateway.product();
    return product == null
        || product.has(mode == VpnMode.GRE ? GatewayRole.ENDS_GRE : GatewayRole.ENDS_VPN);
  }

  /** Whether it can do this mode at all. */
  boolean can(VpnMode mode) {
    return abilities.isEmpty() || !abilities(mode).isEmpty();
  }

  /** The versions it speaks in this mode; those of any mode where it cannot do this one. */
  Set<IkeVersion> versions(VpnMode mode) {
    Set<IkeVersion> versions = EnumSet.noneOf(IkeVersion.class);
    if (abilities.isEmpty()) {
      versions.addAll(EnumSet.allOf(IkeVersion.class));
    } else {
      List<Ike> fitting = abilities(mode);
      (fitting.isEmpty() ? abilities : fitting).forEach(i -> versions.addAll(i.versions()));
    }
    if (!drawnVersions.isEmpty()) {
      versions.retainAll(drawnVersions);
    }
    return versions;
  }

  /** Whether it speaks IKEv1 and nothing newer, in any mode. */
  boolean onlyIkev1() {
    Set<IkeVersion> all = EnumSet.noneOf(IkeVersion.class);
    all.addAll(versions(VpnMode.ROUTE_BASED));
    all.addAll(versions(VpnMode.POLICY_BASED));
    return all.equals(EnumSet.of(IkeVersion.IKEV1));
  }

  /** Whether it speaks BGP over tunnels of this mode. */
  boolean speaksBgp(VpnMode mode) {
    return mode == VpnMode.GRE
        || mode == VpnMode.ROUTE_BASED
            && (abilities.isEmpty() || abilities(mode).stream().anyMatch(Ike::bgp));
  }

  /** The PFS groups it offers when it starts; empty for any. */
  Set<Integer> pfsOffered(Set<Integer> drawn) {
    return groups(drawn, false);
  }

  /** The PFS groups it accepts when the other starts; empty for any. */
  Set<Integer> pfsAccepted(Set<Integer> drawn) {
    return groups(drawn, true);
  }

  private Set<Integer> groups(Set<Integer> drawn, boolean accepted) {
    if (!drawn.isEmpty()) {
      return drawn;
    }
    Set<Integer> groups = new TreeSet<>();
    for (Ike ability : abilities) {
      groups.addAll(accepted ? ability.pfsAccepted() : ability.pfsOffered());
    }
    return groups;
  }

  /** The most tunnels it ends in this mode; 0 where nothing is stated. */
  int maxTunnels(VpnMode mode) {
    return abilities(mode).stream().mapToInt(Ike::maxTunnels).max().orElse(0);
  }

  /** The throughput of one tunnel in Mbit/s; 0 where nothing is stated. */
  int tunnelMbps(VpnMode mode) {
    return abilities(mode).stream().mapToInt(Ike::tunnelMbps).max().orElse(0);
  }
}
