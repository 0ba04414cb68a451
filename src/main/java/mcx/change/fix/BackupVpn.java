package mcx.change.fix;

import java.util.List;
import mcx.catalog.Catalog;
import mcx.change.Change;
import mcx.change.Joints;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.VpnConnection;

/** Adds a VPN between a router and a gateway, beside what joins them already. */
public final class BackupVpn {

  /** A local preference below the customary 100. */
  private static final long SECOND_CHOICE = 50;

  private BackupVpn() {}

  /** Whether the two can be joined by VPN, and nothing would be refused. */
  public static boolean isPossible(Design design, Catalog catalog, Id router, Id gateway) {
    return offers(design, catalog, router, gateway).stream().anyMatch(o -> !o.warning());
  }

  private static List<Joints.Offer> offers(Design design, Catalog catalog, Id router, Id gateway) {
    return Joints.between(design, catalog, router, gateway).offers().stream()
        .filter(o -> o.key().equals("vpn"))
        .toList();
  }

  /**
   * The design with the VPN, as two such endpoints usually agree on one; the router takes what it
   * learns there only where it knows no other way.
   */
  public static Change build(Design design, Catalog catalog, Id router, Id gateway) {
    Joints.Offer offer = offers(design, catalog, router, gateway).getFirst();
    Change joined = Joints.join(design, catalog, router, gateway, offer);
    Design after = joined.design();
    for (Id id : joined.created()) {
      if (after.link(id) instanceof VpnConnection) {
        after =
            SessionEnds.tunnels(
                after,
                id,
                router,
                PolicyEdits.receiving(p -> PolicyEdits.preferring(p, SECOND_CHOICE)));
      }
    }
    return new Change(after, joined.created(), joined.main());
  }
}
