package mcx.design;

/**
 * Joins a circuit to a gateway of its cloud.
 *
 * @param a the circuit
 * @param b the gateway
 * @param weight the connection weight: the heavier is preferred (ExpressRoute, 0 to 32000); 0 where
 *     the product has none
 * @param settings what else is set of it
 */
public record CircuitAttachment(Id id, String name, Id a, Id b, int weight, Settings settings)
    implements Link {

  public CircuitAttachment {
    name = Checks.name(name);
    Checks.range(id, "The weight", weight, 0, 32000);
  }

  /** With no further settings. */
  public CircuitAttachment(Id id, String name, Id a, Id b, int weight) {
    this(id, name, a, b, weight, Settings.NONE);
  }
}
