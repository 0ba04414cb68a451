package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.catalog.Product;
import mcx.catalog.Quantity;
import mcx.catalog.RouteSource;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.NetworkAttachment;
import mcx.design.Setting;
import mcx.inet.Asn;
import mcx.network.Policy.Change;
import mcx.network.Policy.Learned;
import mcx.network.Sharing;
import mcx.network.Vrf.Key;
import org.jspecify.annotations.Nullable;

/**
 * Oracle dynamic routing gateway: a hub between its attachments, except that an interconnect with
 * another cloud carries nothing of the sites behind either; one of the first generation serves one
 * VCN and is no hub. The shorter AS path wins, and only then the kind of attachment; Oracle makes
 * the paths of VPN routes longer for that reason.
 */
final class OracleDrg extends GatewayBehaviour {

  /** Stands for the private number that Oracle adds; its documents do not say which it is. */
  private static final Asn ADDED = Asn.of(4_294_967_294L);

  private static final int HEAVIEST = 100;

  private static final TransitRules HUB = hub();
  private static final TransitRules LEGACY = legacy();

  private final boolean legacy;
  private final boolean balances;

  OracleDrg() {
    this(false, false);
  }

  private OracleDrg(boolean legacy, boolean balances) {
    this.legacy = legacy;
    this.balances = balances;
  }

  private static TransitRules hub() {
    TransitRules rules = TransitRules.ALL;
    for (Side other : List.of(Side.CIRCUIT, Side.VPN, Side.INTERCONNECT)) {
      rules =
          rules.separate(
              Side.INTERCONNECT,
              other,
              "An interconnect with another cloud does not carry traffic of sites behind either"
                  + " cloud (OCI-AZ)");
    }
    return rules;
  }

  private static TransitRules legacy() {
    TransitRules rules = HUB;
    List<Side> outside = List.of(Side.CIRCUIT, Side.VPN, Side.INTERCONNECT, Side.PEER_GATEWAY);
    for (Side one : outside) {
      for (Side other : outside) {
        rules =
            rules.withhold(
                one,
                other,
                "A legacy DRG joins its VCN with the outside, and is no hub between its attachments"
                    + " (OCI-DRG)");
      }
    }
    return rules;
  }

  @Override
  GatewayBehaviour of(Gateway gateway, @Nullable Product product) {
    return new OracleDrg(
        "legacy".equals(gateway.settings().text(Setting.GENERATION)),
        gateway.settings().has(Setting.EQUAL_COST_PATHS));
  }

  @Override
  List<Key> selection() {
    return List.of(
        Key.DISTANCE, Key.LOCAL_PREFERENCE, Key.AS_PATH_LENGTH, Key.WEIGHT, Key.ORIGIN, Key.MED);
  }

  /** Oracle's balancing over equal paths is off until it is asked for. */
  @Override
  Sharing sharing(Context c, Gateway gateway, @Nullable Product product) {
    return balances ? super.sharing(c, gateway, product) : Sharing.NONE;
  }

  @Override
  boolean servesOneNetwork() {
    return legacy;
  }

  @Override
  boolean hasRouteTables() {
    return !legacy;
  }

  @Override
  TransitRules transit() {
    return legacy ? LEGACY : HUB;
  }

  @Override
  boolean joinsCircuits() {
    return true;
  }

  @Override
  int distance(RouteSource source, @Nullable Product product) {
    return Distances.LEARNED;
  }

  @Override
  int staticVpnDistance(@Nullable Product product) {
    return Distances.LAST;
  }

  @Override
  Change arriving(RouteSource source, @Nullable Product product) {
    boolean overVpn = source == RouteSource.VPN_BGP || source == RouteSource.VPN_PRIVATE;
    int added =
        overVpn && product != null
            ? (int) product.number(Quantity.ASNS_ADDED_TO_BGP_VPN).orElse(0)
            : 0;
    return new Change(
        null,
        null,
        added,
        added > 0 ? ADDED : null,
        Set.of(),
        Set.of(),
        HEAVIEST - place(source, product),
        distance(source, product));
  }

  /** A remote peering is made once both gateways are known: {@link OracleRemotePeering}. */
  @Override
  void associate(Context c, GatewayAssociation link, GatewayEnd near, GatewayEnd far) {
    if (!(far.behaviour() instanceof OracleDrg)) {
      super.associate(c, link, near, far);
    }
  }

  /** A static VPN route counts as three numbers long, and has no path to say so. */
  @Override
  void complete(Context c, Gateways all, GatewayEnd gateway) {
    tellAsSecondChoice(c, gateway, Set.of(Learned.STATIC), Set.of());
    new OracleRemotePeering(c, all, gateway).compile();
    long attached =
        c.links(NetworkAttachment.class).stream()
            .filter(l -> l.joins(gateway.gateway().id()))
            .count();
    if (legacy && attached > 1) {
      c.notes.warning(
          "TRN-14",
          "OCI-DRG",
          c.label(gateway.gateway().id())
              + " is a legacy DRG, which serves one VCN; "
              + attached
              + " are attached to it, and the first counts. Upgrade it to serve them all.",
          gateway.gateway().id());
    }
  }

  @Override
  boolean acceptsOwnAsn() {
    return false;
  }

  @Override
  String refusedAsnRule() {
    return "ASN-10";
  }
}
