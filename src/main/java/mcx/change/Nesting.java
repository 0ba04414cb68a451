package mcx.change;

import mcx.catalog.Catalog;
import mcx.catalog.Product;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.PeeringLocation;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.design.Vrf;
import org.jspecify.annotations.Nullable;

/** What may stand in what. */
public final class Nesting {

  private Nesting() {}

  /**
   * Why the element cannot stand there, in words with the way out; null where it can.
   *
   * @param holder what would hold it; null for the empty canvas
   */
  public static @Nullable String refusal(
      Design design, Catalog catalog, Element element, @Nullable Id holder) {
    Element in = design.element(holder);
    if (in != null
        && (in.id().equals(element.id())
            || design.ancestors(in.id()).stream().anyMatch(a -> a.id().equals(element.id())))) {
      return "“" + element.name() + "” cannot stand in itself.";
    }
    return switch (element) {
      case Premises p -> in == null ? null : "Datacenters and branches stand on the canvas itself.";
      case Layer3Provider p -> in == null ? null : "Providers stand on the canvas itself.";
      case Layer2Provider p -> in == null ? null : "Providers stand on the canvas itself.";
      case PeeringLocation p -> in == null ? null : "Peering locations stand on the canvas itself.";
      case Cloud c -> in == null ? null : "Clouds stand on the canvas itself.";
      case Internet i -> in == null ? null : "The Internet stands on the canvas itself.";
      case Router r ->
          in == null || in instanceof Premises || in instanceof VirtualNetwork
              ? null
              : "A router stands in a datacenter or branch, in a virtual network, or bare on the"
                  + " canvas.";
      case PointOfPresence p ->
          in instanceof Layer3Provider ? null : "A point of presence stands in a layer-3 provider.";
      case ProviderEdge p ->
          in instanceof Layer3Provider || in instanceof PointOfPresence
              ? null
              : "A provider edge stands in a layer-3 provider or its point of presence.";
      case Vrf v -> in instanceof Layer3Provider ? null : "A VRF belongs to a layer-3 provider.";
      case Port p ->
          in instanceof Layer2Provider || in instanceof PeeringLocation || in instanceof Cloud
              ? null
              : "A port stands in a layer-2 provider, a peering location or a cloud.";
      case Region r -> in instanceof Cloud ? null : "A region stands in a cloud.";
      case VirtualNetwork n ->
          in instanceof Cloud || in instanceof Region
              ? null
              : "A virtual network stands in a cloud or one of its regions.";
      case Circuit c ->
          in instanceof Cloud || in instanceof Region
              ? otherVendor(design, catalog, c.product(), in)
              : "A circuit stands in its cloud or one of its regions.";
      case Gateway g ->
          in instanceof Cloud || in instanceof Region || in instanceof VirtualNetwork
              ? otherVendor(design, catalog, g.product(), in)
              : "A gateway stands in its cloud, a region or a virtual network.";
      case RouteTable t ->
          in instanceof VirtualNetwork || in instanceof Gateway
              ? null
              : "A route table belongs to a virtual network or a gateway.";
    };
  }

  private static @Nullable String otherVendor(
      Design design, Catalog catalog, String productKey, Element holder) {
    Product product = catalog.product(productKey);
    Cloud cloud = design.within(holder.id(), Cloud.class);
    if (product == null || cloud == null || product.vendor().equals(cloud.vendor())) {
      return null;
    }
    return "“" + product.name() + "” is no product of the vendor of “" + cloud.name()
        + "”. Put it into a cloud of its own vendor.";
  }
}
