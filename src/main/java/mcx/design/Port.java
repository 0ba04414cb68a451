package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A port of a layer-2 provider, or a cloud's own port at a peering location (ExpressRoute Direct, a
 * dedicated Direct Connect connection).
 *
 * @param parent the layer-2 provider, peering location, or cloud
 * @param speedMbps its speed in Mbit/s; 0 where not given
 * @param settings what else is set of it
 */
public record Port(Id id, String name, @Nullable Id parent, int speedMbps, Settings settings)
    implements Element {

  public Port {
    name = Checks.name(name);
    Checks.range(id, "The speed", speedMbps, 0, 10_000_000);
  }

  /** With no further settings. */
  public Port(Id id, String name, @Nullable Id parent, int speedMbps) {
    this(id, name, parent, speedMbps, Settings.NONE);
  }
}
