package mcx.diagram;

/** How an element is drawn. */
public enum Shape {
  /** A large card with a header, which holds other elements. */
  CONTAINER,
  /** A card with a name. */
  CARD,
  /** A small card with one line, such as a port. */
  TAG,
  /** A pill that sits on the border of what holds it: a circuit. */
  PILL,
  /** Not drawn as a box of its own: a VRF, which is shown on its provider. */
  NONE;

  /** Whether it has a place on the canvas. */
  public boolean drawn() {
    return this != NONE;
  }
}
