package mcx.catalog;

/** A set of addresses that a product treats in a way of its own. */
public enum AddressSet {
  /** Where BGP addresses inside tunnels must lie. */
  TUNNEL_INSIDE("tunnelInside"),
  /** Subnets inside tunnels that it keeps to itself. */
  TUNNEL_RESERVED("tunnelReserved"),
  /** Where the addresses of a circuit's BGP session usually lie. */
  CONNECTION("connection"),
  /** Prefixes that it does not take from the customer; what lies inside them is meant as well. */
  NOT_ACCEPTED("notAccepted"),
  /** Prefixes that it does not take from the customer, exactly as they stand. */
  NOT_ACCEPTED_EXACTLY("notAcceptedExactly");

  private final String key;

  AddressSet(String key) {
    this.key = key;
  }

  /** The key in catalog files. */
  public String key() {
    return key;
  }
}
