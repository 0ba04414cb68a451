package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;
import static mcx.scenarios.Drawing.tunnel;

import java.util.List;
import java.util.Set;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.CircuitPeering;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.IkeVersion;
import mcx.design.RoutePolicy;
import mcx.design.RouteTable;
import mcx.design.Setting;
import mcx.design.StaticRoute;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/** A Virtual WAN hub that learns one prefix over ExpressRoute and over VPN. */
final class S26 {

  static final String SITE = "10.10.0.0/16";

  private S26() {}

  /** The hub with its routing preference; null for the usual one. */
  static Design design(@Nullable String preference) {
    Design design = drawing().design();
    return preference == null
        ? design
        : Edits.setting(design, "hub", Setting.ROUTING_PREFERENCE, preference);
  }

  /** Variant: a route by hand to the site, over the VPN. */
  static Design withStaticRoute() {
    return design(null)
        .with(
            new RouteTable(
                Id.of("rt"),
                "Default",
                Id.of("hub"),
                Set.of(),
                Set.of(),
                List.of(new StaticRoute(Prefix.of(SITE), Id.of("vpn"), false))));
  }

  /** Variant: a second site by a circuit of its own. */
  static Design twoCircuits() {
    Drawing d =
        drawing()
            .datacenter("dc2", "Frankfurt", "10.11.0.0/16")
            .router("ce2", "CE Frankfurt", "dc2", 65020);
    return circuit(d, "er2", "fra", "ce2").design();
  }

  /** The same with Global Reach between the circuits. */
  static Design globalReach() {
    return twoCircuits()
        .with(new CircuitPeering(Id.of("reach"), "Global Reach", Id.of("er"), Id.of("er2")));
  }

  private static Drawing drawing() {
    BgpEnd longer = BgpEnd.DEFAULT.with("exportPolicy", RoutePolicy.prepend(1));
    BgpSettings session = new BgpSettings(BgpEnd.DEFAULT, longer);
    Drawing d =
        new Drawing("Virtual WAN hub")
            .datacenter("dc1", "Amsterdam", SITE)
            .appliance("ce", "CE", "dc1", 65010, "203.0.113.10")
            .internet("internet")
            .access("ce-internet", "ce", "internet", 1000)
            .cloud("azure", "Azure West Europe", "azure")
            .gateway("hub", "Virtual hub", "azure", "azure.vwan-hub", null, null)
            .network("vnet", "Production", "azure", "10.20.0.0/16")
            .attachNetwork("vnet-hub", "vnet", "hub")
            .vpn(
                "vpn",
                "VPN to Amsterdam",
                "hub",
                "ce",
                "internet",
                IkeVersion.IKEV2,
                Set.of(),
                tunnel(1, null, 0, 0, session),
                tunnel(2, null, 1, 0, session));
    return circuit(d, "er", "ams", "ce");
  }

  private static Drawing circuit(Drawing d, String id, String place, String router) {
    return d.peeringLocation(place, place, place)
        .circuit(id, "ExpressRoute " + place, "azure", "azure.expressroute", "Standard", 1000)
        .at(id, place)
        .attachCircuit(id + "-hub", id, "hub")
        .wire(id + "-primary", PRIMARY, id, router)
        .wire(id + "-secondary", SECONDARY, id, router);
  }
}
