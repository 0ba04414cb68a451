package mcx.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider of Ethernet service (an exchange): it forwards frames between ports and speaks no BGP.
 * Its ports are elements within it.
 *
 * @param settings what else is set of it
 */
public record Layer2Provider(
    Id id, String name, @Nullable Id parent, List<CrossConnect> crossConnects, Settings settings)
    implements Element {

  public Layer2Provider {
    name = Checks.name(name);
    crossConnects = Checks.list(crossConnects);
  }

  /** With no further settings. */
  public Layer2Provider(Id id, String name, @Nullable Id parent, List<CrossConnect> crossConnects) {
    this(id, name, parent, crossConnects, Settings.NONE);
  }

  /**
   * A VLAN carried from one port to another.
   *
   * @param vlanA the tag at {@code portA}, 1 to 4094
   * @param vlanB the tag at {@code portB}, 1 to 4094
   */
  public record CrossConnect(Id portA, int vlanA, Id portB, int vlanB) {
    public CrossConnect {
      Checks.range(portA, "The VLAN", vlanA, 1, 4094);
      Checks.range(portB, "The VLAN", vlanB, 1, 4094);
    }
  }
}
