package mcx.compile;

import java.util.List;
import mcx.catalog.AddressSet;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.catalog.RouteSource;
import mcx.design.BgpEnd;
import mcx.inet.Asn;
import mcx.network.Policy.Match;
import mcx.network.Policy.Statement;
import org.jspecify.annotations.Nullable;

/** How the cloud's end of a circuit's session acts, and what it takes. */
final class CloudSide {

  private CloudSide() {}

  /** The cloud's end of a session with a customer, a provider or another cloud. */
  static EndDraft of(CloudEnd cloud, Asn asn, BgpEnd drawn, BgpEnd peer, String peering) {
    return of(cloud, asn, drawn, peer, peering, null);
  }

  /**
   * The same.
   *
   * @param allotted how many prefixes the connection may tell; null for as many as the product says
   */
  static EndDraft of(
      CloudEnd cloud,
      Asn asn,
      BgpEnd drawn,
      BgpEnd peer,
      String peering,
      @Nullable Integer allotted) {
    GatewayEnd gateway = cloud.gateway();
    EndDraft end =
        new EndDraft(asn, drawn)
            .timers(speaker(cloud), peer)
            .limits(cloud.product(), cloud.circuit().sku(), peering, allotted)
            .heed(cloud.product());
    refuse(end, cloud.product());
    Product product = cloud.product();
    if (!cloud.behaviour().refusedInPath().isEmpty() && product != null) {
      end.denyImport(
          Policies.denyPaths(
              cloud.behaviour().refusedInPath(), AsnPattern.anyOf(product.refusedPeerAsns())));
    }
    if (gateway != null) {
      end.limits(gateway.product(), gateway.gateway().sku(), peering, allotted);
      refuse(end, gateway.product());
    }
    if (cloud.behaviour().endsAtGateway() && gateway != null) {
      end.setOnImport(gateway.behaviour().arriving(RouteSource.CIRCUIT, gateway.product()))
          .setOnExport(gateway.behaviour().towardsCustomer(gateway.product()));
    }
    return end;
  }

  /** The product whose timers hold: the gateway's, where the session ends there. */
  private static @Nullable Product speaker(CloudEnd cloud) {
    Product product = cloud.product();
    GatewayEnd gateway = cloud.gateway();
    boolean silent = product == null || product.timers() == null;
    return silent && gateway != null && cloud.behaviour().endsAtGateway()
        ? gateway.product()
        : product;
  }

  /** Keeps out the prefixes that a product does not take from the customer. */
  static void refuse(EndDraft end, @Nullable Product product) {
    if (product == null) {
      return;
    }
    String reason = product.name() + " does not take this prefix from outside";
    end.denyImport(Policies.denyWithin(reason, product.addresses(AddressSet.NOT_ACCEPTED)));
    List<mcx.inet.Prefix> exactly = product.addresses(AddressSet.NOT_ACCEPTED_EXACTLY);
    if (!exactly.isEmpty()) {
      end.denyImport(Statement.denyPrefixes(reason, exactly.stream().map(Match::exactly).toList()));
    }
  }

  /** Where it is said that a product refuses a number; empty where it does not. */
  static String sourceOfRefusal(Product product, Asn asn) {
    return product.refusedPeerAsns().stream()
        .filter(r -> r.contains(asn))
        .map(mcx.catalog.AsnRange::source)
        .findFirst()
        .orElse("");
  }

  /** Which address of a subnet the cloud takes, counted from its first. */
  static int cloudHost(@Nullable Product product) {
    return product == null ? 2 : (int) product.number(Quantity.CLOUD_HOST).orElse(2);
  }

  /** Which address of a subnet the customer takes, counted from its first. */
  static int customerHost(@Nullable Product product) {
    return product == null ? 1 : (int) product.number(Quantity.CUSTOMER_HOST).orElse(1);
  }
}
