package mcx.design;

import java.util.List;
import mcx.inet.Prefix;

/**
 * Joins two gateways of a cloud, such as a Direct Connect gateway and a VGW or Transit Gateway.
 *
 * @param a the gateway nearer to the customer
 * @param b the gateway nearer to the virtual networks
 * @param allowedPrefixes what may be advertised to the customer; empty where the product has no
 *     such list, or nothing was entered
 * @param settings what else is set of it
 */
public record GatewayAssociation(
    Id id, String name, Id a, Id b, List<Prefix> allowedPrefixes, Settings settings)
    implements Link {

  public GatewayAssociation {
    name = Checks.name(name);
    allowedPrefixes = Checks.list(allowedPrefixes);
  }

  /** With no further settings. */
  public GatewayAssociation(Id id, String name, Id a, Id b, List<Prefix> allowedPrefixes) {
    this(id, name, a, b, allowedPrefixes, Settings.NONE);
  }
}
