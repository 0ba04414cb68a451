package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.scenarios.Drawing.tunnel;

import java.util.List;
import java.util.Set;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.IkeVersion;
import mcx.design.Setting;
import mcx.inet.PrefixRange;

/** Two datacenters behind Alibaba's border routers and a transit router. */
final class S19 {

  private S19() {}

  static Design design() {
    return drawing().design();
  }

  /** Variant: a policy permits traffic between the border routers. */
  static Design permitted() {
    return Edits.setting(design(), "tr", Setting.PERMIT_PRIORITY, 100);
  }

  /** Variant: a second circuit to the first datacenter. */
  static Design secondCircuit() {
    return circuit(drawing(), "3", "dc1-r2")
        .inner("dc1-inner", "dc1-r1", "dc1-r2", "192.168.1.0/30")
        .design();
  }

  /** Variant: the first datacenter tells these. */
  static Design telling(String... networks) {
    return Edits.set(
        design(), "dc1", "networks", List.of(networks).stream().map(PrefixRange::of).toList());
  }

  /** Variant: a VPN gateway of the VPC in the place of the circuits, to a branch with these. */
  static Design vpnGateway(String... networks) {
    Design design =
        new Drawing("Alibaba VPN gateway")
            .datacenter("branch", "Utrecht", "10.12.0.0/16")
            .appliance("branch-r", "CE Utrecht", "branch", 65030, "203.0.113.30")
            .internet("internet")
            .access("branch-internet", "branch-r", "internet", 1000)
            .cloud("alibaba", "Alibaba Frankfurt", "alibaba")
            .network("vpc", "Production", "alibaba", "10.70.0.0/16")
            .gateway("gw", "VPN gateway", "alibaba", "alibaba.vpn-gateway", null, null)
            .attachNetwork("vpc-gw", "vpc", "gw")
            .vpn(
                "vpn",
                "VPN to Utrecht",
                "gw",
                "branch-r",
                "internet",
                IkeVersion.IKEV2,
                Set.of(),
                tunnel(1, null, 0, 0, BgpSettings.DEFAULT),
                tunnel(2, null, 1, 0, BgpSettings.DEFAULT))
            .design();
    return Edits.set(
        design, "branch", "networks", List.of(networks).stream().map(PrefixRange::of).toList());
  }

  private static Drawing drawing() {
    Drawing d =
        new Drawing("Alibaba border routers and transit router")
            .datacenter("dc1", "Amsterdam", "10.10.0.0/16")
            .router("dc1-r1", "CE Amsterdam 1", "dc1", 65010)
            .router("dc1-r2", "CE Amsterdam 2", "dc1", 65010)
            .datacenter("dc2", "Frankfurt", "10.11.0.0/16")
            .router("dc2-r1", "CE Frankfurt", "dc2", 65020)
            .cloud("alibaba", "Alibaba Frankfurt", "alibaba")
            .network("vpc", "Production", "alibaba", "10.70.0.0/16")
            .gateway("tr", "Transit router", "alibaba", "alibaba.transit-router", null, null)
            .attachNetwork("vpc-tr", "vpc", "tr");
    circuit(d, "1", "dc1-r1");
    return circuit(d, "2", "dc2-r1");
  }

  private static Drawing circuit(Drawing d, String key, String router) {
    String ec = "ec" + key;
    String vbr = "vbr" + key;
    return d.gateway(vbr, "VBR " + key, "alibaba", "alibaba.vbr", null, 45104L)
        .associate(vbr + "-tr", vbr, "tr")
        .circuit(ec, "Express Connect " + key, "alibaba", "alibaba.express-connect", null, 1000)
        .attachCircuit(ec + "-" + vbr, ec, vbr)
        .wire(ec + "-line", PRIMARY, ec, router);
  }
}
