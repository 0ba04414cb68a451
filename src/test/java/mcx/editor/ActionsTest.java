package mcx.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcx.catalog.CatalogLoader;
import mcx.design.AccessLink;
import mcx.design.Id;
import mcx.design.Router;
import mcx.diagram.Document;
import org.junit.jupiter.api.Test;

class ActionsTest {

  private final EditingSession session = new EditingSession(CatalogLoader.builtIn());
  private final Failing failing = new Failing(session);
  private final Clipboard clipboard = new Clipboard();
  private final DisplayOptions options = new DisplayOptions();
  private final FakeHost host = new FakeHost();
  private final Actions actions = new Actions(session, failing, clipboard, options, host);

  private void openTwoRouters() {
    session.open(FragmentTest.twoRoutersAndACloud(), null);
  }

  private void run(String id) {
    Action action = actions.get(id);
    assertTrue(action.enabled().get(), id + " is enabled");
    action.run();
  }

  private boolean enabled(String id) {
    return actions.get(id).enabled().get();
  }

  @Test
  void everyActionHasWordsAndKeysOfItsOwn() {
    Map<String, String> keys = new HashMap<>();
    for (Action action : actions.all()) {
      assertFalse(action.label().get().isBlank(), action.id());
      assertFalse(action.group().label().isBlank());
      for (String key : action.shortcuts()) {
        assertNull(keys.put(key, action.id()), key + " is used twice");
        assertSame(action, actions.forShortcut(key));
        assertTrue(
            key.matches("(Ctrl\\+)?(Alt\\+)?(Shift\\+)?(F[0-9]+|[A-Z][a-z]*|[0-9]|[/=])"), key);
      }
    }
    assertTrue(actions.all().size() > 45, "actions: " + actions.all().size());
    assertNull(actions.forShortcut("Ctrl+Alt+Q"));
    assertThrows(IllegalArgumentException.class, () -> actions.get("dance"));
    assertTrue(Actions.onCanvasOnly("F") && Actions.onCanvasOnly("Shift+Left"));
    assertFalse(Actions.onCanvasOnly("Ctrl+Z") || Actions.onCanvasOnly("F2"));
  }

  @Test
  void onAnEmptyCanvasOnlyWhatMakesSenseIsEnabled() {
    for (String id :
        List.of(
            "undo",
            "redo",
            "cut",
            "copy",
            "duplicate",
            "delete",
            "select-all",
            "rename",
            "connect",
            "align-left",
            "fit",
            "fit-selection",
            "toggle-failure",
            "restore-all",
            "nudge-left",
            "export-png")) {
      assertFalse(enabled(id), id);
    }
    for (String id : List.of("new", "open", "save", "paste", "add-note", "zoom-in", "find")) {
      assertTrue(enabled(id), id);
    }
    actions.get("delete").run();
    assertEquals(Document.EMPTY, session.document());
  }

  @Test
  void whatNeedsTheWindowGoesToIt() {
    openTwoRouters();
    session.select(List.of(Id.of("r1")));
    for (String id :
        List.of(
            "new",
            "open",
            "gallery",
            "save",
            "save-as",
            "export-png",
            "fit",
            "find",
            "fit-selection",
            "command-palette",
            "search-palette",
            "quit")) {
      run(id);
      assertEquals(id, host.asked.getLast());
    }
    run("rename");
    assertEquals("rename r1", host.asked.getLast());
    run("zoom-100");
    assertEquals("zoom to 1.0", host.asked.getLast());
  }

  @Test
  void undoAndRedoNameWhatTheyDo() {
    openTwoRouters();
    session.select(List.of(Id.of("r1")));
    run("nudge-right");
    run("nudge-right");
    run("nudge-down-fine");
    assertEquals("Undo Move R1", actions.get("undo").label().get());
    run("undo");
    assertEquals("Redo Move R1", actions.get("redo").label().get());
    assertFalse(enabled("undo"), "nudges in a row are one step");
    run("redo");
    assertEquals(20, session.document().diagram().bounds(Id.of("r1")).x());
    assertEquals(1, session.document().diagram().bounds(Id.of("r1")).y());
  }

  @Test
  void cutAndPasteBringBackUnderTheSameName() {
    openTwoRouters();
    Document start = session.document();
    session.select(List.of(Id.of("r1"), Id.of("r2")));
    run("cut");
    assertEquals(4, session.document().design().elements().size());
    assertEquals("Undo Cut 2 elements", actions.get("undo").label().get());
    run("paste");
    assertEquals(
        start.design().elements().keySet(), session.document().design().elements().keySet());
    assertEquals(1, session.document().design().links().size());
    assertEquals(Set.of(Id.of("r1"), Id.of("r2")), session.selection());
    run("paste");
    assertEquals(8, session.document().design().elements().size());
    run("undo");
    run("undo");
    run("undo");
    assertEquals(start, session.document());
  }

  @Test
  void pastingNothingSaysSo() {
    run("paste");
    assertEquals(1, host.told.size());
  }

  @Test
  void selectAllThenDeleteLeavesNothing() {
    openTwoRouters();
    run("select-all");
    run("delete");
    assertTrue(session.document().design().elements().isEmpty());
    assertTrue(session.document().diagram().bounds().isEmpty());
    run("undo");
    assertEquals(FragmentTest.twoRoutersAndACloud(), session.document());
  }

  @Test
  void failingIsAFaceOfTheSelection() {
    openTwoRouters();
    session.select(List.of(Id.of("r1"), Id.of("link")));
    assertEquals("Fail", actions.get("toggle-failure").label().get());
    run("toggle-failure");
    assertEquals(Set.of(Id.of("r1"), Id.of("link")), failing.ids());
    assertEquals("Restore", actions.get("toggle-failure").label().get());
    assertFalse(session.canUndoProperty().get());
    run("restore-all");
    assertFalse(enabled("restore-all"));
  }

  @Test
  void togglesSwitchAndAreSeen() {
    Action flows = actions.get("toggle-flows");
    assertTrue(flows.toggled().get());
    flows.run();
    assertFalse(options.flowsProperty().get());
    assertFalse(flows.toggled().get());
  }

  @Test
  void aNoteIsAddedSelectedAndOpenForTyping() {
    run("add-note");
    assertEquals(Set.of(Id.of("note")), session.selection());
    assertEquals("rename note", host.asked.getLast());
    assertEquals(
        300, session.document().diagram().notes().get(Id.of("note")).bounds().center().x());
    run("duplicate");
    assertEquals(2, session.document().diagram().notes().size());
  }

  @Test
  void twoSelectedElementsCanBeConnectedByTheKeyboard() {
    session.apply(
        new Edit(
            "routers",
            d ->
                d.withDesign(
                    d.design()
                        .with(
                            List.of(
                                Router.of(Id.of("a"), "A", null, mcx.inet.Asn.of(65010)),
                                new mcx.design.Internet(Id.of("i"), "Internet", null)),
                            List.of()))));
    session.select(List.of(Id.of("a")));
    assertFalse(enabled("connect"));
    session.select(List.of(Id.of("a"), Id.of("i")));
    host.choice = 0;
    run("connect");
    assertEquals(1, session.document().design().allLinks(AccessLink.class).size());
    assertNotNull(session.selection().first());
  }
}
