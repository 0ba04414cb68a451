package mcx.design;

import org.jspecify.annotations.Nullable;

/**
 * What joins two elements. Its id is unique among all elements and links of a design; its ends
 * exist in the design.
 */
public sealed interface Link
    permits AccessLink,
        BgpPeering,
        CircuitConnection,
        CircuitAttachment,
        GatewayAssociation,
        NetworkAttachment,
        NetworkPeering,
        CircuitPeering,
        CloudInterconnect,
        PrivateLink,
        VpnConnection {

  Id id();

  /** The name that people see; may be empty. */
  String name();

  /** One end. Which one is said by the kind of link. */
  Id a();

  /** The other end. */
  Id b();

  /** What is set of it beyond its own components. */
  Settings settings();

  default Link withName(String name) {
    return Components.with(this, "name", name);
  }

  /** A copy with one thing set, or taken back to what holds by itself where the value is null. */
  default Link with(Setting setting, @Nullable Object value) {
    return Components.with(this, "settings", settings().with(setting, value));
  }

  /** Whether the element is one of the ends. */
  default boolean joins(Id element) {
    return a().equals(element) || b().equals(element);
  }

  /** The end that is not {@code end}. */
  default Id other(Id end) {
    return a().equals(end) ? b() : a();
  }
}
