package mcx.diagram;

import mcx.design.Circuit;
import mcx.design.Cloud;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.PeeringLocation;
import mcx.design.PointOfPresence;
import mcx.design.Port;
import mcx.design.Premises;
import mcx.design.ProviderEdge;
import mcx.design.Region;
import mcx.design.RouteTable;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.design.Vrf;
import org.jspecify.annotations.Nullable;

/** Which shape each kind of element has, and what stands in what. */
public final class Shapes {

  private Shapes() {}

  /** The element's shape. */
  public static Shape of(Design design, Element element) {
    return switch (element) {
      case Premises p -> Shape.CONTAINER;
      case Layer3Provider p -> Shape.CONTAINER;
      case PointOfPresence p -> Shape.CONTAINER;
      case Layer2Provider p -> Shape.CONTAINER;
      case Cloud c -> Shape.CONTAINER;
      case Region r -> Shape.CONTAINER;
      case PeeringLocation l -> holds(design, l.id()) ? Shape.CONTAINER : Shape.CARD;
      case VirtualNetwork n -> holds(design, n.id()) ? Shape.CONTAINER : Shape.CARD;
      case Gateway g -> holds(design, g.id()) ? Shape.CONTAINER : Shape.CARD;
      case Router r -> Shape.CARD;
      case ProviderEdge e -> Shape.CARD;
      case Internet i -> Shape.CARD;
      case Port p -> Shape.TAG;
      case RouteTable t -> Shape.TAG;
      case Circuit c -> Shape.PILL;
      case Vrf v -> Shape.NONE;
    };
  }

  /** Whether the element is drawn as a pill; cheaper to ask than its shape. */
  public static boolean isPill(Element element) {
    return element instanceof Circuit;
  }

  private static boolean holds(Design design, Id id) {
    for (Element e : design.elements().values()) {
      if (id.equals(e.parent())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The container on whose border a pill sits: the outermost one that holds it; null for other
   * shapes, and for a pill that nothing holds.
   */
  public static @Nullable Element border(Design design, Element element) {
    if (!isPill(element)) {
      return null;
    }
    var above = design.ancestors(element.id());
    return above.isEmpty() ? null : above.getLast();
  }
}
