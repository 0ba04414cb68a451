package mcx.change;

import java.util.List;
import mcx.catalog.Vendor;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.VirtualNetwork;

/** Peers two virtual networks of one vendor; the one with gateways is the hub. */
final class NetworkToNetwork implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    if (!(pair.a() instanceof VirtualNetwork a)
        || !(pair.b() instanceof VirtualNetwork b)
        || !Joining.sameVendor(pair)
        || Joining.joined(pair, NetworkPeering.class)) {
      return List.of();
    }
    boolean hubIsB = !hasGateway(pair, a) && hasGateway(pair, b);
    VirtualNetwork hub = hubIsB ? b : a;
    VirtualNetwork spoke = hubIsB ? a : b;
    Vendor vendor = Products.vendor(pair.design(), pair.catalog(), a.id());
    boolean transit =
        vendor != null
            && vendor.gatewayTransit()
            && hasGateway(pair, hub)
            && !hasGateway(pair, spoke);
    boolean overlap =
        a.prefixes().stream()
            .anyMatch(p -> b.prefixes().stream().anyMatch(q -> Spare.overlaps(p, q)));
    return List.of(
        new Way(
            "peering",
            Texts.get(transit ? "joint.networkPeering.transit" : "joint.networkPeering"),
            overlap ? Texts.get("warning.overlap") : "",
            draft ->
                draft
                    .add(
                        new NetworkPeering(
                            draft.id(hub.id() + "-" + spoke.id()),
                            "",
                            hub.id(),
                            spoke.id(),
                            transit,
                            transit))
                    .id()));
  }

  private static boolean hasGateway(Pair pair, VirtualNetwork network) {
    return pair.design().allLinks(NetworkAttachment.class).stream()
        .anyMatch(l -> l.a().equals(network.id()));
  }
}
