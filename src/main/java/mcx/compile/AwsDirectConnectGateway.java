package mcx.compile;

import java.util.List;
import mcx.catalog.PrefixLimitFact;
import mcx.catalog.PrefixLimitFact.Direction;
import mcx.catalog.PrefixLimitFact.Scope;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.PeeringType;
import mcx.design.Setting;
import mcx.inet.Prefix;
import mcx.network.Policy;
import mcx.network.Policy.Statement;
import mcx.network.Vrf;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * Direct Connect gateway: joins virtual interfaces with VGWs or Transit Gateways, and neither with
 * its like. The allowed prefixes of an association are a filter over the VPC's own ranges towards a
 * VGW, and are themselves what is advertised for a Transit Gateway.
 */
final class AwsDirectConnectGateway extends GatewayBehaviour {

  private static final TransitRules TRANSIT =
      TransitRules.ALL
          .withhold(
              Side.CIRCUIT,
              Side.CIRCUIT,
              "A Direct Connect gateway passes nothing from one virtual interface to another; that"
                  + " takes SiteLink (DX-GW)")
          .separate(
              Side.CIRCUIT,
              Side.LINKED,
              "SiteLink joins virtual interfaces that have it switched on, and one of the two has"
                  + " not (AWS-ATK)")
          .withhold(
              Side.DOWNSTREAM,
              Side.DOWNSTREAM,
              "A Direct Connect gateway does not join the gateways behind it (DX-GW)")
          .separate(
              Side.NETWORK,
              Side.DOWNSTREAM,
              "A Direct Connect gateway does not join the networks behind it (DX-GW)")
          .withhold(
              Side.NETWORK,
              Side.NETWORK,
              "VPCs on one Direct Connect gateway do not talk to each other (DX-GW)");

  /** Packets cross it like a router, though it is spread over the whole of AWS's backbone. */
  @Override
  boolean forwards(@Nullable Product product) {
    return true;
  }

  @Override
  Side side(Context c, Gateway gateway, @Nullable Circuit circuit, Side usual) {
    return usual == Side.CIRCUIT && circuit != null && circuit.settings().has(Setting.SITE_LINK)
        ? Side.LINKED
        : usual;
  }

  @Override
  TransitRules transit() {
    return TRANSIT;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-05";
  }

  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (!(far.behaviour() instanceof AwsTransitGateway)) {
      Associations.exchange(c, link, near, far, Policy.PERMIT, vpcFilter(c, link, far));
      return;
    }
    if (near.asn() != null && near.asn().equals(far.asn())) {
      c.notes.error(
          "ASN-06",
          "DX-GW",
          c.label(near.gateway().id())
              + " and "
              + c.label(far.gateway().id())
              + " both have AS "
              + near.asn()
              + ", so AWS refuses to associate them. Give one of the two another AS number.",
          link.id(),
          near.gateway().id(),
          far.gateway().id());
      return;
    }
    advertiseList(c, link, near, far);
  }

  @Override
  void complete(Context c, Gateways all, GatewayEnd gateway) {
    new AwsRegionAffinity(c, gateway).compile();
  }

  private static Policy vpcFilter(Context c, GatewayAssociation link, GatewayEnd far) {
    List<Prefix> allowed = link.allowedPrefixes();
    Statement vpcOnly =
        Statement.deny(
            "Only the VPC's own ranges are advertised through a Direct Connect gateway (DX-ALW)",
            Policy.Learned.EXTERNAL,
            Policy.Learned.INNER,
            Policy.Learned.STATIC);
    if (allowed.isEmpty()) {
      return Policies.first(List.of(vpcOnly), Policy.PERMIT);
    }
    for (Prefix network : Served.networks(c, far.gateway())) {
      if (allowed.stream().noneMatch(a -> a.contains(network))) {
        c.notes.error(
            "PFX-25",
            "DX-ALW",
            "The allowed prefixes of "
                + c.label(link.id())
                + " do not cover "
                + network
                + ", so it is not advertised. Allow it, or a prefix that holds it.",
            link.id());
      }
    }
    return Policies.first(List.of(vpcOnly), Policies.onlyWithin(allowed));
  }

  private static void noteTooMany(
      Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    int count = link.allowedPrefixes().size();
    for (PrefixLimitFact fact :
        LimitFacts.of(
            near.product(),
            near.gateway().sku(),
            Direction.OUT,
            Scope.ASSOCIATION,
            PeeringType.TRANSIT.name())) {
      if (count > fact.max()) {
        c.notes.error(
            "PFX-12",
            fact.source(),
            "The association of "
                + c.label(near.gateway().id())
                + " with "
                + c.label(far.gateway().id())
                + " has "
                + count
                + " allowed prefixes; AWS takes "
                + fact.max()
                + " and refuses more. Summarise them.",
            link.id());
      }
    }
  }

  /** The list is advertised as it stands, whatever lies behind the Transit Gateway. */
  private static void advertiseList(
      Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (link.allowedPrefixes().isEmpty()) {
      c.notes.error(
          "PFX-24",
          "DX-ALW",
          "The association of "
              + c.label(near.gateway().id())
              + " with "
              + c.label(far.gateway().id())
              + " has no allowed prefixes, so nothing is advertised to the customer. Enter the"
              + " prefixes of the VPCs.",
          link.id());
    }
    noteTooMany(c, link, near, far);
    Associations.exchange(
        c,
        link,
        near,
        far,
        Policy.PERMIT,
        Policies.nothing(
            "Only the allowed prefixes of the association are advertised for a Transit Gateway"
                + " (DX-ALW)"));
    Associations.line(c, link, near, far);
    VrfId lookup = far.tables().lookup(link.id());
    TableDraft table = c.net.table(near.table());
    if (table != null) {
      for (Prefix prefix : link.allowedPrefixes()) {
        table.add(new Vrf.StaticRoute(prefix, lookup, link.id().value(), Distances.STATIC, true));
      }
    }
  }
}
