package mcx.compile;

import java.util.Set;
import mcx.design.GatewayAssociation;
import mcx.network.Policy;
import mcx.network.Policy.Change;

/**
 * IBM VPN gateway: speaks BGP only where it hands its routes to a transit gateway, which sees its
 * number before the customer's; so a Direct Link with the same routes wins by the AS path
 * (IBM-VPN).
 */
final class IbmVpnGateway extends GatewayBehaviour {

  /** Its own number, once. */
  private static final Change LONGER =
      new Change(null, null, 1, null, Set.of(), Set.of(), null, null);

  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    Associations.exchange(
        c, link, near, far, Policies.alsoSet(Policy.PERMIT, LONGER), Policy.PERMIT);
  }
}
