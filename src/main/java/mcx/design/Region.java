package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A region of a cloud.
 *
 * @param parent the cloud
 * @param code the vendor's name for it, such as {@code westeurope} or {@code us-central1}
 * @param settings what else is set of it
 */
public record Region(
    Id id, String name, @Nullable Id parent, @Nullable String code, Settings settings)
    implements Element {

  public Region {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public Region(Id id, String name, @Nullable Id parent, @Nullable String code) {
    this(id, name, parent, code, Settings.NONE);
  }
}
