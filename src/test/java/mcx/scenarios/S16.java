package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;

import java.util.List;
import mcx.design.Design;
import mcx.design.RoutePolicy;
import mcx.design.Setting;

/**
 * Google Dedicated Interconnect in two metros, two regions and both domains: 99.99 %. The VPC is
 * drawn as its part in each region, so that each part has a path of its own.
 */
final class S16 {

  static final String CENTRAL = "10.40.0.0/20";
  static final String WEST = "10.41.0.0/20";
  static final String SITE = "10.10.0.0/16";

  private S16() {}

  static Design design() {
    return design("global");
  }

  /** Variant: each region has its own links only. */
  static Design regional() {
    return design("regional");
  }

  /** Variant: the customer lengthens the path of one session. */
  static Design prepended() {
    return Edits.sessionB(design(), "ic1-vlan", "exportPolicy", RoutePolicy.prepend(3));
  }

  /** Variant: the base priority of one session is as high as a region's cost. */
  static Design priority(long value) {
    RoutePolicy.Change med = new RoutePolicy.Change(null, value, 0, List.of(), List.of(), null);
    RoutePolicy policy =
        new RoutePolicy(
            List.of(new RoutePolicy.Term("base", List.of(), List.of(), null, null, true, med)),
            true);
    return Edits.sessionA(design(), "ic1-vlan", "exportPolicy", policy);
  }

  private static Design design(String mode) {
    Drawing d =
        new Drawing("Dedicated Interconnect at 99.99 %")
            .datacenter("dc1", "Chicago", SITE)
            .router("ce1", "CE 1", "dc1", 65010)
            .router("ce2", "CE 2", "dc1", 65010)
            .inner("ce1-ce2", "ce1", "ce2", "192.168.1.0/30")
            .peeringLocation("metro1", "Chicago", "Chicago")
            .peeringLocation("metro2", "Los Angeles", "Los Angeles")
            .cloud("google", "Google Cloud", "google")
            .region("us-central1", "us-central1", "google", "us-central1")
            .region("us-west1", "us-west1", "google", "us-west1")
            .network("central", "Web shop, central", "us-central1", CENTRAL)
            .set("central", Setting.DYNAMIC_ROUTING, mode)
            .network("west", "Web shop, west", "us-west1", WEST)
            .set("west", Setting.DYNAMIC_ROUTING, mode);
    link(d, 1, "metro1", "us-central1", "A", "ce1");
    link(d, 2, "metro1", "us-central1", "B", "ce2");
    link(d, 3, "metro2", "us-west1", "A", "ce1");
    link(d, 4, "metro2", "us-west1", "B", "ce2");
    return d.design();
  }

  private static void link(
      Drawing d, int number, String metro, String region, String domain, String router) {
    String circuit = "ic" + number;
    String cr = "cr" + number;
    d.gateway(cr, "Cloud Router " + number, region, "google.cloud-router", null, 64550L)
        .attachNetwork("central-" + cr, "central", cr)
        .attachNetwork("west-" + cr, "west", cr)
        .circuit(
            circuit,
            "Interconnect " + number,
            region,
            "google.dedicated-interconnect",
            null,
            10_000)
        .at(circuit, metro)
        .set(circuit, Setting.EDGE_DEVICE, metro + " " + domain)
        .attachCircuit(circuit + "-" + cr, circuit, cr)
        .wire(circuit + "-vlan", PRIMARY, circuit, router);
  }
}
