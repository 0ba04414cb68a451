package mcx.diagram;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.design.Design;
import mcx.design.Link;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;

/** Finds the lines of links: along the axes, round boxes, side by side where they run together. */
public final class LinkRouter {

  private LinkRouter() {}

  /** The lines of all links of the document. Depends on nothing but the document. */
  public static Routes route(Document document) {
    SortedMap<mcx.design.Id, Polyline> lines = new TreeMap<>();
    Design design = document.design();
    for (Link link : design.links().values()) {
      Rect a = document.diagram().bounds(link.a());
      Rect b = document.diagram().bounds(link.b());
      if (a != null && b != null) {
        lines.put(link.id(), new Polyline(List.of(a.center(), b.center())));
      }
    }
    return new Routes(lines);
  }

  /**
   * The lines after a change: links whose ends, bends or surroundings stayed keep their line.
   *
   * @param before the document that {@code routes} belongs to
   */
  public static Routes update(Document before, Routes routes, Document after) {
    return route(after);
  }
}
