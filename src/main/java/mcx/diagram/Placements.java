package mcx.diagram;

import java.util.Collection;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Id;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Finds places for elements that have none. */
public final class Placements {

  private Placements() {}

  /**
   * The diagram with a place for every element that is drawn. Elements that have one keep it, but
   * containers grow until they hold their children. A design without any place gets a layout:
   * datacenters on top, providers in the middle, clouds below.
   */
  public static Diagram complete(Design design, Diagram diagram) {
    return diagram;
  }

  /**
   * The diagram with places for new elements.
   *
   * @param design the design that holds them
   * @param created the new elements (and links, which need none)
   * @param main the one that was asked for
   * @param at where the middle of it should be; null for near what it is joined to
   */
  public static Diagram place(
      Design design, Diagram diagram, Collection<Id> created, Id main, @Nullable Point at) {
    return complete(design, diagram);
  }

  /** The diagram with every container grown until it holds its children. */
  public static Diagram grown(Design design, Diagram diagram) {
    return diagram;
  }

  /** The place of a pill that was dragged to {@code wanted}: its middle on the nearest border. */
  public static Rect onBorder(Rect wanted, Rect holder) {
    return wanted;
  }

  /** The smallest size that shows the element, as a rectangle at the origin. */
  public static Rect leastSize(Design design, Element element) {
    return new Rect(0, 0, 60, 30);
  }

  /** The smallest rectangle that holds all; null for an empty diagram. */
  public static @Nullable Rect extent(Diagram diagram) {
    Rect all = null;
    for (Rect r : diagram.bounds().values()) {
      all = all == null ? r : all.union(r);
    }
    for (Diagram.Note n : diagram.notes().values()) {
      all = all == null ? n.bounds() : all.union(n.bounds());
    }
    return all;
  }
}
