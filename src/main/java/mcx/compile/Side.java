package mcx.compile;

/** What an edge of a table leads to, as far as rules of re-advertisement tell edges apart. */
enum Side {
  /** A virtual network that the gateway serves. */
  NETWORK,
  /** A circuit that ends at the gateway. */
  CIRCUIT,
  /** A circuit that joins the gateway's cloud to another cloud. */
  INTERCONNECT,
  /** A circuit whose sites a switch joins with those behind others like it. */
  LINKED,
  /** A site-to-site VPN. */
  VPN,
  /** A site-to-site VPN whose sites a switch joins with those behind others like it. */
  LINKED_VPN,
  /** A gateway nearer to the customer. */
  UPSTREAM,
  /** A gateway nearer to the virtual networks. */
  DOWNSTREAM,
  /** Another gateway of its own kind. */
  PEER_GATEWAY,
  /** The circuits of such a gateway. */
  FAR_CIRCUIT,
  /** At a circuit's edge: the provider or customer. */
  CUSTOMER,
  /** At a circuit's edge: the gateways of its own cloud. */
  GATEWAY,
  /** At a circuit's edge: such a gateway, where a switch lets its virtual networks pass. */
  OPEN_GATEWAY,
  /** At a circuit's edge: another circuit of its cloud. */
  PEER_CIRCUIT
}
