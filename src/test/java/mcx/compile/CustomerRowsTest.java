package mcx.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mcx.design.AccessLink;
import mcx.design.BgpEnd;
import mcx.design.BgpSettings;
import mcx.design.CircuitConnection;
import mcx.design.ConnectionRole;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.PeeringType;
import mcx.design.ProviderEdge;
import mcx.design.Routing;
import mcx.design.Vrf;
import mcx.inet.Asn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What customer routers and layer-3 providers pass on (1.4): each row by its source key. */
class CustomerRowsTest {

  private static Sketch clouds() {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .cloud("azure")
        .network("azure", "vnet", "10.20.0.0/16")
        .gateway("azure", "er-gw", "azure.er-gateway", null)
        .serve("vnet", "er-gw")
        .cloud("aws")
        .network("aws", "vpc", "10.30.0.0/16")
        .gateway("aws", "vgw", "aws.vgw", 64514L)
        .serve("vpc", "vgw");
  }

  @Test
  @DisplayName("SEED: a customer router passes on everything that it learned")
  void customerRouter() {
    clouds()
        .circuit("azure", "er", "azure.expressroute", "er-gw", "dc")
        .circuit("aws", "dx", "aws.direct-connect", "vgw", "dc")
        .outcome()
        .clean()
        .path("er/primary", "10.30.0.0/16", "65010 64514")
        .path("dx/primary", "10.20.0.0/16", "65010 12076")
        .goes("vnet", "vpc", "vnet er-gw er/primary dc-r dx/primary vgw vpc");
  }

  /** The datacenter, and a circuit of each cloud, at a provider's edge. */
  private static Sketch provider(String azure, String aws, String... ofDc) {
    Sketch sketch =
        clouds()
            .add(new Layer3Provider(Id.of("isp"), "isp", null, Asn.of(64900), List.of()))
            .add(new ProviderEdge(Id.of("pe"), "pe", Id.of("isp")));
    Stream.concat(Stream.of(azure, aws), Stream.of(ofDc))
        .distinct()
        .sorted()
        .forEach(vrf -> sketch.add(Vrf.of(Id.of(vrf), vrf, Id.of("isp"))));
    int tag = 10;
    List<AccessLink.Vlan> vlans = new ArrayList<>();
    for (String vrf : ofDc) {
      vlans.add(new AccessLink.Vlan(tag++, Id.of(vrf), null, Routing.BGP, BgpSettings.DEFAULT));
    }
    return sketch
        .add(new AccessLink(Id.of("dc-pe"), "", Id.of("dc-r"), Id.of("pe"), 1000, vlans))
        .circuit("azure", "er", "azure.expressroute", "er-gw")
        .circuit("aws", "dx", "aws.direct-connect", "vgw")
        .add(connection("er", azure))
        .add(connection("dx", aws));
  }

  private static CircuitConnection connection(String circuit, String vrf) {
    return new CircuitConnection(
        Id.of(circuit + "-pe"),
        "",
        Id.of(circuit),
        Id.of("pe"),
        ConnectionRole.PRIMARY,
        PeeringType.PRIVATE,
        0,
        Id.of(vrf),
        null,
        null,
        BgpSettings.DEFAULT);
  }

  @Test
  @DisplayName("SEED: in one VRF of a provider all members learn all members directly")
  void oneVrf() {
    provider("all", "all", "all")
        .outcome()
        .clean()
        .path("er/primary", "10.30.0.0/16", "64900 64514")
        .path("dx/primary", "10.20.0.0/16", "64900 12076")
        .path("dc-r", "10.20.0.0/16", "64900 12076")
        .goes("vnet", "vpc", "vnet er-gw er/primary pe dx/primary vgw vpc");
  }

  @Test
  @DisplayName("SEED: between VRFs of a provider nothing passes")
  void vrfPerCloud() {
    provider("red", "blue", "red")
        .outcome()
        .path("dc-r", "10.20.0.0/16", "64900 12076")
        .none("dc-r", "10.30.0.0/16")
        .isolated("vnet", "vpc")
        .isolated("dc", "vpc");
  }

  @Test
  @DisplayName(
      "RFC: only the customer's router joins them, where the edge takes its own number back")
  void joinedByCustomer() {
    Sketch both = provider("red", "blue", "red", "blue");
    both.outcome()
        .path("dc-r", "10.30.0.0/16", "64900 64514")
        .none("er/primary", "10.30.0.0/16")
        .isolated("vnet", "vpc");
    List<AccessLink.Vlan> vlans = new ArrayList<>();
    int tag = 10;
    for (String vrf : List.of("red", "blue")) {
      vlans.add(
          new AccessLink.Vlan(
              tag++,
              Id.of(vrf),
              null,
              Routing.BGP,
              new BgpSettings(BgpEnd.DEFAULT, BgpEnd.DEFAULT.with("allowAsIn", 1))));
    }
    both.changeLink("dc-pe", "vlans", vlans)
        .outcome()
        .path("er/primary", "10.30.0.0/16", "64900 65010 64900 64514")
        .goes("vnet", "vpc", "vnet er-gw er/primary pe dc-r pe dx/primary vgw vpc");
  }
}
