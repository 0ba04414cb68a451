package mcx.change;

import java.util.Locale;
import java.util.Map;

/** The telling parts that ids are made of, as engineers abbreviate. */
final class Stems {

  private static final Map<String, String> VENDORS =
      Map.of("azure", "az", "google", "gcp", "oracle", "oci", "alibaba", "ali");

  private static final Map<String, String> PRODUCTS =
      Map.ofEntries(
          Map.entry("azure.expressroute", "er"),
          Map.entry("azure.er-gateway", "ergw"),
          Map.entry("azure.vpn-gateway", "vpngw"),
          Map.entry("azure.route-server", "rs"),
          Map.entry("azure.vwan-hub", "vhub"),
          Map.entry("aws.direct-connect", "dx"),
          Map.entry("google.partner-interconnect", "ic"),
          Map.entry("google.dedicated-interconnect", "ic"),
          Map.entry("google.cloud-router", "cr"),
          Map.entry("google.ha-vpn", "vpn"),
          Map.entry("oracle.fastconnect", "fc"),
          Map.entry("ibm.direct-link", "dl"),
          Map.entry("ibm.transit-gateway", "tgw"),
          Map.entry("ibm.direct-link-connection", "dlvc"),
          Map.entry("ibm.vpn-gateway", "vpngw"),
          Map.entry("alibaba.express-connect", "ec"),
          Map.entry("alibaba.transit-router", "tr"),
          Map.entry("alibaba.vpn-gateway", "vpngw"),
          Map.entry("other.vpn-gateway", "vpngw"),
          Map.entry("other.gateway", "gw"));

  private Stems() {}

  /** The short name of a cloud's vendor: {@code az}, {@code aws}, {@code gcp}. */
  static String vendor(String key) {
    return VENDORS.getOrDefault(key, key);
  }

  /** The short name of a product with its vendor's before it: {@code az-er}, {@code aws-dx}. */
  static String product(String key) {
    int dot = key.indexOf('.');
    String vendor = dot < 0 ? "" : vendor(key.substring(0, dot)) + "-";
    return vendor + PRODUCTS.getOrDefault(key, key.substring(dot + 1));
  }

  /** The name as part of an id. */
  static String of(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
  }
}
