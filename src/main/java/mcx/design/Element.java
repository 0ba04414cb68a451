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

  /** What is set of it beyond its own components. */
  Settings settings();

  default Element withName(String name) {
    return Components.with(this, "name", name);
  }

  /** A copy with one thing set, or taken back to what holds by itself where the value is null. */
  default Element with(Setting setting, @Nullable Object value) {
    return Components.with(this, "settings", settings().with(setting, value));
  }

  default Element withParent(@Nullable Id parent) {
    return Components.with(this, "parent", parent);
  }
}
