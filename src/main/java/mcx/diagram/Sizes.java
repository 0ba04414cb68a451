package mcx.diagram;

import mcx.design.Circuit;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Internet;
import mcx.design.Port;
import mcx.design.ProviderEdge;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.VirtualNetwork;

/** The sizes that elements have until the architect gives them another. */
final class Sizes {

  /** About how wide a letter of a name is. */
  private static final double LETTER = 7;

  private static final double WIDEST = 220;

  private Sizes() {}

  /** The usual width of an element that holds nothing. */
  static double width(Element e) {
    return switch (e) {
      case Router r -> fitting(e, 92, 32);
      case ProviderEdge p -> fitting(e, 80, 32);
      case Gateway g -> fitting(e, 150, 32);
      case VirtualNetwork n -> fitting(e, 150, 32);
      case Circuit c -> fitting(e, 160, 44);
      case Port p -> fitting(e, 84, 28);
      case RouteTable t -> fitting(e, 110, 40);
      case Internet i -> fitting(e, 110, 32);
      default -> fitting(e, 150, 90);
    };
  }

  private static double fitting(Element e, double least, double around) {
    double wide = Math.min(WIDEST, e.name().length() * LETTER + around);
    return Math.ceil(Math.max(least, wide) / Snapping.GRID) * Snapping.GRID;
  }

  /** The usual height of an element that holds nothing. */
  static double height(Element e) {
    return switch (e) {
      case Router r -> 64;
      case ProviderEdge p -> 48;
      case Gateway g -> 62;
      case VirtualNetwork n -> 56;
      case Circuit c -> 32;
      case Port p -> 30;
      case RouteTable t -> 30;
      case Internet i -> 72;
      default -> 80;
    };
  }

  /** The least width that still shows what the element is. */
  static double leastWidth(Design design, Element e) {
    return switch (Shapes.of(design, e)) {
      case CONTAINER -> 140;
      case PILL -> 90;
      case CARD -> 64;
      case TAG -> 50;
      case NONE -> 0;
    };
  }

  /** The least height that still shows what the element is. */
  static double leastHeight(Design design, Element e) {
    return switch (Shapes.of(design, e)) {
      case CONTAINER -> 70;
      case PILL -> 28;
      case CARD -> 40;
      case TAG -> 26;
      case NONE -> 0;
    };
  }
}
