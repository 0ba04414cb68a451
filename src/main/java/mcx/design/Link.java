package mcx.design;

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

  default Link withName(String name) {
    return Components.with(this, "name", name);
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
