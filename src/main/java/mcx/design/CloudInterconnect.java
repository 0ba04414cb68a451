package mcx.design;

import java.util.List;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * Joins circuits of two clouds back to back, such as ExpressRoute and FastConnect.
 *
 * @param a a circuit of the one cloud
 * @param b a circuit of the other
 * @param paths its BGP sessions, usually two; a part's key is its role in lower case
 * @param settings what else is set of it
 */
public record CloudInterconnect(Id id, String name, Id a, Id b, List<Path> paths, Settings settings)
    implements Link {

  public CloudInterconnect {
    name = Checks.name(name);
    paths = Checks.list(paths);
  }

  /** With no further settings. */
  public CloudInterconnect(Id id, String name, Id a, Id b, List<Path> paths) {
    this(id, name, a, b, paths, Settings.NONE);
  }

  /**
   * One of the sessions.
   *
   * @param subnet the addresses between the two; null to have them made
   * @param session the BGP settings; end a and b as the link's
   */
  public record Path(ConnectionRole role, @Nullable Prefix subnet, BgpSettings session) {

    /** The key of this path among the parts of its link. */
    public String key() {
      return role == ConnectionRole.PRIMARY ? "primary" : "secondary";
    }
  }
}
