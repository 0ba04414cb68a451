package mcx.design;

import java.util.List;
import java.util.Set;
import mcx.inet.Asn;
import mcx.inet.IpAddress;
import mcx.inet.PrefixRange;
import org.jspecify.annotations.Nullable;

/**
 * A router of the customer's own: in premises, in a virtual network (an appliance), or bare.
 *
 * @param asn its AS number; null where it speaks no BGP
 * @param routerId its BGP identifier (RFC 4271 §4.2), IPv4 form; null to have one made
 * @param networks prefixes it originates itself, beyond those of the premises it stands in
 * @param staticRoutes routes by hand
 * @param aggregates summaries it originates while a part of them is known
 * @param redistributeConnected whether it offers the networks that its links lie in to BGP
 * @param multipath whether equally good BGP routes share the traffic
 * @param alwaysCompareMed whether it compares the MED of routes from different neighbouring ASes
 *     too, not only from one (RFC 4271 §9.1.2.2 c)
 * @param publicAddress its address on the Internet, for VPN; null where it has none or it is of no
 *     concern
 * @param ikeVersions the IKE versions its VPN speaks; empty for both
 * @param settings what else is set of it
 */
public record Router(
    Id id,
    String name,
    @Nullable Id parent,
    RouterKind kind,
    @Nullable Asn asn,
    @Nullable IpAddress routerId,
    List<PrefixRange> networks,
    List<StaticRoute> staticRoutes,
    List<Aggregate> aggregates,
    boolean redistributeConnected,
    boolean multipath,
    boolean alwaysCompareMed,
    @Nullable IpAddress publicAddress,
    Set<IkeVersion> ikeVersions,
    Settings settings)
    implements Element {

  public Router {
    name = Checks.name(name);
    networks = Checks.list(networks);
    staticRoutes = Checks.list(staticRoutes);
    aggregates = Checks.list(aggregates);
    ikeVersions = Checks.set(ikeVersions);
  }

  /** With no further settings. */
  public Router(
      Id id,
      String name,
      @Nullable Id parent,
      RouterKind kind,
      @Nullable Asn asn,
      @Nullable IpAddress routerId,
      List<PrefixRange> networks,
      List<StaticRoute> staticRoutes,
      List<Aggregate> aggregates,
      boolean redistributeConnected,
      boolean multipath,
      boolean alwaysCompareMed,
      @Nullable IpAddress publicAddress,
      Set<IkeVersion> ikeVersions) {
    this(
        id,
        name,
        parent,
        kind,
        asn,
        routerId,
        networks,
        staticRoutes,
        aggregates,
        redistributeConnected,
        multipath,
        alwaysCompareMed,
        publicAddress,
        ikeVersions,
        Settings.NONE);
  }

  /** A router that redistributes and chooses as routers do where nothing is set. */
  public Router(
      Id id,
      String name,
      @Nullable Id parent,
      RouterKind kind,
      @Nullable Asn asn,
      @Nullable IpAddress routerId,
      List<PrefixRange> networks,
      List<StaticRoute> staticRoutes,
      List<Aggregate> aggregates,
      @Nullable IpAddress publicAddress,
      Set<IkeVersion> ikeVersions) {
    this(
        id,
        name,
        parent,
        kind,
        asn,
        routerId,
        networks,
        staticRoutes,
        aggregates,
        false,
        false,
        false,
        publicAddress,
        ikeVersions);
  }

  /** A router with nothing set but its AS number. */
  public static Router of(Id id, String name, @Nullable Id parent, @Nullable Asn asn) {
    return new Router(
        id,
        name,
        parent,
        RouterKind.ROUTER,
        asn,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        Set.of());
  }
}
