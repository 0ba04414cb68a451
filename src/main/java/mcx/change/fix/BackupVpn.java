package mcx.change.fix;

import java.util.List;
import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.change.Joints;
import mcx.design.Design;
import mcx.design.Id;

/** Adds a VPN between a router and a gateway, beside what joins them already. */
public final class BackupVpn {

  private BackupVpn() {}

  /** Whether the two can be joined by VPN, and nothing would be refused. */
  public static boolean isPossible(Design design, Catalog catalog, Id router, Id gateway) {
    return offers(design, catalog, router, gateway).stream().anyMatch(o -> !o.warning());
  }

  private static List<Joints.Offer> offers(
      Design design, Catalog catalog, Id router, Id gateway) {
    return Joints.between(design, catalog, router, gateway).offers().stream()
        .filter(o -> o.key().equals("vpn"))
        .toList();
  }

  /** The design with the VPN, as two such endpoints usually agree on one. */
  public static Change build(Design design, Catalog catalog, Id router, Id gateway) {
    Joints.Offer offer = offers(design, catalog, router, gateway).getFirst();
    return Joints.join(design, catalog, router, gateway, offer);
  }
}
