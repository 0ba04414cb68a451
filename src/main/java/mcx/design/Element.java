package mcx.design;

import org.jspecify.annotations.Nullable;

/** A thing on the canvas. Its id is unique among all elements and links of a design. */
public sealed interface Element
    permits Premises,
        Router,
        Layer3Provider,
        PointOfPresence,
        ProviderEdge,
        Vrf,
        Layer2Provider,
        Port,
        PeeringLocation,
        Cloud,
        Region,
        VirtualNetwork,
        Circuit,
        Gateway,
        RouteTable,
        Internet {

  Id id();

  /** The name that people see; may be empty, and need not be unique. */
  String name();

  /** The element that holds this one; null at the top. */
  @Nullable Id parent();

  default Element withName(String name) {
    return Components.with(this, "name", name);
  }

  default Element withParent(@Nullable Id parent) {
    return Components.with(this, "parent", parent);
  }
}
