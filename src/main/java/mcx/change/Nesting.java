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
      return Texts.get("nesting.itself", Words.name(catalog, element));
    }
    return switch (element) {
      case Premises p -> in == null ? null : Texts.get("nesting.site");
      case Layer3Provider p -> in == null ? null : Texts.get("nesting.provider");
      case Layer2Provider p -> in == null ? null : Texts.get("nesting.provider");
      case PeeringLocation p -> in == null ? null : Texts.get("nesting.location");
      case Cloud c -> in == null ? null : Texts.get("nesting.cloud");
      case Internet i -> in == null ? null : Texts.get("nesting.internet");
      case Router r ->
          in == null || in instanceof Premises || in instanceof VirtualNetwork
              ? null
              : Texts.get("nesting.router");
      case PointOfPresence p -> in instanceof Layer3Provider ? null : Texts.get("nesting.pop");
      case ProviderEdge p ->
          in instanceof Layer3Provider || in instanceof PointOfPresence
              ? null
              : Texts.get("nesting.edge");
      case Vrf v -> in instanceof Layer3Provider ? null : Texts.get("nesting.vrf");
      case Port p ->
          in instanceof Layer2Provider || in instanceof PeeringLocation || in instanceof Cloud
              ? null
              : Texts.get("nesting.port");
      case Region r -> in instanceof Cloud ? null : Texts.get("nesting.region");
      case VirtualNetwork n ->
          in instanceof Cloud || in instanceof Region ? null : Texts.get("nesting.network");
      case Circuit c ->
          in instanceof Cloud || in instanceof Region
              ? otherVendor(design, catalog, c.product(), in)
              : Texts.get("nesting.circuit");
      case Gateway g ->
          in instanceof Cloud || in instanceof Region || in instanceof VirtualNetwork
              ? otherVendor(design, catalog, g.product(), in)
              : Texts.get("nesting.gateway");
      case RouteTable t ->
          in instanceof VirtualNetwork || in instanceof Gateway ? null : Texts.get("nesting.table");
    };
  }

  private static @Nullable String otherVendor(
      Design design, Catalog catalog, String productKey, Element holder) {
    Product product = catalog.product(productKey);
    Cloud cloud = design.within(holder.id(), Cloud.class);
    if (product == null || cloud == null || product.vendor().equals(cloud.vendor())) {
      return null;
    }
    return Texts.get("nesting.otherVendor", product.name(), cloud.name());
  }
}
