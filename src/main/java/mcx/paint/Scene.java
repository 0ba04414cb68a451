package mcx.paint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mcx.catalog.Catalog;
import mcx.design.Id;
import mcx.diagram.CrossConnects;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.diagram.HitTest;
import mcx.diagram.Placements;
import mcx.diagram.Routes;
import mcx.diagram.Shape;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * A document worked out for drawing: every box, line and label in its place, the same for every
 * theme and surface. Immutable.
 */
public final class Scene {

  /** From so many lines on, not all of them can be looked for between two frames. */
  private static final int LARGE = 60;

  private final Document document;
  private final Catalog catalog;
  private final Diagram diagram;
  private final Routes routes;
  private final List<Box> boxes;
  private final SortedMap<Id, Box> boxById = new TreeMap<>();
  private final SortedMap<Id, Line> lines;
  private final List<VrfMark> vrfs;
  private final List<CrossConnects.Patch> patches;
  private final Rect bounds;
  private final boolean sketched;

  /**
   * @param diagram with a place for every element
   * @param boxes the lowest first
   * @param sketched whether lines stay where they were though something stands in their way now
   */
  Scene(
      Document document,
      Catalog catalog,
      Diagram diagram,
      Routes routes,
      List<Box> boxes,
      SortedMap<Id, Line> lines,
      List<VrfMark> vrfs,
      List<CrossConnects.Patch> patches,
      boolean sketched) {
    this.document = document;
    this.catalog = catalog;
    this.diagram = diagram;
    this.routes = routes;
    this.boxes = List.copyOf(boxes);
    this.boxes.forEach(b -> boxById.put(b.id(), b));
    this.lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    this.vrfs = List.copyOf(vrfs);
    this.patches = List.copyOf(patches);
    this.sketched = sketched;
    Rect all = Placements.extent(diagram);
    for (Line line : lines.values()) {
      Rect r = line.route.bounds();
      all = all == null ? r : all.union(r);
      Rect card = line.card;
      all = card == null ? all : all.union(card);
    }
    this.bounds = all == null ? new Rect(0, 0, 0, 0) : all;
  }

  /** The scene of a document. Elements without a place are given one for the picture. */
  public static Scene of(Document document, Catalog catalog) {
    return SceneBuilder.build(document, catalog);
  }

  /**
   * The scene of a changed document: the same as a fresh one, but lines that the change does not
   * touch are not looked for again.
   */
  public Scene update(Document changed) {
    return isWhole(changed) ? this : SceneBuilder.update(this, changed);
  }

  /**
   * The scene of a changed document, quick enough to follow the pointer. In a large drawing lines
   * stay where they are unless they lead to what has changed: the result may be {@link
   * #isSketched}, and {@link #update} with the same document finishes it.
   */
  public Scene sketch(Document changed) {
    return lines.size() < LARGE || isWhole(changed)
        ? update(changed)
        : SceneBuilder.sketch(this, changed);
  }

  private boolean isWhole(Document changed) {
    return !sketched && changed.equals(document);
  }

  /** Whether lines may differ from those of a fresh scene of the same document. */
  public boolean isSketched() {
    return sketched;
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
    return boxes;
  }

  /** All lines, in the order of their ids. */
  public List<Line> lines() {
    return List.copyOf(lines.values());
  }

  /** How VRFs are shown, by provider. */
  public List<VrfMark> vrfs() {
    return vrfs;
  }

  /** The cross-connects inside layer-2 providers. */
  public List<CrossConnects.Patch> patches() {
    return patches;
  }

  public @Nullable Box box(Id element) {
    return boxById.get(element);
  }

  public @Nullable Line line(Id link) {
    return lines.get(link);
  }

  /** The rectangle that holds everything; 0 by 0 at the origin where there is nothing. */
  public Rect bounds() {
    return bounds;
  }

  /** Finds what lies under a point: notes above cards above links above containers. */
  public HitTest hitTest() {
    List<HitTest.Target> targets = new ArrayList<>();
    for (Box b : boxes) {
      if (b.shape == Shape.CONTAINER) {
        targets.add(new HitTest.Box(b.id, b.bounds, true));
      }
    }
    for (Line l : lines.values()) {
      List<Point> bends = diagram.bends().getOrDefault(l.id, List.of());
      targets.add(new HitTest.Wire(l.id, l.route, bends));
    }
    for (Line l : lines.values()) {
      if (l.card != null) {
        targets.add(new HitTest.Label(l.id, l.card));
      }
    }
    for (Box b : boxes) {
      if (b.shape != Shape.CONTAINER) {
        targets.add(new HitTest.Box(b.id, b.bounds, false));
      }
    }
    diagram.notes().forEach((id, n) -> targets.add(new HitTest.Paper(id, n.bounds())));
    return new HitTest(targets);
  }

  /**
   * An element as drawn.
   *
   * @param title its name
   * @param subtitle what goes with it, such as {@code datacenter · AS 65010}
   * @param codes technical values, such as prefixes and AS numbers
   * @param icon the name of its pictogram; null for none
   * @param tint its colour (a vendor's, a provider's), the same in every theme; null for none
   * @param depth how many elements hold it
   * @param dots the colours of the VRFs that a provider edge serves
   * @param foot where a container's technical values begin, on the baseline; null where they have
   *     no place
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
      int depth,
      List<Color> dots,
      @Nullable Point foot) {
    public Box {
      codes = List.copyOf(codes);
      dots = List.copyOf(dots);
    }

    Box withFoot(@Nullable Point at) {
      return new Box(id, shape, bounds, title, subtitle, codes, icon, tint, depth, dots, at);
    }
  }

  /** How a link's line is drawn. */
  public enum LineStyle {
    SOLID,
    /** No wire of its own: a tunnel, a session between loopbacks. */
    DASHED,
    /** A relation inside a cloud rather than a wire. */
    THIN,
    /** Two circuits joined. */
    DOUBLE
  }

  /**
   * A link as drawn.
   *
   * @param route its line, from end a to end b
   * @param tint its colour; null for a plain one
   * @param title the label in its middle; empty for none
   * @param subtitle what goes with it
   * @param card where the label stands; null for none
   * @param name a name along the line, drawn without a card; null for none
   * @param ends labels at its ends
   * @param strands one for each VRF it carries, side by side along the line; empty for a plain line
   */
  public record Line(
      Id id,
      Polyline route,
      LineStyle style,
      @Nullable Color tint,
      String title,
      String subtitle,
      @Nullable Rect card,
      @Nullable EndLabel name,
      List<EndLabel> ends,
      List<Strand> strands) {
    public Line {
      ends = List.copyOf(ends);
      strands = List.copyOf(strands);
    }
  }

  /**
   * A label on a link.
   *
   * @param at where its text begins, on the baseline
   * @param fine whether it is a detail, for higher zoom
   */
  public record EndLabel(String text, Point at, boolean fine) {}

  /**
   * One VRF's share of a link.
   *
   * @param vrf the VRF
   * @param line its line, beside the link's own
   */
  public record Strand(Id vrf, Color tint, Polyline line) {}

  /**
   * A VRF on its provider.
   *
   * @param tracks lines in its colour from provider edge to provider edge
   * @param named whether its name stands on the tracks, rather than beside the provider's name
   * @param edges the provider edges that it is on
   */
  public record VrfMark(
      Id provider,
      Id vrf,
      String name,
      Color tint,
      List<Polyline> tracks,
      boolean named,
      List<Id> edges) {
    public VrfMark {
      tracks = List.copyOf(tracks);
      edges = List.copyOf(edges);
    }
  }
}
