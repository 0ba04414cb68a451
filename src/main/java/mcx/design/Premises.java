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
 */
public record Premises(
    Id id,
    String name,
    @Nullable Id parent,
    PremisesKind kind,
    @Nullable String place,
    List<PrefixRange> networks)
    implements Element {

  public Premises {
    name = Checks.name(name);
    networks = Checks.list(networks);
  }
}
