package mcx.analysis.rule.prefix;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.analysis.rule.Situation;
import mcx.catalog.Product;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.VirtualNetwork;
import mcx.inet.Prefix;
import mcx.inet.PrefixRange;
import mcx.network.Propagation;
import org.jspecify.annotations.Nullable;

/** What Direct Connect gateways are associated with. */
final class Associated {

  private Associated() {}

  static List<GatewayAssociation> withTransitGateway(Situation situation) {
    return with(situation, "aws.tgw");
  }

  static List<GatewayAssociation> withVirtualPrivateGateway(Situation situation) {
    return with(situation, "aws.vgw");
  }

  private static List<GatewayAssociation> with(Situation situation, String behaviour) {
    List<GatewayAssociation> all = new ArrayList<>();
    for (GatewayAssociation link : situation.links(GatewayAssociation.class)) {
      Product near = situation.product(link.a());
      Product far = situation.product(link.b());
      if (near != null
          && far != null
          && near.behaviour().equals("aws.dxgw")
          && far.behaviour().equals(behaviour)) {
        all.add(link);
      }
    }
    return all;
  }

  /** The prefixes of the virtual networks that a gateway serves, in order. */
  static SortedSet<Prefix> networks(Situation situation, Id gateway) {
    SortedSet<Prefix> all = new TreeSet<>();
    for (Propagation p : situation.network().propagations()) {
      if (gateway.equals(ofGateway(situation, p))) {
        Id from = situation.elementOf(p.from());
        VirtualNetwork network =
            from == null ? null : situation.design().element(from, VirtualNetwork.class);
        if (network != null) {
          network.prefixes().stream().flatMap(PrefixRange::stream).forEach(all::add);
        }
      }
    }
    return all;
  }

  private static @Nullable Id ofGateway(Situation situation, Propagation p) {
    Id to = situation.elementOf(p.to());
    return to != null && situation.design().element(to, Gateway.class) != null ? to : null;
  }

  /** Prefixes in words: all of a few, or how many there are. */
  static String few(List<Prefix> prefixes) {
    return prefixes.size() > 3
        ? prefixes.size() + " prefixes"
        : String.join(", ", prefixes.stream().map(Prefix::toString).toList());
  }
}
