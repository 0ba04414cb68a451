package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A region of a cloud.
 *
 * @param parent the cloud
 * @param code the vendor's name for it, such as {@code westeurope} or {@code us-central1}
 */
public record Region(Id id, String name, @Nullable Id parent, @Nullable String code)
    implements Element {

  public Region {
    name = Checks.name(name);
  }
}
