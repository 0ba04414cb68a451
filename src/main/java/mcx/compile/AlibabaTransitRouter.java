package mcx.compile;

import java.util.List;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.design.Gateway;
import mcx.design.Setting;
import org.jspecify.annotations.Nullable;

/**
 * CEN transit router: joins VPCs with border routers and VPNs, and keeps those apart from each
 * other by an automatic policy, until one of a lower number permits it.
 */
final class AlibabaTransitRouter extends GatewayBehaviour {

  private static final TransitRules ISOLATED = isolated();

  private final TransitRules transit;

  AlibabaTransitRouter() {
    this(ISOLATED);
  }

  private AlibabaTransitRouter(TransitRules transit) {
    this.transit = transit;
  }

  private static TransitRules isolated() {
    TransitRules rules = TransitRules.ALL;
    List<Side> outside = List.of(Side.UPSTREAM, Side.CIRCUIT, Side.VPN);
    for (Side one : outside) {
      for (Side other : outside) {
        rules =
            rules.withhold(
                one,
                other,
                "A transit router keeps border routers and VPNs apart until a policy permits it"
                    + " (ALI-CEN)");
      }
    }
    return rules;
  }

  @Override
  GatewayBehaviour of(Gateway gateway, @Nullable Product product) {
    return permits(gateway, product) ? new AlibabaTransitRouter(TransitRules.ALL) : this;
  }

  /** Whether a policy comes before the automatic one. */
  private static boolean permits(Gateway gateway, @Nullable Product product) {
    Integer permit = gateway.settings().number(Setting.PERMIT_PRIORITY);
    return permit != null
        && product != null
        && product.number(Quantity.ISOLATION_PRIORITY).isPresent()
        && permit < product.number(Quantity.ISOLATION_PRIORITY).getAsLong();
  }

  @Override
  TransitRules transit() {
    return transit;
  }

  @Override
  void complete(Context c, Gateways all, GatewayEnd router) {
    Gateway gateway = router.gateway();
    Product product = router.product();
    Integer permit = gateway.settings().number(Setting.PERMIT_PRIORITY);
    if (permit != null && product != null && !permits(gateway, product)) {
      c.notes.warning(
          "TRN-17",
          "ALI-TRV",
          "The policy of priority "
              + permit
              + " at "
              + c.label(gateway.id())
              + " permits nothing, as the automatic denial of priority "
              + product.number(Quantity.ISOLATION_PRIORITY).orElse(0)
              + " comes before it. Give it a lower number.",
          gateway.id());
    }
  }
}
