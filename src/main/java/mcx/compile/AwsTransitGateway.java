package mcx.compile;

import java.util.List;
import mcx.catalog.Product;
import mcx.catalog.RouteSource;
import mcx.design.GatewayAssociation;
import mcx.design.RouteTable;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * AWS Transit Gateway: joins all its attachments; static routes before prefix lists before VPCs
 * before Direct Connect before VPN, then the shorter AS path, balancing over equal ones.
 */
final class AwsTransitGateway extends GatewayBehaviour {

  @Override
  List<Key> selection() {
    return List.of(Key.DISTANCE, Key.LOCAL_PREFERENCE, Key.AS_PATH_LENGTH, Key.ORIGIN, Key.MED);
  }

  @Override
  int distance(RouteSource source, @Nullable Product product) {
    return Distances.ranked(place(source, product));
  }

  @Override
  boolean hasRouteTables() {
    return true;
  }

  @Override
  boolean takesPrefixLists() {
    return true;
  }

  /** A peering with another of its kind tells nothing: routes over it are entered by hand. */
  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (!(far.behaviour() instanceof AwsTransitGateway)) {
      super.associate(c, link, near, far);
      return;
    }
    Associations.line(c, link, near, far);
    if (hasNoRouteOver(c, link)) {
      c.notes.warning(
          "TRN-12",
          "AWS-TGW",
          c.label(near.gateway().id())
              + " and "
              + c.label(far.gateway().id())
              + " tell each other nothing over their peering. Enter a route over it in a route table"
              + " of each.",
          link.id());
    }
  }

  private static boolean hasNoRouteOver(Context c, GatewayAssociation link) {
    return c.elements(RouteTable.class).stream()
        .noneMatch(
            t ->
                t.routes().stream().anyMatch(r -> link.id().equals(r.via()))
                    || t.listRoutes().stream().anyMatch(r -> link.id().equals(r.via())));
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }

  @Override
  boolean limitCountsTable() {
    return true;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-05";
  }
}
