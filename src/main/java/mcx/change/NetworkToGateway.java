package mcx.change;

import java.util.List;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.NetworkAttachment;
import mcx.design.VirtualNetwork;

/** Attaches a virtual network to a gateway of its cloud, through another where that is the way. */
final class NetworkToGateway implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    if (!(pair.a() instanceof VirtualNetwork network)
        || !(pair.b() instanceof Gateway gateway)
        || !Joining.sameCloud(pair)
        || Joining.joined(pair, NetworkAttachment.class)
        || joinedThrough(pair, network, gateway)) {
      return List.of();
    }
    Product product = pair.catalog().of(gateway);
    Product through = product == null ? null : pair.catalog().product(product.networksThrough());
    return List.of(
        new Way(
            "attachment",
            through == null
                ? Texts.get("joint.networkAttachment")
                : Texts.get("joint.networkAttachment.through", through.shortName()),
            "",
            draft -> new CloudParts(draft).attachNetwork(network, gateway)));
  }

  /** Whether the network is attached to a gateway that is associated with this one. */
  static boolean joinedThrough(Pair pair, VirtualNetwork network, Gateway gateway) {
    return pair.design().allLinks(NetworkAttachment.class).stream()
        .filter(l -> l.a().equals(network.id()))
        .anyMatch(
            l ->
                pair.design().allLinks(GatewayAssociation.class).stream()
                    .anyMatch(g -> g.joins(l.b()) && g.joins(gateway.id())));
  }
}
