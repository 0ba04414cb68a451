package mcx.paint;

import java.util.ArrayList;
import java.util.List;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.ProviderEdge;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * A way along drawn things.
 *
 * @param legs the lines it runs along, in order, each in its direction
 */
record Trail(List<Leg> legs) {

  Trail {
    legs = List.copyOf(legs);
  }

  /**
   * One line of the way.
   *
   * @param link the link; null for the way between two provider edges, inside the provider
   * @param halfWidth how far the drawn line reaches to either side
   */
  record Leg(@Nullable Id link, Polyline line, double halfWidth) {}

  /**
   * The way along links and elements.
   *
   * @param drawn from where it starts to where it goes
   * @param start the element that it starts from, where {@code drawn} does not say; may be null
   */
  static Trail along(Scene scene, List<Id> drawn, @Nullable Id start) {
    Design design = scene.document().design();
    List<Leg> legs = new ArrayList<>();
    Id at = start;
    for (int i = 0; i < drawn.size(); i++) {
      Id id = drawn.get(i).owner();
      Scene.Line line = scene.line(id);
      Link link = design.link(id);
      if (link == null || line == null) {
        if (link == null && design.element(id) != null) {
          Leg inside = at == null ? null : inside(scene, at, id);
          if (inside != null) {
            legs.add(inside);
          }
          at = id;
        }
        continue;
      }
      boolean forward = forward(design, link, at, drawn, i);
      Polyline route = forward ? line.route() : line.route().reversed();
      double half = Math.max(0, line.strands().size() - 1) * VrfOverlay.STRAND / 2;
      legs.add(new Leg(id, route, half));
      at = forward ? link.b() : link.a();
    }
    return new Trail(legs);
  }

  private static boolean forward(
      Design design, Link link, @Nullable Id at, List<Id> drawn, int index) {
    if (at != null) {
      if (near(design, at, link.a()) != near(design, at, link.b())) {
        return near(design, at, link.a());
      }
    }
    // Not told by where it comes from: then by where it goes on.
    for (int i = index + 1; i < drawn.size(); i++) {
      Id next = drawn.get(i).owner();
      Link after = design.link(next);
      boolean viaA = after == null ? near(design, next, link.a()) : after.joins(link.a());
      boolean viaB = after == null ? near(design, next, link.b()) : after.joins(link.b());
      if (viaA != viaB) {
        return viaB;
      }
    }
    return true;
  }

  /** Whether the one is the other, or holds it. */
  private static boolean near(Design design, Id at, Id end) {
    return at.equals(end)
        || design.ancestors(end).stream().anyMatch(e -> e.id().equals(at))
        || design.ancestors(at).stream().anyMatch(e -> e.id().equals(end));
  }

  /** The way between two edges of one provider, which no link stands for. */
  private static @Nullable Leg inside(Scene scene, Id from, Id to) {
    Design design = scene.document().design();
    Scene.Box a = scene.box(from);
    Scene.Box b = scene.box(to);
    boolean edges =
        design.element(from) instanceof ProviderEdge && design.element(to) instanceof ProviderEdge;
    if (!edges || a == null || b == null || from.equals(to)) {
      return null;
    }
    Rect ra = a.bounds();
    Rect rb = b.bounds();
    boolean ordered = ra.center().x() + ra.center().y() <= rb.center().x() + rb.center().y();
    Polyline line = ordered ? VrfOverlay.track(ra, rb, 0) : VrfOverlay.track(rb, ra, 0).reversed();
    return new Leg(null, line, 0);
  }
}
