package mcx.catalog;

import java.util.Locale;

/**
 * A number about a product that the program computes with. A product has those that apply to it.
 */
public enum Quantity {
  /**
   * The weight that the virtual network's routers give to routes that this gateway learned; the
   * heavier wins among equal prefixes.
   */
  ROUTE_WEIGHT,
  /** How many private AS numbers it puts before routes that it learned by BGP over VPN. */
  ASNS_ADDED_TO_BGP_VPN,
  /** How many private AS numbers it puts before static VPN routes. */
  ASNS_ADDED_TO_STATIC_VPN,
  /** The MED that it advertises its own region's subnets with. */
  BASE_PRIORITY,
  /** The least that is added to the MED for a subnet of another region. */
  REGION_COST_MIN,
  /** The most that is added to the MED for a subnet of another region. */
  REGION_COST_MAX,
  /** The most equal paths it balances over; 1 for none. */
  EQUAL_PATHS,
  /** The most circuits that may be joined to one gateway. */
  MAX_CIRCUITS,
  /** The most circuits of one peering location that may serve one virtual network. */
  MAX_CIRCUITS_PER_LOCATION,
  /** The most virtual networks that one circuit or gateway may serve. */
  MAX_NETWORKS,
  /** The most gateways of the next kind that may be associated with it. */
  MAX_ASSOCIATIONS,
  /** The most BGP peers. */
  MAX_PEERS,
  /** The greatest AS number that a peer may have. */
  MAX_PEER_ASN,
  /** The most prefixes that may be allotted to one virtual interface, for each family. */
  MAX_ALLOCATION,
  /** The most static routes on one VPN connection. */
  MAX_STATIC_ROUTES,
  /** How many tunnels a VPN connection to one address of the peer has. */
  TUNNELS_PER_PEER_ADDRESS,
  /** The default connection weight of a circuit's attachment. */
  ATTACHMENT_WEIGHT,
  /** The heaviest connection weight of a circuit's attachment. */
  MAX_ATTACHMENT_WEIGHT,
  /** The greatest IP packet in bytes that it carries; for a gateway, in the tunnels of its VPN. */
  MTU,
  /** The greatest IP packet in bytes that it carries unless it is set otherwise. */
  DEFAULT_MTU,
  /** The greatest IP packet in bytes that passes through a gateway, other than by VPN. */
  TRANSIT_MTU,
  /** The greatest TCP segment in bytes that fits its tunnels. */
  MAX_SEGMENT,
  /** The seconds a planned failover between its instances takes at most. */
  PLANNED_FAILOVER_SECONDS,
  /** The seconds an unplanned failover between its instances takes at most. */
  UNPLANNED_FAILOVER_SECONDS,
  /** The seconds after which dead-peer detection gives up a tunnel. */
  DPD_SECONDS,
  /** Which host address of a connection's subnet the customer's side has, counted from 0. */
  CUSTOMER_HOST,
  /** Which host address of a connection's subnet the cloud's side has, counted from 0. */
  CLOUD_HOST,
  /** The least length of the IPv4 block of a connection: the largest block. */
  MIN_BLOCK_LENGTH,
  /** The greatest length of the IPv4 block of a connection: the smallest block. */
  MAX_BLOCK_LENGTH,
  /** The length of the IPv4 block inside a tunnel. */
  TUNNEL_BLOCK_LENGTH,
  /** The greatest length of the subnet that it stands in alone. */
  SUBNET_LENGTH,
  /** The greatest length of the subnet that it shares with a gateway of another kind. */
  SHARED_SUBNET_LENGTH,
  /** The greatest length of the subnet where as many circuits are joined to it as it takes. */
  FULL_SUBNET_LENGTH,
  /** How many hops its BFD packets may take unless it is set otherwise. */
  BFD_HOPS,
  /** The shortest keepalive it accepts, in seconds. */
  MIN_KEEPALIVE_SECONDS,
  /** The shortest hold time it accepts, in seconds. */
  MIN_HOLD_SECONDS,
  /** The lowest VLAN tag of a connection. */
  MIN_VLAN,
  /** The highest VLAN tag of a connection. */
  MAX_VLAN,
  /** The priority of the rule that keeps circuits, VPNs and others apart until it is overruled. */
  ISOLATION_PRIORITY,

  /** How many times the speed of a port the circuits on a pair of ports may be together. */
  MAX_PORT_OVERSUBSCRIPTION,

  /** How many times a path is prepended, by the vendor's advice, to make it the second choice. */
  ADVISED_PREPENDS,

  /** The first half of the communities by which the customer ranks its routes at the cloud. */
  PREFERENCE_COMMUNITY_ASN,

  /** The second half of the community that makes a route the last choice. */
  PREFERENCE_COMMUNITY_LOW,

  /** The second half of the community that a route without one counts as having. */
  PREFERENCE_COMMUNITY_MEDIUM,

  /** The second half of the community that makes a route the first choice. */
  PREFERENCE_COMMUNITY_HIGH;

  /** The key in catalog files: {@code routeWeight} for {@link #ROUTE_WEIGHT}. */
  public String key() {
    return keyOf(this);
  }

  /** The name of a constant as keys in catalog files are written. */
  static String keyOf(Enum<?> constant) {
    StringBuilder text = new StringBuilder();
    for (String word : constant.name().toLowerCase(Locale.ROOT).split("_", -1)) {
      text.append(
          text.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return text.toString();
  }
}
