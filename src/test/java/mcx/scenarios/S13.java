package mcx.scenarios;

import static mcx.design.ConnectionRole.PRIMARY;
import static mcx.design.ConnectionRole.SECONDARY;

import mcx.design.Design;
import mcx.design.Setting;

/** Three sites whose circuits are joined in a chain by Global Reach. */
final class S13 {

  private S13() {}

  static Design design() {
    Drawing d = new Drawing("Global Reach in a chain").cloud("azure", "Azure West Europe", "azure");
    site(d, "a", "London", "Europe", 65011, "10.1.0.0/16", "Standard", 500);
    site(d, "b", "Frankfurt", "Europe", 65012, "10.2.0.0/16", "Premium", 1000);
    site(d, "c", "Singapore", "Asia", 65013, "10.3.0.0/16", "Premium", 1000);
    return d.gateway("er-gw", "ER gateway", "azure", "azure.er-gateway", "ErGw2Az", null)
        .network("vnet", "Production", "azure", "10.200.0.0/16")
        .attachNetwork("vnet-er-gw", "vnet", "er-gw")
        .attachCircuit("er-a-er-gw", "er-a", "er-gw")
        .attachCircuit("er-b-er-gw", "er-b", "er-gw")
        .globalReach("reach-a-b", "er-a", "er-b")
        .globalReach("reach-b-c", "er-b", "er-c")
        .design();
  }

  /** Variant: the circuit in the middle is Standard. */
  static Design standardInTheMiddle() {
    return Edits.set(design(), "er-b", "sku", "Standard");
  }

  private static void site(
      Drawing d,
      String key,
      String city,
      String area,
      long asn,
      String prefix,
      String sku,
      int mbps) {
    String er = "er-" + key;
    d.datacenter(key, city, prefix)
        .router("ce-" + key + "1", "CE " + city + " 1", key, asn)
        .router("ce-" + key + "2", "CE " + city + " 2", key, asn)
        .inner("inner-" + key, "ce-" + key + "1", "ce-" + key + "2", inner(asn))
        .peeringLocation("at-" + key, city, city)
        .set("at-" + key, Setting.GEOPOLITICAL_REGION, area)
        .circuit(er, "ExpressRoute " + city, "azure", "azure.expressroute", sku, mbps)
        .at(er, "at-" + key)
        .wire(er + "-primary", PRIMARY, er, "ce-" + key + "1")
        .wire(er + "-secondary", SECONDARY, er, "ce-" + key + "2");
  }

  private static String inner(long asn) {
    return "192.168." + asn % 100 + ".0/30";
  }
}
