package mcx.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mcx.design.Id;
import mcx.design.Internet;
import mcx.diagram.CrossConnects;
import mcx.diagram.Diagram;
import mcx.diagram.Shape;
import mcx.geometry.Point;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Draws a scene: grid, containers, VRFs, links, cards, labels, in this order. */
public final class ScenePainter {

  /** No text is drawn below this zoom. */
  public static final double TEXT_FROM = 0.35;

  /** Only names are drawn below this zoom. */
  private static final double DETAIL_FROM = 0.55;

  /** From this zoom on, containers are named from afar, in their middle below the next. */
  private static final double FARTHEST = 0.12;

  private static final double FAR_FROM = 0.2;

  /** How far a circuit's pill reaches into its cloud, and a little more. */
  private static final double PILL_REACH = 18;

  /** How large those names are on the screen, in pixels. */
  private static final double FAR_PIXELS = 9.5;

  /** The zoom from which links show what is at their ends. */
  private static final double ENDS_FROM = 0.75;

  /** The zoom from which links show their addresses. */
  private static final double FINE_FROM = 1.2;

  private static final double GRID = 20;

  /** No grid is drawn below this zoom. */
  private static final double GRID_FROM = 0.4;

  /** The radius of the corners of links. */
  static final double CORNER = 6;

  static final TextStyle END_LABEL = new TextStyle(TextStyle.Face.MONO, 9.5);

  /** The names of VRFs. */
  static final TextStyle VRF_NAME = new TextStyle(TextStyle.Face.MEDIUM, 10);

  private static final double HEADER_INSET = 14;
  private static final double HEADER_BASELINE = 27;
  private static final double HEADER_ICON = 18;

  /** How far the technical values of a container stay off its sides. */
  static final double FOOT_INSET = 16;

  /** A pictogram on a card is left out rather than drawn smaller than this. */
  private static final double LEAST_ICON = 19;

  private final Pen pen;
  private final Scene scene;
  private final Theme theme;
  private final Rect visible;
  private final double zoom;
  private final Options options;

  private ScenePainter(
      Pen pen, Scene scene, Theme theme, Rect visible, double zoom, Options options) {
    this.pen = pen;
    this.scene = scene;
    this.theme = theme;
    this.visible = visible;
    this.zoom = zoom;
    this.options = options;
  }

  /**
   * What to show.
   *
   * @param labels whether links show their labels
   * @param vrfs whether VRFs are shown on their providers and links
   * @param grid whether the canvas shows its grid
   * @param ground whether the canvas has a ground, or stays transparent
   */
  public record Options(boolean labels, boolean vrfs, boolean grid, boolean ground) {
    public static final Options ALL = new Options(true, true, true, true);
  }

  /**
   * Draws the scene in diagram units: the pen is already scaled by the zoom and moved.
   *
   * @param visible the part to draw; nothing is drawn outside it
   * @param zoom 1 for 100 %; decides the detail
   */
  public static void paint(
      Pen pen, Scene scene, Theme theme, Rect visible, double zoom, Options options) {
    pen.save();
    pen.clip(visible);
    new ScenePainter(pen, scene, theme, visible, zoom, options).paint();
    pen.restore();
  }

  /**
   * The part of the drawing that is another one, so that the rest need not be drawn again.
   *
   * @param before a scene that was drawn at the same zoom, in the same theme, with the same options
   * @return null where nothing is
   */
  public static @Nullable Rect difference(Scene before, Scene now, double zoom) {
    return before == now ? null : new Differing(zoom).between(before, now);
  }

  /** Gathers what differs between two scenes. */
  private static final class Differing {
    private final double zoom;
    private @Nullable Rect all;

    Differing(double zoom) {
      this.zoom = zoom;
    }

    @Nullable Rect between(Scene before, Scene now) {
      addOthers(before.boxes(), b -> now.box(b.id()), b -> extent(b, zoom));
      addOthers(now.boxes(), b -> before.box(b.id()), b -> extent(b, zoom));
      addOthers(before.lines(), l -> now.line(l.id()), ScenePainter::extent);
      addOthers(now.lines(), l -> before.line(l.id()), ScenePainter::extent);
      if (!before.vrfs().equals(now.vrfs())
          || !before.patches().equals(now.patches())
          || !before.diagram().notes().equals(now.diagram().notes())) {
        add(everything(before));
        add(everything(now));
      }
      return all;
    }

    /** Adds where those are drawn that are other ones in the other scene, or not there. */
    private <T> void addOthers(
        List<T> all, Function<T, @Nullable T> inOther, Function<T, Rect> extent) {
      for (T one : all) {
        if (!one.equals(inOther.apply(one))) {
          add(extent.apply(one));
        }
      }
    }

    private void add(Rect part) {
      all = all == null ? part : all.union(part);
    }

    private static Rect everything(Scene scene) {
      return scene.bounds().grown(MARGIN + scene.bounds().width());
    }
  }

  /** How far what is drawn for a box or a line reaches beyond it, at most. */
  private static final double MARGIN = 20;

  /** No letter of a label on a line is wider, in diagram units. */
  private static final double WIDEST_LETTER = 13;

  /** Where something is drawn for a box. */
  private static Rect extent(Scene.Box b, double zoom) {
    boolean named = b.shape() == Shape.CONTAINER && b.depth() == 0 && zoom < TEXT_FROM;
    return b.bounds().grown(named ? MARGIN + farStyle(zoom).size() : MARGIN);
  }

  /** Where something is drawn for a line, with its labels. */
  private static Rect extent(Scene.Line l) {
    Rect all = l.route().bounds().grown(MARGIN);
    Rect card = l.card();
    if (card != null) {
      all = all.union(card.grown(2));
    }
    if (l.name() != null) {
      all = all.union(extent(l.name()));
    }
    for (Scene.EndLabel end : l.ends()) {
      all = all.union(extent(end));
    }
    return all;
  }

  private static Rect extent(Scene.EndLabel label) {
    return new Rect(
        label.at().x() - 4,
        label.at().y() - MARGIN,
        8 + label.text().length() * WIDEST_LETTER,
        2 * MARGIN);
  }

  /**
   * Draws again, on top of flows, what a line runs behind: the Internet's box and the cards on
   * links.
   */
  static void paintAbove(Pen pen, Scene scene, Theme theme, double zoom) {
    ScenePainter painter = new ScenePainter(pen, scene, theme, scene.bounds(), zoom, Options.ALL);
    for (Scene.Box b : scene.boxes()) {
      if (scene.document().design().element(b.id(), Internet.class) != null) {
        painter.card(b);
      }
    }
    if (zoom >= TEXT_FROM) {
      scene.lines().forEach(painter::labelCard);
    }
  }

  /** Draws the card on a line again, on top of what marks the line. */
  static void paintCard(Pen pen, Scene scene, Theme theme, double zoom, Scene.Line line) {
    if (zoom >= TEXT_FROM) {
      new ScenePainter(pen, scene, theme, scene.bounds(), zoom, Options.ALL).labelCard(line);
    }
  }

  private void paint() {
    if (options.ground) {
      pen.fill(visible, 0, theme.canvas());
    }
    if (options.grid && zoom >= GRID_FROM) {
      grid();
    }
    List<Scene.Box> seen = new ArrayList<>();
    for (Scene.Box b : scene.boxes()) {
      if (extent(b, zoom).intersects(visible)) {
        seen.add(b);
      }
    }
    List<Scene.Line> lines = new ArrayList<>();
    for (Scene.Line l : scene.lines()) {
      if (extent(l).intersects(visible)) {
        lines.add(l);
      }
    }
    for (Scene.Box b : seen) {
      if (b.shape() == Shape.CONTAINER) {
        container(b);
      }
    }
    if (options.vrfs) {
      scene.vrfs().forEach(this::tracks);
    }
    for (CrossConnects.Patch p : scene.patches()) {
      if (p.line().bounds().grown(4).intersects(visible)) {
        draw(p.line(), theme.exchange().withAlpha(0.75), Stroke.solid(1.3));
      }
    }
    lines.forEach(this::line);
    for (Scene.Box b : seen) {
      switch (b.shape()) {
        case CONTAINER -> header(b);
        case CARD -> card(b);
        case TAG -> tag(b);
        case PILL -> pill(b);
        case NONE -> {}
      }
    }
    if (options.vrfs) {
      scene.vrfs().forEach(this::trackName);
      legends();
    }
    if (options.labels) {
      lines.forEach(this::labels);
    }
    if (zoom < FAR_FROM && zoom >= FARTHEST) {
      seen.forEach(this::middleTitle);
    }
    scene.diagram().notes().values().forEach(this::note);
  }

  private void grid() {
    double dot = Math.max(1.5, 1.2 / zoom);
    // Dots whose middle is just out of sight reach into it.
    Rect seen = visible.grown(dot);
    for (double y = Math.floor(seen.y() / GRID) * GRID; y <= seen.bottom(); y += GRID) {
      for (double x = Math.floor(seen.x() / GRID) * GRID; x <= seen.right(); x += GRID) {
        pen.fill(new Rect(x - dot / 2, y - dot / 2, dot, dot), 0, theme.grid());
      }
    }
  }

  // ---- boxes

  private static double radius(Scene.Box b) {
    return switch (b.shape()) {
      case CONTAINER -> b.depth() == 0 ? 12 : 10;
      case PILL -> Math.min(b.bounds().height(), b.bounds().width()) / 2;
      case TAG -> 6;
      default -> 8;
    };
  }

  /** The radius of a box's corners, for outlines round it. */
  static double radiusOf(Scene.Box b) {
    return radius(b);
  }

  private Color outline() {
    return theme.line();
  }

  private void container(Scene.Box b) {
    Rect r = b.bounds();
    double radius = radius(b);
    if (b.depth() == 0 && !theme.dark()) {
      pen.fill(r.moved(0, 1.5).grown(0.5), radius, new Color(31, 35, 40, 0.045));
    }
    pen.fill(
        r, radius, b.depth() % 2 == 0 ? theme.card() : theme.card().mixed(theme.canvas(), 0.7));
    pen.stroke(r, radius, outline(), Stroke.solid(1));
  }

  /** Where the header's text of a container stands, for labels that must not cover it. */
  static Rect headerText(Scene.Box b) {
    Rect r = b.bounds();
    double width =
        HEADER_ICON
            + 8
            + Fonts.width(b.title(), TextStyle.TITLE)
            + (b.subtitle().isEmpty() ? 0 : 8 + Fonts.width(b.subtitle(), TextStyle.SMALL));
    return new Rect(
        r.x() + HEADER_INSET,
        r.y() + HEADER_BASELINE - 16,
        Math.max(0, Math.min(width, r.width() - 2 * HEADER_INSET)),
        22);
  }

  private void header(Scene.Box b) {
    Rect r = b.bounds();
    double x = r.x() + HEADER_INSET;
    double y = r.y() + HEADER_BASELINE;
    double room = r.width() - 2 * HEADER_INSET;
    if (b.icon() != null && room > 60) {
      Color ink = b.tint() == null ? theme.muted() : theme.readable(b.tint());
      Icons.draw(pen, b.icon(), x, y - 13.5, HEADER_ICON, ink);
      x += HEADER_ICON + 8;
      room -= HEADER_ICON + 8;
    }
    if (zoom < TEXT_FROM) {
      farTitle(b);
      return;
    }
    Color halo = theme.card();
    String title = Fonts.fitted(b.title(), TextStyle.TITLE, room);
    pen.text(title, x, y, TextStyle.TITLE, theme.text(), halo);
    double used = Fonts.width(title, TextStyle.TITLE) + 8;
    if (zoom >= DETAIL_FROM && !b.subtitle().isEmpty() && room - used > 30) {
      String sub = Fonts.fitted(b.subtitle(), TextStyle.SMALL, room - used);
      pen.text(sub, x + used, y, TextStyle.SMALL, theme.muted(), halo);
    }
    Point foot = b.foot();
    if (zoom >= DETAIL_FROM && foot != null) {
      String codes = list(b.codes(), TextStyle.CODE, r.width() - 2 * FOOT_INSET);
      pen.text(codes, foot.x(), foot.y(), TextStyle.CODE, theme.muted(), halo);
    }
  }

  /** From afar the names of containers stay readable: they are all that is written then. */
  private void farTitle(Scene.Box b) {
    if (zoom < FAR_FROM || b.depth() > 0) {
      return;
    }
    Rect r = b.bounds();
    TextStyle style = farStyle(zoom);
    double x = r.x() + HEADER_INSET + HEADER_ICON + 10;
    String title = Fonts.fitted(b.title(), style, r.right() - HEADER_INSET - x);
    pen.text(
        title, x, r.y() + PILL_REACH + Fonts.capHeight(style), style, theme.text(), theme.card());
  }

  /** From farther still they stand above all that the containers hold, of which dots are left. */
  private void middleTitle(Scene.Box b) {
    if (b.shape() != Shape.CONTAINER || b.depth() > 0) {
      return;
    }
    Rect r = b.bounds();
    TextStyle style = farStyle(zoom);
    String title = Fonts.fitted(b.title(), style, r.width());
    double x = r.center().x() - Fonts.width(title, style) / 2;
    double y = r.center().y() + Fonts.capHeight(style) / 2;
    pen.text(title, x, y, style, theme.text(), theme.card());
  }

  private static TextStyle farStyle(double zoom) {
    // In steps, so that few sizes of the font are needed.
    return TextStyle.TITLE.withSize(2 * Math.ceil(FAR_PIXELS / zoom / 2));
  }

  /** As many of the values as fit in a line, and how many more there are. */
  static String list(List<String> values, TextStyle style, double room) {
    String all = String.join("  ", values);
    for (int n = values.size(); n > 1 && Fonts.width(all, style) > room; n--) {
      all = String.join("  ", values.subList(0, n - 1)) + "  +" + (values.size() - n + 1);
    }
    return Fonts.fitted(all, style, room);
  }

  private void ground(Scene.Box b) {
    pen.fill(b.bounds(), radius(b), theme.card());
    pen.stroke(b.bounds(), radius(b), outline(), Stroke.solid(1));
  }

  /** One line of text on a card. */
  private record Row(String text, TextStyle style, Color color, double height) {}

  private void card(Scene.Box b) {
    ground(b);
    boolean wide = b.tint() != null && b.bounds().width() >= 110;
    if (wide) {
      wideCard(b);
    } else {
      nodeCard(b);
    }
  }

  /** Gateways and networks: a pictogram, and lines of text beside it. */
  private void wideCard(Scene.Box b) {
    Rect r = b.bounds();
    double icon = 20;
    double x = r.x() + 12;
    Icons.draw(pen, b.icon(), x, r.center().y() - icon / 2, icon, theme.readable(b.tint()));
    if (zoom < TEXT_FROM) {
      return;
    }
    x += icon + 9;
    double room = r.right() - 8 - x;
    String title = Fonts.fitted(b.title(), TextStyle.NAME, room);
    double beside = room - Fonts.width(title, TextStyle.NAME) - 7;
    boolean inline =
        !b.subtitle().isEmpty()
            && b.subtitle().length() < 8
            && Fonts.width(b.subtitle(), TextStyle.SMALL) <= beside;
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(title, TextStyle.NAME, theme.text(), 16));
    if (zoom >= DETAIL_FROM) {
      double left = r.height() - 10 - 16;
      if (!b.codes().isEmpty() && left >= 14) {
        String codes = list(b.codes(), TextStyle.CODE, room);
        rows.add(new Row(codes, TextStyle.CODE, theme.muted(), 14.5));
        left -= 14.5;
      }
      if (!b.subtitle().isEmpty() && !inline && left >= 14) {
        String sub = Fonts.fitted(b.subtitle(), TextStyle.SMALL, room);
        rows.add(1, new Row(sub, TextStyle.SMALL, theme.muted(), 14.5));
      }
    }
    double height = rows.stream().mapToDouble(Row::height).sum();
    double y = r.center().y() - height / 2;
    for (Row row : rows) {
      y += row.height;
      pen.text(row.text, x, y - 4, row.style, row.color, null);
      if (row == rows.getFirst() && inline && zoom >= DETAIL_FROM) {
        double at = x + Fonts.width(title, TextStyle.NAME) + 7;
        pen.text(b.subtitle(), at, y - 4, TextStyle.SMALL, theme.faint(), null);
      }
    }
  }

  /** Routers and the like: a pictogram above the name. */
  private void nodeCard(Scene.Box b) {
    Rect r = b.bounds();
    double room = r.width() - 10;
    boolean dots = options.vrfs && !b.dots().isEmpty();
    List<Row> rows = new ArrayList<>();
    if (zoom >= TEXT_FROM) {
      rows.add(
          new Row(Fonts.fitted(b.title(), TextStyle.NAME, room), TextStyle.NAME, theme.text(), 16));
      if (zoom >= DETAIL_FROM && !b.codes().isEmpty() && r.height() >= 40) {
        rows.add(new Row(list(b.codes(), TextStyle.CODE, room), TextStyle.CODE, theme.muted(), 14));
      }
      if (zoom >= DETAIL_FROM && !b.subtitle().isEmpty() && r.height() >= 74) {
        rows.add(
            new Row(
                Fonts.fitted(b.subtitle(), TextStyle.SMALL, room),
                TextStyle.SMALL,
                theme.muted(),
                14));
      }
    }
    double text = rows.stream().mapToDouble(Row::height).sum();
    double dotRoom = dots ? 9 : 0;
    double icon = Math.min(26, r.height() - text - dotRoom - 12);
    if (icon < LEAST_ICON) {
      icon = 0;
    }
    double height = icon + (icon > 0 ? 2 : 0) + text + dotRoom;
    double y = r.center().y() - height / 2;
    if (icon > 0) {
      Color ink = b.tint() == null ? theme.text() : theme.readable(b.tint());
      Icons.draw(pen, b.icon(), r.center().x() - icon / 2, y, icon, ink);
      y += icon + 2;
    }
    for (Row row : rows) {
      y += row.height;
      double w = Fonts.width(row.text, row.style);
      pen.text(row.text, r.center().x() - w / 2, y - 4, row.style, row.color, null);
    }
    if (dots) {
      dots(b.dots(), r.center().x(), y + 5);
    }
  }

  private void dots(List<Color> colors, double middle, double y) {
    double step = 10;
    double x = middle - (colors.size() - 1) * step / 2;
    for (Color c : colors) {
      pen.fill(Path.circle(x, y, 3), theme.readable(c));
      x += step;
    }
  }

  private void tag(Scene.Box b) {
    ground(b);
    Rect r = b.bounds();
    if (zoom < TEXT_FROM) {
      return;
    }
    double icon = 14;
    double room = r.width() - icon - 18;
    String title = Fonts.fitted(b.title(), TextStyle.SMALL, room);
    double left = room - Fonts.width(title, TextStyle.SMALL) - 6;
    String sub =
        zoom < DETAIL_FROM || Fonts.width(b.subtitle(), TextStyle.SMALL) > left ? "" : b.subtitle();
    double width =
        icon
            + 5
            + Fonts.width(title, TextStyle.SMALL)
            + (sub.isEmpty() ? 0 : 6 + Fonts.width(sub, TextStyle.SMALL));
    double x = r.center().x() - width / 2;
    double y = r.center().y() + Fonts.capHeight(TextStyle.SMALL) / 2;
    Color ink = b.tint() == null ? theme.muted() : theme.readable(b.tint());
    Icons.draw(pen, b.icon(), x, r.center().y() - icon / 2, icon, ink);
    pen.text(title, x + icon + 5, y, TextStyle.SMALL, theme.text(), null);
    if (!sub.isEmpty()) {
      double at = x + icon + 11 + Fonts.width(title, TextStyle.SMALL);
      pen.text(sub, at, y, TextStyle.SMALL, theme.muted(), null);
    }
  }

  private void pill(Scene.Box b) {
    Rect r = b.bounds();
    Color ink = b.tint() == null ? theme.faint() : theme.readable(b.tint());
    pen.fill(r, radius(b), theme.card());
    pen.stroke(r, radius(b), ink, Stroke.solid(1.5));
    if (zoom < TEXT_FROM) {
      return;
    }
    double room = r.width() - 24;
    String title = Fonts.fitted(b.title(), TextStyle.NAME, room);
    double used = Fonts.width(title, TextStyle.NAME);
    String sub = "";
    if (zoom >= DETAIL_FROM && used + 6 + Fonts.width(b.subtitle(), TextStyle.SMALL) <= room) {
      sub = b.subtitle();
    }
    double width = used + (sub.isEmpty() ? 0 : 6 + Fonts.width(sub, TextStyle.SMALL));
    double x = r.center().x() - width / 2;
    double y = r.center().y() + Fonts.capHeight(TextStyle.NAME) / 2;
    pen.text(title, x, y, TextStyle.NAME, theme.text(), null);
    if (!sub.isEmpty()) {
      pen.text(sub, x + used + 6, y, TextStyle.SMALL, theme.muted(), null);
    }
  }

  private void note(Diagram.Note note) {
    Rect r = note.bounds();
    if (!r.intersects(visible)) {
      return;
    }
    pen.fill(r, 6, theme.warningGround().mixed(theme.card(), 0.35));
    pen.stroke(r, 6, theme.warning().withAlpha(0.35), Stroke.solid(1));
    if (zoom < TEXT_FROM) {
      return;
    }
    pen.save();
    pen.clip(r);
    double y = r.y() + 10;
    for (String line : wrapped(note.text(), TextStyle.BODY, r.width() - 20)) {
      y += 16;
      pen.text(line, r.x() + 10, y - 4, TextStyle.BODY, theme.text(), null);
    }
    pen.restore();
  }

  /** The text in lines that fit, broken between words. */
  static List<String> wrapped(String text, TextStyle style, double room) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      String line = "";
      for (String word : paragraph.split(" ", -1)) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && Fonts.width(longer, style) > room) {
          lines.add(line);
          line = word;
        } else {
          line = longer;
        }
      }
      lines.add(line);
    }
    return lines;
  }

  // ---- links

  private void line(Scene.Line l) {
    if (options.vrfs && !l.strands().isEmpty()) {
      for (Scene.Strand s : l.strands()) {
        draw(s.line(), theme.readable(s.tint()), Stroke.solid(1.8));
      }
      return;
    }
    Color ink = l.tint() == null ? theme.faint() : theme.readable(l.tint());
    switch (l.style()) {
      case SOLID -> draw(l.route(), ink, Stroke.solid(1.6));
      case DASHED -> draw(l.route(), ink, Stroke.dashed(1.6, 7, 5));
      case THIN -> draw(l.route(), ink.mixed(theme.card(), 0.2), Stroke.solid(1.4));
      case DOUBLE -> {
        draw(VrfOverlay.beside(l.route(), 2), ink, Stroke.solid(1.5));
        draw(VrfOverlay.beside(l.route(), -2), ink, Stroke.solid(1.5));
      }
    }
  }

  private void draw(Polyline line, Color color, Stroke stroke) {
    pen.stroke(Path.rounded(line, zoom < TEXT_FROM ? 0 : CORNER), color, stroke);
  }

  private void labels(Scene.Line l) {
    if (zoom < TEXT_FROM) {
      return;
    }
    labelCard(l);
    Scene.EndLabel name = l.name();
    if (name != null && zoom >= DETAIL_FROM) {
      pen.text(
          name.text(),
          name.at().x(),
          name.at().y(),
          TextStyle.SMALL,
          theme.muted(),
          ground(name.at()));
    }
    if (zoom >= ENDS_FROM) {
      for (Scene.EndLabel end : l.ends()) {
        if (!end.fine() || zoom >= FINE_FROM) {
          pen.text(end.text(), end.at().x(), end.at().y(), END_LABEL, theme.muted(), null);
        }
      }
    }
  }

  private void labelCard(Scene.Line l) {
    Rect card = l.card();
    if (card != null) {
      pen.fill(card, 8, theme.card());
      pen.stroke(card, 8, outline(), Stroke.solid(1));
      double middle = card.center().x();
      boolean two = !l.subtitle().isEmpty();
      double y = two ? card.y() + 17 : card.center().y() + Fonts.capHeight(TextStyle.NAME) / 2;
      centered(l.title(), middle, y, TextStyle.NAME, theme.text());
      if (two) {
        centered(l.subtitle(), middle, card.y() + 32, TextStyle.SMALL, theme.muted());
      }
    }
  }

  /** The colour of what lies under a point, for halos. */
  private @Nullable Color ground(Point p) {
    Color ground = options.ground ? theme.canvas() : null;
    for (Scene.Box b : scene.boxes()) {
      if (b.shape() == Shape.CONTAINER && b.bounds().contains(p)) {
        ground = b.depth() % 2 == 0 ? theme.card() : theme.card().mixed(theme.canvas(), 0.7);
      }
    }
    return ground;
  }

  private void centered(String text, double middle, double y, TextStyle style, Color color) {
    pen.text(text, middle - Fonts.width(text, style) / 2, y, style, color, null);
  }

  // ---- VRFs

  private void tracks(Scene.VrfMark mark) {
    Color ink = theme.readable(mark.tint());
    for (Polyline track : mark.tracks()) {
      if (track.bounds().grown(10).intersects(visible)) {
        pen.stroke(Path.rounded(track, CORNER), ink.withAlpha(0.13), Stroke.solid(7));
        pen.stroke(Path.rounded(track, CORNER), ink, Stroke.dashed(1.6, 4, 3));
      }
    }
  }

  private void trackName(Scene.VrfMark mark) {
    if (!mark.named() || zoom < TEXT_FROM) {
      return;
    }
    Color ink = theme.readable(mark.tint());
    for (Polyline track : mark.tracks()) {
      Point middle = track.at(0.5);
      double w = Fonts.width(mark.name(), VRF_NAME) + 12;
      Rect chip = new Rect(middle.x() - w / 2, middle.y() - 7, w, 14);
      if (chip.intersects(visible)) {
        pen.fill(chip, 7, ink.withAlpha(0.1).over(theme.card()));
        pen.stroke(chip, 7, ink.withAlpha(0.55), Stroke.solid(0.8));
        pen.text(
            mark.name(),
            chip.x() + 6,
            middle.y() + Fonts.capHeight(VRF_NAME) / 2,
            VRF_NAME,
            ink,
            null);
      }
    }
  }

  /** The names of VRFs whose tracks have no room for them, beside their provider's name. */
  private void legends() {
    if (zoom < DETAIL_FROM) {
      return;
    }
    Id provider = null;
    double right = 0;
    double left = 0;
    for (Scene.VrfMark mark : scene.vrfs().reversed()) {
      if (mark.named()) {
        continue;
      }
      Scene.Box box = scene.box(mark.provider());
      if (box == null) {
        continue;
      }
      if (!mark.provider().equals(provider)) {
        provider = mark.provider();
        right = box.bounds().right() - HEADER_INSET;
        left = headerText(box).right() + 12;
      }
      double w = Fonts.width(mark.name(), VRF_NAME);
      double x = right - w;
      if (x - 10 < left) {
        continue;
      }
      Color ink = theme.readable(mark.tint());
      double y = box.bounds().y() + HEADER_BASELINE;
      pen.text(mark.name(), x, y - 0.5, VRF_NAME, ink, theme.card());
      pen.fill(Path.circle(x - 7, y - 4, 3), ink);
      right = x - 24;
    }
  }
}
