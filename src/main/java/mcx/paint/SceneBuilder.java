package mcx.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import mcx.catalog.Catalog;
import mcx.catalog.Vendor;
import mcx.design.BgpPeering;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitPeering;
import mcx.design.Cloud;
import mcx.design.CloudInterconnect;
import mcx.design.Design;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.GatewayAssociation;
import mcx.design.Id;
import mcx.design.Layer2Provider;
import mcx.design.Layer3Provider;
import mcx.design.Link;
import mcx.design.NetworkAttachment;
import mcx.design.NetworkPeering;
import mcx.design.VpnConnection;
import mcx.diagram.CrossConnects;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.diagram.LinkRouter;
import mcx.diagram.Placements;
import mcx.diagram.Routes;
import mcx.diagram.Shape;
import mcx.diagram.Shapes;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Works a document out into a scene. */
final class SceneBuilder {

  private static final double CARD_HEIGHT = 24;
  private static final double CARD_HEIGHT_TWO_LINES = 40;
  private static final double CARD_PAD = 12;

  private final Document document;
  private final Design design;
  private final Catalog catalog;
  private final Diagram diagram;
  private final Routes routes;
  private final Captions captions;
  private final VrfOverlay vrfs;

  private SceneBuilder(
      Document document,
      Catalog catalog,
      @Nullable Scene standing,
      BiFunction<Routes, Document, Routes> router) {
    this.document = document;
    this.design = document.design();
    this.catalog = catalog;
    this.diagram = Placements.complete(design, document.diagram());
    Routes before = standing == null ? Routes.EMPTY : standing.routes();
    this.routes = router.apply(before, document.withDiagram(diagram));
    this.captions = new Captions(design, catalog);
    this.vrfs = new VrfOverlay(design, diagram, new VrfColors(design, catalog));
  }

  static Scene build(Document document, Catalog catalog) {
    return new SceneBuilder(document, catalog, null, LinkRouter::update).build(null);
  }

  /** The same as a fresh one, with less work. */
  static Scene update(Scene before, Document changed) {
    return keepsLines(before, changed)
        ? withSameLines(before, changed)
        : new SceneBuilder(changed, before.catalog(), before, LinkRouter::update).build(null);
  }

  /**
   * Whole where no line moves; else with lines and labels that stay unless what they join moved.
   */
  static Scene sketch(Scene before, Document changed) {
    return keepsLines(before, changed)
        ? withSameLines(before, changed)
        : new SceneBuilder(changed, before.catalog(), before, LinkRouter::sketch).build(before);
  }

  private static Scene withSameLines(Scene before, Document changed) {
    return new SceneBuilder(changed, before.catalog(), before, (routes, now) -> routes).build(null);
  }

  private static boolean keepsLines(Scene before, Document changed) {
    return !before.isSketched() && hasSameLines(before, changed);
  }

  /** Whether the same boxes stand at the same places, joined by the same links. */
  private static boolean hasSameLines(Scene before, Document now) {
    if (!before.diagram().equals(Placements.complete(now.design(), now.diagram()))) {
      return false;
    }
    Design then = before.document().design();
    Design design = now.design();
    if (!then.elements().keySet().equals(design.elements().keySet())
        || !then.links().keySet().equals(design.links().keySet())) {
      return false;
    }
    for (Element e : design.elements().values()) {
      Element was = then.element(e.id());
      if (was == null
          || was.getClass() != e.getClass()
          || !Objects.equals(was.parent(), e.parent())) {
        return false;
      }
    }
    for (Link l : design.links().values()) {
      Link was = then.link(l.id());
      if (was == null || !was.a().equals(l.a()) || !was.b().equals(l.b())) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param kept a scene whose lines and labels stay where they can; null for none
   */
  private Scene build(@Nullable Scene kept) {
    List<Scene.Box> boxes = new ArrayList<>();
    for (Element e : design.elements().values()) {
      Rect r = diagram.bounds(e.id());
      Shape shape = Shapes.of(design, e);
      if (r != null && shape.drawn()) {
        boxes.add(box(e, shape, r));
      }
    }
    boxes.sort(
        Comparator.<Scene.Box>comparingInt(b -> b.shape() == Shape.PILL ? 1 : 0)
            .thenComparingInt(Scene.Box::depth)
            .thenComparing(Scene.Box::id));
    List<Scene.VrfMark> marks = new ArrayList<>();
    for (Layer3Provider p : design.all(Layer3Provider.class)) {
      if (diagram.bounds(p.id()) != null) {
        marks.addAll(vrfs.marks(p));
      }
    }
    List<CrossConnects.Patch> patches = CrossConnects.route(design, diagram);
    List<Polyline> drawn = new ArrayList<>(routes.lines().values());
    marks.forEach(m -> drawn.addAll(m.tracks()));
    patches.forEach(p -> drawn.add(p.line()));
    Labels labels = new Labels(solid(boxes), drawn);
    boxes.replaceAll(b -> b.withFoot(foot(b, kept == null ? null : kept.box(b.id()), labels)));
    return new Scene(
        document,
        catalog,
        diagram,
        routes,
        boxes,
        lines(labels, kept),
        marks,
        patches,
        kept != null);
  }

  private Scene.Box box(Element e, Shape shape, Rect r) {
    Captions.Caption caption = captions.of(e);
    String icon = Icons.of(e, e instanceof Gateway g ? catalog.of(g) : null);
    return new Scene.Box(
        e.id(),
        shape,
        r,
        caption.title(),
        caption.subtitle(),
        caption.codes(),
        icon,
        tint(e),
        design.ancestors(e.id()).size(),
        vrfs.at(e.id()),
        null);
  }

  /** Vendor colours only on what belongs to the vendor, provider colours on providers. */
  private @Nullable Color tint(Element e) {
    if (e instanceof Layer3Provider) {
      return Theme.LIGHT.provider();
    }
    if (e instanceof Layer2Provider) {
      return Theme.LIGHT.exchange();
    }
    Cloud cloud = design.within(e.id(), Cloud.class);
    Vendor vendor = cloud == null ? null : catalog.vendor(cloud.vendor());
    return vendor == null ? null : Color.of(vendor.color());
  }

  // ---- links

  /** A place for a container's technical values in its lowest line, clear of links. */
  private static @Nullable Point foot(Scene.Box b, Scene.@Nullable Box kept, Labels labels) {
    if (b.shape() != Shape.CONTAINER || b.codes().isEmpty()) {
      return null;
    }
    if (kept != null && kept.bounds().equals(b.bounds()) && kept.codes().equals(b.codes())) {
      return kept.foot();
    }
    Rect r = b.bounds();
    double room = r.width() - 2 * ScenePainter.FOOT_INSET;
    double width = Fonts.width(ScenePainter.list(b.codes(), TextStyle.CODE, room), TextStyle.CODE);
    double y = r.bottom() - 23;
    for (double x = r.x() + ScenePainter.FOOT_INSET; x + width <= r.right() - 12; x += 8) {
      if (labels.take(new Rect(x, y, width, 13))) {
        return new Point(x, r.bottom() - 14);
      }
    }
    return new Point(r.x() + ScenePainter.FOOT_INSET, r.bottom() - 14);
  }

  /** All lines with their labels; those that matter most find their places first. */
  private SortedMap<Id, Scene.Line> lines(Labels labels, @Nullable Scene kept) {
    SortedMap<Id, Scene.Line> lines = new TreeMap<>();
    List<Link> links = new ArrayList<>();
    List<Polyline> all = new ArrayList<>();
    for (Map.Entry<Id, Polyline> e : routes.lines().entrySet()) {
      Link link = design.link(e.getKey());
      Scene.Line known = kept == null ? null : kept.line(e.getKey());
      if (known != null && known.route() == e.getValue()) {
        lines.put(e.getKey(), known);
      } else if (link != null) {
        links.add(link);
        all.add(e.getValue());
      }
    }
    List<List<Scene.Strand>> strands = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      strands.add(vrfs.strands(links.get(i), all.get(i)));
    }
    Rect[] cards = new Rect[links.size()];
    for (int i = 0; i < links.size(); i++) {
      Captions.Caption c = captions.middle(links.get(i));
      if (!c.title().isEmpty()) {
        double width =
            Math.max(
                    Fonts.width(c.title(), TextStyle.NAME),
                    Fonts.width(c.subtitle(), TextStyle.SMALL))
                + 2 * CARD_PAD;
        double height = c.subtitle().isEmpty() ? CARD_HEIGHT : CARD_HEIGHT_TWO_LINES;
        cards[i] = labels.card(i, all.get(i), width, height);
      }
    }
    List<List<Scene.EndLabel>> ends = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      List<Scene.EndLabel> at = new ArrayList<>();
      Link l = links.get(i);
      addEnd(at, labels, captions.atB(l), all.get(i).reversed(), strands.get(i), false);
      addEnd(at, labels, captions.atA(l), all.get(i), strands.get(i), false);
      ends.add(at);
    }
    for (int i = 0; i < links.size(); i++) {
      Link l = links.get(i);
      addEnd(
          ends.get(i), labels, captions.addresses(l), all.get(i).reversed(), strands.get(i), true);
      Captions.Caption c = captions.middle(l);
      lines.put(
          l.id(),
          new Scene.Line(
              l.id(),
              all.get(i),
              style(l),
              lineTint(l),
              c.title(),
              c.subtitle(),
              cards[i],
              name(l, i, all.get(i), labels),
              ends.get(i),
              strands.get(i)));
    }
    return lines;
  }

  /** What labels must not cover: cards, the names of containers, and containers' outlines. */
  private List<Rect> solid(List<Scene.Box> boxes) {
    List<Rect> solid = new ArrayList<>();
    for (Scene.Box b : boxes) {
      Rect r = b.bounds();
      if (b.shape() != Shape.CONTAINER) {
        solid.add(r);
        continue;
      }
      solid.add(ScenePainter.headerText(b));
      solid.add(new Rect(r.x(), r.y(), r.width(), 0));
      solid.add(new Rect(r.x(), r.bottom(), r.width(), 0));
      solid.add(new Rect(r.x(), r.y(), 0, r.height()));
      solid.add(new Rect(r.right(), r.y(), 0, r.height()));
    }
    diagram.notes().values().forEach(n -> solid.add(n.bounds()));
    return solid;
  }

  private static void addEnd(
      List<Scene.EndLabel> to,
      Labels labels,
      String text,
      Polyline from,
      List<Scene.Strand> strands,
      boolean fine) {
    if (text.isEmpty()) {
      return;
    }
    TextStyle style = ScenePainter.END_LABEL;
    double height = Fonts.capHeight(style) + 3;
    double half = Math.max(0, strands.size() - 1) * VrfOverlay.STRAND / 2;
    Rect r = labels.end(from, Fonts.width(text, style), height, half);
    if (r != null) {
      to.add(new Scene.EndLabel(text, new Point(r.x(), r.bottom() - 1.5), fine));
    }
  }

  private Scene.@Nullable EndLabel name(Link l, int index, Polyline line, Labels labels) {
    String text = captions.name(l);
    if (text.isEmpty()) {
      return null;
    }
    TextStyle style = TextStyle.SMALL;
    double height = Fonts.capHeight(style) + 6;
    Rect r = labels.free(index, line, Fonts.width(text, style) + 4, height);
    return r == null ? null : new Scene.EndLabel(text, new Point(r.x() + 2, r.bottom() - 3), false);
  }

  private static Scene.LineStyle style(Link l) {
    return switch (l) {
      case VpnConnection v -> Scene.LineStyle.DASHED;
      case BgpPeering p -> Scene.LineStyle.DASHED;
      case NetworkAttachment n -> Scene.LineStyle.THIN;
      case GatewayAssociation g -> Scene.LineStyle.THIN;
      case NetworkPeering n -> Scene.LineStyle.THIN;
      case CircuitAttachment c -> Scene.LineStyle.THIN;
      case CloudInterconnect c -> Scene.LineStyle.DOUBLE;
      case CircuitPeering c -> Scene.LineStyle.DASHED;
      default -> Scene.LineStyle.SOLID;
    };
  }

  /** The vendor's colour on what joins two circuits of it; everything else is plain. */
  private @Nullable Color lineTint(Link l) {
    Element a = design.element(l.a());
    return l instanceof CircuitPeering && a != null ? tint(a) : null;
  }
}
