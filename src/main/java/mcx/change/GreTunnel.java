package mcx.change;

import java.util.List;
import java.util.Set;
import mcx.catalog.GatewayRole;
import mcx.catalog.Product;
import mcx.design.BgpSettings;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.design.VpnConnection;
import mcx.design.VpnConnection.Tunnel;
import mcx.design.VpnMode;
import org.jspecify.annotations.Nullable;

/** A GRE tunnel without IPsec from a router or appliance to a gateway that ends such tunnels. */
final class GreTunnel implements Joint {

  @Override
  public List<Way> ways(Pair pair) {
    Element a = pair.a();
    Element b = pair.b();
    boolean fits =
        (a instanceof Router && endsGre(pair, b)) || (b instanceof Router && endsGre(pair, a));
    return fits
        ? List.of(new Way("gre", Texts.get("joint.gre"), "", draft -> make(draft, a, b)))
        : List.of();
  }

  private static boolean endsGre(Pair pair, Element element) {
    Product product = element instanceof Gateway g ? pair.catalog().of(g) : null;
    return product != null && product.has(GatewayRole.ENDS_GRE);
  }

  private static Id make(Draft draft, Element a, Element b) {
    draft.remark(Texts.get("remark.gre"));
    return draft
        .add(
            new VpnConnection(
                draft.id(a.id() + "-" + b.id() + "-gre"),
                "",
                a.id(),
                b.id(),
                underlay(draft, a instanceof Gateway ? a : b),
                null,
                VpnMode.GRE,
                Set.of(),
                Set.of(),
                Routing.BGP,
                List.of(),
                List.of(),
                List.of(new Tunnel("tunnel-1", null, 0, 0, BgpSettings.DEFAULT))))
        .id();
  }

  /** The one circuit of the gateway's cloud; null where there is none, or a choice. */
  private static @Nullable Id underlay(Draft draft, Element gateway) {
    Cloud cloud = draft.design().within(gateway.id(), Cloud.class);
    List<Id> circuits =
        draft.design().all(Circuit.class).stream()
            .map(Circuit::id)
            .filter(c -> cloud != null && cloud.equals(draft.design().within(c, Cloud.class)))
            .toList();
    return circuits.size() == 1 ? circuits.getFirst() : null;
  }
}
