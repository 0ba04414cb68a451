package mcx.analysis.fallback;

import mcx.compile.VpnAgreement;
import mcx.design.Id;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel that carries traffic.
 *
 * @param tunnel the part of the VPN
 * @param label what it is called
 * @param mbps what one such tunnel carries, in Mbit/s; null where that is not stated (then what its
 *     gateways carry in all counts)
 * @param bgp whether BGP runs over it, rather than static routes leading into it
 * @param there whether it carries traffic from the first site to the second
 * @param back whether it carries traffic the other way
 * @param agreement what its ends have in common; null where the VPN joins no two endpoints
 */
public record TunnelUse(
    Id tunnel,
    String label,
    @Nullable Integer mbps,
    boolean bgp,
    boolean there,
    boolean back,
    @Nullable VpnAgreement agreement) {}
