package mcx.design;

import java.util.List;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/**
 * A gateway of a cloud: a product of the catalog, which gives it its roles. ExpressRoute gateway,
 * VPN gateway, VGW, Direct Connect gateway, Transit Gateway, Cloud Router, DRG, Route Server, ...
 *
 * @param parent the cloud, region or virtual network
 * @param product the key of the catalog product
 * @param sku its variant, such as {@code ErGw1Az}; null for the catalog's default
 * @param asn its AS number; null for the catalog's default
 * @param activeActive whether both instances carry traffic at once (VPN gateways)
 * @param bgpAddresses the addresses its instances speak BGP from; empty to have them made
 * @param advertised prefixes it advertises by hand, in addition to what its product does
 * @param settings what else is set of it
 */
public record Gateway(
    Id id,
    String name,
    @Nullable Id parent,
    String product,
    @Nullable String sku,
    @Nullable Asn asn,
    boolean activeActive,
    List<IpAddress> bgpAddresses,
    List<PrefixRange> advertised,
    Set<IkeVersion> ikeVersions,
    Settings settings)
    implements Element {

  public Gateway {
    name = Checks.name(name);
    bgpAddresses = Checks.list(bgpAddresses);
    advertised = Checks.list(advertised);
    ikeVersions = Checks.set(ikeVersions);
  }

  /** With no further settings. */
  public Gateway(
      Id id,
      String name,
      @Nullable Id parent,
      String product,
      @Nullable String sku,
      @Nullable Asn asn,
      boolean activeActive,
      List<IpAddress> bgpAddresses,
      List<PrefixRange> advertised,
      Set<IkeVersion> ikeVersions) {
    this(
        id,
        name,
        parent,
        product,
        sku,
        asn,
        activeActive,
        bgpAddresses,
        advertised,
        ikeVersions,
        Settings.NONE);
  }

  public static Gateway of(Id id, String name, @Nullable Id parent, String product) {
    return new Gateway(
        id, name, parent, product, null, null, false, List.of(), List.of(), Set.of());
  }
}
