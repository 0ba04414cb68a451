package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A place of a layer-3 provider that holds provider edges and fails as one.
 *
 * @param parent the layer-3 provider
 * @param place the town, free text
 */
public record PointOfPresence(Id id, String name, @Nullable Id parent, @Nullable String place)
    implements Element {

  public PointOfPresence {
    name = Checks.name(name);
  }
}
