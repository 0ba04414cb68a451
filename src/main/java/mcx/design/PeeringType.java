package mcx.design;

/** What a circuit's connection gives access to. */
public enum PeeringType {
  /** Virtual networks, by private addresses. */
  PRIVATE,
  /** Microsoft's public services (Azure Microsoft peering). */
  MICROSOFT,
  /** The cloud's public services (AWS public VIF, Oracle public virtual circuit). */
  PUBLIC,
  /** A transit hub (AWS transit VIF). */
  TRANSIT
}
