package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.scenarios.Drawing.tunnel;

import java.util.List;
import java.util.Set;
import mcx.design.BgpSettings;
import mcx.design.Components;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.PeeringType;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.design.VpnConnection;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;

/** AWS Direct Connect with a VPN behind it, at a VGW and at a Transit Gateway. */
final class S15 {

  static final String SITE = "10.10.0.0/16";
  static final String HALF = "10.10.0.0/17";

  private S15() {}

  /** A VGW with two VPN connections and no Direct Connect. */
  static Design twoVpns() {
    VpnConnection first = (VpnConnection) vgw().links().get(Id.of("vpn"));
    return Edits.without(vgw(), "dx")
        .with(Components.with(Components.with(first, "id", Id.of("vpn-2")), "name", "Second VPN"));
  }

  /** A VGW with a private virtual interface and a VPN with BGP. */
  static Design vgw() {
    return vpn(
        base("Direct Connect with VPN at a VGW")
            .gateway("vgw", "VGW", "aws", "aws.vgw", null, 64514L)
            .attachNetwork("vpc-vgw", "vpc", "vgw")
            .attachCircuit("dx-vgw", "dx", "vgw"),
        "vgw");
  }

  /** The same with a VPN whose routes are set by hand. */
  static Design vgwStatic() {
    return byHand(vgw());
  }

  /** A Transit Gateway with a Direct Connect gateway and a VPN with BGP. */
  static Design tgw() {
    Design design =
        vpn(
            base("Direct Connect with VPN at a Transit Gateway")
                .gateway("tgw", "Transit Gateway", "aws", "aws.tgw", null, 64520L)
                .gateway("dxgw", "DX gateway", "aws", "aws.dxgw", null, 64514L)
                .attachNetwork("vpc-tgw", "vpc", "tgw")
                .associate("dxgw-tgw", "dxgw", "tgw", "10.30.0.0/16")
                .attachCircuit("dx-dxgw", "dx", "dxgw"),
            "tgw");
    return Edits.set(design, "dx-vif", "peering", PeeringType.TRANSIT);
  }

  /** The same with a VPN whose routes are set by hand. */
  static Design tgwStatic() {
    return byHand(tgw());
  }

  /** The customer's router holds a wider route to the VPN, which waits behind Direct Connect. */
  private static Design byHand(Design design) {
    Design after = Edits.set(design, "vpn", "routing", Routing.STATIC);
    return Edits.set(after, "vpn", "networksA", List.of(Prefix.of("10.30.0.0/15")));
  }

  /** Half of the site's range over the VPN, beside the whole over Direct Connect. */
  static Design half(Design design) {
    Design after =
        Edits.set(design, "dc1", "networks", List.of(PrefixRange.of(SITE), PrefixRange.of(HALF)));
    after = Edits.set(after, "vpn", "networksB", List.of(Prefix.of(SITE), Prefix.of(HALF)));
    return Edits.sessionB(
        after, "dx-vif", "exportPolicy", RoutePolicy.only(List.of(Prefix.of(SITE))));
  }

  /** Jumbo frames over Direct Connect. */
  static Design jumbo(Design design, int bytes) {
    Design after = Edits.setting(design, "dx-vif", Setting.MTU, bytes);
    return Edits.setting(
        Edits.setting(after, "vpc", Setting.MTU, bytes), "dc1", Setting.MTU, bytes);
  }

  private static Drawing base(String name) {
    return new Drawing(name)
        .datacenter("dc1", "Amsterdam", SITE)
        .appliance("ce", "CE", "dc1", 65010, "203.0.113.10")
        .internet("internet")
        .access("ce-internet", "ce", "internet", 1000)
        .cloud("aws", "AWS Frankfurt", "aws")
        .network("vpc", "Analytics", "aws", "10.30.0.0/16")
        .circuit("dx", "Direct Connect 1 Gbps", "aws", "aws.direct-connect", null, 1000)
        .wire("dx-vif", PRIMARY, "dx", "ce");
  }

  private static Design vpn(Drawing d, String gateway) {
    Design design =
        d.vpn(
                "vpn",
                "Backup VPN",
                gateway,
                "ce",
                "internet",
                IkeVersion.IKEV2,
                Set.of(),
                tunnel(1, null, 0, 0, BgpSettings.DEFAULT),
                tunnel(2, null, 1, 0, BgpSettings.DEFAULT))
            .design();
    return Edits.sessionB(design, "dx-vif", "importPolicy", RoutePolicy.localPreference(150));
  }
}
