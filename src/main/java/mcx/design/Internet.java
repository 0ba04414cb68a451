package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * The public Internet, as an underlay for VPN.
 *
 * @param settings what else is set of it
 */
public record Internet(Id id, String name, @Nullable Id parent, Settings settings)
    implements Element {

  public Internet {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public Internet(Id id, String name, @Nullable Id parent) {
    this(id, name, parent, Settings.NONE);
  }
}
