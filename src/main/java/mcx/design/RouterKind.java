package mcx.design;

/** What a router is bought as. Routing treats them alike. */
public enum RouterKind {
  /** A router, such as a customer edge router. */
  ROUTER,
  /** A network virtual appliance: a router run as a virtual machine, in a cloud or elsewhere. */
  APPLIANCE,
  FIREWALL,
  NAT
}
