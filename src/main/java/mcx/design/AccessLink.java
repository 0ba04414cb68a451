package mcx.design;

import java.util.List;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * Joins a router to a provider: to a provider edge, to a port of a layer-2 provider, or to the
 * Internet.
 *
 * @param a the router
 * @param b the {@link ProviderEdge}, {@link Port} or {@link Internet}
 * @param bandwidthMbps its speed in Mbit/s; 0 where not given
 * @param vlans the VLANs on it. To a provider edge each is a subinterface in a VRF; to a layer-2
 *     port each is a tag that a cross-connect may pick up; to the Internet there is none. Empty
 *     towards a provider edge means one untagged interface in the provider's only VRF, with BGP.
 * @param settings what else is set of it
 */
public record AccessLink(
    Id id, String name, Id a, Id b, int bandwidthMbps, List<Vlan> vlans, Settings settings)
    implements Link {

  public AccessLink {
    name = Checks.name(name);
    Checks.range(id, "The bandwidth", bandwidthMbps, 0, 10_000_000);
    vlans = Checks.list(vlans);
  }

  /** With no further settings. */
  public AccessLink(Id id, String name, Id a, Id b, int bandwidthMbps, List<Vlan> vlans) {
    this(id, name, a, b, bandwidthMbps, vlans, Settings.NONE);
  }

  /**
   * A VLAN on an access link. Its id, as a part, is the link's with {@code vlan-TAG}.
   *
   * @param tag 0 (untagged) to 4094
   * @param vrf the provider's VRF it belongs to; null for the only one, or towards a layer-2 port
   * @param subnet the addresses between the routers; null to have them made
   * @param routing BGP, static (the router has a default route to the provider, and the provider
   *     routes to the networks of the router's premises), or none
   * @param session the BGP settings; end a is the router, end b the provider edge
   */
  public record Vlan(
      int tag, @Nullable Id vrf, @Nullable Prefix subnet, Routing routing, BgpSettings session) {
    public Vlan {
      if (tag < 0 || tag > 4094) {
        throw new InvalidDesignException(
            "A VLAN tag goes from 0 (untagged) to 4094, not " + tag + ".");
      }
    }

    /** The key of this VLAN among the parts of its link. */
    public String key() {
      return "vlan-" + tag;
    }
  }
}
