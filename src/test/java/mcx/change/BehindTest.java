package mcx.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.VirtualNetwork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which sites stand behind a gateway, where networks are peered. */
class BehindTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  /** A gateway at hub, peered with spoke, which is peered with far; each lets use its gateways. */
  private static Design chain(String vendor, String product) {
    return Design.of(
        "",
        List.of(
            new Cloud(Id.of("cloud"), "", null, vendor),
            VirtualNetwork.of(Id.of("hub"), "", Id.of("cloud"), "10.1.0.0/16"),
            VirtualNetwork.of(Id.of("spoke"), "", Id.of("cloud"), "10.2.0.0/16"),
            VirtualNetwork.of(Id.of("far"), "", Id.of("cloud"), "10.3.0.0/16"),
            Gateway.of(Id.of("gw"), "", Id.of("cloud"), product)),
        List.of(
            new NetworkAttachment(Id.of("hub-gw"), "", Id.of("hub"), Id.of("gw")),
            peering("hub", "spoke"),
            peering("spoke", "far")),
        List.of());
  }

  private static NetworkPeering peering(String a, String b) {
    return new NetworkPeering(Id.of(a + "-" + b), "", Id.of(a), Id.of(b), true, true);
  }

  private static String behind(Design design) {
    return String.join(
        " ", Behind.sites(design, CATALOG, Id.of("gw")).stream().map(Id::value).toList());
  }

  @Test
  @DisplayName("PEER: a spoke uses the gateway of its hub, and peering goes no further")
  void oneStep() {
    assertEquals("hub spoke", behind(chain("azure", "azure.er-gateway")));
  }

  @Test
  @DisplayName("PEER: a spoke with a gateway of its own uses that")
  void ownGateway() {
    Design design = chain("azure", "azure.er-gateway");
    Gateway own = Gateway.of(Id.of("own"), "", Id.of("spoke"), "azure.vpn-gateway");
    assertEquals("hub", behind(design.with(own)));
    Gateway beside = Gateway.of(Id.of("own"), "", Id.of("cloud"), "azure.vpn-gateway");
    assertEquals(
        "hub",
        behind(
            design
                .with(beside)
                .with(
                    new NetworkAttachment(Id.of("spoke-own"), "", Id.of("spoke"), Id.of("own")))));
  }

  @Test
  @DisplayName("DX-GW: elsewhere a network does not use the gateways of one it is peered with")
  void otherClouds() {
    assertEquals("hub", behind(chain("aws", "aws.vgw")));
    assertEquals("hub", behind(chain("google", "google.cloud-router")));
  }
}
