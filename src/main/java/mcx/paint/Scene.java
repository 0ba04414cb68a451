package mcx.paint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.catalog.Catalog;
import mcx.design.Element;
import mcx.design.Id;
import mcx.design.Link;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.diagram.HitTest;
import mcx.diagram.LinkRouter;
import mcx.diagram.Placements;
import mcx.diagram.Routes;
import mcx.diagram.Shape;
import mcx.diagram.Shapes;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** A document worked out for drawing: every box, line and label in its place. Immutable. */
public final class Scene {

  private final Document document;
  private final Catalog catalog;
  private final Diagram diagram;
  private final Routes routes;
  private final SortedMap<Id, Box> boxes = new TreeMap<>();
  private final List<Box> order = new ArrayList<>();
  private final SortedMap<Id, Line> lines = new TreeMap<>();

  private Scene(Document document, Catalog catalog) {
    this.document = document;
    this.catalog = catalog;
    this.diagram = Placements.complete(document.design(), document.diagram());
    this.routes = LinkRouter.route(document.withDiagram(diagram));
    for (Element e : document.design().elements().values()) {
      Rect r = diagram.bounds(e.id());
      Shape shape = Shapes.of(document.design(), e);
      if (r != null && shape.drawn()) {
        Box box = new Box(e.id(), shape, r, e.name(), "", List.of(), null, null, 0);
        boxes.put(e.id(), box);
        order.add(box);
      }
    }
    for (Link l : document.design().links().values()) {
      Polyline p = routes.line(l.id());
      if (p != null) {
        lines.put(l.id(), new Line(l.id(), p, LineStyle.SOLID, null, l.name(), "", null, List.of(), List.of()));
      }
    }
  }

  /** The scene of a document. Elements without a place are given one for the picture. */
  public static Scene of(Document document, Catalog catalog) {
    return new Scene(document, catalog);
  }

  /** The scene of a changed document; only what the change touches is worked out anew. */
  public Scene update(Document changed) {
    return new Scene(changed, catalog);
  }

  public Document document() {
    return document;
  }

  public Catalog catalog() {
    return catalog;
  }

  /** The document's diagram with a place for every element. */
  public Diagram diagram() {
    return diagram;
  }

  public Routes routes() {
    return routes;
  }

  /** All boxes, the lowest first. */
  public List<Box> boxes() {
    return Collections.unmodifiableList(order);
  }

  /** All lines, in the order of their ids. */
  public List<Line> lines() {
    return List.copyOf(lines.values());
  }

  public @Nullable Box box(Id element) {
    return boxes.get(element);
  }

  public @Nullable Line line(Id link) {
    return lines.get(link);
  }

  /** The rectangle that holds everything; 0 by 0 at the origin where there is nothing. */
  public Rect bounds() {
    Rect all = Placements.extent(diagram);
    return all == null ? new Rect(0, 0, 0, 0) : all;
  }

  /** Finds what lies under a point. */
  public HitTest hitTest() {
    List<HitTest.Target> targets = new ArrayList<>();
    for (Box b : order) {
      targets.add(new HitTest.Box(b.id(), b.bounds(), -1));
    }
    for (Line l : lines.values()) {
      targets.add(new HitTest.Wire(l.id(), l.route(), diagram.bends().getOrDefault(l.id(), List.<Point>of())));
    }
    return new HitTest(targets);
  }

  /**
   * An element as drawn.
   *
   * @param title its name
   * @param subtitle what goes with it, such as {@code datacenter · AS 65010}
   * @param codes technical values, one to a line
   * @param icon the name of its pictogram; null for none
   * @param tint its colour (a vendor's, a provider's), the same in every theme; null for none
   * @param depth how many containers it stands in
   */
  public record Box(
      Id id,
      Shape shape,
      Rect bounds,
      String title,
      String subtitle,
      List<String> codes,
      @Nullable String icon,
      @Nullable Color tint,
      int depth) {}

  /** How a link's line is drawn. */
  public enum LineStyle {
    SOLID,
    /** A tunnel. */
    DASHED,
    /** A relation rather than a wire: an association, an attachment, a peering inside a cloud. */
    THIN
  }

  /**
   * A link as drawn.
   *
   * @param route its line, from end a to end b
   * @param tint its colour; null for a plain one
   * @param title the label in its middle; empty for none
   * @param subtitle what goes with it
   * @param card where the label stands; null for none
   * @param ends labels at its ends
   * @param strands one for each VRF it carries, side by side along the line; empty for a single line
   */
  public record Line(
      Id id,
      Polyline route,
      LineStyle style,
      @Nullable Color tint,
      String title,
      String subtitle,
      @Nullable Rect card,
      List<EndLabel> ends,
      List<Strand> strands) {}

  /**
   * A label at a link's end.
   *
   * @param at where its text begins, on the baseline
   */
  public record EndLabel(String text, Point at) {}

  /**
   * One VRF's share of a link.
   *
   * @param vrf the VRF
   * @param line its line, beside the link's own
   */
  public record Strand(Id vrf, Color tint, Polyline line) {}
}
