package mcx.editor;

import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the diagram the canvas shows: {@code view = diagram × zoom + pan}, in pixels.
 *
 * @param zoom 0.02 (2 %) to 4 (400 %)
 * @param panX where the diagram's origin stands in the view, in pixels
 * @param panY the same downwards
 */
public record Viewport(double zoom, double panX, double panY) {

  public static final double MIN_ZOOM = 0.02;
  public static final double MAX_ZOOM = 4;

  /** The factor of one step of the wheel or of the zoom actions. */
  public static final double STEP = 1.2;

  /** 100 %, with the diagram's origin at the view's corner. */
  public static final Viewport START = new Viewport(1, 0, 0);

  /** Zooms beyond the bounds become the bound. */
  public Viewport {
    zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
  }

  public Point toDiagram(double viewX, double viewY) {
    return new Point((viewX - panX) / zoom, (viewY - panY) / zoom);
  }

  public Point toView(Point diagram) {
    return new Point(diagram.x() * zoom + panX, diagram.y() * zoom + panY);
  }

  /** Which part of the diagram a rectangle of the view shows. */
  public Rect toDiagram(Rect view) {
    Point corner = toDiagram(view.x(), view.y());
    return new Rect(corner.x(), corner.y(), view.width() / zoom, view.height() / zoom);
  }

  /**
   * A rectangle of the view grown to whole pixels, also of screens that enlarge by quarters, as far
   * as it lies in the view.
   *
   * @return null where it does not
   */
  public static @Nullable Rect wholePixels(Rect part, Rect view) {
    double left = Math.max(view.x(), Math.floor(part.x() / STEP_OF_PIXELS) * STEP_OF_PIXELS);
    double top = Math.max(view.y(), Math.floor(part.y() / STEP_OF_PIXELS) * STEP_OF_PIXELS);
    double right =
        Math.min(view.right(), Math.ceil(part.right() / STEP_OF_PIXELS) * STEP_OF_PIXELS);
    double bottom =
        Math.min(view.bottom(), Math.ceil(part.bottom() / STEP_OF_PIXELS) * STEP_OF_PIXELS);
    return left >= right || top >= bottom ? null : new Rect(left, top, right - left, bottom - top);
  }

  /** Of so many logical pixels a screen has a whole number, if it enlarges by quarters. */
  private static final double STEP_OF_PIXELS = 4;

  /** Where a rectangle of the diagram stands in the view, in pixels. */
  public Rect toView(Rect diagram) {
    return new Rect(
        diagram.x() * zoom + panX,
        diagram.y() * zoom + panY,
        diagram.width() * zoom,
        diagram.height() * zoom);
  }

  /** The part of the diagram that a view of this size shows. */
  public Rect visible(double viewWidth, double viewHeight) {
    return toDiagram(new Rect(0, 0, viewWidth, viewHeight));
  }

  /** Moved by this many pixels. */
  public Viewport panned(double dx, double dy) {
    return new Viewport(zoom, panX + dx, panY + dy);
  }

  /** Zoomed, so that what is under this pixel stays under it. */
  public Viewport zoomedAt(double viewX, double viewY, double newZoom) {
    Point fixed = toDiagram(viewX, viewY);
    double z = Math.clamp(newZoom, MIN_ZOOM, MAX_ZOOM);
    return new Viewport(z, viewX - fixed.x() * z, viewY - fixed.y() * z);
  }

  /**
   * Shows all of a part of the diagram, in the middle, no larger than 100 %.
   *
   * @param margin pixels to leave on each side
   */
  public static Viewport fitting(Rect part, double viewWidth, double viewHeight, double margin) {
    return fitting(part, viewWidth, viewHeight, margin, 1);
  }

  /** The same, no larger than {@code most}. */
  public static Viewport fitting(
      Rect part, double viewWidth, double viewHeight, double margin, double most) {
    double w = Math.max(1, viewWidth - 2 * margin);
    double h = Math.max(1, viewHeight - 2 * margin);
    double z =
        Math.min(most, Math.min(w / Math.max(1, part.width()), h / Math.max(1, part.height())));
    z = Math.clamp(z, MIN_ZOOM, MAX_ZOOM);
    return centered(part.center(), z, viewWidth, viewHeight);
  }

  /** With this point of the diagram in the middle of the view. */
  public static Viewport centered(Point at, double zoom, double viewWidth, double viewHeight) {
    double z = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
    return new Viewport(z, viewWidth / 2 - at.x() * z, viewHeight / 2 - at.y() * z);
  }

  /** Moved as little as needed for the part to be seen; as it is where it is seen. */
  public Viewport revealing(Rect part, double viewWidth, double viewHeight, double margin) {
    Rect seen = toView(part);
    if (seen.width() > viewWidth - 2 * margin || seen.height() > viewHeight - 2 * margin) {
      return fitting(part, viewWidth, viewHeight, margin, zoom);
    }
    double dx = Math.max(0, margin - seen.x()) - Math.max(0, seen.right() - (viewWidth - margin));
    double dy = Math.max(0, margin - seen.y()) - Math.max(0, seen.bottom() - (viewHeight - margin));
    return dx == 0 && dy == 0 ? this : panned(dx, dy);
  }

  /** The zoom in percent, as shown. */
  public int percent() {
    return (int) Math.round(zoom * 100);
  }
}
