package mcx.editor;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import mcx.catalog.Catalog;
import mcx.design.Id;
import mcx.diagram.Document;
import org.jspecify.annotations.Nullable;

/**
 * One open document with its history and selection.
 *
 * <p>The document is a value; every step of the history keeps the whole of it, so undo puts back
 * what was there and cannot drift from what the edit did.
 */
public final class EditingSession {

  private final ReadOnlyObjectWrapper<Document> document =
      new ReadOnlyObjectWrapper<>(Document.EMPTY);
  private final ReadOnlyObjectWrapper<SortedSet<Id>> selection =
      new ReadOnlyObjectWrapper<>(Collections.emptySortedSet());
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper(Texts.get("undo"));
  private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper(Texts.get("redo"));
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>(null);
  private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Catalog> catalog;
  private final List<EditListener> listeners = new CopyOnWriteArrayList<>();
  private final History history = new History();

  private Document saved = Document.EMPTY;
  private boolean busy;

  /**
   * A session on an empty canvas.
   *
   * @param catalog the facts that edits go by
   */
  public EditingSession(Catalog catalog) {
    this.catalog = new SimpleObjectProperty<>(catalog);
  }

  public ReadOnlyObjectProperty<Document> documentProperty() {
    return document.getReadOnlyProperty();
  }

  public Document document() {
    return document.get();
  }

  /** The ids of the selected elements, links and notes; an unmodifiable set. */
  public ReadOnlyObjectProperty<SortedSet<Id>> selectionProperty() {
    return selection.getReadOnlyProperty();
  }

  public SortedSet<Id> selection() {
    return selection.get();
  }

  /** The facts that edits and analysis go by. */
  public ObjectProperty<Catalog> catalogProperty() {
    return catalog;
  }

  public Catalog catalog() {
    return catalog.get();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** The words for what undo would do, such as {@code Undo Move 3 elements}. */
  public ReadOnlyStringProperty undoNameProperty() {
    return undoName.getReadOnlyProperty();
  }

  /** The words for what redo would do. */
  public ReadOnlyStringProperty redoNameProperty() {
    return redoName.getReadOnlyProperty();
  }

  /** Whether the document differs from what the file holds. */
  public ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  /** The file the document was read from or last written to; null for none. */
  public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  public @Nullable Path file() {
    return file.get();
  }

  /** Why the last edit was refused, in words; empty where it was not. */
  public ReadOnlyStringProperty refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  public void addListener(EditListener listener) {
    listeners.add(listener);
  }

  public void removeListener(EditListener listener) {
    listeners.remove(listener);
  }

  /**
   * Applies an edit. One that changes nothing leaves no step; one that is refused, or comes while
   * another is being applied, leaves everything as it was, and {@link #refusalProperty} says why.
   *
   * @return whether the document changed
   */
  public boolean apply(Edit edit) {
    if (busy) {
      refusal.set(Texts.get("refused.busy"));
      return false;
    }
    busy = true;
    try {
      Edit.Result result;
      try {
        result = edit.change().apply(document.get());
      } catch (IllegalArgumentException e) {
        String reason = e.getMessage();
        refusal.set(reason == null ? Texts.get("refused.unknown") : reason);
        return false;
      }
      refusal.set("");
      Document before = document.get();
      SortedSet<Id> selected = result.selection();
      boolean changed = !result.document().equals(before);
      if (changed) {
        SortedSet<Id> selectedBefore = selection.get();
        SortedSet<Id> selectedAfter =
            present(selected == null ? selectedBefore : selected, result.document());
        history.push(
            edit.label(),
            edit.mergeKey(),
            new History.State(before, selectedBefore),
            new History.State(result.document(), selectedAfter));
        show(
            EditListener.Cause.EDIT,
            edit.label(),
            new History.State(result.document(), selectedAfter));
      } else if (selected != null) {
        selection.set(present(selected, before));
      }
      return changed;
    } finally {
      busy = false;
    }
  }

  /** Takes back the last step, and selects what was selected before it. */
  public void undo() {
    History.Step step = busy ? null : history.undo();
    if (step != null) {
      guarded(() -> show(EditListener.Cause.UNDO, step.label(), step.before()));
    }
  }

  /** Does again what was last taken back, and selects what was selected after it. */
  public void redo() {
    History.Step step = busy ? null : history.redo();
    if (step != null) {
      guarded(() -> show(EditListener.Cause.REDO, step.label(), step.after()));
    }
  }

  /** Selects exactly these, as far as the document has them. Leaves the history alone. */
  public void select(Collection<Id> ids) {
    SortedSet<Id> wanted = present(ids, document.get());
    if (!wanted.equals(selection.get())) {
      history.closeStep();
      selection.set(wanted);
    }
  }

  /** Adds to the selection what is not in it, and takes out what is. */
  public void toggleSelected(Collection<Id> ids) {
    SortedSet<Id> wanted = new TreeSet<>(selection.get());
    for (Id id : ids) {
      if (!wanted.remove(id)) {
        wanted.add(id);
      }
    }
    select(wanted);
  }

  /** Ends the merging of edits: the next one is a step of its own whatever its key. */
  public void closeStep() {
    history.closeStep();
  }

  /**
   * Puts another document in the place of this one, without history or selection.
   *
   * @param path the file it is from; null for a new one
   */
  public void open(Document opened, @Nullable Path path) {
    history.clear();
    saved = opened;
    file.set(path);
    refusal.set("");
    guarded(
        () ->
            show(
                EditListener.Cause.OPEN,
                Texts.get("open"),
                new History.State(opened, Collections.emptySortedSet())));
  }

  /** Notes that the file now holds the current document. */
  public void saved(Path path) {
    saved(document.get(), path);
  }

  /** Notes that the file holds this document, which may be older than the current one. */
  public void saved(Document written, Path path) {
    saved = written;
    file.set(path);
    history.closeStep();
    refreshFlags();
  }

  private void guarded(Runnable change) {
    busy = true;
    try {
      change.run();
    } finally {
      busy = false;
    }
  }

  private void show(EditListener.Cause cause, String label, History.State state) {
    Document before = document.get();
    listeners.forEach(l -> l.before(cause, label, before));
    // What is no longer there must not be selected while listeners look at the new document.
    selection.set(present(selection.get(), state.document()));
    document.set(state.document());
    selection.set(state.selection());
    refreshFlags();
    listeners.forEach(l -> l.after(cause, label, before, state.document()));
  }

  private void refreshFlags() {
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
    undoName.set(name("undo", history.undoLabel()));
    redoName.set(name("redo", history.redoLabel()));
    dirty.set(!saved.equals(document.get()));
  }

  private static String name(String verb, @Nullable String label) {
    return label == null ? Texts.get(verb) : Texts.get(verb + ".named", label);
  }

  private static SortedSet<Id> present(Collection<Id> ids, Document in) {
    SortedSet<Id> there = new TreeSet<>();
    for (Id id : ids) {
      if (in.design().elements().containsKey(id)
          || in.design().links().containsKey(id)
          || in.diagram().notes().containsKey(id)) {
        there.add(id);
      }
    }
    return Collections.unmodifiableSortedSet(there);
  }
}
