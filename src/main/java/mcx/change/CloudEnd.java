package mcx.change;

import mcx.catalog.Catalog;
import mcx.catalog.Vendor;
import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Region;
import mcx.design.VirtualNetwork;
import org.jspecify.annotations.Nullable;

/**
 * The cloud's side of a joint: the cloud, and what in it the architect pointed at.
 *
 * @param cloud the cloud
 * @param holder the cloud or region that what is made goes into
 * @param element what was pointed at: the cloud, a region, virtual network, circuit or gateway
 */
record CloudEnd(Cloud cloud, Id holder, Element element) {

  /** The cloud's side that this element stands for; null where it stands for none. */
  static @Nullable CloudEnd of(Design design, Element element) {
    boolean fits =
        element instanceof Cloud
            || element instanceof Region
            || element instanceof VirtualNetwork
            || element instanceof Circuit
            || element instanceof Gateway;
    Cloud cloud = fits ? design.within(element.id(), Cloud.class) : null;
    if (cloud == null) {
      return null;
    }
    Region region = design.within(element.id(), Region.class);
    return new CloudEnd(cloud, region == null ? cloud.id() : region.id(), element);
  }

  @Nullable Circuit circuit() {
    return element instanceof Circuit c ? c : null;
  }

  @Nullable Gateway gateway() {
    return element instanceof Gateway g ? g : null;
  }

  @Nullable VirtualNetwork network() {
    return element instanceof VirtualNetwork n ? n : null;
  }

  @Nullable Vendor vendor(Catalog catalog) {
    return catalog.vendor(cloud.vendor());
  }
}
