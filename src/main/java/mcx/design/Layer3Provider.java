package mcx.design;

import java.util.List;
import mcx.inet.Asn;
import org.jspecify.annotations.Nullable;

/**
 * A provider of IP VPN (MPLS) service. Its points of presence, provider edges and VRFs are elements
 * within it.
 *
 * @param asn its AS number; null where it is not known yet
 * @param igpCosts the cost between points of presence (or provider edges); pairs not named cost 10
 * @param settings what else is set of it
 */
public record Layer3Provider(
    Id id,
    String name,
    @Nullable Id parent,
    @Nullable Asn asn,
    List<IgpCost> igpCosts,
    Settings settings)
    implements Element {
  /** With no further settings. */
  public Layer3Provider(
      Id id, String name, @Nullable Id parent, @Nullable Asn asn, List<IgpCost> igpCosts) {
    this(id, name, parent, asn, igpCosts, Settings.NONE);
  }

  /** The cost between two places of a provider where none is given. */
  public static final int DEFAULT_IGP_COST = 10;

  public Layer3Provider {
    name = Checks.name(name);
    igpCosts = Checks.list(igpCosts);
  }

  /**
   * The cost of the provider's inner routing between two places of it, both ways.
   *
   * @param a a point of presence or provider edge
   * @param b another
   * @param cost 1 to 65535
   */
  public record IgpCost(Id a, Id b, int cost) {
    public IgpCost {
      Checks.range(a, "The IGP cost", cost, 1, 65535);
    }
  }
}
