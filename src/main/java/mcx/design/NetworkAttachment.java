package mcx.design;

/**
 * Joins a virtual network to a gateway that serves it.
 *
 * @param a the virtual network
 * @param b the gateway
 * @param settings what else is set of it
 */
public record NetworkAttachment(Id id, String name, Id a, Id b, Settings settings) implements Link {

  public NetworkAttachment {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public NetworkAttachment(Id id, String name, Id a, Id b) {
    this(id, name, a, b, Settings.NONE);
  }
}
