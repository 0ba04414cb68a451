package mcx.design;

import java.util.List;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/**
 * A place of the customer's own: a datacenter or a branch. It holds routers; its networks are
 * reached through them.
 *
 * @param place the town or address, free text
 * @param networks the prefixes in use there
 * @param settings what else is set of it
 */
public record Premises(
    Id id,
    String name,
    @Nullable Id parent,
    PremisesKind kind,
    @Nullable String place,
    List<PrefixRange> networks,
    Settings settings)
    implements Element {

  public Premises {
    name = Checks.name(name);
    networks = Checks.list(networks);
  }

  /** With no further settings. */
  public Premises(
      Id id,
      String name,
      @Nullable Id parent,
      PremisesKind kind,
      @Nullable String place,
      List<PrefixRange> networks) {
    this(id, name, parent, kind, place, networks, Settings.NONE);
  }
}
