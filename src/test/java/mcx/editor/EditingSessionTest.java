package mcx.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import mcx.catalog.Catalog;
import mcx.catalog.CatalogLoader;
import mcx.design.Design;
import mcx.design.Id;
import mcx.design.RandomDesigns;
import mcx.design.Router;
import mcx.diagram.Document;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.junit.jupiter.api.Test;

class EditingSessionTest {

  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final EditingSession session = new EditingSession(CATALOG);

  private static Edit adding(String id) {
    return new Edit(
        "Add " + id,
        null,
        d ->
            Edit.Result.selecting(
                d.withDesign(d.design().with(Router.of(Id.of(id), id, null, null))),
                List.of(Id.of(id))));
  }

  private static Edit titled(String title) {
    return Edits.title(title);
  }

  @Test
  void undoingEverythingGivesTheStartAndRedoingEverythingTheEnd() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      EditingSession s = new EditingSession(CATALOG);
      Document start = RandomDesigns.document(seed);
      s.open(start, null);
      int steps = 0;
      List<Document> states = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        states.add(s.document());
        if (!s.apply(random(s.document(), random))) {
          states.removeLast();
        } else {
          steps++;
        }
        if (random.nextInt(4) == 0) {
          s.select(some(s.document(), random));
        }
        if (random.nextInt(6) == 0 && s.canUndoProperty().get()) {
          s.undo();
          s.redo();
        }
      }
      assertTrue(steps > 5, "seed " + seed + " made " + steps + " steps");
      Document end = s.document();
      List<Document> back = new ArrayList<>();
      while (s.canUndoProperty().get()) {
        s.undo();
        back.add(s.document());
      }
      assertTrue(start.equals(s.document()), "start, seed " + seed);
      assertTrue(states.containsAll(back), "undo shows only what was there, seed " + seed);
      assertFalse(s.dirtyProperty().get(), "undone to the start is not dirty, seed " + seed);
      while (s.canRedoProperty().get()) {
        s.redo();
      }
      assertTrue(end.equals(s.document()), "end, seed " + seed);
    }
  }

  /** Some edit that may or may not do something to this document. */
  static Edit random(Document d, Random r) {
    List<Id> elements = new ArrayList<>(d.design().elements().keySet());
    List<Id> links = new ArrayList<>(d.design().links().keySet());
    if (elements.isEmpty()) {
      return adding("r" + r.nextInt(1000));
    }
    Id element = elements.get(r.nextInt(elements.size()));
    return switch (r.nextInt(13)) {
      case 0 -> Edits.move(d, some(d, r), r.nextInt(-50, 50), r.nextInt(-50, 50));
      case 1 -> Edits.nudge(d, List.of(element), 10, 0);
      case 2 -> Edits.rename(d, element, "name " + r.nextInt(5));
      case 3 -> Edits.delete(d, List.of(element));
      case 4 -> Edits.duplicate(d, List.of(element), 20, 20);
      case 5 -> Edits.paste(Fragment.of(d, some(d, r)), 40, 40);
      case 6 ->
          links.isEmpty()
              ? adding("r" + r.nextInt(1000))
              : Edits.bend(
                  d,
                  links.get(r.nextInt(links.size())),
                  List.of(new Point(r.nextInt(100), r.nextInt(100))));
      case 7 -> Edits.addNote(new Rect(r.nextInt(100), 0, 50, 20), "note " + r.nextInt(3));
      case 8 -> Edits.align(d, some(d, r), Edits.Alignment.values()[r.nextInt(6)]);
      case 9 -> Edits.distribute(d, some(d, r), Edits.Axis.values()[r.nextInt(2)]);
      case 10 ->
          Edits.resize(
              d, element, new Rect(r.nextInt(200), r.nextInt(200), 100 + r.nextInt(200), 90));
      case 11 -> Edits.layOut();
      default -> titled("title " + r.nextInt(4));
    };
  }

  private static SortedSet<Id> some(Document d, Random r) {
    SortedSet<Id> some = new TreeSet<>();
    for (Id id : d.design().elements().keySet()) {
      if (r.nextInt(4) == 0) {
        some.add(id);
      }
    }
    return some;
  }

  @Test
  void startsEmptyAndClean() {
    assertEquals(Document.EMPTY, session.document());
    assertFalse(session.dirtyProperty().get());
    assertEquals("Undo", session.undoNameProperty().get());
    session.undo();
    session.redo();
    assertEquals(Document.EMPTY, session.document());
  }

  @Test
  void anEditThatChangesNothingLeavesNoStep() {
    assertFalse(session.apply(new Edit("Nothing", d -> d.withDesign(d.design().withName("")))));
    assertFalse(session.canUndoProperty().get());
    assertEquals("", session.refusalProperty().get());
  }

  @Test
  void aRefusedEditLeavesEverythingAndSaysWhy() {
    session.apply(adding("a"));
    Document before = session.document();
    Edit dangling =
        new Edit(
            "Bad",
            d -> d.withDesign(d.design().with(Router.of(Id.of("b"), "B", Id.of("nowhere"), null))));
    assertFalse(session.apply(dangling));
    assertSame(before, session.document());
    assertTrue(session.refusalProperty().get().contains("nowhere"));
    assertEquals("Undo Add a", session.undoNameProperty().get());
    session.apply(adding("c"));
    assertEquals("", session.refusalProperty().get());
  }

  @Test
  void anEditDuringAnEditIsRefused() {
    List<Boolean> results = new ArrayList<>();
    session
        .documentProperty()
        .addListener((o, was, is) -> results.add(session.apply(titled("from a listener"))));
    session.apply(adding("a"));
    assertEquals(List.of(false), results);
    assertEquals("", session.document().design().name());
  }

  @Test
  void undoAndRedoGiveTheSelectionOfTheStep() {
    session.apply(adding("a"));
    session.apply(adding("b"));
    session.select(List.of(Id.of("a"), Id.of("b")));
    session.apply(Edits.delete(session.document(), session.selection()));
    assertEquals(Set.of(), session.selection());
    session.undo();
    assertEquals(Set.of(Id.of("a"), Id.of("b")), session.selection());
    session.select(List.of(Id.of("a")));
    assertTrue(session.canRedoProperty().get(), "selecting keeps what can be redone");
    session.redo();
    assertEquals(Set.of(), session.selection());
    session.undo();
    session.undo();
    assertEquals(Set.of(Id.of("a")), session.selection());
    session.redo();
    assertEquals(Set.of(Id.of("b")), session.selection());
  }

  @Test
  void whatIsNotThereIsNotSelected() {
    session.apply(adding("a"));
    session.select(List.of(Id.of("a"), Id.of("ghost")));
    assertEquals(Set.of(Id.of("a")), session.selection());
    List<Set<Id>> whileChanging = new ArrayList<>();
    session
        .documentProperty()
        .addListener((o, was, is) -> whileChanging.add(Set.copyOf(session.selection())));
    session.apply(Edits.delete(session.document(), List.of(Id.of("a"))));
    assertEquals(List.of(Set.of()), whileChanging);
  }

  @Test
  void editsOfOneFieldMergeUntilSomethingElseHappens() {
    session.apply(titled("a"));
    session.apply(titled("ab"));
    session.apply(titled("abc"));
    session.undo();
    assertEquals("", session.document().design().name());
    session.redo();
    assertEquals("abc", session.document().design().name());
    session.apply(titled("abcd"));
    session.closeStep();
    session.apply(titled("abcde"));
    session.undo();
    assertEquals("abcd", session.document().design().name());
    session.undo();
    assertEquals("abc", session.document().design().name());
  }

  @Test
  void savingEndsMerging() {
    session.apply(titled("a"));
    session.saved(Path.of("x.mcx"));
    session.apply(titled("ab"));
    assertTrue(session.dirtyProperty().get());
    session.undo();
    assertFalse(session.dirtyProperty().get());
  }

  @Test
  void typingBackToTheStartLeavesNoStep() {
    session.apply(titled("a"));
    session.apply(titled(""));
    assertFalse(session.canUndoProperty().get());
    assertFalse(session.dirtyProperty().get());
  }

  @Test
  void dirtyIsAgainstWhatTheFileHolds() {
    session.apply(adding("a"));
    Document written = session.document();
    session.apply(adding("b"));
    session.saved(written, Path.of("x.mcx"));
    assertTrue(session.dirtyProperty().get(), "edited while it was being written");
    assertEquals(Path.of("x.mcx"), session.file());
    session.undo();
    assertFalse(session.dirtyProperty().get());
  }

  @Test
  void openingForgetsTheHistory() {
    session.apply(adding("a"));
    Document other = Document.EMPTY.withDesign(Design.EMPTY.withName("other"));
    session.open(other, Path.of("o.mcx"));
    assertEquals(other, session.document());
    assertFalse(session.canUndoProperty().get());
    assertFalse(session.dirtyProperty().get());
    assertEquals(Set.of(), session.selection());
    session.open(Document.EMPTY, null);
    assertNull(session.file());
  }

  @Test
  void theHistoryIsBounded() {
    for (int i = 0; i < History.LIMIT + 50; i++) {
      String title = "t" + i;
      session.apply(new Edit("t", d -> d.withDesign(d.design().withName(title))));
    }
    int undone = 0;
    while (session.canUndoProperty().get()) {
      session.undo();
      undone++;
    }
    assertEquals(History.LIMIT, undone);
    assertEquals("t49", session.document().design().name());
  }

  @Test
  void listenersHearBeforeAndAfter() {
    List<String> heard = new ArrayList<>();
    session.addListener(
        new EditListener() {
          @Override
          public void before(Cause cause, String label, Document current) {
            heard.add("before " + cause + " " + label + " " + current.design().elements().size());
          }

          @Override
          public void after(Cause cause, String label, Document previous, Document current) {
            heard.add("after " + cause + " " + label + " " + current.design().elements().size());
          }
        });
    session.apply(adding("a"));
    session.undo();
    assertEquals(
        List.of(
            "before EDIT Add a 0",
            "after EDIT Add a 1",
            "before UNDO Add a 1",
            "after UNDO Add a 0"),
        heard);
  }

  @Test
  void whatFailsIsNoPartOfTheHistoryButFollowsTheDocument() {
    Failing failing = new Failing(session);
    session.apply(adding("a"));
    failing.toggleFailure(Id.of("a"));
    assertEquals(Set.of(Id.of("a")), failing.ids());
    session.undo();
    assertEquals(Set.of(), failing.ids(), "what is gone cannot fail");
    session.redo();
    assertTrue(failing.isFailed(Id.of("a")));
    failing.toggleFailures(List.of(Id.of("a")));
    assertEquals(Set.of(), failing.ids());
    failing.toggleFailure(Id.of("a"));
    session.open(session.document(), null);
    assertEquals(Set.of(), failing.ids(), "another document starts whole");
  }
}
