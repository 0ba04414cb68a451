package mcx.design;

/**
 * Joins a virtual network to a gateway that serves it.
 *
 * @param a the virtual network
 * @param b the gateway
 */
public record NetworkAttachment(Id id, String name, Id a, Id b) implements Link {

  public NetworkAttachment {
    name = Checks.name(name);
  }
}
