package mcx.compile;

import java.util.List;
import java.util.Set;
import mcx.design.BgpEnd;
import mcx.design.Id;
import mcx.inet.Asn;
import mcx.network.Origin;
import mcx.network.VrfId;
import org.jspecify.annotations.Nullable;

/**
 * What a circuit's connection leads to.
 *
 * @param table the table that the session ends in
 * @param asn the number it shows; null where none is known
 * @param drawn the BGP settings at this end
 * @param access how a provider's VRF is reached; null where a router is
 * @param speaker the element that speaks BGP
 * @param drawnAlong what the way passes, as drawn
 * @param dependsOn what the way stands on
 * @param bandwidthMbps the least speed on the way; 0 for unknown
 * @param subnet the addresses that the VLAN at the far end of a layer-2 path has; null for none
 */
record FarEnd(
    VrfId table,
    @Nullable Asn asn,
    BgpEnd drawn,
    ProviderNetworks.@Nullable Access access,
    Id speaker,
    List<Origin> drawnAlong,
    Set<Origin> dependsOn,
    int bandwidthMbps,
    mcx.inet.@Nullable Prefix subnet) {}
