package mcx.scenarios;

import static mcx.scenarios.Drawing.subnet;

/**
 * The sites that several scenarios share: Azure 10.20.0.0/16, AWS 10.30.0.0/16, Google
 * 10.40.0.0/20, Oracle 10.50.0.0/16, each with its gateways, without circuits.
 */
final class CommonSites {

  private CommonSites() {}

  /** Cloud {@code azure}, ExpressRoute gateway {@code er-gw}, virtual network {@code vnet}. */
  static Drawing azure(Drawing d, String gatewaySku) {
    return d.cloud("azure", "Azure West Europe", "azure")
        .gateway("er-gw", "ER gateway", "azure", "azure.er-gateway", gatewaySku, null)
        .network(
            "vnet",
            "Production",
            "azure",
            "10.20.0.0/16",
            subnet("GatewaySubnet", "10.20.255.0/27"),
            subnet("Workloads", "10.20.0.0/20"))
        .attachNetwork("vnet-er-gw", "vnet", "er-gw");
  }

  /** Cloud {@code aws}, gateways {@code dxgw} and {@code vgw}, virtual network {@code vpc}. */
  static Drawing aws(Drawing d) {
    return d.cloud("aws", "AWS Frankfurt", "aws")
        .gateway("dxgw", "DX gateway", "aws", "aws.dxgw", null, 64514L)
        .gateway("vgw", "VGW", "aws", "aws.vgw", null, 64512L)
        .network("vpc", "Analytics", "aws", "10.30.0.0/16")
        .associate("dxgw-vgw", "dxgw", "vgw", "10.30.0.0/16")
        .attachNetwork("vpc-vgw", "vpc", "vgw");
  }

  /** Cloud {@code google}, gateway {@code cloud-router}, virtual network {@code gcp-vpc}. */
  static Drawing google(Drawing d) {
    return d.cloud("google", "Google Cloud", "google")
        .gateway("cloud-router", "Cloud Router", "google", "google.cloud-router", null, 16550L)
        .network("gcp-vpc", "Web shop", "google", "10.40.0.0/20")
        .attachNetwork("gcp-vpc-cloud-router", "gcp-vpc", "cloud-router");
  }

  /** Cloud {@code oracle}, gateway {@code drg}, virtual network {@code vcn}. */
  static Drawing oracle(Drawing d) {
    return d.cloud("oracle", "Oracle Cloud", "oracle")
        .gateway("drg", "DRG", "oracle", "oracle.drg", null, 31898L)
        .network("vcn", "Databases", "oracle", "10.50.0.0/16")
        .attachNetwork("vcn-drg", "vcn", "drg");
  }
}
