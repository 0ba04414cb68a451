package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;
import static mcx.scenarios.Drawing.addresses;
import static mcx.scenarios.Drawing.cross;
import static mcx.scenarios.Drawing.vlan;

import java.util.ArrayList;
import java.util.List;
import mcx.design.AccessLink.Vlan;
import mcx.design.Design;
import mcx.design.Layer2Provider;
import mcx.design.RoutePolicy;
import mcx.design.Routing;
import mcx.diagram.Document;
import mcx.inet.Prefix;

/** Layer-2 provider: the customer's own routers speak BGP with three clouds. */
final class S03 {

  /** The connections of all circuits; at each the customer's router is end b. */
  static final List<String> CONNECTIONS =
      List.of("er-primary", "er-secondary", "vif-a", "vif-b", "fc-a-vc", "fc-b-vc");

  private S03() {}

  static Design design() {
    return design("northgate", "northgate", "r2");
  }

  /** Variant filter: the customer's routers advertise nothing but the datacenter's own prefix. */
  static Design filtered() {
    Design design = design();
    for (String connection : CONNECTIONS) {
      design =
          Edits.sessionB(
              design,
              connection,
              "exportPolicy",
              RoutePolicy.only(List.of(Prefix.of("10.10.0.0/16"))));
    }
    return design;
  }

  /** Variant both ER links on R1. */
  static Design bothOnR1() {
    return design("northgate", "northgate", "r1");
  }

  /** The same network with R1's circuits over one layer-2 provider and R2's over another. */
  static Design twoProviders() {
    return design("northgate", "southgate", "r2");
  }

  private static Design design(String providerOfR1, String providerOfR2, String erSecondaryOn) {
    boolean both = erSecondaryOn.equals("r1");
    boolean one = providerOfR1.equals(providerOfR2);
    Drawing d =
        new Drawing("Layer-2 provider, the customer's routers in the middle")
            .datacenter("dc1", "Amsterdam colo", "10.10.0.0/16")
            .router("r1", "R1", "dc1", 65010)
            .router("r2", "R2", "dc1", 65010)
            .inner("r1-r2", "r1", "r2", "10.10.255.0/30");
    CrossConnects crosses = new CrossConnects(one, both);
    d.layer2Provider(providerOfR1, "Northgate Exchange", crosses.first());
    if (!one) {
      d.layer2Provider(providerOfR2, "Southgate Exchange", crosses.second());
    }
    d.port("port-r1", "Port 1", providerOfR1, 10_000)
        .port("port-r2", "Port 2", providerOfR2, 10_000)
        .port("port-az-1", "Azure 1", providerOfR1, 10_000)
        .port("port-az-2", "Azure 2", both ? providerOfR1 : providerOfR2, 10_000)
        .port("port-aws-a", "AWS A", providerOfR1, 10_000)
        .port("port-aws-b", "AWS B", providerOfR2, 10_000)
        .port("port-oci-a", "OCI A", providerOfR1, 10_000)
        .port("port-oci-b", "OCI B", providerOfR2, 10_000)
        .access(
            "r1-l2",
            "r1",
            "port-r1",
            10_000,
            both
                ? new Vlan[] {carried(100), carried(101), carried(200), carried(300)}
                : new Vlan[] {carried(100), carried(200), carried(300)})
        .access(
            "r2-l2",
            "r2",
            "port-r2",
            10_000,
            both
                ? new Vlan[] {carried(200), carried(300)}
                : new Vlan[] {carried(101), carried(200), carried(300)});
    CommonSites.azure(d, "ErGw1Az");
    CommonSites.aws(d);
    CommonSites.oracle(d);
    return d.circuit("er", "ExpressRoute 1 Gbps", "azure", "azure.expressroute", "Standard", 1000)
        .attachCircuit("er-er-gw", "er", "er-gw")
        .connection(
            "er-primary",
            PRIMARY,
            "er",
            "port-az-1",
            100,
            null,
            "172.31.1.0/30",
            addresses("172.31.1.2", "172.31.1.1"))
        .connection(
            "er-secondary",
            SECONDARY,
            "er",
            "port-az-2",
            101,
            null,
            "172.31.1.4/30",
            addresses("172.31.1.6", "172.31.1.5"))
        .circuit("dx-a", "VIF A", "aws", "aws.direct-connect", null, 1000)
        .circuit("dx-b", "VIF B", "aws", "aws.direct-connect", null, 1000)
        .attachCircuit("dx-a-dxgw", "dx-a", "dxgw")
        .attachCircuit("dx-b-dxgw", "dx-b", "dxgw")
        .connection(
            "vif-a",
            PRIMARY,
            "dx-a",
            "port-aws-a",
            200,
            null,
            "169.254.20.0/30",
            addresses("169.254.20.1", "169.254.20.2"))
        .connection(
            "vif-b",
            PRIMARY,
            "dx-b",
            "port-aws-b",
            200,
            null,
            "169.254.20.4/30",
            addresses("169.254.20.5", "169.254.20.6"))
        .circuit("fc-a", "FastConnect A", "oracle", "oracle.fastconnect", null, 1000)
        .circuit("fc-b", "FastConnect B", "oracle", "oracle.fastconnect", null, 1000)
        .attachCircuit("fc-a-drg", "fc-a", "drg")
        .attachCircuit("fc-b-drg", "fc-b", "drg")
        .connection(
            "fc-a-vc",
            PRIMARY,
            "fc-a",
            "port-oci-a",
            300,
            null,
            "172.31.9.0/30",
            addresses("172.31.9.2", "172.31.9.1"))
        .connection(
            "fc-b-vc",
            PRIMARY,
            "fc-b",
            "port-oci-b",
            300,
            null,
            "172.31.9.4/30",
            addresses("172.31.9.6", "172.31.9.5"))
        .design();
  }

  private static Vlan carried(int tag) {
    return vlan(tag, null, Routing.BGP);
  }

  /** Which router's VLAN each circuit's VLAN is carried to. */
  private record CrossConnects(boolean oneProvider, boolean bothErOnR1) {

    Layer2Provider.CrossConnect[] first() {
      var all = new ArrayList<Layer2Provider.CrossConnect>();
      all.add(cross("port-r1", "port-az-1", 100));
      if (bothErOnR1) {
        all.add(cross("port-r1", "port-az-2", 101));
      }
      all.add(cross("port-r1", "port-aws-a", 200));
      all.add(cross("port-r1", "port-oci-a", 300));
      if (oneProvider) {
        all.addAll(List.of(second()));
      }
      return all.toArray(Layer2Provider.CrossConnect[]::new);
    }

    Layer2Provider.CrossConnect[] second() {
      var all = new ArrayList<Layer2Provider.CrossConnect>();
      if (!bothErOnR1) {
        all.add(cross("port-r2", "port-az-2", 101));
      }
      all.add(cross("port-r2", "port-aws-b", 200));
      all.add(cross("port-r2", "port-oci-b", 300));
      return all.toArray(Layer2Provider.CrossConnect[]::new);
    }
  }

  static Document sample() {
    return new Layout(design())
        .box("dc1", 540, 50, 500, 170)
        .router("r1", 700, 100)
        .router("r2", 880, 100)
        .box("northgate", 200, 310, 1180, 190)
        .port("port-r1", 700, 360)
        .port("port-r2", 880, 360)
        .port("port-az-1", 290, 440)
        .port("port-az-2", 410, 440)
        .port("port-aws-a", 725, 440)
        .port("port-aws-b", 855, 440)
        .port("port-oci-a", 1165, 440)
        .port("port-oci-b", 1305, 440)
        .box("azure", 60, 620, 400, 250)
        .pill("er", 350, 620, 190)
        .gateway("er-gw", 350, 680, 180)
        .box("vnet", 80, 780, 360, 60)
        .box("aws", 520, 620, 400, 250)
        .pill("dx-a", 725, 620, 120)
        .pill("dx-b", 855, 620, 120)
        .gateway("dxgw", 790, 680, 200)
        .gateway("vgw", 600, 680, 120)
        .box("vpc", 540, 780, 360, 60)
        .box("oracle", 980, 620, 400, 250)
        .pill("fc-a", 1165, 620, 130)
        .pill("fc-b", 1305, 620, 130)
        .gateway("drg", 1235, 680, 210)
        .box("vcn", 1000, 780, 360, 60)
        .note(
            "The exchange only carries VLANs: R1 and R2 speak BGP with every cloud and make"
                + " Amsterdam the transit between them. Fail R1: R2 carries all three.",
            60,
            60,
            400,
            70)
        .document();
  }
}
