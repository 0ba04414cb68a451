package mcx.design;

/**
 * Joins two circuits of one cloud, so that sites behind them reach each other (ExpressRoute Global
 * Reach, Direct Connect SiteLink). Not transitive.
 *
 * @param a one circuit
 * @param b another
 * @param settings what else is set of it
 */
public record CircuitPeering(Id id, String name, Id a, Id b, Settings settings) implements Link {

  public CircuitPeering {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public CircuitPeering(Id id, String name, Id a, Id b) {
    this(id, name, a, b, Settings.NONE);
  }
}
