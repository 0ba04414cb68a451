package mcx.design;

/** How the two ends of a link learn each other's routes. */
public enum Routing {
  /** By a BGP session. */
  BGP,
  /** By routes entered by hand (the far end's networks, or a default route). */
  STATIC,
  /** Not at all; the link only carries other traffic, such as tunnels. */
  NONE
}
