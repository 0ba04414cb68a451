package mcx.paint;

import java.util.ArrayList;
import java.util.List;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Link;
import mcx.design.Port;
import mcx.design.ProviderEdge;
import mcx.diagram.CrossConnects;
import mcx.geometry.Polyline;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/** Finds the lines that a way along drawn things runs on. */
final class Trail {

  /**
   * One line of the way.
   *
   * @param name the same for legs on the same line in the same direction
   * @param halfWidth how far the drawn line reaches to either side
   */
  record Leg(String name, Polyline line, double halfWidth) {}

  private final Scene scene;
  private final Design design;
  private final List<Leg> legs = new ArrayList<>();

  /** The element reached so far. */
  private @Nullable Id at;

  private Trail(Scene scene, @Nullable Id start) {
    this.scene = scene;
    this.design = scene.document().design();
    this.at = start;
  }

  /**
   * The lines along links and elements, in order, each in its direction. Short gaps that the way
   * leaves out (inside a provider, from a circuit to the gateway that speaks for it) are filled.
   *
   * @param drawn from where it starts to where it goes
   * @param start the element that it starts from, where {@code drawn} does not say; may be null
   * @param end the same for where it goes
   */
  static List<Leg> along(Scene scene, List<Id> drawn, @Nullable Id start, @Nullable Id end) {
    Trail trail = new Trail(scene, start);
    for (int i = 0; i < drawn.size(); i++) {
      Id id = drawn.get(i).owner();
      Link link = trail.design.link(id);
      if (link != null) {
        trail.follow(link, drawn, i);
      } else if (trail.design.element(id) != null) {
        trail.reach(id);
      }
    }
    if (end != null) {
      trail.reach(end);
    }
    return trail.legs;
  }

  private void follow(Link link, List<Id> drawn, int index) {
    Scene.Line line = scene.line(link.id());
    if (line == null) {
      return;
    }
    boolean forward = forward(link, drawn, index);
    reach(forward ? link.a() : link.b());
    Polyline route = forward ? line.route() : line.route().reversed();
    double half = Math.max(0, line.strands().size() - 1) * VrfOverlay.STRAND / 2;
    legs.add(new Leg(link.id() + (forward ? ">" : "<"), route, half));
    at = forward ? link.b() : link.a();
  }

  /** Goes on to an element, over what joins it to where the way is. */
  private void reach(Id id) {
    Id from = at;
    if (from != null && !near(from, id)) {
      Leg gap = gap(from, id);
      if (gap != null) {
        legs.add(gap);
      }
    } else if (from != null && !from.equals(id) && holds(id, from)) {
      // Something that holds where the way is: it has not moved.
      return;
    }
    at = id;
  }

  private @Nullable Leg gap(Id from, Id to) {
    if (design.element(from) instanceof ProviderEdge
        && design.element(to) instanceof ProviderEdge) {
      return insideProvider(from, to);
    }
    if (design.element(from) instanceof Port && design.element(to) instanceof Port) {
      for (CrossConnects.Patch p : scene.patches()) {
        if (p.joins(from, to)) {
          Polyline line = p.a().equals(from) ? p.line() : p.line().reversed();
          return new Leg(from + "|" + to, line, 0);
        }
      }
    }
    for (Link l : design.linksOf(from)) {
      Scene.Line line = l.joins(to) ? scene.line(l.id()) : null;
      if (line != null) {
        boolean forward = l.a().equals(from);
        return new Leg(
            l.id() + (forward ? ">" : "<"), forward ? line.route() : line.route().reversed(), 0);
      }
    }
    return null;
  }

  /** The way between two edges of one provider, which no link stands for. */
  private @Nullable Leg insideProvider(Id from, Id to) {
    Scene.Box a = scene.box(from);
    Scene.Box b = scene.box(to);
    if (a == null || b == null) {
      return null;
    }
    Rect ra = a.bounds();
    Rect rb = b.bounds();
    boolean ordered = ra.center().x() + ra.center().y() <= rb.center().x() + rb.center().y();
    Polyline line = ordered ? VrfOverlay.track(ra, rb, 0) : VrfOverlay.track(rb, ra, 0).reversed();
    return new Leg(from + "|" + to, line, 0);
  }

  private boolean forward(Link link, List<Id> drawn, int index) {
    Id from = at;
    if (from != null) {
      boolean atA = near(from, link.a());
      boolean atB = near(from, link.b());
      if (atA != atB) {
        return atA;
      }
      boolean gapToA = gap(from, link.a()) != null;
      boolean gapToB = gap(from, link.b()) != null;
      if (gapToA != gapToB) {
        return gapToA;
      }
    }
    // Not told by where it comes from: then by where it goes on.
    for (int i = index + 1; i < drawn.size(); i++) {
      Id next = drawn.get(i).owner();
      Link after = design.link(next);
      boolean viaA = after == null ? near(next, link.a()) : after.joins(link.a());
      boolean viaB = after == null ? near(next, link.b()) : after.joins(link.b());
      if (viaA != viaB) {
        return viaB;
      }
    }
    return true;
  }

  /** Whether the one is the other, or holds it. */
  private boolean near(Id one, Id other) {
    return one.equals(other) || holds(one, other) || holds(other, one);
  }

  private boolean holds(Id holder, Id held) {
    return design.ancestors(held).stream().anyMatch(e -> e.id().equals(holder));
  }
}
