package mcx.change;

import java.util.Optional;
import mcx.catalog.Catalog;
import mcx.catalog.GatewayRole;
import mcx.catalog.Product;
import mcx.catalog.Vendor;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/** The usual products of a cloud, by what they are for. */
public final class Products {

  private Products() {}

  /**
   * The vendor of the cloud that holds the element; null outside clouds or where it is not known.
   */
  public static @Nullable Vendor vendor(Design design, Catalog catalog, @Nullable Id element) {
    Cloud cloud = design.within(element, Cloud.class);
    return cloud == null ? null : catalog.vendor(cloud.vendor());
  }

  /** The circuit that a vendor's customers usually buy. */
  public static Optional<Product> circuit(Catalog catalog, @Nullable Vendor vendor) {
    return known(catalog, vendor == null ? "" : vendor.usualCircuit());
  }

  /** The gateway that a vendor's circuits usually end at. */
  public static Optional<Product> circuitGateway(Catalog catalog, @Nullable Vendor vendor) {
    return known(catalog, vendor == null ? "" : vendor.usualCircuitGateway());
  }

  /** The gateway that a vendor's VPNs usually end at. */
  public static Optional<Product> vpnGateway(Catalog catalog, @Nullable Vendor vendor) {
    return known(catalog, vendor == null ? "" : vendor.usualVpnGateway());
  }

  /**
   * The gateway that joins what is attached to it; where the vendor has none in the catalog, one
   * that only exchanges routes.
   */
  public static Optional<Product> transitHub(Catalog catalog, @Nullable Vendor vendor) {
    return first(catalog, vendor, GatewayRole.TRANSITS)
        .or(() -> first(catalog, vendor, GatewayRole.EXCHANGES_ROUTES));
  }

  private static Optional<Product> first(
      Catalog catalog, @Nullable Vendor vendor, GatewayRole role) {
    return catalog.products().values().stream()
        .filter(p -> vendor != null && p.vendor().equals(vendor.key()) && p.has(role))
        .findFirst();
  }

  private static Optional<Product> known(Catalog catalog, String key) {
    return Optional.ofNullable(catalog.product(key));
  }
}
