package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * A building where clouds, providers and customers meet.
 *
 * @param metro the metropolitan area, free text
 * @param facility the operator's name for the building, free text
 * @param sharedRisk a key that places share which can fail together; null for none
 * @param settings what else is set of it
 */
public record PeeringLocation(
    Id id,
    String name,
    @Nullable Id parent,
    @Nullable String metro,
    @Nullable String facility,
    @Nullable String sharedRisk,
    Settings settings)
    implements Element {

  public PeeringLocation {
    name = Checks.name(name);
  }

  /** With no further settings. */
  public PeeringLocation(
      Id id,
      String name,
      @Nullable Id parent,
      @Nullable String metro,
      @Nullable String facility,
      @Nullable String sharedRisk) {
    this(id, name, parent, metro, facility, sharedRisk, Settings.NONE);
  }
}
