package mcx.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mcx.design.Routing;
import mcx.design.Setting;
import mcx.inet.PrefixRange;
import mcx.network.Policy.Learned;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What Alibaba's routers pass on and how they choose: each row by its source key. */
class AlibabaRowsTest {

  private static Sketch sites() {
    return new Sketch()
        .site("dc", 65010, "10.10.0.0/16")
        .site("dc2", 65020, "10.11.0.0/16")
        .site("branch", 65030, "10.12.0.0/16")
        .cloud("alibaba")
        .network("alibaba", "vpc", "10.70.0.0/16")
        .network("alibaba", "vpc2", "10.71.0.0/16")
        .gateway("alibaba", "vbr", "alibaba.vbr", null)
        .gateway("alibaba", "vbr2", "alibaba.vbr", null)
        .circuit("alibaba", "ec", "alibaba.express-connect", "vbr", "dc")
        .circuit("alibaba", "ec2", "alibaba.express-connect", "vbr2", "dc2");
  }

  private static Sketch transitRouter() {
    return sites()
        .gateway("alibaba", "tr", "alibaba.transit-router", null)
        .serve("vpc", "tr")
        .serve("vpc2", "tr")
        .associate("vbr", "tr")
        .associate("vbr2", "tr")
        .vpn("vpn", "tr", "branch-r", Routing.BGP);
  }

  private static Sketch connectRouter() {
    return sites()
        .gateway("alibaba", "ecr", "alibaba.ecr", null)
        .serve("vpc", "ecr")
        .serve("vpc2", "ecr")
        .associate("vbr", "ecr")
        .associate("vbr2", "ecr");
  }

  /** What is passed on (1.4 and 8). */
  @Nested
  class Transit {

    @Test
    @DisplayName("ALI-TRV: a transit router joins VPCs with border routers and with VPNs")
    void networksAndOutside() {
      transitRouter()
          .outcome()
          .clean()
          .goes("vpc", "vpc2", "vpc tr vpc2")
          .goes("dc", "vpc", "dc dc-r vbr tr vpc")
          .goes("branch", "vpc2", "branch branch-r tr vpc2")
          .path("dc-r", "10.70.0.0/16", "45104");
    }

    @Test
    @DisplayName("ALI-CEN: border routers and VPNs are kept apart by the automatic policy")
    void isolated() {
      transitRouter()
          .outcome()
          .none("dc-r", "10.11.0.0/16")
          .isolated("dc", "dc2")
          .isolated("dc", "branch")
          .isolated("branch", "dc2");
    }

    @Test
    @DisplayName("ALI-TRV: until a permit with a lower number is added")
    void permitted() {
      transitRouter()
          .set("tr", Setting.PERMIT_PRIORITY, 100)
          .outcome()
          .clean()
          .path("dc-r", "10.11.0.0/16", "45104 65020")
          .goes("dc", "dc2", "dc dc-r vbr tr vbr2 dc2-r dc2")
          .goes("branch", "dc", "branch branch-r tr vbr dc-r dc");
    }

    @Test
    @DisplayName("ALI-TRV: a permit with a higher number comes too late")
    void permittedTooLate() {
      Sketch.Outcome outcome = transitRouter().set("tr", Setting.PERMIT_PRIORITY, 5000).outcome();
      outcome.notes("permits nothing").isolated("dc", "dc2");
    }

    @Test
    @DisplayName("ALI-ECR: an Express Connect router joins border routers with VPCs")
    void ecrJoins() {
      connectRouter()
          .outcome()
          .clean()
          .goes("dc", "vpc", "dc dc-r vbr ecr vpc")
          .goes("vpc2", "dc2", "vpc2 ecr vbr2 dc2-r dc2")
          .path("dc-r", "10.70.0.0/16", "45104");
    }

    @Test
    @DisplayName("ALI-ECR: it does not join VPCs")
    void ecrKeepsNetworksApart() {
      connectRouter().outcome().isolated("vpc", "vpc2");
    }

    @Test
    @DisplayName("ALI-ECR: that it joins border routers is not confirmed, and not taken to be")
    void ecrBorderRouters() {
      connectRouter().outcome().notes("is not confirmed").isolated("dc", "dc2");
    }

    @Test
    @DisplayName("ALI-ECR: it does not join a datacenter with VPNs")
    void ecrKeepsVpnApart() {
      connectRouter()
          .gateway("alibaba", "vpn-gw", "alibaba.vpn-gateway", null)
          .serve("vpc", "vpn-gw")
          .vpn("vpn", "vpn-gw", "branch-r", Routing.BGP)
          .outcome()
          .none("branch-r", "10.10.0.0/16")
          .isolated("dc", "branch");
    }

    @Test
    @DisplayName("ALI-ECR: a transit router behind it joins the rest")
    void ecrWithTransitRouter() {
      sites()
          .gateway("alibaba", "ecr", "alibaba.ecr", null)
          .gateway("alibaba", "tr", "alibaba.transit-router", null)
          .associate("vbr", "ecr")
          .associate("ecr", "tr")
          .serve("vpc", "tr")
          .serve("vpc2", "tr")
          .vpn("vpn", "tr", "branch-r", Routing.BGP)
          .set("tr", Setting.PERMIT_PRIORITY, 100)
          .outcome()
          .goes("dc", "vpc2", "dc dc-r vbr ecr tr vpc2")
          .goes("vpc", "vpc2", "vpc tr vpc2")
          .goes("dc", "branch", "dc dc-r vbr ecr tr branch-r branch");
    }

    @Test
    @DisplayName("ALI-VPN: the shared address space is not taken")
    void sharedSpace() {
      transitRouter()
          .change("dc-r", "networks", List.of(PrefixRange.of("100.64.1.0/24")))
          .outcome()
          .none("vbr", "100.64.1.0/24");
    }

    @Test
    @DisplayName("ALI-VPN: a VPN gateway tells the VPC's routes and takes no default route")
    void vpnGateway() {
      sites()
          .gateway("alibaba", "vpn-gw", "alibaba.vpn-gateway", null)
          .serve("vpc", "vpn-gw")
          .change("branch-r", "networks", List.of(PrefixRange.of("0.0.0.0/0")))
          .vpn("vpn", "vpn-gw", "branch-r", Routing.BGP)
          .outcome()
          .path("branch-r", "10.70.0.0/16", "45104")
          .none("vpn-gw", "0.0.0.0/0")
          .path("vpn-gw", "10.12.0.0/16", "65030");
    }
  }

  /** How routes are chosen. */
  @Nested
  class SelectionRows {

    private Sketch twice(Sketch sketch, String hub) {
      return sketch
          .gateway("alibaba", "vbr3", "alibaba.vbr", null)
          .circuit("alibaba", "ec3", "alibaba.express-connect", "vbr3", "dc")
          .associate("vbr3", hub)
          .prepend("ec-dc-PP", 2);
    }

    @Test
    @DisplayName("ALI-ECR: the shorter AS path is preferred, at a transit router and an ECR")
    void shorterPath() {
      twice(transitRouter(), "tr").outcome().via("tr", "10.10.0.0/16", "vbr3-tr:vbr3>tr");
      twice(connectRouter(), "ecr").outcome().via("ecr", "10.10.0.0/16", "vbr3-ecr:vbr3>ecr");
    }

    @Test
    @DisplayName("ALI-VPN: specific before default, static before dynamic")
    void routePriority() {
      Sketch.Outcome outcome =
          sites()
              .gateway("alibaba", "vpn-gw", "alibaba.vpn-gateway", null)
              .serve("vpc", "vpn-gw")
              .vpn("vpn", "vpn-gw", "branch-r", Routing.BGP)
              .vpn("vpn-static", "vpn-gw", "branch-r", Routing.STATIC)
              .table("vpn-gw", "rt", "", "")
              .route("rt", "0.0.0.0/0", null)
              .outcome();
      assertEquals(Learned.STATIC, outcome.entry("vpn-gw", "10.12.0.0/16").first().learned());
      outcome.goes("vpc", "branch", "vpc vpn-gw branch-r branch");
    }
  }
}
