package mcx.design;

/**
 * Joins two circuits of one cloud, so that sites behind them reach each other (ExpressRoute Global
 * Reach, Direct Connect SiteLink). Not transitive.
 *
 * @param a one circuit
 * @param b another
 */
public record CircuitPeering(Id id, String name, Id a, Id b) implements Link {

  public CircuitPeering {
    name = Checks.name(name);
  }
}
