package mcx.catalog;

/**
 * A number that estimates rest on where a design does not say. It belongs to no product; a user's
 * catalog file may set another.
 */
public enum Assumption {
  /** How long light takes for a kilometre of fibre, in nanoseconds. */
  NANOS_PER_KM,
  /** How long a private line is, in per cent of the straight line. */
  DETOUR_PERCENT,
  /** How long a way over the Internet is, in per cent of the straight line. */
  INTERNET_DETOUR_PERCENT,
  /** What an access link or a private link adds one way, in microseconds. */
  ACCESS_MICROS,
  /** What a connection of a circuit with the cloud's edge adds one way, in microseconds. */
  CIRCUIT_MICROS,
  /** What circuits joined back to back add one way, in microseconds. */
  INTERCONNECT_MICROS,
  /** What the core of a layer-3 provider adds one way, in microseconds. */
  CORE_MICROS,
  /** What a step inside a cloud or inside premises adds one way, in microseconds. */
  INSIDE_MICROS,
  /** What encryption and the Internet add to a tunnel one way, in microseconds. */
  TUNNEL_MICROS,
  /** How long a router takes at most to see that an interface of its own went down, in millis. */
  LINK_DOWN_MILLIS,
  /**
   * How long inner routing, of a provider or of the customer, takes at most to find another way, in
   * milliseconds.
   */
  INNER_ROUTING_MILLIS,
  /** The seconds after which dead-peer detection gives up a tunnel, where nobody says. */
  DPD_SECONDS,
  /** How long a router may hold back an advertisement to another AS, in seconds (RFC 4271 §10). */
  OUTER_ADVERTISEMENT_SECONDS,
  /** How long a router may hold back an advertisement inside its AS, in seconds (RFC 4271 §10). */
  INNER_ADVERTISEMENT_SECONDS;

  /** The key in catalog files: {@code nanosPerKm} for {@link #NANOS_PER_KM}. */
  public String key() {
    return Quantity.keyOf(this);
  }
}
