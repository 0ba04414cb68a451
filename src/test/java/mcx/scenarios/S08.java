package mcx.scenarios;

import static mcx.scenarios.Drawing.tunnel;

import java.util.List;
import java.util.Set;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import mcx.design.VpnMode;
import mcx.diagram.Document;
import mcx.inet.Prefix;

/** A cloud whose own VPN gateway speaks only IKEv1. */
final class S08 {

  private S08() {}

  /** An appliance in the cloud ends the VPN, with IKEv2 and BGP; the cloud's gateway is unused. */
  static Design design() {
    return base("VpnGw1")
        .appliance("nva", "VPN appliance", "net-x", 65030, "198.51.100.30")
        .vpn(
            "vpn-nva",
            "To the appliance",
            "vpn-gw",
            "nva",
            "internet",
            IkeVersion.IKEV2,
            Set.of(),
            tunnel(1, null, 0, 0, BgpSettings.DEFAULT))
        .design();
  }

  /** The sample: as {@link #design()}, with what was tried first, IKEv2 to the cloud's gateway. */
  static Design withRefusedTunnel() {
    return design()
        .with(
            new VpnConnection(
                Id.of("vpn-native"),
                "To the cloud's gateway",
                Id.of("vpn-gw"),
                Id.of("native-gw"),
                Id.of("internet"),
                IkeVersion.IKEV2,
                VpnMode.ROUTE_BASED,
                Set.of(),
                Set.of(),
                Routing.BGP,
                List.of(),
                List.of(),
                List.of(tunnel(1, null, 0, 0, BgpSettings.DEFAULT))));
  }

  /** Variant: the cloud's own gateway to a policy-based Basic gateway, static, one tunnel. */
  static Design nativeGateway() {
    return base("Basic")
        .design()
        .with(
            new VpnConnection(
                Id.of("vpn-native"),
                "IKEv1, policy-based",
                Id.of("vpn-gw"),
                Id.of("native-gw"),
                Id.of("internet"),
                IkeVersion.IKEV1,
                VpnMode.POLICY_BASED,
                Set.of(),
                Set.of(),
                Routing.STATIC,
                List.of(Prefix.of("10.20.0.0/16")),
                List.of(Prefix.of("10.60.0.0/16")),
                List.of(tunnel(1, null, 0, 0, BgpSettings.DEFAULT))));
  }

  private static Drawing base(String azureSku) {
    return new Drawing("A cloud whose gateway speaks only IKEv1")
        .internet("internet")
        .cloud("azure", "Azure West Europe", "azure")
        .vpnGateway("vpn-gw", "VPN gateway", "azure", "azure.vpn-gateway", azureSku, 65515L, false)
        .network("vnet", "Production", "azure", "10.20.0.0/16")
        .attachNetwork("vnet-vpn-gw", "vnet", "vpn-gw")
        .cloud("cloud-x", "Nimbus Cloud", "other")
        .gateway(
            "native-gw", "Nimbus VPN gateway", "cloud-x", "other.vpn-gateway-ikev1", null, null)
        .network("net-x", "Records", "cloud-x", "10.60.0.0/16")
        .attachNetwork("net-x-native-gw", "net-x", "native-gw");
  }

  static Document sample() {
    return new Layout(withRefusedTunnel())
        .box("azure", 60, 200, 380, 360)
        .box("vpn-gw", 240, 330, 180, 70)
        .box("vnet", 80, 460, 340, 60)
        .box("internet", 700, 240, 120, 250)
        .box("cloud-x", 1080, 200, 380, 360)
        .box("native-gw", 1100, 250, 340, 60)
        .box("net-x", 1100, 360, 340, 160)
        .box("nva", 1120, 410, 160, 60)
        .bends("vpn-native", 500, 350, 500, 280, 1040, 280)
        .bends("vpn-nva", 500, 380, 500, 440, 1040, 440)
        .note(
            "Nimbus speaks only IKEv1, so Azure's IKEv2 tunnel to its gateway never comes up; the"
                + " appliance inside Nimbus ends the VPN instead. Fail it: nothing is left.",
            570,
            60,
            380,
            70)
        .document();
  }
}
