package mcx.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import mcx.design.Design;
import mcx.design.Id;
import mcx.diagram.Document;
import mcx.diagram.Snapping;
import mcx.editor.Action.Group;
import mcx.editor.Edits.Alignment;
import mcx.editor.Edits.Axis;
import mcx.geometry.Point;
import mcx.geometry.Rect;
import org.jspecify.annotations.Nullable;

/**
 * All actions of the editor, in the order of the menus. Menu, toolbar, context menu, keys and
 * command palette are five faces of this list.
 *
 * <p>Keys are written as {@code Ctrl+Shift+Z}: modifiers in the order Ctrl, Alt, Shift, then the
 * key ({@code A}, {@code F2}, {@code Delete}, {@code Left}, {@code Plus}, {@code /}). Those without
 * Ctrl and Alt count only while the canvas has the keyboard ({@link #onCanvasOnly}).
 */
public final class Actions {

  private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);
  private static final double NOTE_WIDTH = 160;
  private static final double NOTE_HEIGHT = 60;

  private final Map<String, Action> byId = new LinkedHashMap<>();
  private final EditingSession session;
  private final Failing failing;
  private final Clipboard clipboard;
  private final EditorHost host;

  public Actions(
      EditingSession session,
      Failing failing,
      Clipboard clipboard,
      DisplayOptions options,
      EditorHost host) {
    this.session = session;
    this.failing = failing;
    this.clipboard = clipboard;
    this.host = host;
    addFile();
    addEdit();
    addArrange();
    addView(options);
    addSimulate();
  }

  /** All of them, by group, in the order of the menus. */
  public List<Action> all() {
    return List.copyOf(byId.values());
  }

  /** Those of one menu, in its order. */
  public List<Action> of(Group group) {
    return byId.values().stream().filter(a -> a.group() == group).toList();
  }

  /**
   * The action of this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Action get(String id) {
    Action action = byId.get(id);
    if (action == null) {
      throw new IllegalArgumentException("no action " + id);
    }
    return action;
  }

  /** The action of these keys, such as {@code Ctrl+Z}; null for none. */
  public @Nullable Action forShortcut(String keys) {
    return byId.values().stream()
        .filter(a -> a.shortcuts().contains(keys))
        .findFirst()
        .orElse(null);
  }

  /** Whether these keys would be text anywhere but on the canvas. */
  public static boolean onCanvasOnly(String keys) {
    return !keys.startsWith("Ctrl+")
        && !keys.startsWith("Alt+")
        && !keys.matches("(Shift\\+)?F[0-9]{1,2}");
  }

  private void addFile() {
    plain("new", Group.FILE, ALWAYS, host::newDesign, "Ctrl+N");
    plain("open", Group.FILE, ALWAYS, host::openDesign, "Ctrl+O");
    plain("gallery", Group.FILE, ALWAYS, host::showGallery);
    plain("save", Group.FILE, ALWAYS, host::save, "Ctrl+S");
    plain("save-as", Group.FILE, ALWAYS, host::saveAs, "Ctrl+Shift+S");
    plain("export-png", Group.FILE, notEmpty(), host::exportPng, "Ctrl+E");
    plain("compare", Group.FILE, notEmpty(), host::compare);
    plain("quit", Group.FILE, ALWAYS, host::quit, "Ctrl+Q");
  }

  private void addEdit() {
    add(
        "undo",
        session.undoNameProperty(),
        Group.EDIT,
        session.canUndoProperty(),
        null,
        session::undo,
        "Ctrl+Z");
    add(
        "redo",
        session.redoNameProperty(),
        Group.EDIT,
        session.canRedoProperty(),
        null,
        session::redo,
        "Ctrl+Shift+Z",
        "Ctrl+Y");
    plain("cut", Group.EDIT, copiable(), this::cut, "Ctrl+X");
    plain("copy", Group.EDIT, copiable(), this::copy, "Ctrl+C");
    plain("paste", Group.EDIT, ALWAYS, this::paste, "Ctrl+V");
    plain("duplicate", Group.EDIT, copiable(), this::duplicate, "Ctrl+D");
    plain(
        "delete",
        Group.EDIT,
        selected(1),
        () -> apply(Edits.delete(session.document(), session.selection())),
        "Delete",
        "Backspace");
    plain("select-all", Group.EDIT, notEmpty(), this::selectAll, "Ctrl+A");
    plain("select-none", Group.EDIT, selected(1), () -> session.select(List.of()), "Ctrl+Shift+A");
    plain(
        "rename",
        Group.EDIT,
        exactlyOne(),
        () -> host.renameInPlace(session.selection().first()),
        "F2",
        "Enter");
    plain("add-note", Group.EDIT, ALWAYS, this::addNote, "N");
    plain("find", Group.EDIT, ALWAYS, host::showFind, "Ctrl+F");
    plain("search-palette", Group.EDIT, ALWAYS, host::searchPalette, "/");
    plain(
        "command-palette",
        Group.EDIT,
        ALWAYS,
        host::showCommandPalette,
        "Ctrl+K",
        "Ctrl+Shift+P",
        "Ctrl+/");
  }

  private void addArrange() {
    for (Alignment a : Alignment.values()) {
      plain(
          "align-" + a.name().toLowerCase(Locale.ROOT),
          Group.ARRANGE,
          selectedElements(2),
          () -> apply(Edits.align(session.document(), session.selection(), a)));
    }
    for (Axis a : Axis.values()) {
      plain(
          "distribute-" + a.name().toLowerCase(Locale.ROOT),
          Group.ARRANGE,
          selectedElements(3),
          () -> apply(Edits.distribute(session.document(), session.selection(), a)));
    }
    nudge("left", "Left", -1, 0);
    nudge("right", "Right", 1, 0);
    nudge("up", "Up", 0, -1);
    nudge("down", "Down", 0, 1);
    plain("connect", Group.ARRANGE, twoElements(), this::connect, "C");
    plain(
        "lay-out",
        Group.ARRANGE,
        notEmpty(),
        () -> {
          apply(Edits.layOut());
          host.fit();
        },
        "Ctrl+L");
    plain("straighten", Group.ARRANGE, bentLink(), this::straighten);
  }

  private void nudge(String name, String key, int dx, int dy) {
    ObservableBooleanValue movable = movable();
    plain(
        "nudge-" + name,
        Group.ARRANGE,
        movable,
        () -> nudgeBy(dx * Snapping.GRID, dy * Snapping.GRID),
        key);
    plain("nudge-" + name + "-fine", Group.ARRANGE, movable, () -> nudgeBy(dx, dy), "Shift+" + key);
  }

  private void addView(DisplayOptions options) {
    plain("zoom-in", Group.VIEW, ALWAYS, () -> host.zoomBy(Viewport.STEP), "Ctrl+Plus", "Ctrl+=");
    plain("zoom-out", Group.VIEW, ALWAYS, () -> host.zoomBy(1 / Viewport.STEP), "Ctrl+Minus");
    plain("zoom-100", Group.VIEW, ALWAYS, () -> host.zoomTo(1), "Ctrl+0");
    plain("fit", Group.VIEW, notEmpty(), host::fit, "Ctrl+Shift+H", "F", "Home");
    plain("fit-selection", Group.VIEW, selected(1), host::fitSelection, "Z");
    toggle("flows", options.flowsProperty(), "L");
    toggle("vrfs", options.vrfsProperty(), "V");
    toggle("labels", options.labelsProperty(), "B");
    toggle("grid", options.gridProperty(), "G");
    toggle("snapping", options.snappingProperty());
    toggle("minimap", options.minimapProperty(), "M");
    toggle("dark", options.darkProperty(), "Ctrl+Shift+L");
  }

  private void addSimulate() {
    ObservableStringValue label =
        Bindings.createStringBinding(
            () -> Texts.get(allFailed() ? "action.restore" : "action.fail"),
            session.selectionProperty(),
            failing.idsProperty());
    add(
        "toggle-failure",
        label,
        Group.SIMULATE,
        when(() -> !failable().isEmpty()),
        null,
        () -> failing.toggleFailures(failable()),
        "X");
    plain(
        "restore-all",
        Group.SIMULATE,
        Bindings.createBooleanBinding(() -> !failing.ids().isEmpty(), failing.idsProperty()),
        failing::restoreAll,
        "Shift+X");
  }

  private void plain(
      String id, Group group, ObservableBooleanValue enabled, Runnable work, String... keys) {
    add(id, new ReadOnlyStringWrapper(Texts.get("action." + id)), group, enabled, null, work, keys);
  }

  private void toggle(String id, BooleanProperty property, String... keys) {
    add(
        "toggle-" + id,
        new ReadOnlyStringWrapper(Texts.get("action.toggle-" + id)),
        Group.VIEW,
        ALWAYS,
        property,
        () -> property.set(!property.get()),
        keys);
  }

  private void add(
      String id,
      ObservableStringValue label,
      Group group,
      ObservableBooleanValue enabled,
      @Nullable BooleanProperty toggled,
      Runnable work,
      String... keys) {
    Action action = new Action(id, label, List.of(keys), group, enabled, toggled, work);
    if (byId.put(id, action) != null) {
      throw new IllegalStateException("two actions " + id);
    }
  }

  private void apply(Edit edit) {
    if (!session.apply(edit) && !session.refusalProperty().get().isEmpty()) {
      host.tell(session.refusalProperty().get());
    }
  }

  private void copy() {
    Fragment fragment = Fragment.of(Arranging.complete(session.document()), session.selection());
    host.setClipboardText(clipboard.put(fragment));
  }

  private void cut() {
    copy();
    apply(Edits.cut(session.document(), session.selection()));
  }

  private void paste() {
    clipboard.offer(host.clipboardText());
    Fragment fragment = clipboard.content();
    if (fragment == null || fragment.isEmpty()) {
      host.tell(Texts.get("paste.nothing"));
      return;
    }
    double offset = clipboard.nextOffset();
    apply(Edits.paste(fragment, offset, offset));
  }

  private void duplicate() {
    apply(
        Edits.duplicate(
            session.document(), session.selection(), Clipboard.OFFSET, Clipboard.OFFSET));
  }

  private void selectAll() {
    Document document = session.document();
    SortedSet<Id> all = new TreeSet<>(document.design().elements().keySet());
    all.addAll(document.design().links().keySet());
    all.addAll(document.diagram().notes().keySet());
    session.select(all);
  }

  private void addNote() {
    Point at = host.pastePoint();
    Rect bounds =
        new Rect(
            Snapping.grid(at.x() - NOTE_WIDTH / 2),
            Snapping.grid(at.y() - NOTE_HEIGHT / 2),
            NOTE_WIDTH,
            NOTE_HEIGHT);
    apply(Edits.addNote(bounds, Texts.get("note.text")));
    if (session.selection().size() == 1) {
      host.renameInPlace(session.selection().first());
    }
  }

  private void nudgeBy(double dx, double dy) {
    apply(Edits.nudge(session.document(), session.selection(), dx, dy));
  }

  private void connect() {
    SortedSet<Id> both = session.selection();
    Joining.join(session, host, both.first(), both.last(), host.pastePoint());
  }

  private void straighten() {
    for (Id id : session.selection()) {
      if (session.document().diagram().bends().containsKey(id)) {
        apply(Edits.bend(session.document(), id, List.of()));
      }
    }
  }

  private SortedSet<Id> failable() {
    Design design = session.document().design();
    SortedSet<Id> ids = new TreeSet<>(session.selection());
    ids.removeIf(id -> !design.elements().containsKey(id) && !design.links().containsKey(id));
    return ids;
  }

  private boolean allFailed() {
    SortedSet<Id> ids = failable();
    return !ids.isEmpty() && failing.ids().containsAll(ids);
  }

  private BooleanBinding when(Callable<Boolean> condition) {
    return Bindings.createBooleanBinding(
        condition, new Observable[] {session.selectionProperty(), session.documentProperty()});
  }

  private BooleanBinding notEmpty() {
    return when(
        () ->
            !session.document().design().elements().isEmpty()
                || !session.document().diagram().notes().isEmpty());
  }

  private BooleanBinding selected(int atLeast) {
    return when(() -> session.selection().size() >= atLeast);
  }

  private BooleanBinding exactlyOne() {
    return when(() -> session.selection().size() == 1);
  }

  private BooleanBinding selectedElements(int atLeast) {
    return when(() -> standing().size() >= atLeast);
  }

  private BooleanBinding copiable() {
    return movable();
  }

  private BooleanBinding movable() {
    return when(() -> !standing().isEmpty());
  }

  private BooleanBinding twoElements() {
    return when(
        () ->
            session.selection().size() == 2
                && session
                    .document()
                    .design()
                    .elements()
                    .keySet()
                    .containsAll(session.selection()));
  }

  private BooleanBinding bentLink() {
    return when(
        () ->
            session.selection().stream()
                .anyMatch(id -> session.document().diagram().bends().containsKey(id)));
  }

  /** The selected elements and notes: what has a place of its own. */
  private List<Id> standing() {
    Document document = session.document();
    return session.selection().stream()
        .filter(
            id ->
                document.design().elements().containsKey(id)
                    || document.diagram().notes().containsKey(id))
        .toList();
  }
}
