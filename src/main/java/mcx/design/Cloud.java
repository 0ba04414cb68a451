package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A public cloud. Regions, virtual networks, circuits and gateways are elements within it.
 *
 * @param vendor the vendor's key in the catalog: {@code azure}, {@code aws}, {@code google}, {@code
 *     oracle}, {@code ibm}, {@code alibaba}, {@code other}, or one of the user's own
 * @param settings what else is set of it
 */
public record Cloud(Id id, String name, @Nullable Id parent, String vendor, Settings settings)
    implements Element {

  public Cloud {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public Cloud(Id id, String name, @Nullable Id parent, String vendor) {
    this(id, name, parent, vendor, Settings.NONE);
  }
}
