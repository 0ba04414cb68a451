package mcx.compile;

import java.util.List;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.network.Policy.Change;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * IBM transit gateway: joins its attachments, but no two sites of the customer over Direct Link. A
 * VPC prefers a link of its own to it, and one with local routing to one with global (IBM-DL).
 */
final class IbmTransitGateway extends GatewayBehaviour {

  /** The variant that joins all regions. */
  private static final String GLOBAL = "Global";

  private static final TransitRules TRANSIT =
      TransitRules.ALL.withhold(
          Side.CIRCUIT,
          Side.CIRCUIT,
          "IBM does not carry traffic between a customer's sites over its backbone (IBM-DL)");

  private final boolean global;

  IbmTransitGateway() {
    this(false);
  }

  private IbmTransitGateway(boolean global) {
    this.global = global;
  }

  @Override
  GatewayBehaviour of(Gateway gateway, @Nullable Product product) {
    return new IbmTransitGateway(GLOBAL.equals(gateway.sku()));
  }

  @Override
  List<Key> selection() {
    return IbmDirectLink.SELECTION;
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  Change towardsNetwork(@Nullable Product product) {
    return global ? Policies.distance(Distances.ranked(1)) : Change.NONE;
  }

  /** A VPN gateway is nearer to the customer, whichever way the association was drawn. */
  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (far.behaviour() instanceof IbmVpnGateway) {
      far.behaviour().associate(c, link, far, near);
    } else {
      super.associate(c, link, near, far);
    }
  }

  @Override
  String refusedAsnRule() {
    return "ASN-09";
  }
}
