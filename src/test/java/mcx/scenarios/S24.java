package mcx.scenarios;

import static mcx.scenarios.Drawing.tunnel;

import java.util.List;
import java.util.Set;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.IkeVersion;
import mcx.design.Intent.IntentKind;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.inet.PrefixRange;

/** A virtual network of Azure and one of AWS that use the same addresses, joined by VPN. */
final class S24 {

  static final String BOTH = "10.0.0.0/16";

  private S24() {}

  /** Nothing is translated; the two are to reach each other. */
  static Design design() {
    return Edits.intent(design("VpnGw2", false), IntentKind.REACH, "vnet", "vpc");
  }

  /** Variant: Azure translates, with BGP on the link-local addresses that AWS takes. */
  static Design translatedWithBgp() {
    return Edits.setting(design(), "vpn-gw", Setting.NAT, true);
  }

  /** Variant: Azure translates, and routes are set by hand. */
  static Design translatedByHand() {
    return Edits.set(
        Edits.setting(design("VpnGw2", true), "vpn-gw", Setting.NAT, true),
        "vpn",
        "routing",
        Routing.STATIC);
  }

  /** The same with a gateway that is too small. */
  static Design tooSmall() {
    return Edits.set(translatedByHand(), "vpn-gw", "sku", "VpnGw1");
  }

  /** Variant: AWS is renumbered. */
  static Design renumbered() {
    return Edits.set(design(), "vpc", "prefixes", List.of(PrefixRange.of("172.21.0.0/16")));
  }

  private static Design design(String sku, boolean ownAddresses) {
    return new Drawing("Overlapping ranges between Azure and AWS")
        .internet("internet")
        .cloud("azure", "Azure West Europe", "azure")
        .network("vnet", "Production", "azure", BOTH)
        .vpnGateway("vpn-gw", "VPN gateway", "azure", "azure.vpn-gateway", sku, 65000L, true)
        .attachNetwork("vnet-vpn-gw", "vnet", "vpn-gw")
        .cloud("aws", "AWS Frankfurt", "aws")
        .network("vpc", "Analytics", "aws", BOTH)
        .gateway("vgw", "VGW", "aws", "aws.vgw", null, 64512L)
        .attachNetwork("vpc-vgw", "vpc", "vgw")
        .vpn(
            "vpn",
            "Azure to AWS",
            "vpn-gw",
            "vgw",
            "internet",
            IkeVersion.IKEV2,
            Set.of(),
            tunnel(1, ownAddresses ? null : "169.254.21.0/30", 0, 0, BgpSettings.DEFAULT),
            tunnel(2, ownAddresses ? null : "169.254.22.0/30", 1, 1, BgpSettings.DEFAULT))
        .design();
  }
}
