package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A provider edge router (PE). It serves every VRF of its provider that something is joined to.
 *
 * @param parent the point of presence, or the layer-3 provider itself
 */
public record ProviderEdge(Id id, String name, @Nullable Id parent) implements Element {

  public ProviderEdge {
    name = Checks.name(name);
  }
}
