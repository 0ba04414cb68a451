package mcx.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A circuit or gateway that a vendor sells.
 *
 * @param key unique within the catalog, such as {@code azure.expressroute} or {@code aws.vgw}
 * @param vendor the vendor's key
 * @param kind circuit or gateway
 * @param name the vendor's name for it, such as {@code ExpressRoute circuit}
 * @param shortName a name that fits a small box, such as {@code ER gateway}
 * @param behaviour the key of the vendor behaviour that compiles it, such as {@code
 *     azure.er-gateway}; empty for the plain one of its roles
 * @param roles what it does, for a gateway
 * @param skus its variants, the first being the default; empty where it has none
 * @param asn the AS number its peers see by default; null where the customer must choose
 * @param asnFixed whether that cannot be changed
 * @param refusedPeerAsns the AS numbers that it refuses on the customer's side
 * @param limits how many prefixes it accepts and sends
 * @param timers its timers and detection; null where it speaks no BGP
 * @param ike what its VPN can do, by SKU; empty where it ends none
 * @param speedsMbps the speeds it is sold at, in Mbit/s, or the throughput of each SKU in their
 *     order
 * @param connections how many connections (circuits) or instances (gateways) it has, 1 or 2
 * @param transit what it re-advertises, in words, for showing, with its source
 * @param notes further facts in words
 */
public record Product(
    String key,
    String vendor,
    Kind kind,
    String name,
    String shortName,
    String behaviour,
    Set<GatewayRole> roles,
    List<String> skus,
    @Nullable Fact<Long> asn,
    boolean asnFixed,
    List<AsnRange> refusedPeerAsns,
    List<PrefixLimitFact> limits,
    @Nullable Timers timers,
    List<Ike> ike,
    List<Integer> speedsMbps,
    int connections,
    @Nullable Fact<String> transit,
    List<Fact<String>> notes) {

  /** What a product is. */
  public enum Kind {
    CIRCUIT,
    GATEWAY
  }
}
