package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A private circuit of a cloud: ExpressRoute circuit, Direct Connect connection with its virtual
 * interface, Cloud Interconnect attachment, FastConnect virtual circuit. It is reached by its
 * connections, and joined to gateways of its cloud.
 *
 * @param parent the cloud or region
 * @param product the key of the catalog product
 * @param sku the product's variant, such as {@code Premium}; null for the catalog's default
 * @param bandwidthMbps the speed bought, in Mbit/s; 0 where not given
 * @param peeringLocation where it meets the provider; null where not given
 * @param settings what else is set of it
 */
public record Circuit(
    Id id,
    String name,
    @Nullable Id parent,
    String product,
    @Nullable String sku,
    int bandwidthMbps,
    @Nullable Id peeringLocation,
    Settings settings)
    implements Element {

  public Circuit {
    name = Checks.name(name);
    Checks.range(id, "The bandwidth", bandwidthMbps, 0, 10_000_000);
  }

  /** With no further settings. */
  public Circuit(
      Id id,
      String name,
      @Nullable Id parent,
      String product,
      @Nullable String sku,
      int bandwidthMbps,
      @Nullable Id peeringLocation) {
    this(id, name, parent, product, sku, bandwidthMbps, peeringLocation, Settings.NONE);
  }
}
