package mcx.catalog;

import java.util.Set;
import mcx.design.IkeVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a product's VPN can do, by SKU where that matters.
 *
 * @param sku the variant it holds for; null for all
 * @param versions the IKE versions it speaks
 * @param routeBased whether it can do route-based VPN
 * @param policyBased whether it can do policy-based VPN
 * @param bgp whether it speaks BGP over tunnels
 * @param maxTunnels the most tunnels in all; 0 where not stated
 * @param tunnelsPerConnection the usual tunnels of one connection
 * @param tunnelMbps the throughput of one tunnel in Mbit/s; 0 where not stated
 * @param nat whether it can translate addresses of overlapping networks
 * @param pfsOffered the PFS groups it offers when it starts phase 2; 0 is none; empty where not
 *     stated (then anything is taken to fit)
 * @param pfsAccepted the PFS groups it accepts when the other starts; empty where not stated
 */
public record Ike(
    @Nullable String sku,
    Set<IkeVersion> versions,
    boolean routeBased,
    boolean policyBased,
    boolean bgp,
    int maxTunnels,
    int tunnelsPerConnection,
    int tunnelMbps,
    boolean nat,
    Set<Integer> pfsOffered,
    Set<Integer> pfsAccepted,
    String source,
    boolean confirmed) {}
