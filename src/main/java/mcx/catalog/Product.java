package mcx.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.Prefix;
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
 * @param asn the AS number its peers see by default; null where the customer must choose, and for a
 *     circuit whose peers see the number of the gateway that it is joined to
 * @param asnFixed whether that cannot be changed
 * @param refusedPeerAsns the AS numbers that it refuses on the customer's side
 * @param limits how many prefixes it accepts and sends
 * @param timers its timers and detection; null where it speaks no BGP
 * @param ike what its VPN can do, by SKU; empty where it ends none
 * @param speedsMbps the speeds it is sold at, in Mbit/s, or the throughput of each SKU in their
 *     order
 * @param speedsSource the key of the {@link Source} of the speeds; empty where there are none
 * @param connections how many connections (circuits) or instances (gateways) it has, 1 or 2
 * @param transit what it re-advertises, in words, for showing, with its source
 * @param notes further facts in words
 * @param numbers the numbers to compute with
 * @param addresses addresses that it treats in a way of its own
 * @param preference among routes of one prefix, which source wins, the winner first; null where the
 *     product ranks by path alone. The fact's own place in the order of comparison is the vendor
 *     behaviour's: before the AS path (AWS), after it (Oracle)
 * @param preferenceCommunities the communities by which the customer says what it prefers; empty
 *     where it heeds none
 * @param networksThrough the key of the gateway product by which virtual networks are joined to it;
 *     empty where they are attached to it directly
 * @param bgpThrough the key of the gateway product that it must be associated with to speak BGP
 *     over VPN; empty where it needs none
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
    String speedsSource,
    int connections,
    @Nullable Fact<String> transit,
    List<Fact<String>> notes,
    Map<Quantity, Fact<Long>> numbers,
    Map<AddressSet, Fact<List<Prefix>>> addresses,
    @Nullable Fact<List<RouteSource>> preference,
    List<PreferenceCommunity> preferenceCommunities,
    String networksThrough,
    String bgpThrough) {

  public Product {
    roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    skus = List.copyOf(skus);
    refusedPeerAsns = List.copyOf(refusedPeerAsns);
    limits = List.copyOf(limits);
    ike = List.copyOf(ike);
    speedsMbps = List.copyOf(speedsMbps);
    notes = List.copyOf(notes);
    preferenceCommunities = List.copyOf(preferenceCommunities);
    numbers = sorted(Quantity.class, numbers);
    addresses = sorted(AddressSet.class, addresses);
  }

  private static <K extends Enum<K>, V> Map<K, V> sorted(Class<K> keys, Map<K, V> given) {
    Map<K, V> copy = new EnumMap<>(keys);
    copy.putAll(given);
    return Collections.unmodifiableMap(copy);
  }

  /** The number, where the product has it. */
  public OptionalLong number(Quantity quantity) {
    Fact<Long> fact = numbers.get(quantity);
    return fact == null ? OptionalLong.empty() : OptionalLong.of(fact.value());
  }

  /** The prefixes of the set; empty where the product has none. */
  public List<Prefix> addresses(AddressSet set) {
    Fact<List<Prefix>> fact = addresses.get(set);
    return fact == null ? List.of() : fact.value();
  }

  /** What its VPN can do in this variant; null where it ends none. The first where kinds differ. */
  public @Nullable Ike ike(@Nullable String sku) {
    List<Ike> found = ikes(sku);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** All that its VPN can do in this variant, several rows where its kinds of VPN differ. */
  public List<Ike> ikes(@Nullable String sku) {
    String wanted = sku == null && !skus.isEmpty() ? skus.getFirst() : sku;
    List<Ike> found = ike.stream().filter(i -> i.sku() == null || i.sku().equals(wanted)).toList();
    return found.isEmpty() && !ike.isEmpty() ? List.of(ike.getFirst()) : found;
  }

  /** The throughput of a gateway in this variant in Mbit/s; 0 where it is not known. */
  public int throughputMbps(@Nullable String sku) {
    if (skus.isEmpty() || skus.size() != speedsMbps.size()) {
      return 0;
    }
    int at = sku == null ? 0 : skus.indexOf(sku);
    return at < 0 ? 0 : speedsMbps.get(at);
  }

  /** Whether it refuses the number on the customer's side, in whichever region. */
  public boolean refuses(Asn asn) {
    return refusedPeerAsns.stream().anyMatch(r -> r.region().isEmpty() && r.contains(asn));
  }

  /** The codes of the regions in which alone it refuses the number on the customer's side. */
  public List<String> regionsThatRefuse(Asn asn) {
    return refusedPeerAsns.stream()
        .filter(r -> !r.region().isEmpty() && r.contains(asn))
        .map(AsnRange::region)
        .toList();
  }

  public boolean has(GatewayRole role) {
    return roles.contains(role);
  }

  /** What a product is. */
  public enum Kind {
    CIRCUIT,
    GATEWAY
  }
}
