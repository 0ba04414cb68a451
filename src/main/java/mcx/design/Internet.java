package mcx.design;

import org.jspecify.annotations.Nullable;

/** The public Internet, as an underlay for VPN. */
public record Internet(Id id, String name, @Nullable Id parent) implements Element {

  public Internet {
    name = Checks.name(name);
  }
}
