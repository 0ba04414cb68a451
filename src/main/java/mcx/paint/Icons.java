package mcx.paint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.catalog.GatewayRole;
import mcx.catalog.Product;
import mcx.design.Element;
import mcx.design.PremisesKind;
import org.jspecify.annotations.Nullable;

/** The pictograms of the folder {@code icons/}, for drawing at any size and in any colour. */
public final class Icons {

  private static final List<String> NAMES =
      List.of(
          "app",
          "appliance",
          "branch",
          "circuit",
          "cloud-alibaba",
          "cloud-aws",
          "cloud-azure",
          "cloud-google",
          "cloud-ibm",
          "cloud-oracle",
          "cloud-other",
          "datacenter",
          "firewall",
          "gateway",
          "internet",
          "layer2-provider",
          "layer3-provider",
          "nat",
          "note",
          "peering-location",
          "pop",
          "port",
          "provider-edge",
          "region",
          "route-table",
          "router",
          "transit-hub",
          "virtual-network",
          "vpn-gateway",
          "vrf");

  private static final SortedMap<String, SvgIcon> ICONS = load();

  private Icons() {}

  private static SortedMap<String, SvgIcon> load() {
    SortedMap<String, SvgIcon> icons = new TreeMap<>();
    for (String name : NAMES) {
      try (InputStream in = Icons.class.getResourceAsStream("/mcx/icons/" + name + ".svg")) {
        if (in == null) {
          throw new IllegalStateException("The pictogram " + name + " is not in the program");
        }
        icons.put(name, SvgIcon.read(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Collections.unmodifiableSortedMap(icons);
  }

  /** The names of all pictograms, in order. */
  public static List<String> names() {
    return new ArrayList<>(ICONS.keySet());
  }

  /** The pictogram of a cloud vendor. */
  public static String ofVendor(String vendor) {
    String name = "cloud-" + vendor;
    return ICONS.containsKey(name) ? name : "cloud-other";
  }

  /**
   * The pictogram of an element.
   *
   * @param product the catalog product, for gateways; null where it is not known
   */
  public static String of(Element element, @Nullable Product product) {
    return switch (element) {
      case mcx.design.Premises p -> p.kind() == PremisesKind.BRANCH ? "branch" : "datacenter";
      case mcx.design.Router r ->
          switch (r.kind()) {
            case ROUTER -> "router";
            case APPLIANCE -> "appliance";
            case FIREWALL -> "firewall";
            case NAT -> "nat";
          };
      case mcx.design.Layer3Provider p -> "layer3-provider";
      case mcx.design.PointOfPresence p -> "pop";
      case mcx.design.ProviderEdge p -> "provider-edge";
      case mcx.design.Vrf v -> "vrf";
      case mcx.design.Layer2Provider p -> "layer2-provider";
      case mcx.design.Port p -> "port";
      case mcx.design.PeeringLocation l -> "peering-location";
      case mcx.design.Cloud c -> ofVendor(c.vendor());
      case mcx.design.Region r -> "region";
      case mcx.design.VirtualNetwork n -> "virtual-network";
      case mcx.design.Circuit c -> "circuit";
      case mcx.design.Gateway g -> ofGateway(product);
      case mcx.design.RouteTable t -> "route-table";
      case mcx.design.Internet i -> "internet";
    };
  }

  private static String ofGateway(@Nullable Product product) {
    if (product == null) {
      return "gateway";
    }
    if (product.roles().contains(GatewayRole.TRANSITS)) {
      return "transit-hub";
    }
    boolean vpnOnly =
        product.roles().contains(GatewayRole.ENDS_VPN)
            && !product.roles().contains(GatewayRole.ENDS_CIRCUITS);
    return vpnOnly ? "vpn-gateway" : "gateway";
  }

  /**
   * Draws a pictogram.
   *
   * @param name as the file, without {@code .svg}; an unknown one draws nothing
   * @param x its left side
   * @param y its top side
   * @param size its width and height
   */
  public static void draw(
      Pen pen, @Nullable String name, double x, double y, double size, Color color) {
    SvgIcon icon = name == null ? null : ICONS.get(name);
    if (icon == null) {
      return;
    }
    double factor = size / SvgIcon.BOX;
    pen.save();
    pen.translate(x, y);
    pen.scale(factor);
    for (SvgIcon.Part part : icon.parts()) {
      if (part.fill() > 0) {
        pen.fill(part.path(), color.withAlpha(color.alpha() * part.fill()));
      }
      if (part.stroke() > 0) {
        pen.stroke(part.path(), color, Stroke.solid(part.stroke()).withRoundCaps());
      }
    }
    pen.restore();
  }
}
