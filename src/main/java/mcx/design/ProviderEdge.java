package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A provider edge router (PE). It serves every VRF of its provider that something is joined to.
 *
 * @param parent the point of presence, or the layer-3 provider itself
 * @param settings what else is set of it
 */
public record ProviderEdge(Id id, String name, @Nullable Id parent, Settings settings)
    implements Element {

  public ProviderEdge {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public ProviderEdge(Id id, String name, @Nullable Id parent) {
    this(id, name, parent, Settings.NONE);
  }
}
