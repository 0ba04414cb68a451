package mcx.design;

import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a circuit, with its BGP session.
 *
 * @param a the circuit
 * @param b what it leads to: a {@link ProviderEdge}; a {@link Port} of a layer-2 provider, from
 *     where a cross-connect carries it to a router's VLAN; or a {@link Router} on a direct port
 * @param vlan the tag at {@code b}, 0 (untagged) to 4094
 * @param vrf the provider's VRF, where {@code b} is a provider edge; null for its only one
 * @param subnet the addresses between the two; null to have them made
 * @param port the cloud's own port it runs over (ExpressRoute Direct); null where it has none
 * @param session the BGP settings; end a is the cloud, end b the provider or customer
 * @param settings what else is set of it
 */
public record CircuitConnection(
    Id id,
    String name,
    Id a,
    Id b,
    ConnectionRole role,
    PeeringType peering,
    int vlan,
    @Nullable Id vrf,
    @Nullable Prefix subnet,
    @Nullable Id port,
    BgpSettings session,
    Settings settings)
    implements Link {

  public CircuitConnection {
    name = Checks.name(name);
    Checks.range(id, "The VLAN", vlan, 0, 4094);
  }

  /** With no further settings. */
  public CircuitConnection(
      Id id,
      String name,
      Id a,
      Id b,
      ConnectionRole role,
      PeeringType peering,
      int vlan,
      @Nullable Id vrf,
      @Nullable Prefix subnet,
      @Nullable Id port,
      BgpSettings session) {
    this(id, name, a, b, role, peering, vlan, vrf, subnet, port, session, Settings.NONE);
  }
}
