package mcx.scenarios;

import static mcx.scenarios.Drawing.vlan;

import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Routing;
import mcx.design.Vrf;
import mcx.diagram.Document;
import mcx.inet.Asn;

/** Layer-3 provider with a VRF for each cloud, which meet at the customer's router only. */
final class S02 {

  private S02() {}

  static Design design() {
    return design(Routing.BGP);
  }

  /** Variant a: the provider accepts its own AS number once in each VRF. */
  static Design allowAsIn() {
    Design design = design();
    for (Vrf vrf : design.all(Vrf.class)) {
      design = Edits.allowAsIn(design, vrf.id().value(), 1);
    }
    return design;
  }

  /** Variant b: the provider gives each VRF an AS number of its own. */
  static Design asnPerVrf() {
    Design design = design();
    long asn = 64901;
    for (String vrf : new String[] {"vrf-az", "vrf-aws", "vrf-gcp"}) {
      design = Edits.set(design, vrf, "asn", Asn.of(asn++));
    }
    return design;
  }

  /** Variant c: the customer's router has a static default route towards each VRF, and no BGP. */
  static Design staticDefault() {
    return design(Routing.STATIC);
  }

  private static Design design(Routing routing) {
    Drawing d =
        new Drawing("Layer-3 provider, a VRF for each cloud")
            .datacenter("dc1", "Amsterdam", "10.10.0.0/16")
            .router("ce", "CE", "dc1", 65010)
            .layer3Provider("meridian", "Meridian IP VPN", 64900, "pe1", "pe2", "pe3")
            .vrf("vrf-az", "VRF-AZ", "meridian")
            .vrf("vrf-aws", "VRF-AWS", "meridian")
            .vrf("vrf-gcp", "VRF-GCP", "meridian")
            .access(
                "ce-pe2",
                "ce",
                "pe2",
                1000,
                vlan(100, "vrf-az", routing),
                vlan(200, "vrf-aws", routing),
                vlan(300, "vrf-gcp", routing));
    CommonSites.azure(d, "ErGw1Az");
    CommonSites.aws(d);
    CommonSites.google(d);
    return S01.clouds(d, "vrf-az", "vrf-aws", "vrf-gcp", "pe2", "pe3", "pe3").design();
  }

  /** The id of the provider's VRF that each cloud is in. */
  static Id vrfOf(String cloud) {
    return Id.of(
        switch (cloud) {
          case "azure" -> "vrf-az";
          case "aws" -> "vrf-aws";
          case "google" -> "vrf-gcp";
          default -> throw new IllegalArgumentException(cloud);
        });
  }

  static Document sample() {
    return S01.clouds(new Layout(design()), 790)
        .box("dc1", 490, 50, 460, 170)
        .router("ce", 720, 100)
        .box("meridian", 200, 310, 1040, 170)
        .edge("pe1", 340, 390)
        .under("pe2", 720, 390, 180, 50)
        .edge("pe3", 1100, 390)
        .bends("er-secondary", 370, 560, 650, 560)
        .bends("dx-vif", 790, 560)
        .bends("pi1-vlan", 1175, 570, 1090, 570)
        .bends("pi2-vlan", 1305, 540, 1120, 540)
        .note(
            "Each cloud has a VRF of its own. CE passes the routes on, but the provider finds its"
                + " own AS number in their path and drops them: the clouds reach Amsterdam, not"
                + " each other.",
            60,
            60,
            370,
            70)
        .document();
  }
}
