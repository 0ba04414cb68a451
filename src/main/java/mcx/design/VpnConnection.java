package mcx.design;

import java.util.List;
import java.util.Set;
import mcx.inet.IpAddress;
import mcx.inet.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * A site-to-site VPN between two endpoints: routers, or gateways of clouds.
 *
 * @param a one endpoint, a {@link Router} or {@link Gateway}
 * @param b the other
 * @param underlay what carries it: the {@link Internet}, or a {@link Circuit}; null for the
 *     Internet as such
 * @param ike the IKE version set on the connection; null for the newest that both ends speak
 * @param mode route-based or policy-based
 * @param pfsGroupsA the Diffie-Hellman groups that end a offers and accepts for perfect forward
 *     secrecy in phase 2 (RFC 7296 §1.3); 0 stands for none; empty for its product's default
 * @param pfsGroupsB the same for end b
 * @param routing BGP over the tunnels, or static
 * @param networksA with static routing, the prefixes at end a that end b routes into the tunnels;
 *     empty for all networks that end a serves
 * @param networksB the same for those at end b
 * @param tunnels the tunnels, at least one to carry anything
 * @param settings what else is set of it
 */
public record VpnConnection(
    Id id,
    String name,
    Id a,
    Id b,
    @Nullable Id underlay,
    @Nullable IkeVersion ike,
    VpnMode mode,
    Set<Integer> pfsGroupsA,
    Set<Integer> pfsGroupsB,
    Routing routing,
    List<Prefix> networksA,
    List<Prefix> networksB,
    List<Tunnel> tunnels,
    Settings settings)
    implements Link {

  public VpnConnection {
    name = Checks.name(name);
    pfsGroupsA = Checks.set(pfsGroupsA);
    pfsGroupsB = Checks.set(pfsGroupsB);
    networksA = Checks.list(networksA);
    networksB = Checks.list(networksB);
    tunnels = Checks.list(tunnels);
  }

  /** With no further settings. */
  public VpnConnection(
      Id id,
      String name,
      Id a,
      Id b,
      @Nullable Id underlay,
      @Nullable IkeVersion ike,
      VpnMode mode,
      Set<Integer> pfsGroupsA,
      Set<Integer> pfsGroupsB,
      Routing routing,
      List<Prefix> networksA,
      List<Prefix> networksB,
      List<Tunnel> tunnels) {
    this(
        id,
        name,
        a,
        b,
        underlay,
        ike,
        mode,
        pfsGroupsA,
        pfsGroupsB,
        routing,
        networksA,
        networksB,
        tunnels,
        Settings.NONE);
  }

  /**
   * One tunnel of the connection.
   *
   * @param key its key among the parts of the link, such as {@code tunnel-1}
   * @param inside the addresses inside the tunnel; null to have them made
   * @param outsideA the address that the tunnel's own packets are sent to at end a; null for a
   *     router's public address, or where it is not known
   * @param outsideB the same for end b
   * @param instanceA which instance of the gateway at end a ends it, from 0
   * @param instanceB which instance of the gateway at end b ends it, from 0
   * @param session the BGP settings; end a and b as the link's
   * @param settings what else is set of it
   */
  public record Tunnel(
      String key,
      @Nullable Prefix inside,
      @Nullable IpAddress outsideA,
      @Nullable IpAddress outsideB,
      int instanceA,
      int instanceB,
      BgpSettings session,
      Settings settings) {
    /** With no further settings. */
    public Tunnel(
        String key,
        @Nullable Prefix inside,
        @Nullable IpAddress outsideA,
        @Nullable IpAddress outsideB,
        int instanceA,
        int instanceB,
        BgpSettings session) {
      this(key, inside, outsideA, outsideB, instanceA, instanceB, session, Settings.NONE);
    }

    /** A tunnel between the endpoints' own addresses, as far as those are known. */
    public Tunnel(
        String key, @Nullable Prefix inside, int instanceA, int instanceB, BgpSettings session) {
      this(key, inside, null, null, instanceA, instanceB, session);
    }
  }
}
