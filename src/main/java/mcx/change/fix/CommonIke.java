package mcx.change.fix;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcx.catalog.Catalog;
import mcx.catalog.Ike;
import mcx.catalog.Product;
import mcx.change.Change;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Router;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import org.jspecify.annotations.Nullable;

/**
 * Lets both ends of a VPN, and the connection between them, have an IKE version in common.
 *
 * @param vpn the connection
 * @param version the version that all will have
 * @param ends the ends that have to be told to speak it, since their versions were set without
 * @param connection whether the connection has to be set to it
 */
public record CommonIke(Id vpn, IkeVersion version, List<Id> ends, boolean connection) {

  public CommonIke {
    ends = List.copyOf(ends);
  }

  /**
   * What has to be set, with the newest version that both ends can; null where there is none, or
   * where nothing has to be set for it.
   */
  public static @Nullable CommonIke of(Design design, Catalog catalog, Id vpn) {
    if (!(design.link(vpn) instanceof VpnConnection v)) {
      return null;
    }
    for (IkeVersion version : List.of(IkeVersion.IKEV2, IkeVersion.IKEV1)) {
      List<Id> both = List.of(v.a(), v.b());
      if (both.stream().allMatch(e -> can(design, catalog, e, v.mode(), version))) {
        List<Id> ends = new ArrayList<>(both);
        ends.removeIf(e -> drawn(design, e).isEmpty() || drawn(design, e).contains(version));
        boolean connection = v.ike() != null && v.ike() != version;
        return ends.isEmpty() && !connection ? null : new CommonIke(vpn, version, ends, connection);
      }
    }
    return null;
  }

  /** Whether an end could speak a version, whatever is set. */
  private static boolean can(
      Design design, Catalog catalog, Id end, VpnMode mode, IkeVersion version) {
    return switch (design.element(end)) {
      case Router r -> true;
      case Gateway g -> {
        Product product = catalog.of(g);
        List<Ike> rows = product == null ? List.of() : product.ikes(g.sku());
        yield rows.isEmpty()
            || rows.stream()
                .filter(i -> mode == VpnMode.ROUTE_BASED ? i.routeBased() : i.policyBased())
                .anyMatch(i -> i.versions().contains(version));
      }
      case null, default -> false;
    };
  }

  /** The versions that are set of an end; empty for all that it can. */
  private static Set<IkeVersion> drawn(Design design, Id end) {
    return switch (design.element(end)) {
      case Router r -> r.ikeVersions();
      case Gateway g -> g.ikeVersions();
      case null, default -> Set.of();
    };
  }

  /** The design with all that set. */
  public Change apply(Design design) {
    Design after = design;
    for (Id end : ends) {
      Set<IkeVersion> versions = new TreeSet<>(drawn(after, end));
      versions.add(version);
      Object all = versions.equals(EnumSet.allOf(IkeVersion.class)) ? Set.of() : versions;
      after = Edits.component(after, List.of(end), "ikeVersions", all).design();
    }
    if (connection && after.link(vpn) instanceof VpnConnection v) {
      after = after.with(Components.with(v, "ike", version));
    }
    return new Change(after, List.of(), vpn);
  }
}
