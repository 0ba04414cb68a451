package mcx.editor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.change.Joints;
import mcx.change.Stencil;
import mcx.change.Stencils;
import mcx.design.AccessLink;
import mcx.design.Circuit;
import mcx.design.CircuitAttachment;
import mcx.design.CircuitConnection;
import mcx.design.Cloud;
import mcx.design.Element;
import mcx.design.Gateway;
import mcx.design.Id;
import mcx.design.Layer3Provider;
import mcx.design.Premises;
import mcx.design.Router;
import mcx.design.VirtualNetwork;
import mcx.diagram.Document;
import mcx.editor.DisplayOptions;
import mcx.editor.EditingSession;
import mcx.editor.FakeHost;
import mcx.editor.tool.PointerEvent.Button;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.paint.Interaction;
import mcx.paint.Scene;
import org.junit.jupiter.api.Test;

/** Draws designs from an empty canvas with the palette and the pointer. */
class DrawingTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final EditingSession session = new EditingSession(CATALOG);
  private final FakeHost host = new FakeHost();
  private final CanvasTools tools =
      new CanvasTools(
          session, host, new DisplayOptions(), () -> Scene.of(session.document(), CATALOG));

  private static Stencil stencil(String key) {
    return Stencils.all(CATALOG).stream()
        .filter(s -> s.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no "
                        + key
                        + " in "
                        + Stencils.all(CATALOG).stream().map(Stencil::key).toList()));
  }

  private PointerEvent at(Point p, Button button, Modifier... modifiers) {
    Point view = tools.viewportProperty().get().toView(p);
    return tools.at(view.x(), view.y(), button, Set.of(modifiers), 1);
  }

  private Id drop(String key, double x, double y) {
    PointerEvent there = at(new Point(x, y), Button.PRIMARY);
    tools.stencilDragged(stencil(key), there);
    assertTrue(tools.stencilDropped(stencil(key), there), () -> host.told.toString());
    assertEquals(1, session.selection().size());
    return session.selection().first();
  }

  private Rect place(Id id) {
    Rect r = session.document().diagram().bounds(id);
    assertNotNull(r, () -> id + " has no place");
    return r;
  }

  /** A point on the border of an element where nothing else lies. */
  private Point edge(Id id) {
    Rect r = place(id);
    for (double share = 0.1; share < 1; share += 0.1) {
      Point top = new Point(r.x() + r.width() * share, r.y());
      var hit = Scene.of(session.document(), CATALOG).hitTest().at(top, 5);
      if (hit != null && hit.id().equals(id)) {
        return top;
      }
    }
    throw new AssertionError("no free border of " + id);
  }

  private void connect(Id from, Id to) {
    session.select(List.of());
    Point a = edge(from);
    Point b = inside(to);
    tools.pressed(at(a, Button.PRIMARY));
    tools.dragged(at(new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2), Button.PRIMARY));
    tools.dragged(at(b, Button.PRIMARY));
    tools.released(at(b, Button.PRIMARY));
  }

  /** A point in an element where nothing else lies. */
  private Point inside(Id id) {
    Rect r = place(id);
    for (double y = r.y() + 8; y < r.bottom() - 7; y += 4) {
      for (double x = r.x() + 8; x < r.right() - 7; x += 4) {
        var hit = Scene.of(session.document(), CATALOG).hitTest().at(new Point(x, y), 5);
        if (hit != null && hit.id().equals(id)) {
          return new Point(x, y);
        }
      }
    }
    throw new AssertionError("nothing of " + id + " is free");
  }

  @Test
  void aDesignIsDrawnUndoneToEmptyAndRedone() {
    final Id dc = drop("datacenter", 300, 150);
    final Id provider = drop("layer3-provider", 900, 200);
    final Id cloud = drop("cloud.azure", 700, 900);
    assertInstance(Premises.class, dc);
    assertInstance(Layer3Provider.class, provider);
    assertInstance(Cloud.class, cloud);
    for (Element e : session.document().design().elements().values()) {
      Rect r = session.document().diagram().bounds(e.id());
      Rect holder = e.parent() == null ? null : session.document().diagram().bounds(e.parent());
      if (r != null && holder != null && !(e instanceof Circuit)) {
        assertTrue(holder.contains(r), e.id() + " stands within what holds it");
      }
    }
    assertFalse(session.document().design().all(VirtualNetwork.class).isEmpty());
    host.choice = 0;
    connect(dc, provider);
    assertEquals(1, session.document().design().allLinks(AccessLink.class).size(), told());
    connect(provider, cloud);
    assertEquals(1, session.document().design().all(Circuit.class).size(), told());
    assertEquals(2, session.document().design().allLinks(CircuitConnection.class).size());
    assertFalse(session.document().design().all(Gateway.class).isEmpty());
    assertFalse(session.document().design().allLinks(CircuitAttachment.class).isEmpty());
    Circuit circuit = session.document().design().all(Circuit.class).getFirst();
    Rect border = place(cloud);
    Rect pill = place(circuit.id());
    assertTrue(pill.intersects(border), "the circuit sits on its cloud");
    assertFalse(
        border.grown(-Math.max(pill.width(), pill.height())).intersects(pill),
        "on its border, not within");

    Document end = session.document();
    int steps = 0;
    while (session.canUndoProperty().get()) {
      session.undo();
      steps++;
    }
    assertEquals(5, steps, "each gesture is one step");
    assertEquals(Document.EMPTY, session.document());
    while (session.canRedoProperty().get()) {
      session.redo();
    }
    assertEquals(end, session.document());
  }

  private String told() {
    return "told: " + host.told + ", asked: " + host.asked + ", offers: " + host.offers;
  }

  private void assertInstance(Class<?> kind, Id id) {
    assertTrue(kind.isInstance(session.document().design().element(id)), id.value());
  }

  @Test
  void whereSeveralWaysExistPeopleChoose() {
    Id azure = drop("cloud.azure", 300, 500);
    Id oracle = drop("cloud.oracle", 1300, 500);
    Joints.Answer answer = Joints.between(session.document().design(), CATALOG, azure, oracle);
    assertTrue(answer.offers().size() > 1, answer.toString());
    Document before = session.document();
    connect(azure, oracle);
    assertEquals(List.of("choose"), host.asked);
    assertEquals(answer.offers(), host.offers);
    assertSame(before, session.document(), "who turns away changes nothing");
    host.choice = 1;
    connect(azure, oracle);
    assertEquals(
        "Undo Connect " + answer.offers().get(1).label(), session.undoNameProperty().get());
  }

  @Test
  void whatCannotBeSaysWhyWhileAndAfter() {
    final Id one = drop("layer3-provider", 300, 300);
    final Id two = drop("internet", 1200, 300);
    final Id dc = drop("datacenter", 300, 900);
    Document before = session.document();
    Point start = edge(one);
    Point end = inside(two);
    tools.pressed(at(start, Button.PRIMARY));
    tools.dragged(at(end, Button.PRIMARY));
    Preview preview = tools.previewProperty().get();
    assertTrue(preview.refused());
    assertFalse(preview.status().isBlank());
    assertTrue(preview.dimmed().contains(two), "dimmed: " + preview.dimmed());
    assertTrue(preview.targets().contains(dc), "targets: " + preview.targets());
    assertEquals(Cursor.FORBIDDEN, tools.cursorProperty().get());
    Interaction drawn = preview.interaction(session.selection());
    assertEquals(Interaction.State.REFUSED, drawn.link().state());
    assertEquals(preview.status(), drawn.link().label());
    tools.dragged(at(inside(dc), Button.PRIMARY));
    assertFalse(tools.previewProperty().get().refused());
    tools.dragged(at(end, Button.PRIMARY));
    String why = tools.previewProperty().get().status();
    tools.released(at(end, Button.PRIMARY));
    assertEquals(List.of(why), host.told);
    assertSame(before, session.document());
  }

  @Test
  void aLinkDroppedOnNothingIsForgotten() {
    Id dc = drop("datacenter", 300, 300);
    Document before = session.document();
    Point start = edge(dc);
    tools.pressed(at(start, Button.PRIMARY));
    tools.dragged(at(new Point(2000, 2000), Button.PRIMARY));
    assertEquals(Interaction.State.OPEN, tools.previewProperty().get().halfLink().state());
    tools.released(at(new Point(2000, 2000), Button.PRIMARY));
    assertSame(before, session.document());
    assertEquals(List.of(), host.told);
  }

  @Test
  void anArmedStencilIsPutDownByAClickAndAgainWithShift() {
    tools.arm(stencil("datacenter"), false);
    assertEquals(stencil("datacenter"), tools.armedProperty().get());
    tools.moved(at(new Point(300, 300), Button.NONE));
    Preview.Ghost ghost = tools.previewProperty().get().ghost();
    assertNotNull(ghost);
    assertTrue(ghost.allowed());
    assertTrue(session.document().design().elements().isEmpty(), "a ghost is no element");
    Point a = new Point(300, 300);
    tools.pressed(at(a, Button.PRIMARY, Modifier.SHIFT));
    tools.released(at(a, Button.PRIMARY, Modifier.SHIFT));
    assertEquals(stencil("datacenter"), tools.armedProperty().get());
    Point b = new Point(1200, 300);
    tools.pressed(at(b, Button.PRIMARY));
    tools.released(at(b, Button.PRIMARY));
    assertNull(tools.armedProperty().get());
    assertEquals(2, session.document().design().all(Premises.class).size());
    tools.arm(stencil("datacenter"), true);
    assertTrue(tools.keyPressed(new KeyEvent("ESCAPE", Set.of())));
    assertNull(tools.armedProperty().get());
    assertNull(tools.previewProperty().get().ghost());
  }

  @Test
  void whatMayNotStandThereSaysWhy() {
    String gateway =
        Stencils.all(CATALOG).stream()
            .map(Stencil::key)
            .filter(k -> k.contains("gateway"))
            .findFirst()
            .orElseThrow();
    PointerEvent empty = at(new Point(100, 100), Button.PRIMARY);
    tools.stencilDragged(stencil(gateway), empty);
    Preview preview = tools.previewProperty().get();
    assertTrue(preview.refused());
    assertFalse(preview.ghost().allowed());
    assertFalse(tools.stencilDropped(stencil(gateway), empty));
    assertEquals(List.of(preview.status()), host.told);
    assertEquals(Document.EMPTY, session.document());
    Id cloud = drop("cloud.azure", 500, 500);
    Point in = inside(cloud);
    tools.stencilDragged(stencil(gateway), at(in, Button.PRIMARY));
    assertEquals(new Preview.Drop(cloud), tools.previewProperty().get().drop());
    Id placed = drop(gateway, in.x(), in.y());
    assertEquals(cloud, session.document().design().within(placed, Cloud.class).id());
  }

  @Test
  void enterInThePalettePutsThingsIntoWhatIsSelected() {
    Id dc = drop("datacenter", 500, 500);
    session.select(List.of(dc));
    assertTrue(tools.stencilChosen(stencil("router"), new Point(3000, 3000)));
    Router router = session.document().design().element(session.selection().first(), Router.class);
    assertNotNull(router);
    assertEquals(dc, router.parent());
    assertTrue(place(dc).contains(place(router.id())));
  }
}
