package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A place of a layer-3 provider that holds provider edges and fails as one.
 *
 * @param parent the layer-3 provider
 * @param place the town, free text
 * @param settings what else is set of it
 */
public record PointOfPresence(
    Id id, String name, @Nullable Id parent, @Nullable String place, Settings settings)
    implements Element {

  public PointOfPresence {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public PointOfPresence(Id id, String name, @Nullable Id parent, @Nullable String place) {
    this(id, name, parent, place, Settings.NONE);
  }
}
