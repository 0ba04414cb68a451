package mcx.editor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.BgpSettings;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.Premises;
import mcx.design.PremisesKind;
import mcx.design.PrivateLink;
import mcx.design.Router;
import mcx.design.Routing;
import mcx.diagram.Diagram;
import mcx.diagram.Document;
import mcx.editor.DisplayOptions;
import mcx.editor.EditingSession;
import mcx.editor.Edits;
import mcx.editor.FakeHost;
import mcx.editor.Viewport;
import mcx.editor.tool.PointerEvent.Button;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import mcx.paint.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drives the tools as a hand does: by presses, moves and releases at places in the diagram. */
class CanvasToolsTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final Id R1 = Id.of("r1");
  private static final Id R2 = Id.of("r2");
  private static final Id DC = Id.of("dc");
  private static final Id IN_DC = Id.of("in-dc");
  private static final Id LINK = Id.of("link");
  private static final Id NOTE = Id.of("note");

  private final EditingSession session = new EditingSession(CATALOG);
  private final FakeHost host = new FakeHost();
  private final DisplayOptions options = new DisplayOptions();
  private final CanvasTools tools =
      new CanvasTools(session, host, options, () -> Scene.of(session.document(), CATALOG));

  @BeforeEach
  void twoRoutersBesideADatacenter() {
    Design design =
        Design.of(
            "",
            List.of(
                Router.of(R1, "R1", null, null),
                Router.of(R2, "R2", null, null),
                new Premises(DC, "DC", null, PremisesKind.DATACENTER, null, List.of()),
                Router.of(IN_DC, "In DC", DC, null)),
            List.of(
                new PrivateLink(LINK, "", R1, R2, null, 0, 1, Routing.BGP, BgpSettings.DEFAULT)),
            List.of());
    TreeMap<Id, Diagram.Note> notes = new TreeMap<>();
    notes.put(NOTE, new Diagram.Note(new Rect(0, 700, 100, 40), "Remember"));
    Diagram diagram =
        Diagram.EMPTY
            .withBounds(R1, new Rect(100, 100, 120, 60))
            .withBounds(R2, new Rect(500, 100, 120, 60))
            .withBounds(DC, new Rect(100, 300, 400, 300))
            .withBounds(IN_DC, new Rect(200, 400, 120, 60))
            .withNotes(notes);
    session.open(new Document(design, diagram, new TreeMap<>()), null);
  }

  private PointerEvent at(double x, double y, Button button, Modifier... modifiers) {
    Point view = tools.viewportProperty().get().toView(new Point(x, y));
    return tools.at(view.x(), view.y(), button, Set.of(modifiers), 1);
  }

  private void press(double x, double y, Modifier... modifiers) {
    tools.moved(at(x, y, Button.NONE, modifiers));
    tools.pressed(at(x, y, Button.PRIMARY, modifiers));
  }

  private void drag(double x, double y, Modifier... modifiers) {
    tools.dragged(at(x, y, Button.PRIMARY, modifiers));
  }

  private void release(double x, double y, Modifier... modifiers) {
    tools.released(at(x, y, Button.PRIMARY, modifiers));
  }

  private void click(double x, double y, Modifier... modifiers) {
    press(x, y, modifiers);
    release(x, y, modifiers);
  }

  private void dragFromTo(double x1, double y1, double x2, double y2, Modifier... modifiers) {
    press(x1, y1, modifiers);
    drag((x1 + x2) / 2, (y1 + y2) / 2, modifiers);
    drag(x2, y2, modifiers);
    release(x2, y2, modifiers);
  }

  private boolean key(String key, Modifier... modifiers) {
    return tools.keyPressed(new KeyEvent(key, Set.of(modifiers)));
  }

  private Rect place(Id id) {
    Rect r = session.document().diagram().bounds(id);
    assertNotNull(r);
    return r;
  }

  private Preview preview() {
    return tools.previewProperty().get();
  }

  private static final Point MIDDLE_OF_R1 = new Point(160, 130);

  @Test
  void aClickSelectsAndAClickOnNothingDeselects() {
    click(160, 130);
    assertEquals(Set.of(R1), session.selection());
    click(1000, 1000);
    assertEquals(Set.of(), session.selection());
    assertFalse(session.canUndoProperty().get());
  }

  @Test
  void shiftAndCtrlClicksToggle() {
    click(160, 130);
    click(560, 130, Modifier.SHIFT);
    assertEquals(Set.of(R1, R2), session.selection());
    click(160, 130, Modifier.CTRL);
    assertEquals(Set.of(R2), session.selection());
  }

  @Test
  void altClickSelectsWhatLiesBelow() {
    click(260, 430);
    assertEquals(Set.of(IN_DC), session.selection());
    click(260, 430, Modifier.ALT);
    assertEquals(Set.of(DC), session.selection());
    click(260, 430, Modifier.ALT);
    assertEquals(Set.of(IN_DC), session.selection());
  }

  @Test
  void aTremblingClickMovesNothing() {
    press(160, 130);
    drag(162, 132);
    release(162, 132);
    assertFalse(session.canUndoProperty().get());
    assertEquals(new Rect(100, 100, 120, 60), place(R1));
  }

  @Test
  void aDragIsOneStepAndShowsBeforeItHappens() {
    press(160, 130);
    drag(165, 130);
    drag(200, 730);
    Rect seen = preview().bounds().get(R1);
    assertNotNull(seen, "the preview moves");
    assertEquals(new Rect(100, 100, 120, 60), place(R1), "the document does not");
    Document before = session.document();
    Document shown = preview().on(before);
    release(200, 730);
    assertEquals(seen, place(R1), "what was seen is what is there");
    assertEquals(shown, session.document());
    assertEquals("Undo Move R1", session.undoNameProperty().get());
    assertTrue(preview().bounds().isEmpty());
    session.undo();
    assertEquals(before, session.document());
    assertEquals(Set.of(R1), session.selection());
  }

  @Test
  void dragsSnapToTheGridUnlessAltIsHeld() {
    dragFromTo(160, 130, 1203, 827);
    assertEquals(0, place(R1).x() % 10);
    assertEquals(0, place(R1).y() % 10);
    session.undo();
    dragFromTo(160, 130, 1203, 827, Modifier.ALT);
    assertEquals(new Rect(1143, 797, 120, 60), place(R1));
  }

  @Test
  void dragsSnapToNeighboursAndSayWithWhat() {
    press(160, 130);
    drag(165, 130);
    drag(163, 133);
    drag(164, 273);
    // R1's top would be at 243; nothing there. Beside R2 it falls in line with it.
    drag(960, 132);
    assertFalse(preview().guides().isEmpty());
    release(960, 132);
    assertEquals(place(R2).y(), place(R1).y());
  }

  @Test
  void snappingCanBeSwitchedOff() {
    options.snappingProperty().set(false);
    dragFromTo(160, 130, 1203, 827);
    assertEquals(new Rect(1143, 797, 120, 60), place(R1));
  }

  @Test
  void shiftLocksTheAxis() {
    dragFromTo(160, 130, 1203, 160, Modifier.SHIFT);
    assertEquals(100, place(R1).y());
    assertTrue(place(R1).x() > 1000);
  }

  @Test
  void aKeyPressedWhileThePointerRestsCountsAtOnce() {
    press(160, 130);
    drag(200, 800);
    drag(1203, 827);
    assertEquals(0, preview().bounds().get(R1).x() % 10);
    key("ALT", Modifier.ALT);
    assertEquals(1143, preview().bounds().get(R1).x());
    tools.keyReleased(new KeyEvent("ALT", Set.of()));
    assertEquals(0, preview().bounds().get(R1).x() % 10);
  }

  @Test
  void ctrlLeavesACopy() {
    dragFromTo(160, 130, 1160, 830, Modifier.CTRL);
    assertEquals(new Rect(100, 100, 120, 60), place(R1));
    assertEquals(5, session.document().design().elements().size());
    Id copy = Id.of("r1-2");
    assertEquals(new Rect(1100, 800, 120, 60), place(copy));
    assertEquals(Set.of(copy), session.selection());
  }

  @Test
  void aContainerCarriesWhatItHolds() {
    dragFromTo(450, 550, 1450, 550, Modifier.ALT);
    assertEquals(new Rect(1100, 300, 400, 300), place(DC));
    assertEquals(new Rect(1200, 400, 120, 60), place(IN_DC));
    assertEquals("Undo Move DC", session.undoNameProperty().get());
  }

  @Test
  void theSelectionMovesTogetherAndNothingTwice() {
    session.select(List.of(R1, DC, IN_DC, NOTE));
    dragFromTo(160, 130, 1160, 130, Modifier.ALT);
    assertEquals(1100, place(R1).x());
    assertEquals(1100, place(DC).x());
    assertEquals(1200, place(IN_DC).x());
    assertEquals(
        new Rect(1000, 700, 100, 40), session.document().diagram().notes().get(NOTE).bounds());
  }

  @Test
  void droppingIntoAContainerGivesAnotherParentInTheSameStep() {
    press(160, 130);
    drag(200, 200);
    drag(420, 540);
    assertEquals(new Preview.Drop(DC), preview().drop());
    release(420, 540);
    Router moved = session.document().design().element(R1, Router.class);
    assertNotNull(moved);
    assertEquals(DC, moved.parent());
    assertTrue(place(DC).contains(place(R1)));
    assertEquals("Undo Move R1 into DC", session.undoNameProperty().get());
    session.undo();
    assertNull(session.document().design().element(R1, Router.class).parent());
    assertEquals(new Rect(100, 300, 400, 300), place(DC));
  }

  @Test
  void draggingOutOfAContainerFreesWhatMayStandFree() {
    dragFromTo(260, 430, 1200, 430);
    assertNull(session.document().design().element(IN_DC, Router.class).parent());
    assertEquals(new Rect(100, 300, 400, 300), place(DC));
  }

  @Test
  void escapeCancelsTheGestureThenTheSelection() {
    Document before = session.document();
    press(160, 130);
    drag(300, 800);
    assertTrue(key("ESCAPE"));
    assertSame(before, session.document());
    assertTrue(preview().bounds().isEmpty());
    assertFalse(tools.inGesture());
    drag(500, 900);
    release(500, 900);
    assertSame(before, session.document(), "what follows of the drag means nothing");
    assertEquals(Set.of(R1), session.selection());
    assertTrue(key("ESCAPE"));
    assertEquals(Set.of(), session.selection());
    assertFalse(key("ESCAPE"));
  }

  @Test
  void aMissingReleaseDropsTheGesture() {
    Document before = session.document();
    press(160, 130);
    drag(300, 800);
    tools.moved(at(320, 820, Button.NONE));
    assertFalse(tools.inGesture());
    assertSame(before, session.document());
    press(160, 130);
    drag(300, 800);
    press(560, 130);
    release(560, 130);
    assertSame(before, session.document());
    assertEquals(Set.of(R2), session.selection());
  }

  @Test
  void losingTheFocusDropsTheGesture() {
    Document before = session.document();
    press(160, 130);
    drag(300, 800);
    tools.focusLost();
    assertTrue(preview().bounds().isEmpty());
    release(300, 800);
    assertSame(before, session.document());
  }

  @Test
  void aReleaseOutsideTheCanvasCounts() {
    press(160, 130);
    drag(160, 900);
    release(-2000, 5000);
    assertTrue(place(R1).x() < -1900);
  }

  @Test
  void anEditFromElsewhereDropsTheGesture() {
    press(160, 130);
    drag(300, 800);
    session.apply(Edits.delete(session.document(), List.of(R1)));
    assertFalse(tools.inGesture());
    drag(400, 900);
    release(400, 900);
    assertEquals("Undo Delete R1", session.undoNameProperty().get());
  }

  @Test
  void aSecondButtonInTheMiddleOfADragMeansNothing() {
    press(160, 130);
    drag(300, 800);
    tools.pressed(at(300, 800, Button.SECONDARY));
    tools.released(at(300, 800, Button.SECONDARY));
    assertTrue(tools.inGesture());
    drag(1200, 800);
    release(1200, 800);
    assertTrue(place(R1).x() > 1000);
  }

  @Test
  void theRubberBandSelectsWhatItHoldsInFull() {
    press(50, 50);
    drag(300, 200);
    assertEquals(Set.of(R1), preview().targets());
    assertEquals(new Rect(50, 50, 250, 150), preview().rubberBand());
    drag(700, 230);
    release(700, 230);
    assertEquals(Set.of(R1, R2), session.selection());
    dragFromTo(50, 250, 600, 650);
    assertEquals(Set.of(DC), session.selection(), "the container stands for what it holds");
    dragFromTo(50, 50, 300, 200, Modifier.SHIFT);
    assertEquals(Set.of(R1, DC), session.selection());
    assertFalse(session.canUndoProperty().get());
  }

  @Test
  void handlesResizeAndContainersStayAroundWhatTheyHold() {
    click(450, 550);
    assertEquals(Set.of(DC), session.selection());
    dragFromTo(500, 600, 700, 700);
    assertEquals(new Rect(100, 300, 600, 400), place(DC));
    assertEquals("Undo Resize DC", session.undoNameProperty().get());
    session.undo();
    dragFromTo(500, 600, 110, 310);
    assertTrue(place(DC).contains(place(IN_DC)), place(DC).toString());
    session.undo();
    click(500, 600);
    assertEquals(new Rect(100, 300, 400, 300), place(DC), "a click on a handle resizes nothing");
  }

  @Test
  void theCursorSaysWhatAPressWouldDo() {
    tools.moved(at(160, 130, Button.NONE));
    assertEquals(Cursor.MOVE, tools.cursorProperty().get());
    assertEquals(R1, preview().hovered());
    tools.moved(at(100, 130, Button.NONE));
    assertEquals(Cursor.CONNECT, tools.cursorProperty().get());
    click(160, 130);
    tools.moved(at(220, 160, Button.NONE));
    assertEquals(Cursor.RESIZE_SE, tools.cursorProperty().get());
    tools.moved(at(1000, 1000, Button.NONE));
    assertEquals(Cursor.DEFAULT, tools.cursorProperty().get());
    assertSame(Preview.NONE, preview());
    tools.moved(at(160, 130, Button.NONE));
    tools.exited();
    assertSame(Preview.NONE, preview());
  }

  @Test
  void linksBendWhereTheyArePulledAndStraightenOnADoubleClick() {
    Scene scene = Scene.of(session.document(), CATALOG);
    Point on = scene.routes().line(LINK).at(0.5);
    dragFromTo(on.x(), on.y(), on.x() + 2, on.y() + 90);
    List<Point> bends = session.document().diagram().bends().get(LINK);
    assertNotNull(bends);
    assertEquals(1, bends.size());
    assertEquals(0, bends.getFirst().x() % 10);
    assertEquals("Undo Bend R1 – R2", session.undoNameProperty().get());
    Point bend = bends.getFirst();
    dragFromTo(bend.x(), bend.y(), bend.x(), bend.y() - 40);
    assertEquals(
        List.of(new Point(bend.x(), bend.y() - 40)),
        session.document().diagram().bends().get(LINK));
    Point view = tools.viewportProperty().get().toView(new Point(bend.x(), bend.y() - 40));
    tools.pressed(tools.at(view.x(), view.y(), Button.PRIMARY, Set.of(), 2));
    tools.released(tools.at(view.x(), view.y(), Button.PRIMARY, Set.of(), 2));
    assertNull(session.document().diagram().bends().get(LINK));
  }

  @Test
  void aDoubleClickRenames() {
    Point view = tools.viewportProperty().get().toView(MIDDLE_OF_R1);
    tools.pressed(tools.at(view.x(), view.y(), Button.PRIMARY, Set.of(), 2));
    tools.released(tools.at(view.x(), view.y(), Button.PRIMARY, Set.of(), 2));
    assertEquals(List.of("rename r1"), host.asked);
  }

  @Test
  void middleAndRightAndSpacePan() {
    tools.pressed(at(160, 130, Button.MIDDLE));
    PointerEvent there = tools.at(260, 180, Button.MIDDLE, Set.of(), 1);
    tools.dragged(there);
    assertEquals(new Viewport(1, 100, 50), tools.viewportProperty().get());
    tools.released(there);
    assertEquals(Set.of(), session.selection());

    key("SPACE");
    assertEquals(Cursor.GRAB, tools.cursorProperty().get());
    tools.pressed(tools.at(300, 300, Button.PRIMARY, Set.of(), 1));
    assertEquals(Cursor.GRABBING, tools.cursorProperty().get());
    tools.dragged(tools.at(200, 250, Button.PRIMARY, Set.of(), 1));
    tools.released(tools.at(200, 250, Button.PRIMARY, Set.of(), 1));
    tools.keyReleased(new KeyEvent("SPACE", Set.of()));
    assertEquals(Viewport.START, tools.viewportProperty().get());
    assertEquals(Cursor.DEFAULT, tools.cursorProperty().get());
    assertFalse(session.canUndoProperty().get());
  }

  @Test
  void theRightButtonOpensTheMenuWhereItDoesNotMove() {
    tools.pressed(at(160, 130, Button.SECONDARY));
    tools.released(at(160, 130, Button.SECONDARY));
    assertEquals(List.of("menu r1"), host.asked);
    assertEquals(Set.of(R1), session.selection());
    tools.pressed(at(1000, 900, Button.SECONDARY));
    tools.released(at(1000, 900, Button.SECONDARY));
    assertEquals(List.of("menu r1", "menu null"), host.asked);
    tools.pressed(at(160, 130, Button.SECONDARY));
    tools.dragged(tools.at(400, 400, Button.SECONDARY, Set.of(), 1));
    tools.released(tools.at(400, 400, Button.SECONDARY, Set.of(), 1));
    assertEquals(2, host.asked.size());
  }

  @Test
  void theWheelScrollsAndZoomsAtThePointer() {
    tools.scrolled(0, -40, 160, 130, Set.of());
    assertEquals(new Viewport(1, 0, -40), tools.viewportProperty().get());
    tools.scrolled(0, 40, 160, 130, Set.of(Modifier.SHIFT));
    assertEquals(new Viewport(1, 40, -40), tools.viewportProperty().get());
    Point under = tools.viewportProperty().get().toDiagram(160, 130);
    tools.scrolled(0, 80, 160, 130, Set.of(Modifier.CTRL));
    Viewport zoomed = tools.viewportProperty().get();
    assertEquals(1.44, zoomed.zoom(), 1e-9);
    assertEquals(under.x(), zoomed.toDiagram(160, 130).x(), 1e-9);
    tools.pinched(100, 0, 0);
    assertEquals(Viewport.MAX_ZOOM, tools.viewportProperty().get().zoom());
  }

  @Test
  void aDragGoesOnWhileTheCanvasScrolls() {
    press(160, 130);
    drag(200, 800);
    Rect before = preview().bounds().get(R1);
    tools.scrolled(0, -100, 200, 800, Set.of());
    assertEquals(before.y() + 100, preview().bounds().get(R1).y(), 10);
  }

  @Test
  void tabWalksTheElementsInReadingOrder() {
    key("TAB");
    assertEquals(Set.of(R1), session.selection());
    key("TAB");
    assertEquals(Set.of(R2), session.selection());
    key("TAB");
    assertEquals(Set.of(DC), session.selection());
    key("TAB", Modifier.SHIFT);
    key("TAB", Modifier.SHIFT);
    key("TAB", Modifier.SHIFT);
    assertEquals(Set.of(IN_DC), session.selection());
  }

  @Test
  void thresholdsAreInPixelsWhateverTheZoom() {
    tools.viewportProperty().set(new Viewport(0.1, 0, 0));
    press(160, 130);
    drag(190, 130);
    release(190, 130);
    assertFalse(session.canUndoProperty().get(), "three pixels at 10 %");
    press(160, 130);
    drag(260, 1130);
    release(260, 1130);
    assertTrue(session.canUndoProperty().get());
  }
}
