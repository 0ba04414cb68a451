package mcx.scenarios;

import static mcx.scenarios.Drawing.addresses;
import static mcx.scenarios.Drawing.tunnel;

import java.util.Set;
import mcx.design.Design;
import mcx.design.IkeVersion;

/** Site-to-site VPN between Azure and Oracle, as Oracle's guide has it: one tunnel. */
final class S07 {

  private S07() {}

  /** IKEv2, with Diffie-Hellman group 14 for phase 2 set on Oracle's side: works. */
  static Design design() {
    return design(IkeVersion.IKEV2, Set.of(14));
  }

  /** Variant: IKEv2, with Oracle's default of group 5 for phase 2. */
  static Design defaultPfs() {
    return design(IkeVersion.IKEV2, Set.of());
  }

  /** Variant: IKEv1. */
  static Design ikev1() {
    return design(IkeVersion.IKEV1, Set.of(14));
  }

  private static Design design(IkeVersion ike, Set<Integer> oraclePfs) {
    Drawing d =
        new Drawing("Site-to-site VPN between Azure and Oracle")
            .internet("internet")
            .cloud("azure", "Azure West Europe", "azure")
            .vpnGateway(
                "vpn-gw",
                "VPN gateway",
                "azure",
                "azure.vpn-gateway",
                "VpnGw1",
                65515L,
                false,
                "169.254.21.2")
            .network("vnet", "Production", "azure", "10.20.0.0/16")
            .attachNetwork("vnet-vpn-gw", "vnet", "vpn-gw");
    CommonSites.oracle(d);
    return d.vpn(
            "vpn",
            "Azure to Oracle",
            "vpn-gw",
            "drg",
            "internet",
            ike,
            oraclePfs,
            tunnel(1, "169.254.21.0/30", 0, 0, addresses("169.254.21.2", "169.254.21.1")))
        .design();
  }
}
